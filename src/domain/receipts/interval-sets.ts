import type { Interval } from '../time.ts';

/** The same time as a sorted list without overlaps and without empty pieces. */
export function mergeIntervals(intervals: readonly Interval[]): Interval[] {
	const merged: Interval[] = [];
	for (const next of [...intervals].sort((a, b) => a.from - b.from)) {
		if (next.to <= next.from) continue;
		const last = merged.at(-1);
		if (last && next.from <= last.to) merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, next.to) };
		else merged.push(next);
	}
	return merged;
}

/** What of `intervals` lies outside `taken`. */
export function subtractIntervals(intervals: readonly Interval[], taken: readonly Interval[]): Interval[] {
	let left = mergeIntervals(intervals);
	for (const cut of taken) {
		left = left.flatMap((piece) => [
			{ from: piece.from, to: Math.min(piece.to, cut.from) },
			{ from: Math.max(piece.from, cut.to), to: piece.to },
		]);
		left = mergeIntervals(left);
	}
	return left;
}
