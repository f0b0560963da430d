import { type Note, type ProblemLog, wordlessLine } from '../reading/line-problems.ts';
import { cleanCell } from '../values/cells.ts';
import type { ColumnNames } from './column-names.ts';
import { csvLines, type TableLine } from './csv.ts';
import { type Header, headerOf, sameColumns } from './header.ts';
import { isBlankLine, LINE_CHARS_MAX } from './lines.ts';
import { type UnknownColumn, unknownColumns } from './notes.ts';
import type { TableSource } from './table-source.ts';

/** A row under its header. */
export type Row = {
	readonly line: number;
	readonly cells: readonly string[];
	readonly columns: ReadonlyMap<string, number>;
	/** Columns that the format does not know, with their places; those about people are left out. */
	readonly unknown: readonly UnknownColumn[];
};

/** How a format lays out its table. */
export type TableLayout = {
	/** Names that make a line the header; the first of them stands in no other line of good files. */
	readonly required: readonly [string, ...string[]];
	/** The spellings of the names, where a format has several; the names in this layout and of the rows' cells are then its own. */
	readonly names?: ColumnNames;
	/** Every name that the format's columns have or had; other columns are kept with the row as notes. */
	readonly known: readonly string[];
	/** Columns about people, which no message may repeat. */
	readonly privateColumns: readonly string[];
	/** Cells of a line; null where they cannot be told apart. Null for a format with real CSV quoting. */
	readonly split: ((line: string, header: Header) => readonly string[] | null) | null;
};

export type TableReader = {
	/** A line that is no row: caption, totals, preamble. True where it was understood. */
	readonly aside: (line: string, number: number) => boolean;
	readonly row: (row: Row, note: Note) => void;
	/** The header; once more where another layout begins. */
	readonly header: (header: Header) => void;
};

/**
 * Goes through a table line by line. What is neither header nor aside nor a row with the header's number of cells becomes a
 * problem, so that nothing vanishes; a second header of the same layout is passed over, one of another layout takes effect
 * and is a problem.
 */
export function readTable(source: TableSource, layout: TableLayout, to: TableReader & { log: ProblemLog; progress: (done: number) => void }): void {
	let header: Header | null = null;
	let unknown: readonly UnknownColumn[] = [];
	for (const line of tableLines(source, layout)) {
		to.progress(line.number);
		if (line.text.length > LINE_CHARS_MAX) {
			to.log.add({
				line: line.number,
				code: 'row_unreadable',
				message: `This line is too long to be a row: ${line.text.length} characters.`,
				text: wordlessLine(line.text),
			});
			continue;
		}
		if (isBlankLine(line.text)) continue;
		const next = headerIn(line.text, layout);
		if (next) {
			if (header && sameColumns(header, next)) continue;
			if (header) to.log.add({ line: line.number, code: 'layout_changed', message: 'Other column names begin here.', text: line.text });
			header = next;
			unknown = unknownColumns(header, layout);
			to.header(header);
		} else if (!to.aside(line.text, line.number)) {
			readRow(line, { header, unknown, layout, to });
		}
	}
}

function tableLines({ lines, cells }: TableSource, layout: TableLayout): Iterable<TableLine> {
	if (cells || layout.split) return plainLines(lines, cells);
	const header = lines.find((line) => headerIn(line, layout));
	return csvLines(lines, (header === undefined ? null : headerIn(header, layout))?.delimiter ?? ',');
}

function headerIn(line: string, { required, names }: TableLayout): Header | null {
	return names || line.includes(required[0]) ? headerOf(line, required, names) : null;
}

function* plainLines(lines: readonly string[], cells: TableSource['cells']): Generator<TableLine> {
	for (let i = 0; i < lines.length; i++) yield { number: i + 1, text: lines[i] ?? '', cells: cells?.[i] ?? null };
}

/** A line before the header is a lost row rather than a caption if so many of its cells are filled. */
const STRAY_CELLS = 5;
/** What a spreadsheet calls the columns of a table that it thinks has no names. */
const MADE_UP_NAME = /^(?:Column|列|欄|Spalte|Colonne|Columna|Kolonne) ?\d+$/;

type ReadingAt = { header: Header | null; unknown: readonly UnknownColumn[]; layout: TableLayout; to: TableReader & { log: ProblemLog } };

function readRow(line: TableLine, at: ReadingAt): void {
	const { header, unknown, layout, to } = at;
	if (!header) {
		const filled = line.text.split(/[,\t;|]/).filter((cell) => cleanCell(cell) !== '');
		if (filled.length < STRAY_CELLS || filled.every((cell) => MADE_UP_NAME.test(cleanCell(cell)))) return;
		to.log.add({ line: line.number, code: 'row_unreadable', message: 'This row stands before the column names.', text: () => wordlessLine(line.text) });
		return;
	}
	const cells = line.cells ?? layout.split?.(line.text, header) ?? null;
	const fault = cells ? countFault(cells, header) : 'quotes that never close';
	if (cells && fault === null) {
		const text = () => showCells(cells, header, layout.privateColumns);
		to.row({ line: line.number, cells, columns: header.columns, unknown }, (code, message) => to.log.add({ line: line.number, code, message, text }));
	} else {
		const foreign = cells !== null && looksLikeHeader(cells);
		const text = () => (foreign ? line.text : wordlessLine(line.text));
		to.log.add({ line: line.number, code: foreign ? 'layout_changed' : 'row_unreadable', message: `This line cannot be read as a row: ${fault}.`, text });
	}
}

/**
 * Why the cells do not fit the header; null where they do. More cells than names are padding only where the header is padded
 * too or a tab or a bar ends the line: elsewhere a decimal comma may have shifted every cell behind it.
 */
function countFault(cells: readonly string[], header: Header): string | null {
	const { width, paddedWidth, delimiter } = header;
	const isPadded = cells.length <= paddedWidth || delimiter === '\t' || delimiter === '|';
	if (cells.length === width || (cells.length > width && isPadded && cells.slice(width).every((cell) => cleanCell(cell) === ''))) return null;
	return `${cells.length} cells instead of ${width}`;
}

/** Many words and not one digit: the column names of some other table. */
function looksLikeHeader(cells: readonly string[]): boolean {
	return cells.length >= STRAY_CELLS && !cells.some((cell) => /\d/.test(cell) || cell.trim() === '');
}

function showCells(cells: readonly string[], header: Header, privateColumns: readonly string[]): string {
	const hidden = new Set(privateColumns.map((name) => header.columns.get(name)));
	return cells.map((cell, place) => (hidden.has(place) && cleanCell(cell) !== '' ? '*' : cleanCell(cell))).join(header.delimiter);
}

/** What stands in a row's column, cleaned; empty where the table lacks the column. */
export function cellOf(row: Row, name: string): string {
	const place = row.columns.get(name);
	return place === undefined ? '' : cleanCell(row.cells[place] ?? '');
}
