import { readExact, readExactCell } from '../values/amounts.ts';
import { isDash } from '../values/cells.ts';
import { cellOf, type Row } from './tables.ts';

/** Sums of a table's columns as written, signs included, to hold against the totals that the file states. */
export type ColumnSums = {
	readonly add: (row: Row) => void;
	/** Whether as many rows were added. */
	readonly countIs: (text: string) => boolean;
	/** Whether the column adds up to the total as written; never where a cell of it could not be read. */
	readonly sumIs: (column: string, total: string) => boolean;
};

/** Units of the fifth decimal, moved from the number to the big integer before they can lose a digit. */
type Sum = {
	part: number;
	rest: bigint;
	unreadable: boolean;
	/** The last cell and what it came to: in most columns most cells are the same. */
	text: string;
	cell: number | null;
};

/** A column that the table lacks adds up to nothing. */
export function columnSums(columns: readonly string[]): ColumnSums {
	let count = 0;
	const sums = new Map<string, Sum>(columns.map((name) => [name, { part: 0, rest: 0n, unreadable: false, text: '', cell: 0 }]));
	return {
		add: (row) => {
			count += 1;
			for (const [name, sum] of sums) addCell(sum, cellOf(row, name));
		},
		countIs: (text) => readExactCell(text) === count * 100_000,
		sumIs: (column, total) => {
			const sum = sums.get(column);
			return sum !== undefined && !sum.unreadable && sum.rest + BigInt(sum.part) === readExact(total);
		},
	};
}

function addCell(sum: Sum, text: string): void {
	if (text === '' || isDash(text)) return;
	if (text !== sum.text) {
		sum.text = text;
		sum.cell = readExactCell(text);
	}
	const { cell } = sum;
	if (cell === null) {
		sum.unreadable = true;
		return;
	}
	sum.part += cell;
	if (Math.abs(sum.part) > Number.MAX_SAFE_INTEGER / 2) {
		sum.rest += BigInt(sum.part);
		sum.part = 0;
	}
}
