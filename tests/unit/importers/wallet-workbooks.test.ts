import { describe, expect, test } from 'vitest';
import { splitBackticked } from '../../../src/importers/shared/table/backticks.ts';
import { billOf, fixtureBytes, fixtureText } from '../../support/bills.ts';
import { asTyped, billOfRows, type WorkbookCell } from '../../support/workbooks.ts';

/** The wallets' portals hand their bills out as workbooks too, and people save the csv as one: both say what the text says. */

const withoutBacktick = (cell: string) => cell.replace(/^`/, '');
const gbk = (path: string) => new TextDecoder('gb18030').decode(fixtureBytes(path));

type Way = readonly [way: string, make: (cell: string) => WorkbookCell];
const WAYS: readonly Way[] = [
	['as text with backticks', (cell) => cell],
	['as text', withoutBacktick],
	['as numbers and dates', (cell) => asTyped(withoutBacktick(cell))],
];

describe.each([
	['wechat-trade-bill/all-bom-crlf.csv', 27],
	['wechat-trade-bill/success.csv', 20],
	['wechat-trade-bill/refund.csv', 29],
	['wechat-fund-flow/basic.csv', 11],
])('%s', (path, width) => {
	const lines = fixtureText(path).trimEnd().split(/\r?\n/);
	const rows = lines.map((line) => {
		const cells = splitBackticked(line, { delimiter: ',', width: 0 });
		return cells.map((cell, place) => (line.startsWith('`') && place > 0 ? `\`${cell}` : cell));
	});

	test.each(WAYS)('%s', async (_, make) => {
		expect(rows[0]).toHaveLength(width);
		const bill = await billOfRows(rows.map((cells) => cells.map(make)));
		const text = billOf(fixtureText(path));
		expect(bill).toEqual({ ...text, encoding: null });
		expect(bill.footer).toEqual({ present: true, agrees: true });
	});
});

describe.each([
	['alipay-trade/20887770000000010156_20261102_业务明细.csv', 25],
	['alipay-account/20887770000000010156_20261102_账务明细.csv', 12],
])('%s', (path, width) => {
	const text = gbk(path);
	const rows = text
		.trimEnd()
		.split(/\r?\n/)
		.map((line) => (line.startsWith('#') ? [line] : tailJoined(line.split(','), width).map((cell) => cell.trim())));

	test.each(WAYS.slice(1))('%s', async (_, make) => {
		const bill = await billOfRows(rows.map((cells) => cells.map(make)));
		expect(bill).toEqual({ ...billOf(text), encoding: null });
		expect(bill.footer).toEqual({ present: true, agrees: true });
		expect(bill.problems).toEqual([]);
	});
});

test('an order number that became a number has lost its digits, and only that is lost', async () => {
	const [header = '', row = ''] = fixtureText('wechat-trade-bill/success.csv').split(/\r?\n/);
	const names = header.split(',');
	const cells: WorkbookCell[] = splitBackticked(row, { delimiter: ',', width: 0 }).map((cell) => asTyped(withoutBacktick(cell)));
	cells[names.indexOf('微信订单号')] = 4.2000123e27;
	const bill = await billOfRows([names, cells]);
	expect(bill.receipts).toMatchObject([{ channelOrderNo: null, kind: 'sale', status: 'success' }]);
	expect(bill.problems.map(({ line, code }) => `${line}:${code}`)).toEqual(['2:id_damaged', 'null:footer_missing']);
});

/** A remark may hold commas that nothing quotes; it stands last. */
function tailJoined(cells: readonly string[], width: number): string[] {
	return [...cells.slice(0, width - 1), cells.slice(width - 1).join(',')];
}
