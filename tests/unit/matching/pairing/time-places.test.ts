import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placesByTime } from '../../../../src/domain/matching/pairing/time-places.ts';

describe('rows by time', () => {
	it('stand as sorting them one by one would place them, those of one time by their ids', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(fc.nat(30), fc.nat(300)), { maxLength: 120 }), (rows) => {
				const times = rows.map(([at]) => at);
				const ids = rows.map(([, word], k) => `r${word} ${k}`);
				const sorted = rows.map((_, k) => k).sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0) || ((ids[a] ?? '') < (ids[b] ?? '') ? -1 : 1));
				expect([...placesByTime(Float64Array.from(times), ids)]).toEqual(sorted);
			}),
			{ numRuns: 300 },
		);
	});

	it('stay where they are when they are in order', () => {
		expect([...placesByTime(Float64Array.of(1, 1, 2), ['a', 'b', 'a'])]).toEqual([0, 1, 2]);
	});
});
