import { expect, test } from 'vitest';
import { decimalMarkIn, withPlainMoney } from '../../../../../src/importers/shared/table/money-cells.ts';
import { cellOf, type Row } from '../../../../../src/importers/shared/table/tables.ts';
import { sumOfDecimals } from '../../../../../src/importers/shared/values/decimal-sums.ts';

const rowOf = (...cells: string[]): Row => ({ line: 1, cells, columns: new Map(cells.map((_, i) => [`c${i}`, i])), unknown: [] });
const collected = (...cells: string[]) => cells.map((cell) => ({ row: rowOf(cell), note: () => {} }));

test.each([
	[['1290,50', '4,00'], ','],
	[['1.290,50 €'], ','],
	[['1,290.50', '12'], '.'],
	[['4,00', '4.00', '5,00'], ','],
	[['4', '5'], '.'],
	[[''], '.'],
] as const)('%j has the decimal mark %s', (cells, mark) => {
	expect(decimalMarkIn(collected(...cells), ['c0'], '.')).toBe(mark);
});

test.each([
	['1.290,50', '1,290.50'],
	['1 290,50 kr', '1290.50'],
	['-12,50 €', '-12.50'],
	['EUR 12,50', '12.50'],
	['12,50 DKK', '12.50'],
	['words', 'words'],
])('%j is read as %j', (cell, plain) => {
	expect(cellOf(withPlainMoney(rowOf(cell), ['c0'], ','), 'c0')).toBe(plain);
});

test('decimals are added exactly, whatever their number', () => {
	expect(sumOfDecimals(['0.1', '0.2', '', '-0.05'])).toBe('0.2500000000');
	expect(sumOfDecimals(['0.0000012', '0.0000013'])).toBe('0.0000025000');
	expect(sumOfDecimals([])).toBe('0.0000000000');
	expect([sumOfDecimals(['x']), sumOfDecimals(['0.12345678901'])]).toEqual([null, null]);
});
