import { integers } from '../../columns.ts';
import type { Edges } from '../edges.ts';

/** Who is paired with whom: for each left row its edge or −1, and for each right row. */
export type Assignment = {
	readonly edgeOfLeft: Int32Array;
	readonly edgeOfRight: Int32Array;
	/** Left rows whose component was too large to be solved exactly within the budget; they were paired greedily. */
	readonly approximate: Uint8Array;
};

/**
 * Pairs rows one to one so that the sum of bits is greatest; a row may stay alone at 0. Shortest augmenting paths with
 * prices (Jonker and Volgenant 1987) on the sparse graph: the search ends as soon as staying alone is cheaper, so it
 * stays within a neighbourhood. Left rows are taken in row order, which makes ties fall the same way every time.
 */
export function assign(edges: Edges, leftSize: number, rightSize: number): Assignment {
	const state = stateOf(edges, leftSize, rightSize);
	const approximate = new Uint8Array(leftSize);
	const budget = budgetOf(edges, leftSize);
	for (let l = 0; l < leftSize; l++) {
		if (edges.start[l] === edges.start[l + 1]) continue;
		if (budget.allows(l)) budget.spend(l, augment(state, l));
		else {
			approximate[l] = 1;
			takeBestFree(state, l);
		}
	}
	return { edgeOfLeft: state.edgeOfLeft, edgeOfRight: state.edgeOfRight, approximate };
}

/** How many steps a component may cost before its remaining rows are paired greedily. What all rows together may cost in any case. */
const STEPS_PER_EDGE = 60;
const STEPS_FREE = 400_000;

/** Keeps account of the work. Components are looked for only once there is much of it, which is next to never. */
function budgetOf(edges: Edges, leftSize: number) {
	let all = 0;
	let components: { readonly of: Int32Array; readonly edges: Int32Array } | null = null;
	const spent = new Map<number, number>();
	return {
		allows: (l: number): boolean => {
			if (all <= STEPS_FREE) return true;
			components ??= componentsOf(edges, leftSize);
			const component = components.of[l] ?? 0;
			return (spent.get(component) ?? 0) <= STEPS_PER_EDGE * (components.edges[component] ?? 0) + STEPS_FREE;
		},
		spend: (l: number, steps: number): void => {
			all += steps;
			const component = components?.of[l] ?? 0;
			if (components) spent.set(component, (spent.get(component) ?? 0) + steps);
		},
	};
}

type State = {
	readonly edges: Edges;
	readonly edgeOfLeft: Int32Array;
	readonly edgeOfRight: Int32Array;
	/** Prices of rows; costs are negated bits, so prices of left rows are at most 0 (staying alone costs 0). */
	readonly priceLeft: Float64Array;
	readonly priceRight: Float64Array;
	readonly distance: Float64Array;
	readonly via: Int32Array;
	readonly settled: Uint8Array;
	readonly touched: number[];
	readonly heap: Heap;
};

function stateOf(edges: Edges, leftSize: number, rightSize: number): State {
	return {
		edges,
		edgeOfLeft: new Int32Array(leftSize).fill(-1),
		edgeOfRight: new Int32Array(rightSize).fill(-1),
		priceLeft: new Float64Array(leftSize),
		priceRight: new Float64Array(rightSize),
		distance: new Float64Array(rightSize).fill(Number.POSITIVE_INFINITY),
		via: new Int32Array(rightSize).fill(-1),
		settled: new Uint8Array(rightSize),
		touched: [],
		heap: heapOf(edges.count),
	};
}

