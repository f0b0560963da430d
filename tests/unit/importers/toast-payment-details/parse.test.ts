import { describe, expect, test } from 'vitest';
import { formatIso } from '../../../../src/domain/time.ts';
import { billOf, problemsOf } from '../../../support/bills.ts';
import { type Cells, csvOf } from '../../../support/csv-tables.ts';

const USUAL: Cells = {
	...{ 'Payment Id': '467605958499089539', 'Order Id': '418821388438559060', 'Paid Date': '11/3/26 12:48 PM', Server: 'Chloë’s', Amount: '11.84', Tip: '1.50' },
	...{ Gratuity: '5.00', Total: '18.34', 'Swiped Card Amount': '18.34', Refunded: 'NONE', 'Refund Date': '', 'Refund Amount': '', 'Refund Tip Amount': '' },
	...{
		'Void Date': '',
		Status: 'CAPTURED',
		Type: 'Credit',
		Email: 'guest@example.com',
		Phone: '5550009999',
		'Last 4 Card Digits': '0441',
		'V/MC/D Fees': '0.48',
	},
};
const ZONE = ['-:zone_assumed'];
const file = (...rows: Cells[]) => billOf(csvOf(USUAL, rows));
const first = (row: Cells) => file(row).receipts[0];

test.each([
	['CAPTURED', 'success'],
	['CAPTURE_IN_PROGRESS', 'success'],
	['AUTHORIZED', 'pending'],
	['DENIED', 'failed'],
	['ERROR', 'failed'],
	['CANCELLED', 'failed'],
	['VOIDED', 'reversed'],
	['', 'success'],
])('%j is %s', (Status, status) => {
	expect(first({ Status })).toMatchObject({ kind: 'sale', status, amountMinor: 1834, tipMinor: 650, feeMinor: 48, last4: '0441' });
	expect(problemsOf(file({ Status }))).toEqual(ZONE);
});

test('a payment without a status but with a void is reversed; an unknown status is said', () => {
	expect(first({ Status: '', 'Void Date': '11/5/2026 6:01 PM' })).toMatchObject({ status: 'reversed' });
	expect(problemsOf(file({ Status: 'SLEEPING' }))).toEqual(['2:kind_unknown', ...ZONE]);
});

test.each([
	['Credit', 'card'],
	['Debit', 'card'],
	['Cash', 'cash'],
	['Gift Card', 'other'],
	['House Account', 'other'],
	['', null],
])('%j was paid by %s', (Type, tender) => {
	expect(first({ Type })).toMatchObject({ tender });
});

describe('a refund on the row of its payment', () => {
	test('is a second receipt with its tip, at its own time', () => {
		const { receipts } = file({ Refunded: 'FULL', 'Refund Date': '11/4/2026 6:55 PM', 'Refund Amount': '16.84', 'Refund Tip Amount': '1.50' });
		expect(receipts[1]).toMatchObject({
			...{ line: 2, kind: 'refund', status: 'success', amountMinor: 1834, tipMinor: null, feeMinor: null, tender: 'card', last4: '0441' },
			...{ merchantOrderNo: null, channelOrderNo: null, originalRef: '467605958499089539' },
		});
		expect(receipts.map(formatIso)).toEqual(['2026-11-03T12:48:00+08:00', '2026-11-04T18:55:00+08:00']);
	});

	test('without a time of its own has that of the payment', () => {
		expect(file({ Refunded: 'PARTIAL', 'Refund Amount': '5.00' }).receipts[1]).toMatchObject({ at: Date.parse('2026-11-03T12:48:00+08:00'), amountMinor: 500 });
	});

	test('said but without an amount is a problem', () => {
		expect(problemsOf(file({ Refunded: 'FULL' }))).toEqual(['2:amount_unreadable', ...ZONE]);
	});
});

test('columns that the shop renamed are known by their other names', () => {
	const renamed = Object.entries({
		'Payment Id': 'Payment ID',
		'Paid Date': 'Date Paid',
		'V/MC/D Fees': 'Card Fees',
		'Last 4 Card Digits': 'Last 4',
		Type: 'Payment Type',
	});
	const usual = Object.fromEntries(Object.entries(USUAL).map(([name, cell]) => [renamed.find(([old]) => old === name)?.[1] ?? name, cell]));
	expect(billOf(csvOf(usual, [{}])).receipts).toEqual(file({}).receipts);
});

test('without the column of totals it is what the total is made of', () => {
	const { Total, ...others } = USUAL;
	expect(billOf(csvOf(others, [{}])).receipts).toMatchObject([{ amountMinor: 1834, tipMinor: 650 }]);
});

test('a fee that is not there is none, a column that is not there says nothing', () => {
	expect(first({ 'V/MC/D Fees': '' })).toMatchObject({ feeMinor: 0 });
});

test('windows-1252 is told from Chinese, whatever the names look like in it', () => {
	const text = csvOf(USUAL, [{}, { 'Payment Id': '2', Server: 'Zoë’s' }]);
	const bill = billOf(Uint8Array.from(text, (char) => (char === '’' ? 0x92 : char.charCodeAt(0))));
	expect(bill).toMatchObject({ encoding: 'windows-1252', receipts: [{}, {}] });
});

test('what is damaged is said with its line; no address, number or name comes out', () => {
	const bill = billOf(
		`${csvOf(USUAL, [{ Total: '18.3.4' }, { 'Paid Date': '13/13/26 1:00 PM' }, { 'Payment Id': '4.67606E+17' }, { 'Payment Id': '5' }])}\r\n467,418,11/3/26 12:48 PM,Chloë’s,guest@example.com,5550009999`,
	);
	expect(problemsOf(bill)).toEqual(['2:amount_unreadable', '3:time_unreadable', '4:id_damaged', '6:row_unreadable', ...ZONE]);
	expect(bill.receipts.map(({ line }) => line)).toEqual([4, 5]);
	expect(JSON.stringify(bill)).not.toMatch(/guest@|5550009999|Chlo/);
});
