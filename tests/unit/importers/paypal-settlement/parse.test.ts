import { describe, expect, test } from 'vitest';
import { formatIso } from '../../../../src/domain/time.ts';
import { billOf, problemsOf } from '../../../support/bills.ts';

const HEAD = [
	'"RH","2026/11/04 04:59:59 -0800","A","SHOP","10"',
	'"FH","1"',
	'"SH","2026/11/03 00:00:00 -0800","2026/11/03 23:59:59 -0800","SHOP",""',
	'"CH","Transaction ID","Invoice ID","PayPal Reference ID","PayPal Reference ID Type","Transaction Event Code","Transaction Initiation Date","Transaction Completion Date","Transaction Debit or Credit","Gross Transaction Amount","Gross Transaction Currency","Fee Debit or Credit","Fee Amount","Fee Currency","Custom Field","Consumer ID"',
];
type Cells = Partial<Record<'record' | 'id' | 'invoice' | 'ref' | 'code' | 'at' | 'sign' | 'gross' | 'currency' | 'feeSign' | 'fee' | 'feeCurrency', string>>;

function row({
	record = 'SB',
	id = 'T1',
	invoice = 'INV-1',
	ref = '',
	code = 'T0006',
	at = '2026/11/03 07:33:42 -0800',
	sign = 'CR',
	...rest
}: Cells = {}): string {
	const { gross = '999', currency = 'EUR', feeSign = 'DR', fee = '75', feeCurrency = fee === '' ? '' : 'EUR' } = rest;
	const cells = [
		record,
		id,
		invoice,
		ref,
		ref === '' ? '' : 'TXN',
		code,
		at,
		at,
		sign,
		gross,
		currency,
		feeSign,
		fee,
		feeCurrency,
		'for Guest One',
		'guest@example.com',
	];
	return cells.map((cell) => (cell === '' ? '' : `"${cell}"`)).join(',');
}
const sums = (record: string, currency: string, ...numbers: number[]) => [record, currency, ...numbers, 'CR', 0].map((cell) => `"${cell}"`).join(',');
const foot = (credits: number, debits: number, fees: number, back: number, count: number) => [
	...[sums('SF', 'EUR', credits, debits, fees, back), `"SC","${count}"`, sums('RF', 'EUR', credits, debits, fees, back), `"RC","${count}"`, '"FF","1"'],
];
const lines = (...rows: string[]) => billOf([...HEAD, ...rows, ''].join('\r\n'));
const first = (cells: Cells) => lines(row(cells)).receipts[0];
const OPEN = ['-:footer_missing'];

describe('the event code and its direction say what a row is', () => {
	test.each([
		['T0006', 'CR', 'sale', 'other', 999 - 75],
		['T0000', 'CR', 'sale', 'other', 999 - 75],
		['T0003', 'DR', 'adjustment', null, -999 - 75],
		['T1107', 'DR', 'refund', null, -999 - 75],
		['T1108', 'CR', 'adjustment', null, 999 - 75],
		['T1201', 'DR', 'chargeback', null, -999 - 75],
		['T1202', 'CR', 'adjustment', null, 999 - 75],
		['T0106', 'DR', 'fee', null, -999 - 75],
		['T0400', 'DR', 'payout', null, -999 - 75],
	])('%s %s is %s', (code, sign, kind, tender, netMinor) => {
		const bill = lines(row({ code, sign }));
		expect(bill.receipts[0]).toMatchObject({ kind, tender, netMinor, amountMinor: 999, status: 'success' });
		expect(problemsOf(bill)).toEqual(OPEN);
	});

	test.each(['T0200', 'X1', ''])('%j is an adjustment and said', (code) => {
		const bill = lines(row({ code }));
		expect(bill.receipts[0]).toMatchObject({ kind: 'adjustment' });
		expect(problemsOf(bill)).toEqual(['5:kind_unknown', ...OPEN]);
	});
});

test('fees: debited are charged, credited given back, none is none, those in another currency are not told', () => {
	expect([{}, { feeSign: 'CR' }, { fee: '' }, { feeCurrency: 'USD' }].map((cells) => first(cells)?.feeMinor)).toEqual([75, -75, null, null]);
});

test('amounts are minor units of their currency', () => {
	expect(first({ gross: '1200', currency: 'JPY', fee: '27', feeCurrency: 'JPY' })).toMatchObject({ amountMinor: 1200, currency: 'JPY', feeMinor: 27 });
	expect(first({ gross: '1,200' })).toMatchObject({ amountMinor: 1200 });
	expect(problemsOf(lines(row({ gross: '9.99' })))).toEqual(['5:amount_unreadable', ...OPEN]);
	expect(problemsOf(lines(row({ sign: '' })))).toEqual(['5:amount_unreadable', ...OPEN]);
});

test('numbers', () => {
	expect(first({ code: 'T1107', sign: 'DR', id: 'R1', ref: 'T1' })).toMatchObject({ channelOrderNo: 'R1', merchantOrderNo: 'INV-1', originalRef: 'T1' });
});

