import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { billAnswer } from '../../../src/cli/read-answer.ts';
import { readSales } from '../../../src/importers/canonical-sales/read-sales.ts';
import { billOf } from '../../support/bills.ts';
import { ROOT } from '../../support/source-tree.ts';

/** The day of the practice shop, as its description counts it. */
const bytesOf = (name: string) => new Uint8Array(readFileSync(join(ROOT, 'public/practice', name)));
const at = (time: string) => `2026-11-${time}+08:00`;

test.each([
	['wechat-trade-bill.csv', 'wechat-trade-bill', { count: 54, sales: '1966.00', refunds: '28.00', fees: '11.67' }, ['20T00:00:00', '21T00:00:00']],
	['alipay-20261120.csv', 'alipay-trade', { count: 38, sales: '1227.00', refunds: '0.00', fees: '7.38' }, ['20T00:00:00', '21T00:00:00']],
	['chinaums-20261120.txt', 'chinaums-tsv', { count: 25, sales: '1050.00', refunds: '0.00', fees: '6.29' }, ['19T23:00:00', '20T23:00:00']],
	['late/chinaums-20261121.txt', 'chinaums-tsv', { count: 1, sales: '52.00', refunds: '0.00', fees: '0.31' }, ['20T21:06:27', '21T23:00:00']],
])('%s is read whole', (name, format, totals, [from = '', to = '']) => {
	const answer = billAnswer(billOf(bytesOf(name)));
	expect(answer).toMatchObject({ format, totals, coverage: { from: at(from), to: at(to) }, footer: { present: true, agrees: true }, problems: [] });
});

test('its ledger has 139 sales and a refund', () => {
	const reading = readSales({ name: 'sales.csv', bytes: bytesOf('sales.csv') }, { cutoverMinutes: 240, zone: null });
	expect(reading.ok && reading.value.problems).toEqual([]);
	const kinds = reading.ok ? reading.value.sales.map(({ kind }) => kind) : [];
	expect([kinds.filter((kind) => kind === 'sale').length, kinds.filter((kind) => kind === 'refund').length]).toEqual([139, 1]);
	expect(reading.ok && reading.value.sales.every(({ day }) => day === '2026-11-20')).toBe(true);
});
