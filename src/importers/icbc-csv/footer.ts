import type { Currency } from '../../domain/money.ts';
import type { ProblemLog } from '../shared/reading/line-problems.ts';
import { type ColumnSums, columnSums } from '../shared/table/column-sums.ts';
import type { Header } from '../shared/table/header.ts';
import { cellOf, type Row } from '../shared/table/tables.ts';
import { splitTrailing } from '../shared/table/trailing-cells.ts';
import { cleanCell, isDash } from '../shared/values/cells.ts';
import { currencyNamed } from '../shared/values/currencies.ts';
import { COLUMN } from './columns.ts';

/** Holds the lines 人民币合计, 美元合计 … against the rows of their currency above them. */
export type Footer = {
	readonly header: (header: Header) => void;
	readonly row: (row: Row) => void;
	/** Whether the line is one of them. */
	readonly aside: (line: string) => boolean;
	/** Whether all totals fit; null where the file has none. Call once, at the end. */
	readonly finish: (log: ProblemLog) => boolean | null;
};

const TOTAL = /^(.+)合计$/;

export function icbcFooter(): Footer {
	let header: Header | null = null;
	let agrees: boolean | null = null;
	let open = new Map<Currency, ColumnSums>();
	const sumsOf = (name: string) => {
		const currency = currencyNamed(name) ?? 'CNY';
		const sums = open.get(currency) ?? columnSums([COLUMN.income, COLUMN.outgo]);
		open.set(currency, sums);
		return { currency, sums };
	};
	return {
		header: (next) => {
			header = next;
		},
		row: (row) => sumsOf(cellOf(row, COLUMN.currency)).sums.add(row),
		aside: (line) => {
			const name = TOTAL.exec(cleanCell(/^[^,;\t]*/.exec(line)?.[0] ?? ''))?.[1];
			if (name === undefined || !header) return false;
			const cells = splitTrailing(line, header) ?? [];
			const { currency, sums } = sumsOf(name);
			const fits = (column: string) => {
				const total = cleanCell(cells[header?.columns.get(column) ?? -1] ?? '');
				return sums.sumIs(column, total === '' || isDash(total) ? '0' : total);
			};
			agrees = (agrees ?? true) && fits(COLUMN.income) && fits(COLUMN.outgo);
			open.delete(currency);
			return true;
		},
		finish: (log) => {
			if (agrees === null) log.add({ line: null, code: 'footer_missing', message: 'The line of totals at the end is missing; the file may be cut off.' });
			else if (open.size > 0) agrees = false;
			if (agrees === false) log.add({ line: null, code: 'footer_disagrees', message: 'The totals written in the file do not fit its rows.' });
			open = new Map();
			return agrees;
		},
	};
}
