import { describe, expect, it } from 'vitest';
import { edgeList } from '../../../../../src/domain/matching/pairing/edges.ts';
import { assign } from '../../../../../src/domain/matching/pairing/solving/assignment.ts';
import type { Certainty } from '../../../../../src/domain/matching/pairing/solving/certainty.ts';
import { certaintyOf, type Sameness } from '../../../../../src/domain/matching/pairing/solving/posterior.ts';
import { seeded } from '../../../../support/random.ts';

type Pair = readonly [left: number, right: number, bits: number];
const APART: Sameness = { leftTwins: () => false, rightTwins: () => false, leftAlike: () => false, rightAlike: () => false };
const ALIKE: Sameness = { ...APART, leftAlike: () => true, rightAlike: () => true };
const TWINS: Sameness = { leftTwins: () => true, rightTwins: () => true, leftAlike: () => true, rightAlike: () => true };

const SIZE = 20;
/** Rows that hang on to the others by next to nothing: they make a crowd of them, in which not every way is gone through, and change nothing else. */
const TAIL: readonly Pair[] = [[0, 19, 1], ...Array.from({ length: 11 }, (_, k): Pair => [19, 9 + k, k === 10 ? 40_000 : 1])];

/** How sure the pair of left row 0 is. */
function sure(pairs: readonly Pair[], same: Sameness): Certainty {
	const list = edgeList(SIZE, SIZE);
	for (const [l, r, bits] of pairs) list.add(l, r, bits);
	const edges = list.done();
	const assignment = assign(edges, SIZE, SIZE);
	return certaintyOf(assignment.edgeOfLeft[0] ?? -1, { edges, assignment, same });
}

const millionths = (odds: number) => Math.round(1_000_000 * odds);

describe('how sure a pair is in a crowd', () => {
	it.each([
		['apart', APART],
		['alike', ALIKE],
	])('is nearly what it is among few, where the crowd hardly touches it: %s', (_, same) => {
		const random = seeded(31);
		const off = { pair: 0, books: 0, alone: 0 };
		const rounds = 200;
		for (let round = 0; round < rounds; round++) {
			const others = Array.from({ length: 8 }, (_, k): Pair => [Math.floor((k + 1) / 3), (k + 1) % 3, 4_000 + random.below(11_000)]);
			const own: readonly Pair[] = [[0, 0, 15_000], ...others.filter(() => random.chance(0.6))];
			const [few, many] = [sure(own, same), sure([...own, ...TAIL], same)];
			off.pair += Math.abs(few.pairMillionths - many.pairMillionths) / rounds;
			off.books += Math.abs(few.booksMillionths - many.booksMillionths) / rounds;
			off.alone += Math.abs(few.aloneMillionths - many.aloneMillionths) / rounds;
		}
		// In millionths, on average.
		expect(off.pair).toBeLessThan(10_000);
		expect(off.books).toBeLessThan(10_000);
		expect(off.alone).toBeLessThan(10_000);
	});

	it.each([
		['receipts', (k: number): Pair => [0, k, k === 3 ? 12_000 : 9_000]],
		['takers', (k: number): Pair => [k === 3 ? 0 : k + 4, 3, k === 3 ? 12_000 : 9_000]],
	])('counts every one of a dozen other %s once', (_, pair) => {
		const { pairMillionths, aloneMillionths, marginBits, runnerUp } = sure(
			Array.from({ length: 13 }, (_, k) => pair(k)),
			APART,
		);
		expect(pairMillionths).toBeCloseTo(millionths(1 / (1 + 12 / 8 + 1 / 4_096)), -3);
		expect(aloneMillionths).toBeLessThan(millionths(1 / 4_096));
		expect(marginBits).toBe(3_000);
		expect(runnerUp?.bitsBehind).toBe(3_000);
	});

	it('names the first of equal runners-up, and itself beside it', () => {
		const rows = (pair: (k: number) => Pair) => Array.from({ length: 12 }, (_, k) => pair(k));
		expect(sure([[0, 12, 12_000], ...rows((k) => [0, k, 9_000])], APART).runnerUp).toEqual({ left: 0, right: 0, bitsBehind: 3_000 });
		expect(sure([[0, 3, 12_000], ...rows((k) => [k + 4, 3, 9_000])], APART).runnerUp).toEqual({ left: 4, right: 3, bitsBehind: 3_000 });
	});

	it('knows that two equal pairs may have changed partners', () => {
		const swapped: readonly Pair[] = [[0, 0, 12_000], [0, 1, 12_000], [1, 0, 12_000], [1, 1, 12_000], ...TAIL];
		expect(sure(swapped, APART).pairMillionths / 1e4).toBeCloseTo(50, 0);
		expect(sure(swapped, APART).booksMillionths / 1e4).toBeCloseTo(50, 0);
		expect(sure(swapped, APART).marginBits).toBe(0);
		expect(sure(swapped, ALIKE).pairMillionths / 1e4).toBeCloseTo(50, 0);
		expect(sure(swapped, ALIKE).booksMillionths).toBeGreaterThan(999_000);
		expect(sure(swapped, ALIKE).marginBits).toBe(0);
		expect(sure(swapped, TWINS).pairMillionths).toBeGreaterThan(999_000);
		expect(sure(swapped, TWINS).marginBits).toBeGreaterThan(9_000);
	});

	it('knows that three equal pairs may have changed partners in a ring', () => {
		const ring: readonly Pair[] = [[0, 0, 12_000], [0, 1, 11_000], [1, 1, 12_000], [1, 2, 11_000], [2, 2, 12_000], [2, 0, 11_000], ...TAIL];
		// Every other way that pairs all three is the ring turned by one, three bits behind.
		expect(sure(ring, APART).pairMillionths / 1e4).toBeCloseTo(100 / (1 + 1 / 8), 0);
		expect(sure(ring, APART).runnerUp).toEqual({ left: 0, right: 1, bitsBehind: 3_000 });
		expect(sure(ring, APART).marginBits).toBe(3_000);
	});

	it('takes a chain of rows that each could move on for what it is worth', () => {
		// Row 0 may take 1’s receipt, 1 that of 2, and 2 a free one: half as likely as what was chosen.
		const chain: readonly Pair[] = [[0, 0, 12_000], [0, 1, 12_000], [1, 1, 12_000], [1, 2, 12_000], [2, 2, 12_000], [2, 3, 11_000], ...TAIL];
		expect(sure(chain, APART).pairMillionths / 1e4).toBeCloseTo(100 / 1.5, 0);
		expect(sure(chain, APART).aloneMillionths).toBeLessThan(2_000);
	});

	it('takes a receipt for likelier another’s where that one has somewhere else to put its own', () => {
		// Row 1 may take the receipt and leave its own to row 2, which has none.
		const freed: readonly Pair[] = [[0, 0, 12_000], [1, 0, 12_000], [1, 1, 12_000], [2, 1, 11_000], ...TAIL];
		expect(sure(freed, APART).pairMillionths / 1e4).toBeCloseTo(100 / 1.5, 0);
		expect(sure(freed, APART).aloneMillionths / 1e4).toBeLessThan(0.5);
	});

	it('is not shaken by what is too unlikely to matter', () => {
		const far: readonly Pair[] = [[0, 0, 30_000], [0, 1, 12_000], [1, 1, 30_000], [1, 0, 12_000], ...TAIL];
		expect(sure(far, APART).pairMillionths).toBe(999_999);
		expect(sure(far, APART).booksMillionths).toBe(999_999);
		expect(sure(far, APART).aloneMillionths).toBe(0);
	});
});