/** Finds the cheapest way to place left row `start`, shifting others if that pays, and keeps all prices consistent. Answers the steps it took. */
function augment(state: State, start: number): number {
	const { edges, priceLeft, priceRight, distance, settled, heap, touched } = state;
	const best = bestEdge(state, start);
	priceLeft[start] = best < 0 ? 0 : costOf(state, best);
	if (best >= 0 && (state.edgeOfRight[edges.right[best] ?? 0] ?? -1) < 0) {
		// The cheapest partner is free: nobody has to move, and no price changes.
		state.edgeOfLeft[start] = best;
		state.edgeOfRight[edges.right[best] ?? 0] = best;
		return 1;
	}
	let aloneAt = -(priceLeft[start] ?? 0);
	let alone = start;
	let freeRight = -1;
	let total = aloneAt;
	let steps = relax(state, start, 0);
	for (let r = heap.pop(); r >= 0; r = heap.pop()) {
		if (settled[r] === 1) continue;
		const here = distance[r] ?? 0;
		if (here >= aloneAt) break;
		settled[r] = 1;
		const taken = state.edgeOfRight[r] ?? -1;
		if (taken < 0) {
			freeRight = r;
			break;
		}
		const next = edges.left[taken] ?? 0;
		if (here - (priceLeft[next] ?? 0) < aloneAt) {
			aloneAt = here - (priceLeft[next] ?? 0);
			alone = next;
		}
		steps += relax(state, next, here);
	}
	total = freeRight >= 0 ? (distance[freeRight] ?? 0) : aloneAt;
	for (const r of touched) {
		if (settled[r] !== 1 || (distance[r] ?? 0) >= total) continue;
		const gain = total - (distance[r] ?? 0);
		priceRight[r] = (priceRight[r] ?? 0) - gain;
		const mate = state.edgeOfRight[r] ?? -1;
		if (mate >= 0) priceLeft[edges.left[mate] ?? 0] = (priceLeft[edges.left[mate] ?? 0] ?? 0) + gain;
	}
	priceLeft[start] = (priceLeft[start] ?? 0) + total;
	shift(state, start, { freeRight, alone });
	reset(state);
	return steps;
}

/** The row's cheapest edge at present prices, the first of equals; −1 where staying alone is no dearer. */
function bestEdge(state: State, l: number): number {
	const { edges } = state;
	let best = -1;
	let least = 0;
	for (let e = edges.start[l] ?? 0; e < (edges.start[l + 1] ?? 0); e++) {
		const cost = costOf(state, e);
		if (cost >= least) continue;
		best = e;
		least = cost;
	}
	return best;
}

function costOf({ edges, priceRight }: State, e: number): number {
	return -(edges.bits[e] ?? 0) - (priceRight[edges.right[e] ?? 0] ?? 0);
}

function relax({ edges, priceLeft, priceRight, distance, via, settled, touched, heap }: State, l: number, base: number): number {
	const from = edges.start[l] ?? 0;
	const to = edges.start[l + 1] ?? 0;
	for (let e = from; e < to; e++) {
		const r = edges.right[e] ?? 0;
		if (settled[r] === 1) continue;
		const there = base - (edges.bits[e] ?? 0) - (priceLeft[l] ?? 0) - (priceRight[r] ?? 0);
		if (there >= (distance[r] ?? 0)) continue;
		if (distance[r] === Number.POSITIVE_INFINITY) touched.push(r);
		distance[r] = there;
		via[r] = e;
		heap.push(there, r);
	}
	return to - from;
}

/** Walks the path back: each right row on it gets the left row that reached it. `alone` ends without a partner where no free right row was found. */
function shift(
	{ edges, edgeOfLeft, edgeOfRight, via }: State,
	start: number,
	{ freeRight, alone }: { readonly freeRight: number; readonly alone: number },
): void {
	let r = freeRight;
	if (r < 0) {
		if (alone === start) return;
		r = edges.right[edgeOfLeft[alone] ?? 0] ?? 0;
		edgeOfLeft[alone] = -1;
	}
	for (;;) {
		const e = via[r] ?? -1;
		const l = edges.left[e] ?? 0;
		const before = edgeOfLeft[l] ?? -1;
		edgeOfLeft[l] = e;
		edgeOfRight[r] = e;
		if (l === start) return;
		r = edges.right[before] ?? 0;
	}
}

