import type { MilliBits } from './bits.ts';

/** Candidate pairs with their scores, by left row; `of` gives the numbers of a row's edges. */
export type Edges = {
	readonly count: number;
	readonly left: Int32Array;
	readonly right: Int32Array;
	readonly bits: Int32Array;
	/** Edges of left row `l`: `start[l]` … `start[l + 1]` − 1. */
	readonly start: Int32Array;
	/** The same edges by right row: `byRight[startRight[r]]` … */
	readonly startRight: Int32Array;
	readonly byRight: Int32Array;
};

/** Gathers edges in any order; an edge added twice counts once. Bits are above 0; 65 bits and more count as 65. */
export type EdgeList = { readonly add: (l: number, r: number, bits: MilliBits) => void; readonly done: () => Edges };

const BITS_MOST: MilliBits = 65_535;

export function edgeList(leftSize: number, rightSize: number): EdgeList {
	let left = new Int32Array(1_024);
	let right = new Int32Array(1_024);
	let bits = new Int32Array(1_024);
	let size = 0;
	return {
		add: (l, r, ofPair) => {
			if (size === left.length) [left, right, bits] = [twiceAsLong(left), twiceAsLong(right), twiceAsLong(bits)];
			left[size] = l;
			right[size] = r;
			bits[size++] = Math.min(ofPair, BITS_MOST);
		},
		done: () => {
			const found = { left: left.subarray(0, size), right: right.subarray(0, size), bits: bits.subarray(0, size) };
			return indexed(inOrder(found, leftSize, rightSize), leftSize, rightSize);
		},
	};
}

function twiceAsLong(column: Int32Array): Int32Array<ArrayBuffer> {
	const longer = new Int32Array(column.length * 2);
	longer.set(column);
	return longer;
}

/** The edges whose rows are both kept. */
export function keptEdges(edges: Edges, keptLeft: (l: number) => boolean, keptRight: (r: number) => boolean): Edges {
	const list = edgeList(edges.start.length - 1, edges.startRight.length - 1);
	for (let e = 0; e < edges.count; e++) {
		const l = edges.left[e] ?? 0;
		const r = edges.right[e] ?? 0;
		if (keptLeft(l) && keptRight(r)) list.add(l, r, edges.bits[e] ?? 0);
	}
	return list.done();
}

type Columns = Pick<Edges, 'left' | 'right' | 'bits'>;

/**
 * By left row, then by right row, each pair once. Counted into place by the right row and then by the left one, which takes as
 * many steps as there are edges; comparing them with each other takes several times as many.
 */
function inOrder({ left, right, bits }: Columns, leftSize: number, rightSize: number): Columns & { readonly count: number } {
	const order = countedInto(left, leftSize, countedInto(right, rightSize, null));
	const sorted = { left: new Int32Array(order.length), right: new Int32Array(order.length), bits: new Int32Array(order.length) };
	let count = 0;
	for (const e of order) {
		const [l, r, ofPair] = [left[e] ?? 0, right[e] ?? 0, bits[e] ?? 0];
		const last = count - 1;
		if (last >= 0 && sorted.left[last] === l && sorted.right[last] === r) {
			sorted.bits[last] = Math.min(sorted.bits[last] ?? 0, ofPair);
			continue;
		}
		sorted.left[count] = l;
		sorted.right[count] = r;
		sorted.bits[count] = ofPair;
		count++;
	}
	return { count, left: sorted.left.subarray(0, count), right: sorted.right.subarray(0, count), bits: sorted.bits.subarray(0, count) };
}

/** The places of `order` (null: from first to last) by the row that stands there, places of one row as they were. */
function countedInto(rowAt: Int32Array, rows: number, order: Int32Array | null): Int32Array {
	const next = new Int32Array(rows + 1);
	for (let e = 0; e < rowAt.length; e++) next[(rowAt[e] ?? 0) + 1] = (next[(rowAt[e] ?? 0) + 1] ?? 0) + 1;
	addUp(next);
	const sorted = new Int32Array(rowAt.length);
	for (let k = 0; k < rowAt.length; k++) {
		const e = order === null ? k : (order[k] ?? 0);
		const row = rowAt[e] ?? 0;
		sorted[next[row] ?? 0] = e;
		next[row] = (next[row] ?? 0) + 1;
	}
	return sorted;
}

function indexed(columns: Columns & { readonly count: number }, leftSize: number, rightSize: number): Edges {
	const { count, left, right } = columns;
	const start = new Int32Array(leftSize + 1);
	const startRight = new Int32Array(rightSize + 1);
	for (let e = 0; e < count; e++) {
		start[(left[e] ?? 0) + 1] = (start[(left[e] ?? 0) + 1] ?? 0) + 1;
		startRight[(right[e] ?? 0) + 1] = (startRight[(right[e] ?? 0) + 1] ?? 0) + 1;
	}
	addUp(start);
	addUp(startRight);
	const byRight = new Int32Array(count);
	const filled = startRight.slice();
	for (let e = 0; e < count; e++) {
		const r = right[e] ?? 0;
		byRight[filled[r] ?? 0] = e;
		filled[r] = (filled[r] ?? 0) + 1;
	}
	return { ...columns, start, startRight, byRight };
}

/** Turns counts into places: each becomes the sum of all up to it. */
function addUp(counts: Int32Array): void {
	let sum = 0;
	counts.forEach((count, k) => {
		sum += count;
		counts[k] = sum;
	});
}
