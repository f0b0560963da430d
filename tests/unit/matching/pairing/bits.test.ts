import { describe, expect, it } from 'vitest';
import { milliLog2, ratioOf, shareOf } from '../../../../src/domain/matching/pairing/bits.ts';

describe('bits', () => {
	it('are the logarithm to base two in thousandths', () => {
		for (const value of [1e-9, 0.013, 0.5, 1, 3, 1_000, 86_400, 7e12]) expect(Math.abs(milliLog2(value) - Math.log2(value) * 1_000)).toBeLessThan(1);
	});

	it('turn back into shares', () => {
		for (const bits of [0, 1, 333, 1_000, 12_345, 59_999]) expect(shareOf(bits) / 2 ** (-bits / 1_000)).toBeCloseTo(1, 6);
		expect(shareOf(60_000)).toBe(0);
		expect(ratioOf(3_000)).toBeCloseTo(8, 9);
		expect(ratioOf(-3_000)).toBeCloseTo(0.125, 9);
	});
});
