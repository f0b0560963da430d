/** Row numbers by value, each list in row order (so in time order). */
export type Postings = { readonly get: (value: number, currency: number) => Int32Array | undefined };

/** Lists the rows of `values` (of the rows `use` lets in) by value and currency. */
export function postings(values: Float64Array, currency: Int32Array, use: (row: number) => boolean): Postings {
	const counts = new Map<number, number>();
	const keyOf = (value: number, unit: number) => value * 512 + unit;
	for (let row = 0; row < values.length; row++) {
		if (!use(row)) continue;
		const key = keyOf(values[row] ?? 0, currency[row] ?? 0);
		counts.set(key, (counts.get(key) ?? 0) + 1);
	}
	const lists = new Map<number, Int32Array>();
	const filled = new Map<number, number>();
	for (let row = 0; row < values.length; row++) {
		if (!use(row)) continue;
		const key = keyOf(values[row] ?? 0, currency[row] ?? 0);
		let list = lists.get(key);
		if (!list) {
			list = new Int32Array(counts.get(key) ?? 0);
			lists.set(key, list);
		}
		const at = filled.get(key) ?? 0;
		list[at] = row;
		filled.set(key, at + 1);
	}
	return { get: (value, unit) => lists.get(keyOf(value, unit)) };
}

/** First position in `list` whose row is not before `at`; `times` must rise along the list. */
export function firstAt(list: Int32Array, times: Float64Array, at: number): number {
	let low = 0;
	let high = list.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((times[list[middle] ?? 0] ?? 0) < at) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** First row not before `at`; `times` must rise. */
export function firstRowAt(times: Float64Array, at: number): number {
	let low = 0;
	let high = times.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((times[middle] ?? 0) < at) low = middle + 1;
		else high = middle;
	}
	return low;
}
