import { describe, expect, test } from 'vitest';
import { billOf, problemsOf } from '../../../support/bills.ts';
import { type Cells, csvOf } from '../../../support/csv-tables.ts';

const USUAL: Cells = {
	...{ id: 'ch_1', 'Created date (UTC)': '2026-11-03 18:37:54', Amount: '12.99', 'Amount Refunded': '0.00', Currency: 'eur', 'Converted Currency': 'eur' },
	...{ Fee: '0.28', Status: 'Paid', 'Card Last4': '5181', 'Payment Source Type': 'card_present', 'Customer Email': 'guest@example.com' },
};
const file = (...rows: Cells[]) => billOf(csvOf(USUAL, rows));
const first = (row: Cells) => file(row).receipts[0];
const without = (...names: string[]) => Object.fromEntries(Object.entries(USUAL).filter(([name]) => !names.includes(name)));

test.each([
	['Paid', 'success'],
	['Refunded', 'success'],
	['Partially refunded', 'success'],
	['Failed', 'failed'],
	['canceled', 'failed'],
	['requires_payment_method', 'failed'],
	['Pending', 'pending'],
	['Uncaptured', 'pending'],
])('%s is %s', (Status, status) => {
	const bill = file({ Status });
	expect(bill.receipts[0]).toMatchObject({ kind: 'sale', status });
	expect(problemsOf(bill)).toEqual([]);
});

test.each([
	['card', 'card'],
	['card_present', 'card'],
	['alipay', 'alipay'],
	['wechat_pay', 'wechat'],
	['klarna', 'other'],
	['', 'card'],
])('%j was paid by %s', (method, tender) => {
	expect(first({ 'Payment Source Type': method })).toMatchObject({ tender });
});

describe('what was refunded', () => {
	test('is a second receipt of the line, at its own time where there is one', () => {
		const { receipts } = file({ 'Amount Refunded': '4.99' }, { id: 'ch_2', 'Amount Refunded': '12.99', 'Refunded date (UTC)': '2026-11-05 08:00:00' });
		expect(receipts.map(({ line, kind, amountMinor, at }) => [line, kind, amountMinor, new Date(at).toISOString()])).toEqual([
			[2, 'sale', 1299, '2026-11-03T18:37:54.000Z'],
			[2, 'refund', 499, '2026-11-03T18:37:54.000Z'],
			[3, 'sale', 1299, '2026-11-03T18:37:54.000Z'],
			[3, 'refund', 1299, '2026-11-05T08:00:00.000Z'],
		]);
		expect(receipts[1]).toMatchObject({ originalRef: 'ch_1', channelOrderNo: null, merchantOrderNo: null, feeMinor: null, tender: 'card', netMinor: -499 });
	});

	test('keeps its id while more is refunded of the same payment', () => {
		const idOf = (refunded: string) => file({ 'Amount Refunded': refunded }).receipts[1]?.id;
		expect(idOf('4.99')).toBe(idOf('12.99'));
	});

	test('with an unreadable date of its own has that of the payment, and says so', () => {
		const bill = file({ 'Amount Refunded': '1.00', 'Refunded date (UTC)': 'soon' });
		expect(bill.receipts).toHaveLength(2);
		expect(problemsOf(bill)).toEqual(['2:time_unreadable']);
	});
});

describe('currencies', () => {
	test('without decimals', () => {
		const yen = { Currency: 'jpy', 'Converted Currency': 'jpy', Amount: '1200', 'Amount Refunded': '112.00', Fee: '27' };
		expect(file(yen).receipts).toMatchObject([
			{ amountMinor: 1200, feeMinor: 27, currency: 'JPY' },
			{ amountMinor: 112, currency: 'JPY' },
		]);
		expect(problemsOf(file({ ...yen, Amount: '12.50' }))).toEqual(['2:amount_unreadable']);
	});

	test('converted: the fee is in another currency, so it is not told', () => {
		expect(first({ Currency: 'usd', 'Converted Amount': '11.10' })).toMatchObject({ currency: 'USD', amountMinor: 1299, feeMinor: null, netMinor: null });
	});

	test('several: the totals are those of the most', () => {
		const bill = file({ Currency: 'usd', 'Converted Currency': '' }, { id: 'ch_2' }, { id: 'ch_3' });
		expect(bill).toMatchObject({ currency: 'EUR', totals: { count: 3, salesMinor: 2598 } });
	});

	test('not selected: those of the conversion, else the shop’s, which is said', () => {
		expect(billOf(csvOf(without('Currency'), [{}])).receipts[0]?.currency).toBe('EUR');
		const none = billOf(csvOf(without('Currency', 'Converted Currency'), [{}]));
		expect(none.receipts[0]?.currency).toBe('CNY');
		expect(problemsOf(none)).toEqual(['-:currency_assumed']);
	});
});

test('it covers the days of its payments, not those of later refunds beside them', () => {
	expect(file({ 'Amount Refunded': '1.00', 'Refunded date (UTC)': '2026-11-20 08:00:00' }).coverage).toEqual({
		from: Date.parse('2026-11-03T00:00:00Z'),
		to: Date.parse('2026-11-04T00:00:00Z'),
	});
});

test('the order number is the metadata of that name', () => {
	expect(first({ 'order_id (metadata)': 'BK-1' })).toMatchObject({ merchantOrderNo: 'BK-1' });
	expect(first({ 'Order Number (metadata)': 'BK-2' })).toMatchObject({ merchantOrderNo: 'BK-2' });
	expect(first({ 'table (metadata)': '12' })).toMatchObject({ merchantOrderNo: null, notes: { 'table(metadata)': '12' } });
});

test('what is damaged or unknown is said with its line, and the rest is read', () => {
	const bill = file(
		{ Amount: 'twelve' },
		{ 'Created date (UTC)': '2026-11-31 10:00:00' },
		{ Status: 'Sleeping', id: 'ch_4' },
		{ Amount: '-1.00' },
		{ id: '1.23E+22' },
		{ Fee: 'x', id: 'ch_7' },
	);
	expect(problemsOf(bill)).toEqual([
		'2:amount_unreadable',
		'3:time_unreadable',
		'4:kind_unknown',
		'5:amount_unreadable',
		'6:id_damaged',
		'7:amount_unreadable',
	]);
	expect(bill.receipts.map(({ line, status, feeMinor }) => [line, status, feeMinor])).toEqual([
		[4, 'pending', 28],
		[6, 'success', 28],
		[7, 'success', null],
	]);
});

test('dates that a spreadsheet wrote its own way are read by the column as a whole', () => {
	const bill = file({ 'Created date (UTC)': '11/3/2026 18:37' }, { 'Created date (UTC)': '11/13/2026 6:05', id: 'ch_2' });
	expect(bill.receipts.map(({ at }) => new Date(at).toISOString().slice(0, 16))).toEqual(['2026-11-03T18:37', '2026-11-13T06:05']);
	expect(problemsOf(bill)).toEqual([]);
	expect(problemsOf(file({ 'Created date (UTC)': '11/3/2026 18:37' }))).toEqual(['-:date_order_assumed']);
});

test('no e-mail address and no name comes out, also of damaged rows', () => {
	const bill = billOf(
		`${csvOf({ ...USUAL, 'Card Name': 'Guest One', Description: 'for Guest One' }, [{ Amount: 'x' }, { 'Card Last4': '4111111111111111' }])}\r\nch_9,guest@example.com`,
	);
	expect(problemsOf(bill)).toEqual(['2:amount_unreadable', '4:row_unreadable']);
	expect(JSON.stringify(bill)).not.toMatch(/guest@|Guest|41111/);
});
