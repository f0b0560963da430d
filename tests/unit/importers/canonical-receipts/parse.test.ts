import { expect, test } from 'vitest';
import { readFile } from '../../../../src/importers/read-file.ts';
import { billOf, OPTIONS, problemsOf, receiptsTable } from '../../../support/bills.ts';

const at = (time: string) => ({ occurred_at: `2026-11-02T${time}+08:00` });

test('the instant, kind and amount are enough', () => {
	const bill = billOf('kind,amount,occurred_at\nsale,12.5,2026-11-02T12:00:00Z\n');
	expect(bill.receipts).toMatchObject([{ kind: 'sale', status: 'success', amountMinor: 1250, currency: 'CNY', tender: null, offset: 0, line: 2 }]);
	expect(problemsOf(bill)).toEqual([]);
});

test('a header without rows is a day without rows', () => {
	expect(billOf(receiptsTable([]))).toMatchObject({ receipts: [], coverage: null, problems: [], footer: { present: false, agrees: null } });
});

test('the same id with the same content counts once, with other content it is a conflict, whatever the order', () => {
	const rows = [
		{ id: 'a', ...at('12:00:00'), amount: '26.00' },
		{ id: 'b' },
		{ id: 'a', ...at('12:00:00'), amount: '9.99' },
		{ id: 'b' },
		{ id: 'a', ...at('11:59:59'), amount: '99.99' },
	];
	const seen = (bill: ReturnType<typeof billOf>) => bill.receipts.map(({ id, amountMinor }) => `${id} ${amountMinor}`).sort();
	const bill = billOf(receiptsTable(rows));
	expect(seen(bill)).toEqual(['a 9999', 'b 1000']);
	expect(problemsOf(bill)).toEqual(['2:id_conflict', '4:id_conflict']);
	const turned = billOf(receiptsTable([...rows].reverse()));
	expect(seen(turned)).toEqual(seen(bill));
	expect(turned.problems).toHaveLength(2);
});

test('rows without an id get one from what they say; equal ones both count', () => {
	const ids = (rows: Record<string, string>[]) => billOf(receiptsTable(rows)).receipts.map(({ id }) => id);
	const first = ids([{ rrn: '1' }, {}, {}, { id: 'own' }]);
	expect(new Set(first).size).toBe(4);
	expect(ids([{ id: 'own' }, {}, { rrn: '1' }, {}]).sort()).toEqual([...first].sort());
});

test.each([
	['occurred_at', '2026-11-02 12:00:00', 'time_unreadable'],
	['occurred_at', '2026-11-02T12:00:00', 'time_unreadable'],
	['occurred_at', '2026-11-31T12:00:00+08:00', 'time_unreadable'],
	['kind', 'Sale', 'kind_unknown'],
	['kind', '', 'kind_unknown'],
	['status', 'settled', 'kind_unknown'],
	['amount', '', 'amount_unreadable'],
	['amount', '-1.00', 'amount_unreadable'],
	['amount', '1.005', 'amount_unreadable'],
	['amount', '1,5', 'row_unreadable'],
])('a row with the %s %j takes no part', (name, value, code) => {
	const bill = billOf(receiptsTable([{ id: 'bad', [name]: value }, { id: 'good' }]));
	expect(bill.receipts.map(({ id }) => id)).toEqual(['good']);
	expect(problemsOf(bill)).toEqual([`2:${code}`]);
});

test.each([
	['tender', 'visa', 'kind_unknown'],
	['tip', 'some', 'amount_unreadable'],
	['fee', '--1', 'amount_unreadable'],
	['rrn', '1.2E+11', 'id_damaged'],
	['last4', 'none', 'id_damaged'],
	['settlement_date', '2026-02-30', 'time_unreadable'],
	['currency', 'yuan', 'row_unreadable'],
])('a row with the %s %j counts without it', (name, value, code) => {
	const bill = billOf(receiptsTable([{ id: 'odd', [name]: value }]));
	expect(bill.receipts.map(({ id }) => id)).toEqual(['odd']);
	expect(problemsOf(bill)).toEqual([`2:${code}`]);
});

test('a card number is masked before a message cuts it short', () => {
	const number = '4130 5092 8181 5965 2';
	const answer = JSON.stringify(
		billOf(receiptsTable([{ currency: number }, { tender: `${' '.repeat(3)}paid by the card ${number} and ${number}` }, { kind: `x${number}` }])),
	);
	expect(answer).not.toMatch(/4130.?5092/);
});

test('it covers whole business days by the cut-over asked for, for every tender', async () => {
	const table = receiptsTable([{ ...at('05:30:00') }]);
	expect(billOf(table)).toMatchObject({ coverage: { from: Date.UTC(2026, 10, 1, 20), to: Date.UTC(2026, 10, 2, 20) }, tenders: null });
	const reading = await readFile({ name: 'x', bytes: new TextEncoder().encode(table) }, { ...OPTIONS, cutoverMinutes: 360 });
	expect(reading.ok && reading.value.bills[0]?.coverage).toEqual({ from: Date.UTC(2026, 9, 31, 22), to: Date.UTC(2026, 10, 1, 22) });
});

test('totals are in the commonest currency', () => {
	const bill = billOf(receiptsTable([{ amount: '5.00' }, { amount: '700', currency: 'JPY', rrn: '1' }, { amount: '800', currency: 'JPY', rrn: '2' }]));
	expect(bill).toMatchObject({ currency: 'JPY', totals: { count: 3, salesMinor: 1500 } });
});

test('fees that are rows count as fees, voids and refunds under way as refunds', () => {
	const rows = [
		{ kind: 'fee', amount: '3.00' },
		{ kind: 'void', amount: '2.00' },
		{ kind: 'refund', status: 'pending', amount: '1.00' },
		{ kind: 'refund', status: 'failed' },
		{ kind: 'sale', status: 'reversed' },
		{ kind: 'sale', fee: '0.055' },
	];
	expect(billOf(receiptsTable(rows)).totals).toEqual({ count: 6, salesMinor: 1000, refundsMinor: 300, feesMinor: 306 });
});
