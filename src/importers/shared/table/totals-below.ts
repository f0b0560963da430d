import type { ProblemLog } from '../reading/line-problems.ts';
import { cleanCell } from '../values/cells.ts';
import { splitBackticked } from './backticks.ts';
import { type Header, headerOf } from './header.ts';
import type { Row } from './tables.ts';

/** Sums of the rows above a footer, by the names that the footer gives them. */
export type FooterSums = {
	readonly add: (row: Row) => void;
	/** Whether the total of this name is what the rows come to; null for a name that nobody knows. */
	readonly fits: (name: string, value: string) => boolean | null;
};

/** Holds the two lines of totals at the end, names above values, against the rows above them; several bills in one file have several pairs. */
export type TotalsBelow = {
	readonly row: (row: Row) => void;
	/** Whether the line belongs to the totals. */
	readonly aside: (line: string) => boolean;
	/** Whether all totals fit; null where the file has none. Call once, at the end. */
	readonly finish: (log: ProblemLog) => boolean | null;
};

/** `first` is the name by which the line of names is known. */
export function totalsBelow(first: string, newSums: () => FooterSums): TotalsBelow {
	let sums = newSums();
	let rowsOpen = 0;
	let names: Header | null = null;
	let agrees: boolean | null = null;
	const close = (values: readonly string[], under: Header) => {
		const fits = [...under.columns].every(([name, place]) => sums.fits(name, cleanCell(values[place] ?? '')) ?? true);
		agrees = (agrees ?? true) && fits;
		sums = newSums();
		rowsOpen = 0;
		names = null;
	};
	return {
		row: (row) => {
			sums.add(row);
			rowsOpen += 1;
			names = null;
		},
		aside: (line) => {
			const next = line.includes(first) ? headerOf(line, [first]) : null;
			if (next) {
				names = next;
				return true;
			}
			if (!names) return false;
			const values = cellsOf(line, names);
			if (values.length > names.width) return false;
			close(values, names);
			return true;
		},
		finish: (log) => {
			if (agrees === null) log.add({ line: null, code: 'footer_missing', message: 'The lines of totals at the end are missing; the file may be cut off.' });
			else if (rowsOpen > 0) agrees = false;
			if (agrees === false) log.add({ line: null, code: 'footer_disagrees', message: 'The totals written in the file do not fit its rows.' });
			return agrees;
		},
	};
}

/** Cells without a spreadsheet's padding; on a sheet only some of the cells may have kept their backticks. */
function cellsOf(line: string, header: Header): readonly string[] {
	const filled = line.replace(/[,\t;|\s]+$/, '');
	return header.delimiter === '\t' ? filled.split('\t') : splitBackticked(filled, header);
}
