import type { ProblemLog } from '../shared/reading/line-problems.ts';
import { type ColumnSums, columnSums } from '../shared/table/column-sums.ts';
import { columnName } from '../shared/table/header.ts';
import type { Row } from '../shared/table/tables.ts';
import { cleanCell } from '../shared/values/cells.ts';
import { TOTAL_COUNT, TOTALS } from './columns.ts';
import { splitBackticked } from './split.ts';

/** Holds the two lines of totals against the rows above them; several bills in one file have several pairs. */
export type FooterCheck = {
	readonly row: (row: Row) => void;
	/** Whether the line belongs to the totals. */
	readonly aside: (line: string) => boolean;
	/** Whether all totals fit; null where the file has none. Call once, at the end. */
	readonly finish: (log: ProblemLog) => boolean | null;
};

export function footerCheck(): FooterCheck {
	let sums = columnSums(Object.values(TOTALS));
	let rowsOpen = 0;
	let names: string[] | null = null;
	let agrees: boolean | null = null;
	const close = (values: readonly string[]) => {
		agrees = (agrees ?? true) && totalsFit(names ?? [], values, sums);
		sums = columnSums(Object.values(TOTALS));
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
			if (isNames(line)) {
				names = cellsOf(line).map(columnName);
				return true;
			}
			if (!names) return false;
			const values = cellsOf(line);
			if (values.length > names.length) return false;
			close(values);
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

function isNames(line: string): boolean {
	return line.includes(TOTAL_COUNT) && columnName(cellsOf(line)[0] ?? '') === TOTAL_COUNT;
}

/** Cells without a spreadsheet's padding. */
function cellsOf(line: string): string[] {
	return splitBackticked(line.replace(/[,\t;\s]+$/, ''), { delimiter: line.includes('\t') ? '\t' : ',' });
}

function totalsFit(names: readonly string[], values: readonly string[], sums: ColumnSums): boolean {
	return names.every((name, place) => {
		const value = cleanCell(values[place] ?? '');
		const column = TOTALS[name];
		if (name === TOTAL_COUNT) return sums.countIs(value);
		return column === undefined || sums.sumIs(column, value);
	});
}
