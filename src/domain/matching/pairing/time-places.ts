/**
 * The places of rows by time, then by id: a merge sort over columns, as rows of several clocks are next to sorted but not quite, and
 * a sort that calls back for each comparison takes many times as long.
 */
export function placesByTime(at: Float64Array, ids: readonly string[]): Int32Array {
	const size = at.length;
	let from = new Int32Array(size);
	for (let k = 0; k < size; k++) from[k] = k;
	if (isSorted(at, ids)) return from;
	let to = new Int32Array(size);
	for (let width = 1; width < size; width *= 2) {
		for (let begin = 0; begin < size; begin += 2 * width) {
			const middle = Math.min(begin + width, size);
			merge({ from, to, at, ids }, begin, middle, Math.min(begin + 2 * width, size));
		}
		[from, to] = [to, from];
	}
	return from;
}

function isSorted(at: Float64Array, ids: readonly string[]): boolean {
	for (let k = 1; k < at.length; k++) if (isAfter(at, ids, k - 1, k)) return false;
	return true;
}

type Merge = { readonly from: Int32Array; readonly to: Int32Array; readonly at: Float64Array; readonly ids: readonly string[] };

/** Merges two sorted stretches, `begin` … `middle` and `middle` … `end`. */
function merge({ from, to, at, ids }: Merge, begin: number, middle: number, end: number): void {
	let left = begin;
	let right = middle;
	for (let k = begin; k < end; k++) {
		const takeRight = left >= middle || (right < end && isAfter(at, ids, from[left] ?? 0, from[right] ?? 0));
		to[k] = (takeRight ? from[right++] : from[left++]) ?? 0;
	}
}

function isAfter(at: Float64Array, ids: readonly string[], a: number, b: number): boolean {
	const [x, y] = [at[a] ?? 0, at[b] ?? 0];
	return x > y || (x === y && (ids[a] ?? '') > (ids[b] ?? ''));
}
