/**
 * Row numbers by value, each list in row order (so in time order): list `value` is `rows[start[value]]` … `rows[start[value + 1] − 1]`.
 * A value is a number of `Words`. The lists are places in one column, as cutting a piece out for each look would cost more than the look.
 */
export type Postings = { readonly rows: Int32Array; readonly start: Int32Array };

/** Lists the rows that `use` lets in by their value. */
export function postings(values: Int32Array, use: (row: number) => boolean): Postings {
	let most = -1;
	for (let row = 0; row < values.length; row++) most = Math.max(most, values[row] ?? 0);
	const start = new Int32Array(most + 2);
	for (let row = 0; row < values.length; row++) {
		const next = (values[row] ?? 0) + 1;
		if (use(row)) start[next] = (start[next] ?? 0) + 1;
	}
	for (let value = 0; value <= most; value++) start[value + 1] = (start[value + 1] ?? 0) + (start[value] ?? 0);
	const rows = new Int32Array(start[most + 1] ?? 0);
	const filled = start.slice();
	for (let row = 0; row < values.length; row++) {
		const value = values[row] ?? 0;
		if (!use(row)) continue;
		rows[filled[value] ?? 0] = row;
		filled[value] = (filled[value] ?? 0) + 1;
	}
	return { rows, start };
}

/** Where the list of a value begins and ends; a value that no row has is an empty list. */
export function beginOf({ start, rows }: Postings, value: number): number {
	return start[value] ?? rows.length;
}

export function endOf({ start, rows }: Postings, value: number): number {
	return start[value + 1] ?? rows.length;
}

/** First position of `rows` from `from` up to `to` whose row is not before `at`; `times` must rise along that stretch. */
export function firstAt(rows: Int32Array, times: Float64Array, at: number, from: number, to: number): number {
	let low = from;
	let high = to;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((times[rows[middle] ?? 0] ?? 0) < at) low = middle + 1;
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
