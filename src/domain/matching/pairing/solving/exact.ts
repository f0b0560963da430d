import { type MilliBits, ratioOf } from '../bits.ts';
import type { Edges } from '../edges.ts';
import type { Assignment } from './assignment.ts';

/**
 * Hears of one way to pair the rows around a pair: the pair's partners in it (−1 for none), its odds against the chosen way and its
 * bits more than that. Called with plain numbers, because most of the time of a certainty goes into its ways.
 */
export type OnWay = (right: number, left: number, odds: number, bits: MilliBits) => void;

/** A component of so many edges is gone through whole; more would cost more than the approximation is off. */
const EDGES_MOST = 9;

/**
 * Tells all explanations of the component in which the pair stands; false, and none is told, where it is too large. Two rows that
 * stand apart, and one that stands with a third, all count.
 */
export function eachWay(edges: Edges, { edgeOfLeft }: Assignment, { l0, r0 }: { readonly l0: number; readonly r0: number }, onWay: OnWay): boolean {
	const lefts = componentOf(edges, l0);
	if (lefts === null) return false;
	let chosen = 0;
	for (const l of lefts) chosen += edges.bits[edgeOfLeft[l] ?? -1] ?? 0;
	/** Right rows taken on the way so far: few, so that looking through them beats a set. */
	const taken: number[] = [];
	const visit = (k: number, bits: MilliBits, right: number, left: number): void => {
		if (k === lefts.length) {
			onWay(right, left, ratioOf(bits - chosen), bits - chosen);
			return;
		}
		const l = lefts[k] ?? 0;
		visit(k + 1, bits, right, left);
		const to = edges.start[l + 1] ?? 0;
		for (let e = edges.start[l] ?? 0; e < to; e++) {
			const r = edges.right[e] ?? 0;
			if (taken.includes(r)) continue;
			taken.push(r);
			visit(k + 1, bits + (edges.bits[e] ?? 0), l === l0 ? r : right, r === r0 ? l : left);
			taken.pop();
		}
	};
	visit(0, 0, -1, -1);
	return true;
}

/** The left rows that hang together with one, by shared right rows; null where there are too many edges. */
function componentOf(edges: Edges, start: number): readonly number[] | null {
	const lefts: number[] = [];
	let count = 0;
	const isOneTooMany = (l: number) => {
		lefts.push(l);
		count += (edges.start[l + 1] ?? 0) - (edges.start[l] ?? 0);
		return count > EDGES_MOST;
	};
	if (isOneTooMany(start)) return null;
	// What is taken while the rows are gone through is gone through as well.
	for (const l of lefts) {
		const to = edges.start[l + 1] ?? 0;
		for (let e = edges.start[l] ?? 0; e < to; e++) {
			const r = edges.right[e] ?? 0;
			const end = edges.startRight[r + 1] ?? 0;
			for (let j = edges.startRight[r] ?? 0; j < end; j++) {
				const other = edges.left[edges.byRight[j] ?? 0] ?? 0;
				if (!lefts.includes(other) && isOneTooMany(other)) return null;
			}
		}
	}
	return lefts;
}
