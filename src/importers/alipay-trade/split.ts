import { parseQuoted } from '../csv.ts';
import type { Header } from '../header.ts';
import { COLUMN } from './columns.ts';

/**
 * Cells of a line. Alipay does not quote, so commas of the remark make more cells than there are names: the rest belongs to
 * the remark, which stands last. A spreadsheet that saved the file again quotes such cells and drops the tabs behind numbers.
 */
export function splitUnquoted(line: string, header: Header): readonly string[] {
	const cells = saysQuoted(line) ? (parseQuoted(line, header.delimiter) ?? line.split(header.delimiter)) : line.split(header.delimiter);
	const last = header.width - 1;
	if (cells.length <= header.width || header.columns.get(COLUMN.remark) !== last) return cells;
	return [...cells.slice(0, last), cells.slice(last).join(header.delimiter)];
}

function saysQuoted(line: string): boolean {
	return line.includes('"') && !line.includes('\t,');
}
