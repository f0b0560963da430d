import { cleanCell } from '../values/cells.ts';

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

const DELIMITERS = [',', '\t', ';', '|'];

/** A column's name without what exports vary in: full-width brackets, blanks, quotes and backticks. */
export function columnName(cell: string): string {
	return cleanCell(cell).replaceAll('（', '(').replaceAll('）', ')').replace(/\s+/g, '');
}

/** Reads a line as column names; null unless all `required` are among them, in any order. */
export function headerOf(line: string, required: readonly string[]): Header | null {
	const plain = line.replaceAll('（', '(').replaceAll('）', ')').replaceAll(' ', '');
	if (!required.every((name) => plain.includes(name))) return null;
	for (const delimiter of DELIMITERS) {
		const names = line.split(delimiter).map(columnName);
		if (!required.every((name) => names.includes(name))) continue;
		return { delimiter, columns: placesOf(names), width: names.findLastIndex((name) => name !== '') + 1, paddedWidth: names.length };
	}
	return null;
}

/** Where the first line with the required names begins, in characters; null if there is none. */
export function sniffHeader(text: string, required: readonly [string, ...string[]]): number | null {
	for (let at = text.indexOf(required[0]); at >= 0; ) {
		const start = Math.max(text.lastIndexOf('\n', at), text.lastIndexOf('\r', at)) + 1;
		const end = endOfLine(text, at);
		if (headerOf(text.slice(start, end), required)) return start;
		at = text.indexOf(required[0], end);
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
