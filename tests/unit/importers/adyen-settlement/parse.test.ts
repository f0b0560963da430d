import { describe, expect, test } from 'vitest';
import { formatIso } from '../../../../src/domain/time.ts';
import { billOf, problemsOf } from '../../../support/bills.ts';
import { type Cells, csvOf } from '../../../support/csv-tables.ts';

const USUAL: Cells = {
	...{ 'Company Account': 'Markt', 'Psp Reference': '8826362211380208', 'Merchant Reference': 'POS-1', 'Payment Method': 'visa', ARN: '1.2302025304E+022' },
	...{ 'Creation Date': '2026-11-03 09:29:09', TimeZone: 'CET', Type: 'Settled', 'Modification Reference': 'M1', 'Gross Currency': 'EUR' },
	...{ 'Gross Debit (GC)': '', 'Gross Credit (GC)': '44.50', 'Net Currency': 'EUR', 'Net Debit (NC)': '', 'Net Credit (NC)': '44.22' },
	...{ 'Commission (NC)': '0.13', 'Markup (NC)': '0.04', 'Scheme Fees (NC)': '0.02', 'Interchange (NC)': '0.09', 'Batch Number': '41' },
	'Shopper Email': 'guest@example.com',
};
const OUT: Cells = {
	'Gross Debit (GC)': '44.50',
	'Gross Credit (GC)': '',
	'Net Debit (NC)': '44.50',
	'Net Credit (NC)': '',
	'Commission (NC)': '',
	'Markup (NC)': '',
	'Scheme Fees (NC)': '',
	'Interchange (NC)': '',
};
const NO_GROSS: Cells = { 'Gross Currency': '', 'Gross Debit (GC)': '', 'Gross Credit (GC)': '' };
const file = (...rows: Cells[]) => billOf(csvOf(USUAL, rows));
const first = (row: Cells) => file(row).receipts[0];

describe('the type says what a row is', () => {
	test.each([
		['Settled', {}, 'sale', 4450],
		['Refunded', OUT, 'refund', 4450],
		['RefundedReversed', {}, 'adjustment', 4450],
		['Chargeback', OUT, 'chargeback', 4450],
		['SecondChargeback', OUT, 'chargeback', 4450],
		['ChargebackReversed', {}, 'adjustment', 4450],
		['DepositCorrection', { ...OUT, ...NO_GROSS }, 'adjustment', 4450],
		['BalanceTransfer', { ...NO_GROSS }, 'adjustment', 4422],
		['Fee', { ...OUT, ...NO_GROSS }, 'fee', 4450],
		['InvoiceDeduction', { ...OUT, ...NO_GROSS }, 'fee', 4450],
		['Fee', NO_GROSS, 'adjustment', 4422],
		['MerchantPayout', { ...OUT, ...NO_GROSS }, 'payout', 4450],
	] as const)('%s %j', (Type, row, kind, amountMinor) => {
		const bill = file({ ...row, Type });
		expect(bill.receipts[0]).toMatchObject({ kind, amountMinor, currency: 'EUR', batchNo: '41' });
		expect(problemsOf(bill)).toEqual([]);
	});

	test('an unknown one is an adjustment and said', () => {
		const bill = file({ Type: 'Borrowed' });
		expect(bill.receipts[0]).toMatchObject({ kind: 'adjustment' });
		expect(problemsOf(bill)).toEqual(['2:kind_unknown']);
	});
});

test('numbers: a payment has its own, what changes it names it', () => {
	expect(first({})).toMatchObject({ channelOrderNo: '8826362211380208', originalRef: null, merchantOrderNo: 'POS-1' });
	expect(first({ ...OUT, Type: 'Refunded' })).toMatchObject({ channelOrderNo: 'M1', originalRef: '8826362211380208', merchantOrderNo: 'POS-1' });
	const payout = { ...OUT, ...NO_GROSS, 'Psp Reference': '', 'Merchant Reference': '', 'Modification Reference': 'TX1 batch 41, MarktPOS' };
	expect(first({ ...payout, Type: 'MerchantPayout' })).toMatchObject({
		channelOrderNo: null,
		originalRef: null,
		merchantOrderNo: null,
		feeMinor: null,
		netMinor: -4450,
	});
});

describe('what a payment cost', () => {
	test('is all four together, rounded once', () => {
		const fine = { 'Commission (NC)': '0.1249', 'Markup (NC)': '0.0449', 'Scheme Fees (NC)': '0.0249', 'Interchange (NC)': '0.094' };
		expect(first(fine)).toMatchObject({ feeMinor: 29, netMinor: 4422 });
		expect(first({})).toMatchObject({ feeMinor: 28 });
	});

	test('is not told where the payout is in another currency', () => {
		expect(first({ 'Gross Currency': 'USD' })).toMatchObject({ currency: 'USD', amountMinor: 4450, feeMinor: null, netMinor: null });
	});
});

