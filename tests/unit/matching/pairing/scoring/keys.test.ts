import { describe, expect, it } from 'vitest';
import { NO_KEYS } from '../../../../../src/domain/ledger/sale.ts';
import { keyEvidence, plainKeys, relate } from '../../../../../src/domain/matching/pairing/scoring/keys.ts';

const USUAL = { most: Number.POSITIVE_INFINITY, running: new Set<never>(), differs: -5_000, slip: -4_600 };

describe('typed and printed keys', () => {
	it.each([
		['7QK42M', '7QK42M', 'equal'],
		['42M7', '7QK42M7', 'tail'],
		['7QK4M2', '7QK42M', 'swapped'],
		['7QK92M', '7QK42M', 'one_off'],
		['7QK2M', '7QK42M', 'one_off'],
		['7QQK42M', '7QK42M', 'one_off'],
		['9ZZ11B', '7QK42M', 'differs'],
		['0159', '317161000195', 'swapped'],
	] as const)('%s against %s: %s', (typed, printed, relation) => {
		expect(relate(typed, printed, 'authCode')).toBe(relation);
	});

	it('forgive leading zeros of running numbers only', () => {
		expect(relate('195', '000195', 'traceNo')).toBe('tail');
		expect(relate('195', '000195', 'rrn')).not.toBe('tail');
	});

	it('are compared in plain form', () => {
		expect(plainKeys({ ...NO_KEYS, authCode: ' ７qk-42m ', last4: '--' })).toMatchObject({ authCode: '7QK42M', last4: null });
	});

	it('do not add up as if they were independent', () => {
		const printed = { ...NO_KEYS, rrn: '317161000195', authCode: '7QK42M', last4: '4455' };
		const bits = (typed: Partial<typeof printed>) => keyEvidence({ ...NO_KEYS, ...typed }, printed, USUAL).reduce((sum, one) => sum + one.milliBits, 0);
		const single = bits({ rrn: printed.rrn });
		expect(bits(printed)).toBeGreaterThan(single);
		expect(bits(printed)).toBeLessThan(single * 2);
		expect(bits({ rrn: '999999999999', authCode: 'XXXXXX', last4: '0000' })).toBeGreaterThan(3 * bits({ rrn: '999999999999' }));
	});

	it('prove no more than the neighbourhood lets them, and less with a slip', () => {
		const bitsOf = (typed: string, change: Partial<typeof USUAL> = {}) => {
			const [one] = keyEvidence({ ...NO_KEYS, authCode: typed }, { ...NO_KEYS, authCode: '7QK42M' }, { ...USUAL, ...change });
			return one?.milliBits ?? 0;
		};
		expect(bitsOf('7QK42M')).toBe(18_000);
		expect(bitsOf('7QK42M', { most: 8_500 })).toBe(8_500);
		expect(bitsOf('7QK4M2', { most: 8_500 })).toBeLessThan(8_500);
		expect(bitsOf('7QK4M2', { most: 8_500 })).toBeGreaterThan(0);
		expect(bitsOf('ZZZZZZ', { most: 8_500 })).toBe(-5_000);
	});

	it('prove nothing by a slip where numbers run on', () => {
		const [one] = keyEvidence({ ...NO_KEYS, rrn: '317161000196' }, { ...NO_KEYS, rrn: '317161000195' }, { ...USUAL, running: new Set(['rrn'] as const) });
		expect(one).toEqual({ field: 'rrn', relation: 'one_off', milliBits: -1_000 });
	});
});
