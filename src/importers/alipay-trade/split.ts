import { parseQuoted } from '../shared/table/csv.ts';
import type { Header } from '../shared/table/header.ts';
import { plainNumber } from '../shared/values/amounts.ts';
import { cleanCell } from '../shared/values/cells.ts';
import { COLUMN } from './columns.ts';

/**
 * Cells of a line. Alipay does not quote, so commas of the remark make more cells than there are names: the rest belongs to
 * the remark, which stands last. A spreadsheet that saved the file again quotes such cells and drops the tabs behind numbers.
 */
export function splitUnquoted(line: string, header: Header): readonly string[] {
	const cells = saysQuoted(line) ? (parseQuoted(line, header.delimiter) ?? line.split(header.delimiter)) : line.split(header.delimiter);
	const last = header.width - 1;
	if (cells.length <= header.width || header.columns.get(COLUMN.remark) !== last || isShifted(cells, header)) return cells;
	return [...cells.slice(0, last), cells.slice(last).join(header.delimiter)];
}

/** A comma elsewhere, as in `1,230.00`, moves the coupon's name or the refund number to where a number always stands. */
function isShifted(cells: readonly string[], header: Header): boolean {
	return [COLUMN.envelope, COLUMN.fee].some((name) => {
		const place = header.columns.get(name);
		return place !== undefined && plainNumber(cleanCell(cells[place] ?? '')) === null;
	});
}

function saysQuoted(line: string): boolean {
	return line.includes('"') && !line.includes('\t,');
}
