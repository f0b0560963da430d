import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edgeList } from '../../../../src/domain/matching/pairing/edges.ts';

describe('edges', () => {
	it('come by left row and then by right row, each pair once, however they were added', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(fc.nat(5), fc.nat(7)), { maxLength: 60 }), (pairs) => {
				const list = edgeList(6, 8);
				for (const [l, r] of pairs) list.add(l, r, 100 * l + r + 1);
				const { count, left, right, bits, start, startRight, byRight } = list.done();
				const told = Array.from({ length: count }, (_, e) => [left[e], right[e], bits[e]]);
				const wanted = [...new Set(pairs.map(([l, r]) => 100 * l + r))].sort((a, b) => a - b);
				expect(told).toEqual(wanted.map((place) => [Math.floor(place / 100), place % 100, place + 1]));
				for (let l = 0; l < 6; l++) expect([...left.subarray(start[l], start[l + 1])].every((one) => one === l)).toBe(true);
				const ofRights = [...byRight].map((e) => right[e]);
				for (let r = 0; r < 8; r++) expect(ofRights.slice(startRight[r], startRight[r + 1]).every((one) => one === r)).toBe(true);
				expect([start[6], startRight[8], byRight.length]).toEqual([count, count, count]);
			}),
			{ numRuns: 300 },
		);
	});

	it('count as 65 bits where they are more', () => {
		const list = edgeList(1, 1);
		list.add(0, 0, 90_000);
		expect([...list.done().bits]).toEqual([65_535]);
	});

	it('are as many as are added', () => {
		const list = edgeList(100, 100);
		for (let l = 0; l < 100; l++) for (let r = 0; r < 100; r++) list.add(l, r, 1);
		expect(list.done().count).toBe(10_000);
	});
});
