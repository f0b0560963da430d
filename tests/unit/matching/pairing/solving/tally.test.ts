import { describe, expect, it } from 'vitest';
import { edgeList } from '../../../../../src/domain/matching/pairing/edges.ts';
import { assign } from '../../../../../src/domain/matching/pairing/solving/assignment.ts';
import { eachWay } from '../../../../../src/domain/matching/pairing/solving/exact.ts';
import { ALIKE, certainty, count, newTally, OTHER, rival, TWIN } from '../../../../../src/domain/matching/pairing/solving/tally.ts';

const PAIR = { l0: 4, r0: 7 };

describe('all other explanations of a pair', () => {
	it('count as wrong, as wrong for its partner only, or as right', () => {
		const tally = newTally(10_000);
		count(tally, 0.25, 2_000, OTHER);
		count(tally, 0.5, 1_000, ALIKE);
		count(tally, 1, 0, TWIN);
		tally.leftAlone = 0.25;
		tally.rightAlone = 0.125;
		// Right 1 and a twin's 1 against wrong 0.75; for the books the one alike is right as well.
		expect(certainty(tally, PAIR, 1)).toEqual({
			pairMillionths: Math.round(1e6 / (1 + 0.75 / 2)),
			booksMillionths: Math.round(1e6 / (1 + 0.25 / 2.5)),
			aloneMillionths: Math.round((1e6 * 0.125) / 2.75),
			marginBits: 1_000,
			runnerUp: null,
		});
	});

	it('leave a margin by the best of them that is wrong, and none below nothing', () => {
		const margin = (...behind: readonly number[]) => {
			const tally = newTally(10_000);
			for (const bits of behind) count(tally, 0.1, bits, OTHER);
			count(tally, 0.1, -5_000, TWIN);
			return certainty(tally, PAIR, 1).marginBits;
		};
		expect([margin(), margin(3_000, 2_000), margin(2_000, 3_000), margin(-1_000)]).toEqual([60_000, 2_000, 2_000, 0]);
	});
});

describe('the next best partner', () => {
	const best = (...rivals: readonly (readonly [right: number, left: number, bits: number])[]) => {
		const tally = newTally(10_000);
		for (const [right, left, bits] of rivals) rival(tally, right, left, bits);
		return certainty(tally, PAIR, 1).runnerUp;
	};

	it('is of either member, also in the first row', () => {
		expect(best([0, -1, 9_000])).toEqual({ left: 4, right: 0, bitsBehind: 1_000 });
		expect(best([-1, 0, 9_000])).toEqual({ left: 0, right: 7, bitsBehind: 1_000 });
		expect(best([0, 0, 9_000])).toEqual({ left: 4, right: 0, bitsBehind: 1_000 });
		expect(best([-1, -1, 9_000])).toBeNull();
	});

	it('is the one least behind, the first of equals, whoever comes first', () => {
		expect(best([2, -1, 8_000], [3, -1, 9_000])).toMatchObject({ right: 3, bitsBehind: 1_000 });
		expect(best([3, -1, 9_000], [2, -1, 8_000])).toMatchObject({ right: 3, bitsBehind: 1_000 });
		expect(best([0, -1, 9_000], [2, -1, 9_000])).toMatchObject({ right: 0 });
		expect(best([-1, 0, 9_000], [-1, 2, 9_000])).toMatchObject({ left: 0 });
		expect(best([-1, 0, 9_000], [2, -1, 8_000])).toMatchObject({ left: 0, right: 7 });
		expect(best([2, -1, 9_000], [-1, -1, 9_500])).toMatchObject({ right: 2, bitsBehind: 1_000 });
	});

	it('is never ahead, and may be behind however far', () => {
		expect(best([2, -1, 12_000])).toMatchObject({ bitsBehind: 0 });
		expect(best([2, -1, -80_000])).toMatchObject({ right: 2, bitsBehind: 90_000 });
	});
});

describe('all ways of the rows around a pair', () => {
	const BITS = 3_000;
	/** Ways as "right left odds bits", the pair's first left and right row being 0. */
	function ways(pairs: readonly (readonly [number, number])[]): readonly string[] | null {
		const list = edgeList(12, 12);
		for (const [l, r] of pairs) list.add(l, r, BITS);
		const edges = list.done();
		const told: string[] = [];
		const known = eachWay(edges, assign(edges, 12, 12), { l0: 0, r0: 0 }, (right, left, odds, bits) => told.push(`${right} ${left} ${odds} ${bits}`));
		return known ? told.sort() : null;
	}
	const star = (row: number, many: number) => Array.from({ length: many }, (_, k): [number, number] => [row, 2 + k]);

	it('are told, and none of those of other rows', () => {
		const own: [number, number][] = [
			[0, 0],
			[0, 1],
		];
		const told = ['-1 -1 0.125 -3000', '0 0 1 0', '1 -1 1 0'];
		expect(ways(own)).toEqual(told);
		expect(ways([...own, ...star(1, 9)])).toEqual(told);
		expect(ways([[1, 1], [0, 0], ...star(2, 9)])).toEqual(['-1 -1 0.125 -3000', '0 0 1 0']);
	});

	it('count rows that are alone in the best way', () => {
		const crowd: [number, number][] = [
			[0, 0],
			[1, 0],
		];
		expect(ways(crowd)).toEqual(['-1 -1 0.125 -3000', '-1 1 1 0', '0 0 1 0']);
	});

	it('are told up to nine pairs, and none beyond', () => {
		const lefts = (many: number) => Array.from({ length: many }, (_, l): [number, number] => [l, 0]);
		expect(ways(lefts(9))).toHaveLength(10);
		expect(ways(lefts(10))).toBeNull();
		const rights = (many: number) => Array.from({ length: many }, (_, r): [number, number] => [0, r]);
		expect(ways(rights(9))).toHaveLength(10);
		expect(ways(rights(10))).toBeNull();
		// Through rows that hang together only by others.
		const chain = (many: number) => Array.from({ length: many }, (_, k): [number, number] => [Math.floor((k + 1) / 2), Math.floor(k / 2)]);
		expect(ways(chain(9))).not.toBeNull();
		expect(ways(chain(10))).toBeNull();
	});
});
