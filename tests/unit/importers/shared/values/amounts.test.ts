import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	plainNumber,
	readAmount,
	readExact,
	readExactCell,
	readFee,
	readMinorAmount,
	readMinorFee,
} from '../../../../../src/importers/shared/values/amounts.ts';
import { cleanCell } from '../../../../../src/importers/shared/values/cells.ts';

describe('an amount is read by its digits', () => {
	test.each([
		['28.50', 2850],
		['28.5', 2850],
		['28', 2800],
		['.54', 54],
		['5.', 500],
		['0.00000', 0],
		['26.000', 2600],
		['-7.50', -750],
		['+7.50', 750],
		['−7.50', -750],
		['($33.62)', -3362],
		['(33.62)', -3362],
		['-$0.95', -95],
		['$-0.95', -95],
		['¥1,149.00', 114_900],
		['￥ 12', 1200],
		['CHF 12.30', 1230],
		['1,234,567.89', 123_456_789],
		['-0', 0],
		['99999999.99', 9_999_999_999],
		['000000000000012.50', 1250],
	])('%s', (text, minor) => {
		expect(readAmount(text, 'CNY')).toEqual({ ok: true, value: minor });
	});

	test.each([
		['', 'not a number'],
		['.', 'not a number'],
		['-', 'not a number'],
		['12..50', 'not a number'],
		['12,50', 'not a number'],
		['1,23,456.00', 'not a number'],
		['1.149,00', 'not a number'],
		['12.50 元整', 'not a number'],
		['1e3', 'not a number'],
		['1.5E+3', 'not a number'],
		['0x10', 'not a number'],
		['１２.50', 'not a number'],
		['--5', 'not a number'],
		['-(5)', 'not a number'],
		['(-5)', 'not a number'],
		['5-', 'not a number'],
		['1 000', 'not a number'],
		['12\0.50', 'not a number'],
		['NaN', 'not a number'],
		['Infinity', 'not a number'],
		['9'.repeat(1_000_000), 'not a number'],
		['12.505', 'more decimals than the currency has'],
		['0.000000000000000000001', 'more decimals than the currency has'],
		['100000000.00', 'too large'],
		['99999999999999999999', 'too large'],
	])('but nothing is guessed: %s', (text, fault) => {
		expect(readAmount(text, 'CNY')).toEqual({ ok: false, error: fault });
	});

	test.each([
		['1200', 'JPY', 1200],
		['1200.0', 'JPY', 1200],
		['3500000000', 'VND', 3_500_000_000],
		['1.234', 'KWD', 1234],
	])('%s %s has the digits of its currency', (text, currency, minor) => {
		expect(readAmount(text, currency)).toEqual({ ok: true, value: minor });
	});

	test('half a yen is no amount', () => {
		expect(readAmount('12.5', 'JPY')).toEqual({ ok: false, error: 'more decimals than the currency has' });
	});
});

describe('a fee is rounded half to even', () => {
	test.each([
		['0.17', 17],
		['0.16500', 16],
		['0.17500', 18],
		['0.1650000001', 17],
		['0.16501', 17],
		['0.16499', 16],
		['-0.04500', -4],
		['-0.05500', -6],
		['-0.00400', 0],
		['0.99500', 100],
		['.005', 0],
		['.015', 2],
		['3', 300],
	])('%s', (text, minor) => {
		expect(readFee(text, 'CNY')).toEqual({ ok: true, value: minor });
	});

	test('in yen to whole yen', () => {
		expect(['2.5', '3.5', '3.6', '-2.5'].map((text) => readFee(text, 'JPY'))).toEqual([2, 4, 4, -2].map((value) => ({ ok: true, value })));
	});

	test('and must be a number too', () => {
		expect(readFee('0,17', 'CNY').ok).toBe(false);
	});
});

test('sums see every written decimal, signs included', () => {
	expect(readExactCell('-0.16501')).toBe(-16_501);
	expect(readExactCell('0.165011')).toBeNull();
	expect(readExactCell('12345678901.00')).toBeNull();
	expect(readExact('123,456,789,012.50')).toBe(12_345_678_901_250_000n);
	expect(readExact('1.000001')).toBeNull();
	expect(readExact('x')).toBeNull();
});

test.each([
	['`18.00', '18.00'],
	["'18.00", '18.00'],
	['="18.00"', '18.00'],
	['"18.00"', '18.00'],
	['\t 18.00\u00a0\t', '18.00'],
	['"=""18.00"""', '18.00'],
])('a cell %j is cleaned to %j', (cell, clean) => {
	expect(cleanCell(cell)).toBe(clean);
});

test('plain numbers keep their decimals', () => {
	expect(plainNumber('¥1,149.00')).toBe('1149.00');
	expect(plainNumber('(33.620)')).toBe('-33.620');
});

describe('a source that counts in minor units', () => {
	test.each([
		['1999', 1999],
		['000000008800', 8800],
		['1999.00', 1999],
		['-8', -8],
		['0', 0],
	])('says %s', (text, minor) => {
		expect(readMinorAmount(text)).toEqual({ ok: true, value: minor });
		expect(readMinorFee(text)).toEqual({ ok: true, value: minor });
	});

	test('cannot mean parts of one, but may charge them', () => {
		expect(readMinorAmount('19.99')).toEqual({ ok: false, error: 'more decimals than the currency has' });
		expect(readMinorFee('7.6')).toEqual({ ok: true, value: 8 });
		expect(readMinorFee('7.5')).toEqual({ ok: true, value: 8 });
		expect(readMinorFee('6.5')).toEqual({ ok: true, value: 6 });
		expect(readMinorAmount('12,5')).toEqual({ ok: false, error: 'not a number' });
	});
});

test('an amount is the same with a currency sign before it, which is read another way', () => {
	const digits = fc.string({ unit: fc.constantFrom('0', '1', '9', '.'), maxLength: 12 });
	fc.assert(
		fc.property(digits, (text) => {
			for (const read of [readAmount, readFee])
				expect(read(text, 'CNY')).toEqual(text === '' || text === '.' ? { ok: false, error: 'not a number' } : read(`¥${text}`, 'CNY'));
			expect(readExactCell(text)).toBe(text === '' ? null : readExactCell(`¥${text}`));
		}),
	);
});
