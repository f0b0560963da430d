import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Edges, edgeList } from '../../../../../src/domain/matching/pairing/edges.ts';
import { assign } from '../../../../../src/domain/matching/pairing/solving/assignment.ts';
import { greatestSum } from '../../../../support/hungarian.ts';
import { seeded } from '../../../../support/random.ts';

type Pair = readonly [left: number, right: number, bits: number];

describe('assignment', () => {
	it('reaches the value that trying everything reaches', () => {
		fc.assert(
			fc.property(
				fc.uniqueArray(fc.tuple(fc.nat(5), fc.nat(5), fc.integer({ min: 1, max: 30 })), { maxLength: 16, selector: ([l, r]) => l * 10 + r }),
				(pairs) => {
					const edges = edgesOf(pairs, 6, 6);
					expect(totalOf(edges, assign(edges, 6, 6).edgeOfLeft)).toBe(bestByTrying(pairs));
				},
			),
			{ numRuns: 1_000 },
		);
	});

	it('reaches on a thousand components the value of a solver of another kind', () => {
		const random = seeded(2_026);
		for (let round = 0; round < 1_000; round++) {
			const [lefts, rights] = [1 + random.below(round % 10 === 0 ? 60 : 18), 1 + random.below(round % 10 === 0 ? 60 : 18)];
			const share = 0.1 + random.next() * 0.8;
			const most = random.pick([4, 60, 25_000]);
			const weights = Array.from({ length: lefts }, () => Array.from({ length: rights }, () => (random.chance(share) ? 1 + random.below(most) : 0)));
			const pairs = weights.flatMap((row, l) => row.flatMap((bits, r): Pair[] => (bits > 0 ? [[l, r, bits]] : [])));
			const edges = edgesOf(pairs, lefts, rights);
			expect(totalOf(edges, assign(edges, lefts, rights).edgeOfLeft), `round ${round}`).toBe(greatestSum(weights));
		}
	});

	it('reaches it in a component in which everybody could be anybody’s', () => {
		const random = seeded(4);
		const weights = Array.from({ length: 110 }, () => Array.from({ length: 105 }, () => 8_000 + random.below(6_000)));
		const edges = edgesOf(
			weights.flatMap((row, l) => row.map((bits, r): Pair => [l, r, bits])),
			110,
			105,
		);
		const { edgeOfLeft, approximate } = assign(edges, 110, 105);
		expect(totalOf(edges, edgeOfLeft)).toBe(greatestSum(weights));
		expect(approximate.includes(1)).toBe(false);
	});

	it('pairs each row at most once, on both sides alike', () => {
		fc.assert(
			fc.property(
				fc.uniqueArray(fc.tuple(fc.nat(11), fc.nat(8), fc.integer({ min: 1, max: 9 })), { maxLength: 60, selector: ([l, r]) => l * 10 + r }),
				(pairs) => {
					const edges = edgesOf(pairs, 12, 9);
					const { edgeOfLeft, edgeOfRight } = assign(edges, 12, 9);
					const chosen = [...edgeOfLeft].filter((e) => e >= 0);
					expect(new Set(chosen.map((e) => edges.right[e])).size).toBe(chosen.length);
					expect([...edgeOfRight].filter((e) => e >= 0).sort()).toEqual(chosen.sort());
				},
			),
		);
	});

	it('gives up a good pair where that makes two', () => {
		const edges = edgesOf(
			[
				[0, 0, 10],
				[0, 1, 8],
				[1, 0, 7],
			],
			2,
			2,
		);
		const { edgeOfLeft } = assign(edges, 2, 2);
		expect([...edgeOfLeft].map((e) => edges.right[e])).toEqual([1, 0]);
	});

	it('leaves a row alone rather than displace a better pair', () => {
		const edges = edgesOf(
			[
				[0, 0, 10],
				[1, 0, 9],
			],
			2,
			1,
		);
		expect([...assign(edges, 2, 1).edgeOfLeft].map((e) => e >= 0)).toEqual([true, false]);
	});

	it('says where it ran out of budget, and still pairs each row once', () => {
		const size = 700;
		const pairs: Pair[] = [];
		for (let l = 0; l < size; l++)
			for (let r = 0; r < size; r++) if ((l * 31 + r * 17) % 3 === 0) pairs.push([l, r, 10_000 + ((l * 7919 + r * 104_729) % 5_003)]);
		const edges = edgesOf(pairs, size, size);
		const { edgeOfLeft } = assign(edges, size, size);
		const rights = [...edgeOfLeft].filter((e) => e >= 0).map((e) => edges.right[e]);
		expect(new Set(rights).size).toBe(rights.length);
	});
});

function edgesOf(pairs: readonly Pair[], leftSize: number, rightSize: number): Edges {
	const list = edgeList(leftSize, rightSize);
	for (const [l, r, bits] of pairs) list.add(l, r, bits);
	return list.done();
}

function totalOf(edges: Edges, edgeOfLeft: Int32Array): number {
	return [...edgeOfLeft].reduce((sum, e) => sum + (e < 0 ? 0 : (edges.bits[e] ?? 0)), 0);
}

function bestByTrying(pairs: readonly Pair[], taken: ReadonlySet<string> = new Set()): number {
	const [first, ...rest] = pairs;
	if (!first) return 0;
	const without = bestByTrying(rest, taken);
	const [l, r, bits] = first;
	if (taken.has(`l${l}`) || taken.has(`r${r}`)) return without;
	return Math.max(without, bits + bestByTrying(rest, new Set([...taken, `l${l}`, `r${r}`])));
}
