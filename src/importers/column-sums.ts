import { readMillionths } from './amounts.ts';
import { isDash } from './cells.ts';
import { cellOf, type Row } from './tables.ts';

/** Sums of a table's columns as written, signs included, to hold against the totals that the file states. */
export type ColumnSums = {
	readonly add: (row: Row) => void;
	/** Whether as many rows were added. */
	readonly countIs: (text: string) => boolean;
	/** Whether the column adds up to the total as written; never where a cell of it could not be read. */
	readonly sumIs: (column: string, total: string) => boolean;
};

/** A column that the table lacks adds up to nothing. */
export function columnSums(names: readonly string[]): ColumnSums {
	const columns = [...new Set(names)];
	let count = 0;
	const sums = new Map<string, bigint | null>(columns.map((name) => [name, 0n]));
	return {
		add: (row) => {
			count += 1;
			for (const name of columns) {
				const sum = sums.get(name);
				const text = cellOf(row, name);
				if (sum === null || sum === undefined || text === '' || isDash(text)) continue;
				const cell = readMillionths(text);
				sums.set(name, cell === null ? null : sum + cell);
			}
		},
		countIs: (text) => readMillionths(text) === BigInt(count) * 1_000_000n,
		sumIs: (column, total) => {
			const sum = sums.get(column) ?? null;
			return sum !== null && sum === readMillionths(total);
		},
	};
}
