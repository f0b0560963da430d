/** Columns of numbers by row. (`from` with a function would do the same, many times slower.) */
export function floats(size: number, of: (row: number) => number): Float64Array {
	const column = new Float64Array(size);
	for (let row = 0; row < size; row++) column[row] = of(row);
	return column;
}

export function integers(size: number, of: (row: number) => number): Int32Array {
	const column = new Int32Array(size);
	for (let row = 0; row < size; row++) column[row] = of(row);
	return column;
}

/** 1 where the row passes the test. */
export function marks(size: number, test: (row: number) => boolean): Uint8Array {
	const column = new Uint8Array(size);
	for (let row = 0; row < size; row++) column[row] = test(row) ? 1 : 0;
	return column;
}
