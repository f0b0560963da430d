import { describe, expect, it } from 'vitest';
import { amountDifference, looksLikeTip, relateAmounts, wholePercent } from '../../../../../src/domain/matching/pairing/scoring/amounts.ts';
import { tipBits } from '../../../../../src/domain/matching/pairing/scoring/tips.ts';

const plain = (amount: number) => ({ amount, net: amount });
const receipt = (amount: number, tip: number | null = null) => ({ amount, net: amount - (tip ?? 0), tipKnown: tip !== null, round: 100 });

describe('amounts', () => {
	it.each([
		['the same', 2_850, receipt(2_850), 'equal'],
		['the same once the tip is off', 2_850, receipt(3_350, 500), 'equal'],
		['a tip of a tenth', 2_850, receipt(3_135), 'tip_like'],
		['rounded up by a tip', 2_850, receipt(3_200), 'tip_like'],
		['a tip of two fifths, to the cent', 1_400, receipt(1_960), 'tip_like'],
		['a cent more than two fifths', 1_400, receipt(1_961), 'differs'],
		['two digits swapped', 3_450, receipt(4_350), 'digits_swapped'],
		['two digits swapped upwards, as no tip would', 4_350, receipt(3_450), 'digits_swapped'],
		['one digit wrong', 16_800, receipt(11_800), 'digit_wrong'],
		['one digit left out', 16_850, receipt(1_685), 'decimal_slip'],
		['a digit left out in the middle', 16_850, receipt(1_650), 'digit_wrong'],
		['a hundred times as much', 1_250, receipt(125_000), 'decimal_slip'],
		['ten times less', 1_250, receipt(125), 'decimal_slip'],
		['another', 2_850, receipt(6_120), 'differs'],
		['less by two digits', 2_850, receipt(1_990), 'differs'],
	] as const)('%s', (_, sale, other, relation) => {
		expect(relateAmounts(plain(sale), other)).toBe(relation);
	});

	it('a surplus is no tip where the receipt says that there was none', () => {
		expect(relateAmounts(plain(2_000), receipt(2_300, 0))).not.toBe('tip_like');
		expect(relateAmounts(plain(2_000), receipt(2_900))).not.toBe('tip_like');
	});

	it.each([
		['of the smallest coin', 1],
		['of ten of them', 10],
		['of a hundred', 100],
	])('are a tip up to exactly two fifths, in units %s', (_, unit) => {
		expect(relateAmounts(plain(6_500 * unit), receipt(9_100 * unit))).toBe('tip_like');
		expect(relateAmounts(plain(6_500 * unit), receipt(9_100 * unit + 1))).toBe('differs');
	});

	it('differ by what remains once known tips are taken off, whichever way is nearer', () => {
		expect(amountDifference(plain(5_000), { amount: 5_750, net: 5_000 })).toBe(0);
		expect(amountDifference({ amount: 5_500, net: 5_000 }, { amount: 5_600, net: 5_100 })).toBe(100);
		expect(amountDifference(plain(5_000), plain(4_000))).toBe(-1_000);
		expect(amountDifference({ amount: 5_500, net: 5_000 }, plain(5_450))).toBe(-50);
		expect(amountDifference(plain(5_000), { amount: 6_000, net: 4_900 })).toBe(-100);
	});

	it('look like a tip by a whole percentage or a round sum, up to two fifths', () => {
		expect(looksLikeTip(4_350, 5_003, 100)).toBe(true);
		expect(looksLikeTip(4_350, 5_000, 100)).toBe(true);
		expect(looksLikeTip(4_350, 4_977, 100)).toBe(false);
		expect(looksLikeTip(4_350, 4_350, 100)).toBe(false);
		expect(looksLikeTip(4_350, 6_100, 100)).toBe(false);
		expect([looksLikeTip(1_400, 1_960, 100), looksLikeTip(1_500, 2_100, 100), looksLikeTip(1_500, 2_101, 100)]).toEqual([true, true, false]);
		expect([wholePercent(4_350, 653, 100), wholePercent(4_350, 652, 100), wholePercent(4_350, 627, 100)]).toEqual([15, 15, null]);
		expect([wholePercent(10_000, 4_000, 100), wholePercent(10_000, 4_100, 100), wholePercent(10_000, 50, 100)]).toEqual([40, null, null]);
	});

	it('prove a tip the more, the more usual it is', () => {
		const bits = (sale: number, total: number) => tipBits({ sale, receipt: total, round: 100 });
		expect(bits(4_350, 5_220)).toBeGreaterThan(bits(4_350, 5_090));
		expect(bits(4_350, 5_090)).toBeGreaterThan(bits(4_350, 4_977));
		expect(bits(4_350, 5_000)).toBeGreaterThan(bits(4_350, 4_977) + 2_000);
		expect(bits(4_350, 4_977)).toBeGreaterThan(bits(43_500, 49_771));
	});
});
