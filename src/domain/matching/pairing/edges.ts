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

/** Gathers edges in any order; an edge added twice counts once. */
export type EdgeList = { readonly add: (l: number, r: number, bits: MilliBits) => void; readonly done: () => Edges };

export function edgeList(leftSize: number, rightSize: number): EdgeList {
	let keys = new Float64Array(1_024);
	let size = 0;
	const bitsOf = new Map<number, number>();
	return {
		add: (l, r, bits) => {
			const key = l * rightSize + r;
			if (bitsOf.has(key)) return;
			bitsOf.set(key, bits);
			if (size === keys.length) {
				const more = new Float64Array(size * 2);
				more.set(keys);
				keys = more;
			}
			keys[size++] = key;
		},
		done: () => columns(keys.slice(0, size).sort(), bitsOf, { leftSize, rightSize }),
	};
}

type Sizes = { readonly leftSize: number; readonly rightSize: number };

function columns(keys: Float64Array, bitsOf: ReadonlyMap<number, number>, { leftSize, rightSize }: Sizes): Edges {
	const left = new Int32Array(keys.length);
	const right = new Int32Array(keys.length);
	const bits = new Int32Array(keys.length);
	const start = new Int32Array(leftSize + 1);
	const startRight = new Int32Array(rightSize + 1);
	for (let e = 0; e < keys.length; e++) {
		const key = keys[e] ?? 0;
		const l = Math.floor(key / rightSize);
		const r = key - l * rightSize;
		left[e] = l;
		right[e] = r;
		bits[e] = bitsOf.get(key) ?? 0;
		start[l + 1] = (start[l + 1] ?? 0) + 1;
		startRight[r + 1] = (startRight[r + 1] ?? 0) + 1;
	}
	for (let l = 0; l < leftSize; l++) start[l + 1] = (start[l + 1] ?? 0) + (start[l] ?? 0);
	for (let r = 0; r < rightSize; r++) startRight[r + 1] = (startRight[r + 1] ?? 0) + (startRight[r] ?? 0);
	const byRight = new Int32Array(keys.length);
	const filled = startRight.slice();
	for (let e = 0; e < keys.length; e++) {
		const r = right[e] ?? 0;
		byRight[filled[r] ?? 0] = e;
		filled[r] = (filled[r] ?? 0) + 1;
	}
	return { count: keys.length, left, right, bits, start, startRight, byRight };
}
