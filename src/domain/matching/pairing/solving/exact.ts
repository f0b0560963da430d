import { type MilliBits, ratioOf } from '../bits.ts';
import type { Edges } from '../edges.ts';
import type { Assignment } from './assignment.ts';

/** Every way to pair the rows around a pair, as far as they are few. `left` and `right` are the pair's partners there; −1 for none. */
export type Way = { readonly right: number; readonly left: number; readonly odds: number; readonly bits: MilliBits };

/** A component of so many edges is gone through whole; more would cost more than the approximation is off. */
const EDGES_MOST = 9;

/**
 * All explanations of the component in which the pair stands, each with its odds against the chosen one; null where it is
 * too large. Two rows that stand apart, and one that stands with a third, all count.
 */
export function waysAround(edges: Edges, { edgeOfLeft }: Assignment, { l0, r0 }: { readonly l0: number; readonly r0: number }): readonly Way[] | null {
	const lefts = componentOf(edges, l0);
	if (lefts === null) return null;
	let chosen = 0;
	for (const l of lefts) if ((edgeOfLeft[l] ?? -1) >= 0) chosen += edges.bits[edgeOfLeft[l] ?? 0] ?? 0;
	const ways: Way[] = [];
	const taken = new Set<number>();
	const visit = (k: number, bits: MilliBits, pair: { readonly right: number; readonly left: number }): void => {
		const l = lefts[k];
		if (l === undefined) {
			ways.push({ ...pair, bits: bits - chosen, odds: ratioOf(bits - chosen) });
			return;
		}
		visit(k + 1, bits, pair);
		for (let e = edges.start[l] ?? 0; e < (edges.start[l + 1] ?? 0); e++) {
			const r = edges.right[e] ?? 0;
			if (taken.has(r)) continue;
			taken.add(r);
			visit(k + 1, bits + (edges.bits[e] ?? 0), { right: l === l0 ? r : pair.right, left: r === r0 ? l : pair.left });
			taken.delete(r);
		}
	};
	visit(0, 0, { right: -1, left: -1 });
	return ways;
}

/** The left rows that hang together with one, by shared right rows; null where there are too many edges. */
function componentOf(edges: Edges, start: number): number[] | null {
	const lefts = [start];
	const seen = new Set(lefts);
	let count = 0;
	for (const l of lefts) {
		for (let e = edges.start[l] ?? 0; e < (edges.start[l + 1] ?? 0); e++) {
			if (++count > EDGES_MOST) return null;
			const r = edges.right[e] ?? 0;
			for (let k = edges.startRight[r] ?? 0; k < (edges.startRight[r + 1] ?? 0); k++) {
				const other = edges.left[edges.byRight[k] ?? 0] ?? 0;
				if (seen.has(other)) continue;
				seen.add(other);
				lefts.push(other);
			}
		}
	}
	return lefts;
}
