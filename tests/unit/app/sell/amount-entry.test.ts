import { describe, expect, test } from 'vitest';
import { type AmountKey, EMPTY_ENTRY, pressKey, shownAmount, shownChain, totalOf } from '../../../../src/app/screens/sell/amount-entry.ts';

const press = (keys: string, currency = 'CNY') => {
	const names: Record<string, AmountKey> = { '<': 'back', '+': 'plus', C: 'clear', D: '00' };
	return [...keys].reduce((entry, key) => pressKey(entry, names[key] ?? (key as AmountKey), currency), EMPTY_ENTRY);
};

describe('the amount on the keypad', () => {
	test.each([
		['28.5', 2850],
		['28.50', 2850],
		['28.505', 2850],
		['.5', 50],
		['0', 0],
		['007', 700],
		['1D', 10000],
		['0D', 0],
		['12345678', 123456700],
		['28.5<', 2800],
		['28.<5', 28500],
		['28.5C', 0],
		['1..5', 150],
	])('%s is %i fen', (keys, minor) => {
		expect(totalOf(press(keys), 'CNY')).toBe(minor);
	});

	test('plus makes it an adding machine', () => {
		const entry = press('18+14+4.5');
		expect(totalOf(entry, 'CNY')).toBe(3650);
		expect(shownChain(entry, 'CNY')).toEqual(['18', '14', '4.5']);
		expect(shownAmount(entry, 'CNY')).toEqual({ typed: '36.50', meant: '' });
	});

	test('a plus after nothing adds nothing, and backspace takes the last part back under the fingers', () => {
		expect(press('+')).toEqual(EMPTY_ENTRY);
		expect(press('18+++')).toEqual({ chain: [1800], typed: '' });
		expect(press('18+<')).toEqual({ chain: [], typed: '18' });
	});

	test.each([
		['', '', '0.00'],
		['36', '36', '.00'],
		['36.', '36.', '00'],
		['36.5', '36.5', '0'],
		['1234567', '1,234,567', '.00'],
	])('"%s" shows what was typed and what it means', (keys, typed, meant) => {
		expect(shownAmount(press(keys), 'CNY')).toEqual({ typed, meant });
	});

	test('a currency without decimals takes no point', () => {
		expect(totalOf(press('12.5', 'JPY'), 'JPY')).toBe(125);
		expect(shownAmount(press('12', 'JPY'), 'JPY')).toEqual({ typed: '12', meant: '' });
	});

	test('a chain of round hundreds keeps its zeros', () => {
		expect(shownChain(press('100+200+'), 'CNY')).toEqual(['100', '200', '']);
	});
});
