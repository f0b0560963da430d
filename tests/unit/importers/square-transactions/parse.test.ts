import { describe, expect, test } from 'vitest';
import { formatIso } from '../../../../src/domain/time.ts';
import { billOf, problemsOf } from '../../../support/bills.ts';
import { type Cells, csvOf } from '../../../support/csv-tables.ts';

const USUAL: Cells = {
	...{ Date: '2026-11-04', Time: '16:09:09', 'Time Zone': 'Eastern Time (US & Canada)', 'Gross Sales': '$20.00', Tip: '$2.00', 'Total Collected': '$22.00' },
	...{ Card: '$22.00', Cash: '$0.00', 'Square Gift Card': '$0.00', 'Other Tender': '$0.00', Fees: '-$0.67', 'Net Total': '$21.33', 'Transaction ID': 'tx1' },
	...{ 'Payment ID': 'pay1', 'PAN Suffix': '0042', 'Staff Name': 'Ana', 'Customer Name': 'Guest One', 'Event Type': 'Payment', 'Deposit ID': 'd' },
};
const file = (...rows: Cells[]) => billOf(csvOf(USUAL, rows));
const first = (row: Cells) => file(row).receipts[0];

describe('when', () => {
	test.each([
		['2026-11-04', '16:09:09', 'Eastern Time (US & Canada)', '2026-11-04T16:09:09-05:00'],
		['11/25/2026', '4:09:09 PM', 'Eastern Time (US & Canada)', '2026-11-25T16:09:09-05:00'],
		['11/04/2026', '12:00 AM', 'Pacific Time (US & Canada)', '2026-11-04T00:00:00-08:00'],
		['7/25/18', '4:09 PM', 'Arizona', '2018-07-25T16:09:00-07:00'],
		['2026-07-04', '16:09:09', 'Mountain Time (US & Canada)', '2026-07-04T16:09:09-06:00'],
		['2026-11-01', '02:30:00', 'Central Time (US & Canada)', '2026-11-01T02:30:00-06:00'],
		['2026-07-04', '16:09:09', 'London', '2026-07-04T16:09:09+01:00'],
		['2026-11-04', '16:09:09', 'Tokyo', '2026-11-04T16:09:09+09:00'],
		['2026-11-04', '16:09:09', 'Australia/Sydney', '2026-11-04T16:09:09+11:00'],
	])('%s %s in %s is %s', (day, clock, zone, iso) => {
		const bill = file({ Date: day, Time: clock, 'Time Zone': zone });
		expect(bill.receipts[0] && formatIso(bill.receipts[0])).toBe(iso);
		expect(problemsOf(bill)).toEqual([]);
	});

	test('without a known zone it is the shop’s, and said', () => {
		const bill = file({ 'Time Zone': 'Somewhere' }, { 'Time Zone': '', 'Payment ID': 'pay2' });
		expect(bill.receipts.map(formatIso)).toEqual(['2026-11-04T16:09:09+08:00', '2026-11-04T16:09:09+08:00']);
		expect(problemsOf(bill)).toEqual(['-:zone_assumed']);
	});

	test('an ambiguous date is month first in America, and elsewhere day first with a problem', () => {
		expect(first({ Date: '11/04/2026' })).toMatchObject({ at: Date.parse('2026-11-04T16:09:09-05:00') });
		const sydney = file({ Date: '11/04/2026', 'Time Zone': 'Sydney' });
		expect(sydney.receipts[0] && formatIso(sydney.receipts[0])).toBe('2026-04-11T16:09:09+10:00');
		expect(problemsOf(sydney)).toEqual(['-:date_order_assumed']);
	});

	test('covers whole days of the zone, also that on which clocks change', () => {
		const { coverage } = file({ Date: '2026-11-01', Time: '12:00:00' });
		expect(coverage).toEqual({ from: Date.parse('2026-11-01T00:00:00-04:00'), to: Date.parse('2026-11-02T00:00:00-05:00') });
		expect(billOf(csvOf(USUAL, [])).coverage).toBeNull();
	});
});