describe('when', () => {
	test.each([
		['2026/11/03 07:33:42 -0800', '2026-11-03T07:33:42-08:00'],
		['2026-11-03 07:33:42 +01:00', '2026-11-03T07:33:42+01:00'],
		['2026/11/03 07:33:42 PST', '2026-11-03T07:33:42-08:00'],
	])('%s', (at, iso) => {
		const bill = lines(row({ at }));
		expect(bill.receipts.map(formatIso)).toEqual([iso]);
		expect(problemsOf(bill)).toEqual(OPEN);
	});

	test('without an offset it is the shop’s time, and said', () => {
		const bill = lines(row({ at: '2026/11/03 07:33:42' }));
		expect(bill.receipts.map(formatIso)).toEqual(['2026-11-03T07:33:42+08:00']);
		expect(problemsOf(bill)).toEqual(['-:zone_assumed', ...OPEN]);
	});

	test('it covers what its sections say, from the first to the last, also without rows', () => {
		expect(lines().coverage).toEqual({ from: Date.parse('2026-11-03T00:00:00-08:00'), to: Date.parse('2026-11-04T00:00:00-08:00') });
		const next = HEAD[2]?.replaceAll('2026/11/03', '2026/11/04') ?? '';
		expect(lines(next).coverage?.to).toBe(Date.parse('2026-11-05T00:00:00-08:00'));
		const bare = billOf([HEAD[3], row()].join('\n'));
		expect(bare.coverage).toEqual({ from: Date.parse('2026-11-03T00:00:00-08:00'), to: Date.parse('2026-11-04T00:00:00-08:00') });
	});
});

describe('the footers', () => {
	const rows = [row(), row({ id: 'T2', gross: '2500' }), row({ id: 'R1', code: 'T1107', sign: 'DR', gross: '2500', fee: '30', feeSign: 'CR' })];

	test('agree with the rows as written, whichever sum of fees comes first', () => {
		for (const [a, b] of [
			[150, 30],
			[30, 150],
		] as const) {
			const bill = lines(...rows, ...foot(3499, 2500, a, b, 3));
			expect(bill.footer).toEqual({ present: true, agrees: true });
			expect(problemsOf(bill)).toEqual([]);
		}
	});

	test.each([
		[3498, 2500, 150, 30, 3],
		[3499, 2501, 150, 30, 3],
		[3499, 2500, 151, 30, 3],
		[3499, 2500, 150, 31, 3],
		[3499, 2500, 150, 30, 4],
		[2500, 3499, 150, 30, 3],
	] as const)('that differ are a problem: %i %i %i %i %i', (credits, debits, fees, back, count) => {
		const bill = lines(...rows, ...foot(credits, debits, fees, back, count));
		expect(bill.footer.agrees).toBe(false);
		expect(problemsOf(bill)).toEqual(['-:footer_disagrees']);
	});

	test('hold for each section and currency, and for the report over all', () => {
		const second = [...HEAD.slice(2), row({ id: 'T9', currency: 'USD', feeCurrency: 'USD' }), sums('SF', 'USD', 999, 0, 75, 0), '"SC","1"'];
		const first = [...rows, sums('SF', 'EUR', 3499, 2500, 150, 30), '"SC","3"'];
		const report = [sums('RF', 'EUR', 3499, 2500, 150, 30), sums('RF', 'USD', 999, 0, 75, 0), '"RC","4"', '"FF","1"'];
		const bill = lines(...first, ...second, ...report);
		expect(bill).toMatchObject({ footer: { agrees: true }, currency: 'EUR', problems: [], totals: { count: 4 } });
	});

	test('of a report over several files are not held against one of them', () => {
		const text = [...HEAD, ...rows, sums('SF', 'EUR', 3499, 2500, 150, 30), '"SC","3"', sums('RF', 'EUR', 9999, 9999, 9, 9), '"RC","99"', '"FF","3"'].join(
			'\n',
		);
		expect(billOf(text.replace('"FH","1"', '"FH","2"')).footer.agrees).toBe(true);
	});

	test('missing, the file may be cut off', () => {
		expect(lines(...rows)).toMatchObject({ footer: { present: false, agrees: null } });
		expect(problemsOf(lines(...rows))).toEqual(OPEN);
		expect(problemsOf(lines(...rows, ...foot(3499, 2500, 150, 30, 3).slice(0, 2)))).toEqual(OPEN);
	});

	test('count a row that could not be read', () => {
		const bill = lines(row({ gross: 'x' }), ...foot(999, 0, 75, 0, 1));
		expect(problemsOf(bill)).toEqual(['5:amount_unreadable', '-:footer_disagrees']);
	});
});

test('what is damaged is said with its line; no address and no words of a customer come out', () => {
	const bill = lines(row({ at: 'soon' }), row({ record: 'XX' }), row({ id: '1.23E+22' }), '"SB","T5","for Guest One"', row({ id: 'T6' }));
	expect(problemsOf(bill)).toEqual(['5:time_unreadable', '6:row_unreadable', '7:id_damaged', '8:row_unreadable', ...OPEN]);
	expect(bill.receipts.map(({ line }) => line)).toEqual([7, 9]);
	expect(JSON.stringify(bill)).not.toMatch(/guest@|Guest/);
});
