/** The first of many rows in an order, kept while they pass by, so that a hundred thousand need not be sorted, or held at once. */
export function firstOf<Row>(max: number, order: (a: Row, b: Row) => number): { readonly add: (row: Row) => void; readonly get: () => readonly Row[] } {
	let kept: Row[] = [];
	const cut = () => {
		kept = kept.sort(order).slice(0, max);
	};
	return {
		add: (row) => {
			kept.push(row);
			if (kept.length >= 2 * max) cut();
		},
		get: () => {
			cut();
			return kept;
		},
	};
}