function reset({ distance, settled, touched, heap }: State): void {
	for (const r of touched) {
		distance[r] = Number.POSITIVE_INFINITY;
		settled[r] = 0;
	}
	touched.length = 0;
	heap.clear();
}

/** The fallback of an overlarge component: the best partner that is still free. */
function takeBestFree({ edges, edgeOfLeft, edgeOfRight }: State, l: number): void {
	let best = -1;
	for (let e = edges.start[l] ?? 0; e < (edges.start[l + 1] ?? 0); e++) {
		if ((edgeOfRight[edges.right[e] ?? 0] ?? -1) < 0 && (edges.bits[e] ?? 0) > (best < 0 ? 0 : (edges.bits[best] ?? 0))) best = e;
	}
	if (best < 0) return;
	edgeOfLeft[l] = best;
	edgeOfRight[edges.right[best] ?? 0] = best;
}

/** Which left rows can influence each other (union-find over shared right rows), and how many edges each such component has. */
function componentsOf(edges: Edges, leftSize: number): { readonly of: Int32Array; readonly edges: Int32Array } {
	const parent = integers(leftSize, (l) => l);
	const root = (l: number): number => {
		let at = l;
		while ((parent[at] ?? at) !== at) {
			parent[at] = parent[parent[at] ?? at] ?? at;
			at = parent[at] ?? at;
		}
		return at;
	};
	let before = edges.byRight[0] ?? 0;
	for (const e of edges.byRight) {
		if (edges.right[e] === edges.right[before]) {
			const a = root(edges.left[before] ?? 0);
			const b = root(edges.left[e] ?? 0);
			parent[Math.max(a, b)] = Math.min(a, b);
		}
		before = e;
	}
	const of = integers(leftSize, root);
	const size = new Int32Array(leftSize);
	for (const l of edges.left) size[of[l] ?? 0] = (size[of[l] ?? 0] ?? 0) + 1;
	return { of, edges: size };
}

/** A binary heap of right rows by distance, then by row, so that equal distances leave in row order. */
type Heap = { readonly push: (distance: number, row: number) => void; readonly pop: () => number; readonly clear: () => void };

function heapOf(capacity: number): Heap {
	let keys = new Float64Array(Math.max(16, Math.min(capacity, 4_096)));
	let rows = new Int32Array(keys.length);
	let size = 0;
	const before = (a: number, b: number) => (keys[a] ?? 0) < (keys[b] ?? 0) || (keys[a] === keys[b] && (rows[a] ?? 0) < (rows[b] ?? 0));
	const swap = (a: number, b: number) => {
		const key = keys[a] ?? 0;
		const row = rows[a] ?? 0;
		keys[a] = keys[b] ?? 0;
		rows[a] = rows[b] ?? 0;
		keys[b] = key;
		rows[b] = row;
	};
	const grow = () => {
		const more = new Float64Array(keys.length * 2);
		more.set(keys);
		keys = more;
		const moreRows = new Int32Array(keys.length);
		moreRows.set(rows);
		rows = moreRows;
	};
	return {
		push: (distance, row) => {
			if (size === keys.length) grow();
			keys[size] = distance;
			rows[size] = row;
			for (let at = size++; at > 0 && before(at, (at - 1) >> 1); at = (at - 1) >> 1) swap(at, (at - 1) >> 1);
		},
		pop: () => {
			if (size === 0) return -1;
			const row = rows[0] ?? -1;
			swap(0, --size);
			for (let at = 0; ; ) {
				let least = at;
				const child = 2 * at + 1;
				if (child < size && before(child, least)) least = child;
				if (child + 1 < size && before(child + 1, least)) least = child + 1;
				if (least === at) return row;
				swap(at, least);
				at = least;
			}
		},
		clear: () => {
			size = 0;
		},
	};
}
