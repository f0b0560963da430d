import { type MilliBits, milliLog2, ratioOf } from '../bits.ts';
import type { Edges } from '../edges.ts';
import type { Assignment } from './assignment.ts';

/** Beyond this many bits behind, another explanation does not matter. */
const HORIZON: MilliBits = 12_000;
const DEPTH = 3;
const STEPS_MOST = 250;

/** A way to go on from one end of a pair: the row taken first, the sum of all that follows as bits, and the best of it. */
export type End = { readonly row: number; readonly bits: MilliBits; readonly best: MilliBits };
/** A way that comes back: the right row that is taken first, and the left row that takes the pair's. */
export type Cycle = { readonly right: number; readonly left: number; readonly bits: MilliBits };
const ALONE: End = { row: -1, bits: 0, best: 0 };

type Graph = { readonly edges: Edges; readonly assignment: Assignment };
type Walk = Graph & {
	readonly r0: number;
	/** Right rows on the path so far: at most as many as it is deep. */
	readonly path: number[];
	readonly cycles: Cycle[];
	first: number;
	steps: number;
};

/** What becomes of the left row when it loses its partner: it stays alone, or takes another, whose own partner takes another, and so on, or back to the start. */
export function waysFromLeft(graph: Graph, l0: number, r0: number): { readonly fromLeft: readonly End[]; readonly cycles: readonly Cycle[] } {
	const { edges, assignment } = graph;
	const walk: Walk = { edges, assignment, r0, path: [r0], cycles: [], first: -1, steps: 0 };
	const fromLeft: End[] = [ALONE];
	for (let e = edges.start[l0] ?? 0; e < (edges.start[l0 + 1] ?? 0); e++) {
		const first = edges.right[e] ?? 0;
		if (first === r0) continue;
		walk.first = first;
		const ways = waysThrough(walk, e, DEPTH, 0);
		if (ways > 0) fromLeft.push({ row: first, bits: milliLog2(ways), best: gainOver(edges, e, assignment.edgeOfRight[first]) });
	}
	return { fromLeft, cycles: walk.cycles };
}

/** Sum of shares of all ways for a left row without partner; `sum` are the bits gained on the way to it. */
function waysOf(walk: Walk, l: number, depth: number, sum: MilliBits): number {
	const { edges, path } = walk;
	let ways = 1;
	const back = edgeBetween(edges, l, walk.r0);
	if (back >= 0) walk.cycles.push({ right: walk.first, left: l, bits: sum + (edges.bits[back] ?? 0) });
	if (depth === 0) return ways;
	const own = walk.assignment.edgeOfLeft[l];
	const to = edges.start[l + 1] ?? 0;
	for (let e = edges.start[l] ?? 0; e < to && walk.steps < STEPS_MOST; e++) {
		if (own !== e && !path.includes(edges.right[e] ?? 0)) ways += waysThrough(walk, e, depth, sum);
	}
	return ways;
}

function waysThrough(walk: Walk, e: number, depth: number, sum: MilliBits): number {
	walk.steps++;
	const { edges } = walk;
	const r = edges.right[e] ?? 0;
	const gain = edges.bits[e] ?? 0;
	const mate = walk.assignment.edgeOfRight[r] ?? -1;
	if (mate < 0) return ratioOf(gain);
	const change = gain - (edges.bits[mate] ?? 0);
	if (sum + change < -HORIZON) return 0;
	walk.path.push(r);
	const ways = ratioOf(change) * waysOf(walk, edges.left[mate] ?? 0, depth - 1, sum + change);
	walk.path.pop();
	return ways;
}

/** What becomes of the right row: it stays alone, or has another taker, who gives up its own partner, which then stays alone or finds one more. */
export function waysFromRight({ edges, assignment: { edgeOfLeft } }: Graph, l0: number, r0: number): End[] {
	const ends: End[] = [ALONE];
	for (let k = edges.startRight[r0] ?? 0; k < (edges.startRight[r0 + 1] ?? 0); k++) {
		const e = edges.byRight[k] ?? 0;
		const l = edges.left[e] ?? 0;
		if (l === l0) continue;
		const mate = edgeOfLeft[l] ?? -1;
		const gained = gainOver(edges, e, mate);
		if (mate < 0) ends.push({ row: l, bits: gained, best: gained });
		if (mate < 0 || gained < -HORIZON) continue;
		const freed = edges.right[mate] ?? 0;
		let ways = 1;
		for (let j = edges.startRight[freed] ?? 0; j < (edges.startRight[freed + 1] ?? 0); j++) {
			const other = edges.byRight[j] ?? 0;
			const taker = edges.left[other] ?? 0;
			if (taker !== l && taker !== l0) ways += ratioOf(gainOver(edges, other, edgeOfLeft[taker]));
		}
		ends.push({ row: l, bits: gained + milliLog2(ways), best: gained });
	}
	return ends;
}

/** What an edge gains over the one it replaces, if any. */
function gainOver(edges: Edges, e: number, replaced: number | undefined): MilliBits {
	return (edges.bits[e] ?? 0) - (replaced === undefined || replaced < 0 ? 0 : (edges.bits[replaced] ?? 0));
}

function edgeBetween(edges: Edges, l: number, r: number): number {
	let low = edges.start[l] ?? 0;
	let high = edges.start[l + 1] ?? 0;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((edges.right[middle] ?? 0) < r) low = middle + 1;
		else high = middle;
	}
	return low < (edges.start[l + 1] ?? 0) && edges.right[low] === r ? low : -1;
}
