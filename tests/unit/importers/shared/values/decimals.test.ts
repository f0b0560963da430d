import { expect, test } from 'vitest';
import { readAmount } from '../../../../../src/importers/shared/values/amounts.ts';
import { decimalMarkOf, withDecimalPoint } from '../../../../../src/importers/shared/values/decimals.ts';

test.each([
	['1.234,50', ',', 123450],
	['1 234,50', ',', 123450],
	['1’234.50', '.', 123450],
	['-12,50', ',', -1250],
	['612,30', ',', 61230],
	['1,149.00', '.', 114900],
] as const)('%s with the mark "%s"', (text, mark, minor) => {
	expect(readAmount(withDecimalPoint(text, mark), 'EUR')).toEqual({ ok: true, value: minor });
});

test('a point where a comma parts the decimals is no decimal point', () => {
	expect(readAmount(withDecimalPoint('12.50', ','), 'EUR').ok).toBe(false);
});

test.each([
	[['1.234,50'], ','],
	[['12.5', '7'], '.'],
	[['1,149.00', '3.10'], '.'],
	[['612,30 EUR'], ','],
	[['1.234', '5'], null],
	[['1,5', '1.5'], null],
	[[], null],
])('the mark of %j is %s', (texts, mark) => {
	expect(decimalMarkOf(texts)).toBe(mark);
});
