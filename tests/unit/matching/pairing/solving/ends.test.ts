import { describe, expect, it } from 'vitest';
import { type Edges, edgeList } from '../../../../../src/domain/matching/pairing/edges.ts';
import { type End, waysFromLeft, waysFromRight } from '../../../../../src/domain/matching/pairing/solving/ends.ts';

type Pair = readonly [left: number, right: number, bits: number];
const SIZE = 12;

/** A graph in which the pairs of `chosen` are taken, by their places in `pairs`. The pair asked about is 0 with 0. */
function graph(pairs: readonly Pair[], chosen: readonly (readonly [left: number, right: number])[]) {
	const list = edgeList(SIZE, SIZE);
	for (const [l, r, bits] of pairs) list.add(l, r, bits);
	const edges = list.done();
	const [edgeOfLeft, edgeOfRight] = [new Int32Array(SIZE).fill(-1), new Int32Array(SIZE).fill(-1)];
	for (const [l, r] of chosen) {
		edgeOfLeft[l] = placeOf(edges, l, r);
		edgeOfRight[r] = placeOf(edges, l, r);
	}
	return { edges, assignment: { edgeOfLeft, edgeOfRight, approximate: new Uint8Array(SIZE) } };
}

function placeOf({ count, left, right }: Edges, l: number, r: number): number {
	for (let e = 0; e < count; e++) if (left[e] === l && right[e] === r) return e;
	throw new Error(`no edge ${l} ${r}`);
}

/** Ends as "row bits best"; logarithms come from a table, so bits are told to a hundredth. */
const told = (ends: readonly End[]) => ends.map(({ row, bits, best }) => `${row} ${(bits / 1_000).toFixed(2)} ${best}`);
const ALONE = '-1 0.00 0';
const own: Pair = [0, 0, 10_000];

describe('a left row that loses its partner', () => {
	const from = (pairs: readonly Pair[], chosen: readonly (readonly [number, number])[] = []) => {
		const { fromLeft, cycles } = waysFromLeft(graph([own, ...pairs], [[0, 0], ...chosen]), 0, 0);
		return { ends: told(fromLeft), cycles: cycles.map(({ right, left, bits }) => `${right} ${left} ${bits}`) };
	};

	it('stays alone, or takes a free one', () => {
		expect(from([]).ends).toEqual([ALONE]);
		expect(from([[0, 1, 7_000]]).ends).toEqual([ALONE, '1 7.00 7000']);
		expect(
			from([
				[0, 1, 7_000],
				[0, 2, 500],
			]).ends,
		).toEqual([ALONE, '1 7.00 7000', '2 0.50 500']);
		// What other rows could take is not its own.
		expect(from([[1, 1, 7_000]]).ends).toEqual([ALONE]);
	});

	it('takes another’s, who then stays alone or takes a free one', () => {
		expect(
			from(
				[
					[0, 1, 7_000],
					[1, 1, 9_000],
				],
				[[1, 1]],
			).ends,
		).toEqual([ALONE, '1 -2.00 -2000']);
		// A quarter of 1 + 2³.
		expect(
			from(
				[
					[0, 1, 7_000],
					[1, 1, 9_000],
					[1, 2, 3_000],
				],
				[[1, 1]],
			).ends,
		).toEqual([ALONE, '1 1.17 -2000']);
		// A quarter of 1 + ½ × (1 + 2²).
		const further: Pair[] = [
			[0, 1, 7_000],
			[1, 1, 9_000],
			[1, 2, 3_000],
			[2, 2, 4_000],
			[2, 3, 2_000],
		];
		expect(
			from(further, [
				[1, 1],
				[2, 2],
			]).ends,
		).toEqual([ALONE, '1 -0.19 -2000']);
	});

	it('does not go on beyond twelve bits behind', () => {
		expect(
			from(
				[
					[0, 1, 1_000],
					[1, 1, 13_000],
				],
				[[1, 1]],
			).ends,
		).toEqual([ALONE, '1 -12.00 -12000']);
		expect(
			from(
				[
					[0, 1, 1_000],
					[1, 1, 13_001],
				],
				[[1, 1]],
			).ends,
		).toEqual([ALONE]);
		// Summed over the way: eight bits behind, then four, or a little more.
		const second = (bits: number): Pair[] => [
			[0, 1, 1_000],
			[1, 1, 9_000],
			[1, 2, 1_000],
			[2, 2, bits],
			[2, 0, 1_000],
		];
		expect(
			from(second(5_000), [
				[1, 1],
				[2, 2],
			]).cycles,
		).toEqual(['1 2 -11000']);
		expect(
			from(second(5_001), [
				[1, 1],
				[2, 2],
			]).cycles,
		).toEqual([]);
	});

	it('comes back where another takes the partner that it lost', () => {
		expect(
			from(
				[
					[0, 1, 7_000],
					[1, 1, 9_000],
					[1, 0, 5_000],
				],
				[[1, 1]],
			),
		).toEqual({ ends: [ALONE, '1 -2.00 -2000'], cycles: ['1 1 3000'] });
		expect(
			from(
				[
					[0, 1, 7_000],
					[1, 1, 9_000],
				],
				[[1, 1]],
			).cycles,
		).toEqual([]);
	});

	it('is followed over three others, and no further', () => {
		const chain = (length: number) => {
			const links = Array.from({ length }, (_, k): Pair[] => [
				[k, k + 1, 5_000],
				[k + 1, k + 1, 5_000],
			]).flat();
			const taken = Array.from({ length }, (_, k): [number, number] => [k + 1, k + 1]);
			return from([...links, [length, 0, 4_000]], taken).cycles;
		};
		expect([1, 2, 3, 4].map(chain)).toEqual([['1 1 4000'], ['1 2 4000'], ['1 3 4000'], []]);
	});

	it('meets no row twice on one way', () => {
		const round: Pair[] = [
			[0, 1, 5_000],
			[1, 1, 5_000],
			[1, 2, 5_000],
			[2, 2, 5_000],
			[2, 1, 5_000],
		];
		// Alone, or one more who then stays alone: 1 + 1.
		expect(
			from(round, [
				[1, 1],
				[2, 2],
			]).ends,
		).toEqual([ALONE, '1 1.00 0']);
	});
});

