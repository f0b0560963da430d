import type { Interval } from '../../domain/time.ts';
import type { ProblemLog } from '../shared/reading/line-problems.ts';
import { CAPTION_CHARS_MAX, statedPeriod, widestPeriod } from '../shared/reading/stated-period.ts';
import { columnSums } from '../shared/table/column-sums.ts';
import { cellOf, type Row } from '../shared/table/tables.ts';
import { readExactCell } from '../shared/values/amounts.ts';
import { COLUMN } from './columns.ts';

/** What the lines that begin with `#` say: the period at the top, the totals at the end. */
export type Notes = {
	readonly row: (row: Row) => void;
	/** Whether the line is such a note. */
	readonly aside: (line: string) => boolean;
	readonly coverage: () => Interval | null;
	/** Whether both totals fit; null where the file has none. Call once, at the end. */
	readonly finish: (log: ProblemLog) => boolean | null;
};

/** Which column the totals of each direction add up. */
const DIRECTIONS: Readonly<Record<string, string>> = { 收入: COLUMN.income, 支出: COLUMN.outgo };
const TOTAL = /(收入|支出)合计[：:]\s*(\d+)\s*笔[，,]\s*共\s*(\S+?)\s*元/;

export function notes(): Notes {
	let coverage: Interval | null = null;
	const open = new Map(Object.keys(DIRECTIONS).map((direction) => [direction, newSums(direction)]));
	const totals = new Map<string, boolean>();
	return {
		row: (row) => {
			for (const sums of open.values()) sums.add(row);
		},
		aside: (line) => {
			if (!/^[\s"]*#/.test(line)) return false;
			coverage = widestPeriod(coverage, statedPeriod(line));
			const [, direction = '', count = '', amount = ''] = TOTAL.exec(line.slice(0, CAPTION_CHARS_MAX)) ?? [];
			const sums = open.get(direction);
			if (sums) {
				totals.set(direction, sums.fits(count, amount) && totals.get(direction) !== false);
				open.set(direction, newSums(direction));
			}
			return true;
		},
		coverage: () => coverage,
		finish: (log) => {
			if (totals.size < open.size) log.add({ line: null, code: 'footer_missing', message: 'Lines of totals at the end are missing; the file may be cut off.' });
			if (totals.size === 0) return null;
			const agrees = [...totals.values()].every((fits) => fits) && [...open].every(([direction, sums]) => !totals.has(direction) || sums.isEmpty());
			if (!agrees) log.add({ line: null, code: 'footer_disagrees', message: 'The totals written in the file do not fit its rows.' });
			return agrees;
		},
	};
}

/** Count and sum of the rows that move money in one direction. */
type DirectionSums = { readonly add: (row: Row) => void; readonly fits: (count: string, amount: string) => boolean; readonly isEmpty: () => boolean };

function newSums(direction: string): DirectionSums {
	const column = DIRECTIONS[direction] ?? '';
	const sums = columnSums([column]);
	let rows = 0;
	return {
		add: (row) => {
			// A row that moves nothing in this direction holds 0.00 or nothing; what is no number counts as moved.
			const text = cellOf(row, column);
			if (text === '' || readExactCell(text) === 0) return;
			rows += 1;
			sums.add(row);
		},
		fits: (count, amount) => sums.countIs(count) && sums.sumIs(column, amount),
		isEmpty: () => rows === 0,
	};
}
