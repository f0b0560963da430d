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

/** Room for bits below the row numbers in one number, so that edges are sorted as plain numbers. */
const BITS_ROOM = 65_536;

export function edgeList(leftSize: number, rightSize: number): EdgeList {
	let packed = new Float64Array(1_024);
	let size = 0;
	return {
		add: (l, r, bits) => {
			if (size === packed.length) {
				const more = new Float64Array(size * 2);
				more.set(packed);
				packed = more;
			}
			packed[size++] = (l * rightSize + r) * BITS_ROOM + Math.min(bits, BITS_ROOM - 1);
		},
		done: () => unpacked(packed.slice(0, size).sort(), leftSize, rightSize),
	};
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

function unpacked(packed: Float64Array, leftSize: number, rightSize: number): Edges {
	const left = new Int32Array(packed.length);
	const right = new Int32Array(packed.length);
	const bits = new Int32Array(packed.length);
	let count = 0;
	let last = -1;
	for (const one of packed) {
		const rows = Math.floor(one / BITS_ROOM);
		if (rows === last) continue;
		last = rows;
		const l = Math.floor(rows / rightSize);
		left[count] = l;
		right[count] = rows - l * rightSize;
		bits[count] = one - rows * BITS_ROOM;
		count++;
	}
	return indexed({ count, left: left.subarray(0, count), right: right.subarray(0, count), bits: bits.subarray(0, count) }, leftSize, rightSize);
}

function indexed(columns: Pick<Edges, 'count' | 'left' | 'right' | 'bits'>, leftSize: number, rightSize: number): Edges {
	const { count, left, right } = columns;
	const start = new Int32Array(leftSize + 1);
	const startRight = new Int32Array(rightSize + 1);
	for (let e = 0; e < count; e++) {
		start[(left[e] ?? 0) + 1] = (start[(left[e] ?? 0) + 1] ?? 0) + 1;
		startRight[(right[e] ?? 0) + 1] = (startRight[(right[e] ?? 0) + 1] ?? 0) + 1;
	}
	for (let l = 0; l < leftSize; l++) start[l + 1] = (start[l + 1] ?? 0) + (start[l] ?? 0);
	for (let r = 0; r < rightSize; r++) startRight[r + 1] = (startRight[r + 1] ?? 0) + (startRight[r] ?? 0);
	const byRight = new Int32Array(count);
	const filled = startRight.slice();
	for (let e = 0; e < count; e++) {
		const r = right[e] ?? 0;
		byRight[filled[r] ?? 0] = e;
		filled[r] = (filled[r] ?? 0) + 1;
	}
	return { ...columns, start, startRight, byRight };
}
