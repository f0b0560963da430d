import { columnKey } from '../../../domain/receipts/bill-mapping.ts';
import { cleanCell } from '../values/cells.ts';
import type { ColumnNames } from './column-names.ts';
import { parseQuoted } from './csv.ts';

/** The line of column names that a table stands under. */
export type Header = {
	readonly delimiter: string;
	/** Place of each column by its name, as `columnName` writes it; of two with one name the first. */
	readonly columns: ReadonlyMap<string, number>;
	/** Cells that a full row has: up to the last name. */
	readonly width: number;
	/** Cells of the header itself, with the empty ones by which a spreadsheet pads every line. */
	readonly paddedWidth: number;
};

export const DELIMITERS = [',', '\t', ';', '|'];

/** A column's name without what exports vary in: full-width brackets, blanks, quotes and backticks. */
export function columnName(cell: string): string {
	return columnKey(cleanCell(cell));
}

/** Reads a line as column names; null unless all `required` are among them, in any order. With `names` they are the format's own names. */
export function headerOf(line: string, required: readonly string[], names?: ColumnNames): Header | null {
	if (!mayBeHeader(line, required, names)) return null;
	for (const delimiter of DELIMITERS) {
		const written = cellsOf(line, delimiter).map(names?.own ?? columnName);
		if (!required.every((name) => written.includes(name))) continue;
		return { delimiter, columns: placesOf(written), width: written.findLastIndex((name) => name !== '') + 1, paddedWidth: written.length };
	}
	return null;
}

/** A cheap look that only a header, and hardly another line, passes. */
function mayBeHeader(line: string, required: readonly string[], names: ColumnNames | undefined): boolean {
	if (names) return required.every((name) => names.mayStandIn(line, name));
	const plain = line.replaceAll('（', '(').replaceAll('）', ')').replaceAll(' ', '');
	return required.every((name) => plain.includes(name));
}

/** Names may be in quotes, and then hold the separator. */
function cellsOf(line: string, delimiter: string): readonly string[] {
	return (line.includes('"') ? parseQuoted(line, delimiter) : null) ?? line.split(delimiter);
}

/** Where the first line with the required names begins, in characters; null if there is none. */
export function sniffHeader(text: string, required: readonly [string, ...string[]], names?: ColumnNames): number | null {
	if (names) return sniffLines(text, (line) => headerOf(line, required, names) !== null);
	for (let at = text.indexOf(required[0]); at >= 0; ) {
		const start = Math.max(text.lastIndexOf('\n', at), text.lastIndexOf('\r', at)) + 1;
		const end = endOfLine(text, at);
		if (headerOf(text.slice(start, end), required)) return start;
		at = text.indexOf(required[0], end);
	}
	return null;
}

function sniffLines(text: string, isHeader: (line: string) => boolean): number | null {
	let start = 0;
	for (const line of text.split(/\r\n|\n|\r/)) {
		if (isHeader(line)) return start;
		start += line.length;
		start += text.startsWith('\r\n', start) ? 2 : 1;
	}
	return null;
}

export function sameColumns(a: Header, b: Header): boolean {
	return a.delimiter === b.delimiter && a.width === b.width && [...a.columns].every(([name, place]) => b.columns.get(name) === place);
}

function placesOf(names: readonly string[]): Map<string, number> {
	const places = new Map<string, number>();
	names.forEach((name, place) => {
		if (name !== '' && !places.has(name)) places.set(name, place);
	});
	return places;
}

function endOfLine(text: string, from: number): number {
	const ends = [text.indexOf('\n', from), text.indexOf('\r', from)].filter((at) => at >= 0);
	return ends.length === 0 ? text.length : Math.min(...ends);
}
