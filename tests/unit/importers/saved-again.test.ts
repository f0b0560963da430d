import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { BillReading } from '../../../src/domain/receipts/reading.ts';
import { readOpened } from '../../../src/importers/read-file.ts';
import { billOf, fixtureBytes, OPTIONS } from '../../support/bills.ts';

/** Bills in real CSV; the line of names is at `header`, from 1. */
const FILES = [
	{ path: 'square-transactions/transactions-2026-11-03-2026-11-05.csv', header: 1 },
	{ path: 'square-transactions/2018-44-columns.csv', header: 1 },
	{ path: 'stripe-payments/unified_payments.csv', header: 1 },
	{ path: 'stripe-payments/payments-jpy.csv', header: 1 },
	{ path: 'stripe-itemised/itemised.csv', header: 1 },
	{ path: 'adyen-settlement/settlement_detail_report_batch_41.csv', header: 1 },
	{ path: 'adyen-settlement/settlement_detail_report_batch_42.csv', header: 1 },
	{ path: 'sumup-transactions/transactions-en.csv', header: 1 },
	{ path: 'sumup-transactions/transaktionen-de.csv', header: 1 },
	{ path: 'toast-payment-details/PaymentDetails.csv', header: 1 },
	{ path: 'paypal-settlement/STL-20261103.01.009.CSV', header: 4 },
];

describe.each(FILES)('$path', ({ path, header }) => {
	const bytes = fixtureBytes(path);
	const isWestern = path.startsWith('toast');
	const text = new TextDecoder(isWestern ? 'windows-1252' : 'utf-8').decode(bytes);
	const rows = cellsOf(text);
	const straight = facts(billOf(bytes));
	const write = (cells: readonly (readonly string[])[], options: Papa.UnparseConfig = {}) =>
		Papa.unparse(
			cells.map((row) => [...row]),
			options,
		);
	const under = (cells: readonly (readonly string[])[], change: (row: readonly string[]) => readonly string[]) => [
		...cells.slice(0, header - 1),
		...cells.slice(header - 1).map((row) => (row.length === rows[header - 1]?.length ? change(row) : row)),
	];

	test.each([
		['with semicolons', write(rows, { delimiter: ';' })],
		['with tabs', write(rows, { delimiter: '\t' })],
		['with quotes around everything', write(rows, { quotes: true })],
		['with bare line feeds', write(rows, { newline: '\n' })],
		['with carriage returns alone', write(rows, { newline: '\r' })],
		['with a byte order mark and an empty end', `\ufeff${write(rows)}\r\n\r\n`],
		['with every line padded', write(rows.map((row) => [...row, '', '']))],
		['in capitals', write(under(rows.slice(0, header), (row) => row.map((cell) => cell.toUpperCase())).concat(rows.slice(header)))],
	])('is read alike when it was saved %s', (_, saved) => {
		expect(facts(billOf(saved))).toEqual(straight);
	});

	test('is read alike in UTF-16 and from a sheet', () => {
		const units = Uint16Array.from(`\ufeff${write(rows)}`, (char) => char.charCodeAt(0));
		expect(facts(billOf(new Uint8Array(units.buffer)))).toEqual(straight);
		const width = Math.max(...rows.map((row) => row.length));
		const sheet = { rows: rows.map((row) => Array.from({ length: width }, (_, i) => row[i] ?? '')), formulaRows: [] };
		const reading = readOpened([{ name: 'bill.xlsx', sheets: [sheet] }], OPTIONS, () => {});
		expect(reading.ok && reading.value.bills.map(facts)).toEqual([straight]);
	});

	test('is read alike with its columns turned round, and with one more among them', () => {
		// What stands first tells the kinds of records apart where there are several.
		const first = header === 1 ? 0 : 1;
		expect(facts(billOf(write(under(rows, (row) => [...row.slice(0, first), ...row.slice(first).reverse()]))))).toEqual(straight);
		const more = under(rows, (row) => [...row.slice(0, first), row === rows[header - 1] ? 'Colour' : '', ...row.slice(first)]);
		expect(facts(billOf(write(more)))).toEqual(straight);
	});

	test('keeps what another column says with its row', () => {
		const more = under(rows, (row) => [...row, row === rows[header - 1] ? 'Colour' : 'blue']);
		expect(billOf(write(more)).receipts.every(({ notes }) => notes?.Colour === 'blue')).toBe(true);
	});

	test('is cut off anywhere without a throw, and never says a receipt that the whole does not', () => {
		const whole = new Set(straight.receipts.map((receipt) => JSON.stringify(receipt)));
		const start = text.split('\n', header).join('\n').length + 1;
		for (let at = start; at < text.length; at += 397) {
			const { receipts } = billOf(text.slice(0, at));
			const lines = text.slice(0, at).split('\n').length;
			// Nobody can tell whether the last cell of all is cut.
			const certain = receipts.filter((receipt) => receipt.line !== lines);
			expect(facts({ ...billOf(text), receipts: certain }).receipts.filter((receipt) => !whole.has(JSON.stringify(receipt)))).toEqual([]);
		}
	});

	test('twice in one file is said twice, each row under an id of its own', () => {
		const twice = billOf(write([...rows, ...rows]));
		expect(twice.receipts).toHaveLength(straight.receipts.length * 2);
		expect(new Set(twice.receipts.map(({ id }) => id)).size).toBe(twice.receipts.length);
	});
});

/** The answer without what a different way of saving may change. */
function facts(bill: BillReading) {
	const { receipts, totals, coverage, footer, problems } = bill;
	const codes = problems.map(({ code }) => code);
	return { receipts: receipts.map(({ line, ...receipt }) => receipt), totals, coverage, footer, codes };
}

function cellsOf(text: string): string[][] {
	const parsed = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { skipEmptyLines: true });
	return parsed.data;
}
