import { describe, expect, test } from 'vitest';
import {
	countedMinor,
	denominationsOf,
	isUntouched,
	PIECES_MAX,
	piecesCounted,
	readAmount,
	readPieces,
	restOf,
} from '../../../../src/app/screens/day/count/count.ts';

const EMPTY = { pieces: {}, rest: '', float: '' };

describe('counting the drawer', () => {
	test('adds notes, coins and what was counted as a sum', () => {
		const draft = { pieces: { '10000': 3, '5000': 4, '100': 14, '10': 5 }, rest: '20.50', float: '300' };
		expect(countedMinor(draft, 'CNY')).toBe(30_000 + 20_000 + 1_400 + 50 + 2_050);
	});

	test('does not give a sum while a typed amount cannot be read', () => {
		expect(countedMinor({ ...EMPTY, rest: '12,x' }, 'CNY')).toBeNull();
		expect(countedMinor({ ...EMPTY, rest: '1.234' }, 'CNY')).toBeNull();
	});

	test('keeps an empty drawer apart from a count that was not made', () => {
		expect(isUntouched(EMPTY)).toBe(true);
		expect(isUntouched({ ...EMPTY, pieces: { '10000': 0 } })).toBe(false);
		expect(piecesCounted({ ...EMPTY, pieces: { '10000': 0, '50': 2 } })).toEqual({ '50': 2 });
	});

	test('reads pieces and amounts as people type them', () => {
		expect(readPieces('１４张')).toBe(14);
		expect(readPieces('')).toBe(0);
		expect(readPieces('99999999')).toBe(PIECES_MAX);
		expect(readAmount('￥1，200。50元', 'CNY')).toBe(120_050);
		expect(readAmount('-5', 'CNY')).toBeNull();
		expect(readAmount('500', 'JPY')).toBe(500);
	});

	test('finds again what was not counted by denomination', () => {
		expect(restOf({ countedMinor: 72_100, pieces: { '10000': 7 } })).toBe(2_100);
	});

	test('lists each kind of money once, largest first within notes and coins', () => {
		for (const currency of ['CNY', 'HKD', 'TWD', 'USD', 'EUR', 'GBP', 'JPY', 'SGD', 'MYR', 'AUD']) {
			const kinds = denominationsOf(currency);
			expect(new Set(kinds.map(({ minor }) => minor)).size).toBe(kinds.length);
			for (const coin of [false, true]) {
				const values = kinds.filter((kind) => kind.coin === coin).map(({ minor }) => minor);
				expect(values).toEqual([...values].sort((a, b) => b - a));
			}
		}
	});
});
