import { plainNumber } from '../values/amounts.ts';
import { cleanCell } from '../values/cells.ts';
import { parseQuoted } from './csv.ts';
import type { Header } from './header.ts';

/** Which column takes the commas that nothing quotes, and where a number, a date or no number always stands in a row that has not shifted. */
export type Unquoted = { readonly tail: string; readonly numbers: readonly string[]; readonly times: readonly string[]; readonly words: readonly string[] };

/**
 * Cells of a line of an Alipay bill. Alipay does not quote, so commas of the remark make more cells than there are names: the rest
 * belongs to the remark where it stands last. A spreadsheet that saved the file again quotes such cells and drops the tabs behind numbers.
 */
export function splitUnquoted({ tail, numbers, times, words }: Unquoted): (line: string, header: Header) => readonly string[] {
	/** A comma before the remark, as in `1,230.00`, moves other cells to where these always stand. */
	const isShifted = (cells: readonly string[], { columns }: Header) => {
		const misses = (names: readonly string[], fits: (cell: string) => boolean) =>
			names.some((name) => {
				const place = columns.get(name);
				return place !== undefined && !fits(cleanCell(cells[place] ?? ''));
			});
		const isNumber = (cell: string) => plainNumber(cell) !== null;
		return misses(numbers, isNumber) || misses(words, (cell) => !isNumber(cell)) || misses(times, (cell) => STARTS_AS_DATE.test(cell));
	};
	return (line, header) => {
		const cells = (saysQuoted(line) ? parseQuoted(line, header.delimiter) : null) ?? line.split(header.delimiter);
		const last = header.width - 1;
		if (cells.length <= header.width || header.columns.get(tail) !== last || isShifted(cells, header)) return cells;
		return [...cells.slice(0, last), cells.slice(last).join(header.delimiter)];
	};
}

const STARTS_AS_DATE = /^\d{4}\D/;

function saysQuoted(line: string): boolean {
	return line.includes('"') && !line.includes('\t,');
}