test('currencies without decimals', () => {
	const yen = {
		'Gross Currency': 'JPY',
		'Net Currency': 'JPY',
		'Gross Credit (GC)': '1200',
		'Net Credit (NC)': '1173',
		'Commission (NC)': '27',
		'Markup (NC)': '',
		'Scheme Fees (NC)': '',
		'Interchange (NC)': '',
	};
	expect(first(yen)).toMatchObject({ currency: 'JPY', amountMinor: 1200, feeMinor: 27, netMinor: 1173 });
});

describe('when', () => {
	test.each([
		['2026-11-03 09:29:09', 'CET', '2026-11-03T09:29:09+01:00'],
		['2026-07-03 09:29:09', 'CEST', '2026-07-03T09:29:09+02:00'],
		['2026-11-03 09:29:09', 'PST', '2026-11-03T09:29:09-08:00'],
		['2026-11-03 09:29:09', 'EDT', '2026-11-03T09:29:09-04:00'],
		['2026-11-03 09:29:09', 'HKT', '2026-11-03T09:29:09+08:00'],
		['2026-11-03 09:29:09', 'GMT+01:00', '2026-11-03T09:29:09+01:00'],
		['2026-11-03 09:29:09', 'Europe/Amsterdam', '2026-11-03T09:29:09+01:00'],
		['13/11/2026 09:29', 'BST', '2026-11-13T09:29:00+01:00'],
	])('%s %s is %s', (created, zone, iso) => {
		const bill = file({ 'Creation Date': created, TimeZone: zone });
		expect(bill.receipts[0] && formatIso(bill.receipts[0])).toBe(iso);
		expect(problemsOf(bill)).toEqual([]);
	});

	test('in a zone that nobody knows it is the shop’s, and said once', () => {
		const bill = file({ TimeZone: 'XYZT' }, { TimeZone: 'XYZT', 'Psp Reference': '2' });
		expect(bill.receipts[0] && formatIso(bill.receipts[0])).toBe('2026-11-03T09:29:09+08:00');
		expect(problemsOf(bill)).toEqual(['-:zone_assumed']);
	});

	test('it is the booking where there is no creation', () => {
		const booked = { 'Creation Date': '', 'Booking Date': '2026-11-04 01:00:00', 'Booking Date TimeZone': 'EST' };
		expect(first(booked)).toMatchObject({ at: Date.parse('2026-11-04T01:00:00-05:00') });
	});
});

test.each([
	['visa', 'card'],
	['mc', 'card'],
	['alipay', 'alipay'],
	['alipay_hk', 'alipay'],
	['wechatpay_pos', 'wechat'],
	['wechatpayQR', 'wechat'],
	['', null],
])('%j was paid by %s', (method, tender) => {
	expect(first({ 'Payment Method': method })).toMatchObject({ tender });
});

test('columns that some reports add: terminal, authorisation, gratuity, card', () => {
	const more = { 'Unique Terminal ID': 'V400m-1', 'Authorisation Code': '012345', 'Gratuity Amount': '2.50', 'Card Number': '1111' };
	expect(first(more)).toMatchObject({ terminalId: 'V400m-1', authCode: '012345', tipMinor: 250, last4: '1111' });
});

test('the interactive report has lines before its names', () => {
	const text = csvOf(USUAL, [{}]);
	const bill = billOf(`\ufeffSettlement details report,,\r\nBatch 41 of MarktPOS,,\r\n${text}`);
	expect(bill.receipts).toMatchObject([{ line: 4, amountMinor: 4450 }]);
	expect(problemsOf(bill)).toEqual([]);
});

test('a spreadsheet of another country writes decimal commas and its own dates', () => {
	const text = csvOf(
		{ ...USUAL, 'Gross Credit (GC)': '1.044,50', 'Net Credit (NC)': '1.044,22', 'Commission (NC)': '0,13', 'Markup (NC)': '0,04' },
		[{ 'Creation Date': '03.11.2026 09:29' }],
		';',
	);
	const bill = billOf(text.replaceAll(';0.0', ';0,0'));
	expect(bill.receipts).toMatchObject([{ amountMinor: 104450, netMinor: 104422, feeMinor: 28, at: Date.parse('2026-11-03T09:29:00+01:00') }]);
	expect(problemsOf(bill)).toEqual([]);
});

test('what is damaged is said with its line; a damaged number that is no field is none of our business', () => {
	const bill = file(
		{ 'Gross Credit (GC)': '44,5O' },
		{ 'Creation Date': '2026-02-30 10:00:00' },
		{ 'Gross Credit (GC)': '', 'Net Credit (NC)': '' },
		{ 'Psp Reference': '8.8263E+15' },
		{ 'Commission (NC)': 'x', 'Psp Reference': '6' },
		{ 'Psp Reference': '7' },
	);
	expect(problemsOf(bill)).toEqual(['2:amount_unreadable', '3:time_unreadable', '4:amount_unreadable', '5:id_damaged', '6:amount_unreadable']);
	expect(bill.receipts.map(({ line, feeMinor }) => [line, feeMinor])).toEqual([
		[5, 28],
		[6, null],
		[7, 28],
	]);
	expect(JSON.stringify(bill)).not.toContain('guest@');
});
