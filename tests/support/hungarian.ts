/**
 * The greatest sum of weights of pairs, each row and column at most once: the Hungarian method on the whole square of
 * rows and columns, padded with pairs worth nothing. Nothing of it is shared with the engine, which it is to check.
 */
export function greatestSum(weights: readonly (readonly number[])[]): number {
	const rows = weights.length;
	const columns = weights[0]?.length ?? 0;
	const size = rows + columns;
	const cost = (row: number, column: number) => -(weights[row]?.[column] ?? 0);
	const rowPrice = new Array<number>(size + 1).fill(0);
	const columnPrice = new Array<number>(size + 1).fill(0);
	const rowOf = new Array<number>(size + 1).fill(0);
	for (let row = 1; row <= size; row++) {
		rowOf[0] = row;
		let column = 0;
		const least = new Array<number>(size + 1).fill(Number.POSITIVE_INFINITY);
		const cameFrom = new Array<number>(size + 1).fill(0);
		const used = new Array<boolean>(size + 1).fill(false);
		do {
			used[column] = true;
			const here = rowOf[column] ?? 0;
			let step = Number.POSITIVE_INFINITY;
			let next = 0;
			for (let other = 1; other <= size; other++) {
				if (used[other]) continue;
				const reduced = cost(here - 1, other - 1) - (rowPrice[here] ?? 0) - (columnPrice[other] ?? 0);
				if (reduced < (least[other] ?? 0)) {
					least[other] = reduced;
					cameFrom[other] = column;
				}
				if ((least[other] ?? 0) < step) {
					step = least[other] ?? 0;
					next = other;
				}
			}
			for (let other = 0; other <= size; other++) {
				if (used[other]) {
					rowPrice[rowOf[other] ?? 0] = (rowPrice[rowOf[other] ?? 0] ?? 0) + step;
					columnPrice[other] = (columnPrice[other] ?? 0) - step;
				} else least[other] = (least[other] ?? 0) - step;
			}
			column = next;
		} while ((rowOf[column] ?? 0) !== 0);
		for (; column !== 0; column = cameFrom[column] ?? 0) rowOf[column] = rowOf[cameFrom[column] ?? 0] ?? 0;
	}
	let sum = 0;
	for (let column = 1; column <= size; column++) sum -= cost((rowOf[column] ?? 0) - 1, column - 1);
	return sum;
}
