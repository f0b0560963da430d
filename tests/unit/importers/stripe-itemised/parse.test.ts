import { describe, expect, test } from 'vitest';
import { billOf, problemsOf } from '../../../support/bills.ts';
import { type Cells, csvOf } from '../../../support/csv-tables.ts';

const USUAL: Cells = {
	...{ balance_transaction_id: 'txn_1', created_utc: '2026-11-03 08:07:11', currency: 'gbp', gross: '45.99', fee: '0.74', net: '45.25' },
	...{ reporting_category: 'charge', source_id: 'ch_1', charge_id: 'ch_1', payment_method_type: 'card_present', 'payment_metadata[order_id]': 'T1' },
	description: 'for Guest One',
};
const file = (...rows: Cells[]) => billOf(csvOf(USUAL, rows));
const first = (row: Cells) => file(row).receipts[0];

describe('the category says what a row is', () => {
	test.each([
		['charge', '45.99', 'sale', 4599],
		['refund', '-45.99', 'refund', 4599],
		['dispute', '-45.99', 'chargeback', 4599],
		['dispute_reversal', '45.99', 'adjustment', 4599],
		['fee', '-1.20', 'fee', 120],
		['fee', '1.20', 'adjustment', 120],
		['payout', '-270.41', 'payout', 27041],
		['payout_reversal', '270.41', 'adjustment', 27041],
		['other_adjustment', '-3.00', 'adjustment', 300],
	])('%s %s is %s', (reporting_category, gross, kind, amountMinor) => {
		const bill = file({ reporting_category, gross });
		expect(bill.receipts[0]).toMatchObject({ kind, amountMinor, status: 'success' });
		expect(problemsOf(bill)).toEqual([]);
	});

	test('an unknown one is an adjustment and said', () => {
		const bill = file({ reporting_category: 'moonshine' });
		expect(bill.receipts[0]).toMatchObject({ kind: 'adjustment' });
		expect(problemsOf(bill)).toEqual(['2:kind_unknown']);
	});
});

test('numbers: the source is the receipt’s own, the charge that of its original', () => {
	expect(first({})).toMatchObject({ channelOrderNo: 'ch_1', merchantOrderNo: 'T1', originalRef: null });
	expect(first({ reporting_category: 'refund', source_id: 're_1', gross: '-2.00' })).toMatchObject({
		channelOrderNo: 're_1',
		merchantOrderNo: 'T1',
		originalRef: 'ch_1',
	});
	expect(first({ reporting_category: 'fee', source_id: '', charge_id: '', 'payment_metadata[order_id]': '', gross: '-1' })).toMatchObject({
		...{ channelOrderNo: 'txn_1', merchantOrderNo: null, originalRef: null },
	});
});

test('the net amount is signed', () => {
	expect(
		file({}, { reporting_category: 'dispute', gross: '-45.99', fee: '15.00', net: '-60.99' }).receipts.map(({ netMinor, feeMinor }) => [netMinor, feeMinor]),
	).toEqual([
		[4525, 74],
		[-6099, 1500],
	]);
});

test.each([
	['card_present', '', 'card'],
	['wechat_pay', '', 'wechat'],
	['alipay', '', 'alipay'],
	['sepa_debit', '', 'other'],
	['', 'visa', 'card'],
	['', '', null],
])('method %j and brand %j: tender %s', (method, brand, tender) => {
	expect(first({ payment_method_type: method, card_brand: brand })).toMatchObject({ tender });
});

test('the time is created_utc, or created where that was not chosen', () => {
	const { created_utc, ...others } = USUAL;
	const at = Date.parse('2026-11-03T08:07:11Z');
	expect(billOf(csvOf({ ...others, created: '2026-11-03 08:07:11' }, [{}])).receipts[0]).toMatchObject({ at, offset: 0 });
	expect(file({ created: '2026-11-03 00:07:11' }).receipts[0]).toMatchObject({ at });
	expect(problemsOf(billOf(csvOf(others, [{}])))).toEqual(['2:time_unreadable']);
});

test('currencies without decimals, and several', () => {
	const bill = file({ currency: 'jpy', gross: '1200', fee: '27', net: '1173' }, {}, { balance_transaction_id: 'txn_3' });
	expect(bill.receipts[0]).toMatchObject({ currency: 'JPY', amountMinor: 1200, feeMinor: 27, netMinor: 1173 });
	expect(bill).toMatchObject({ currency: 'GBP', totals: { salesMinor: 9198, feesMinor: 148 } });
});

test('what is damaged is said with its line, and nothing of a description comes out', () => {
	const bill = file({ gross: '4,5' }, { created_utc: 'soon' }, { source_id: '1.23E+22' }, {});
	expect(problemsOf(bill)).toEqual(['2:amount_unreadable', '3:time_unreadable', '4:id_damaged']);
	expect(bill.receipts.map(({ line }) => line)).toEqual([4, 5]);
	expect(JSON.stringify(bill)).not.toContain('Guest');
});