describe('a right row that loses its partner', () => {
	const from = (pairs: readonly Pair[], chosen: readonly (readonly [number, number])[] = []) =>
		told(waysFromRight(graph([own, ...pairs], [[0, 0], ...chosen]), 0, 0));

	it('stays alone, or has a free taker', () => {
		expect(from([])).toEqual([ALONE]);
		expect(
			from([
				[1, 0, 8_000],
				[2, 0, 600],
			]),
		).toEqual([ALONE, '1 8.00 8000', '2 0.60 600']);
	});

	it('has a taker who gives up its own, which stays alone or finds one more', () => {
		expect(
			from(
				[
					[1, 0, 8_000],
					[1, 1, 9_000],
				],
				[[1, 1]],
			),
		).toEqual([ALONE, '1 -1.00 -1000']);
		// 1 + 2³ ways for what is given up.
		expect(
			from(
				[
					[1, 0, 8_000],
					[1, 1, 9_000],
					[2, 1, 3_000],
				],
				[[1, 1]],
			),
		).toEqual([ALONE, '1 2.17 -1000']);
		// One who gives up 2 for 3 bits: 1 + 2.
		expect(
			from(
				[
					[1, 0, 8_000],
					[1, 1, 9_000],
					[2, 1, 3_000],
					[2, 2, 2_000],
				],
				[
					[1, 1],
					[2, 2],
				],
			),
		).toEqual([ALONE, '1 0.58 -1000']);
		// The left row of the pair itself is no taker of it.
		expect(
			from(
				[
					[1, 0, 8_000],
					[1, 1, 9_000],
					[0, 1, 3_000],
				],
				[[1, 1]],
			),
		).toEqual([ALONE, '1 -1.00 -1000']);
	});

	it('does not go on beyond twelve bits behind', () => {
		expect(
			from(
				[
					[1, 0, 1_000],
					[1, 1, 13_000],
				],
				[[1, 1]],
			),
		).toEqual([ALONE, '1 -12.00 -12000']);
		expect(
			from(
				[
					[1, 0, 1_000],
					[1, 1, 13_001],
				],
				[[1, 1]],
			),
		).toEqual([ALONE]);
	});
});