test.each([
	[{}, 'card', 2133],
	[{ Card: '$0.00', Cash: '$22.00' }, 'cash', null],
	[{ Card: '$0.00', 'Other Tender': '$22.00' }, 'other', null],
	[{ Card: '$0.00', 'Square Gift Card': '$22.00' }, 'other', null],
	[{ Card: '$0.00', 'Cash App': '$22.00', 'PAN Suffix': '' }, 'other', null],
	[{ Card: '$12.00', Cash: '$10.00' }, 'card', 2133],
	[{ Card: '', Cash: '', 'Other Tender': '', 'PAN Suffix': '' }, null, null],
] as const)('%j was paid by %s', (row, tender, netMinor) => {
	expect(first(row)).toMatchObject({ tender, netMinor });
});

test('a refund is a row of its own, its amount and fee given back', () => {
	const refund = {
		'Event Type': 'Refund',
		'Total Collected': '($5.00)',
		Card: '($5.00)',
		Fees: '$0.15',
		'Net Total': '($4.85)',
		Tip: '$0.00',
		'Payment ID': 'r1',
	};
	expect(first(refund)).toMatchObject({
		...{ kind: 'refund', amountMinor: 500, feeMinor: -15, netMinor: -485, tipMinor: null, tender: 'card' },
		...{ channelOrderNo: 'r1', merchantOrderNo: null, originalRef: 'tx1' },
	});
});

test.each([
	['$1,149.00', 114900],
	['1149', 114900],
	['£22.00', 2200],
	['$22.00 ', 2200],
])('%s is an amount', (total, amountMinor) => {
	expect(first({ 'Total Collected': total })).toMatchObject({ amountMinor });
});

test('another currency than the dollar is known by its sign, that of Australia by the zone', () => {
	expect(first({ 'Total Collected': '£22.00', Tip: '£0', Fees: '-£0.40', 'Time Zone': 'London' })).toMatchObject({ currency: 'GBP', feeMinor: 40 });
	expect(first({ 'Total Collected': '¥2,200', Tip: '¥0', Fees: '-¥71', 'Time Zone': 'Tokyo' })).toMatchObject({
		currency: 'JPY',
		amountMinor: 2200,
		feeMinor: 71,
	});
	expect(first({ 'Time Zone': 'Sydney' })).toMatchObject({ currency: 'AUD' });
});

test('what is damaged or unknown is said with its line, and the rest is read', () => {
	const bill = file(
		{ 'Total Collected': '$12.5.0' },
		{ Time: '25:00' },
		{ 'Event Type': 'Layaway', 'Payment ID': 'p3' },
		{ 'Payment ID': '1.23E+22' },
		{ 'Total Collected': '-$3.00' },
		{ 'Transaction Status': 'Sleeping', 'Payment ID': 'p6' },
		{ 'Payment ID': 'p7', 'Transaction Status': 'Complete' },
	);
	expect(problemsOf(bill)).toEqual(['2:amount_unreadable', '3:time_unreadable', '4:kind_unknown', '5:id_damaged', '6:amount_unreadable', '7:kind_unknown']);
	expect(bill.receipts.map(({ line, kind, status }) => `${line} ${kind} ${status}`)).toEqual([
		'4 adjustment success',
		'5 sale success',
		'7 sale pending',
		'8 sale success',
	]);
});

test('no name and no more than four digits of a card come out', () => {
	const bill = file({ 'PAN Suffix': '4111111111111111', 'Total Collected': 'x' }, { 'PAN Suffix': '4111 1111 1111 1111', 'Customer Name': 'Guest One' });
	expect(bill.receipts[0]?.last4).toBe('1111');
	expect(JSON.stringify(bill)).not.toMatch(/Ana|Guest|41111|4111 1/);
});
