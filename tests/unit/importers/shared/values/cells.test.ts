import { expect, test } from 'vitest';
import { cleanCell, holdsLostCharacter, isDash, readReference } from '../../../../../src/importers/shared/values/cells.ts';

test.each(['4200097394202611023580050751', '4111111111111111', '000012', 'RFCN407407842', '1E5X', 'a/b-c'])('a reference is kept whole: %s', (text) => {
	expect(readReference(text)).toEqual({ value: text, damaged: false });
});

test.each(['', '-', '/', '--'])('%j means that there is none', (text) => {
	expect(readReference(text)).toEqual({ value: null, damaged: false });
});

test.each(['1.23E+22', '1,23E+22', '4.20001e+27', '4E+27', '12\ufffd4', '12\u00004', '4'.repeat(1_000_000)])(
	'a number that lost its digits is damaged: %.20s',
	(text) => {
		expect(readReference(text)).toEqual({ value: null, damaged: true });
	},
);

test('a dash stands alone', () => {
	expect(isDash('-1')).toBe(false);
	expect(holdsLostCharacter('whole')).toBe(false);
});

test.each([
	['`4200', '4200'],
	["'0012", '0012'],
	['="0012"', '0012'],
	['"a ""b"" c"', 'a "b" c'],
	['\t 面 \u00a0', '面'],
	['面', '面'],
	['=1', '=1'],
	['a"', 'a"'],
	['-', '-'],
	['\ufeffa', 'a'],
	['　a　', 'a'],
])('%j holds %j', (cell, text) => {
	expect(cleanCell(cell)).toBe(text);
});
