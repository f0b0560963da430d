import Papa from 'papaparse';
import { LINE_CHARS_MAX } from './lines.ts';

/** One line of a table; `cells` are null where its quotes never close. A record in quotes may go on over several lines. */
export type TableLine = { readonly number: number; readonly text: string; readonly cells: readonly string[] | null };

/** A quoted cell goes over few lines; beyond that a stray quote is likelier, and only its own line is given up. */
const RECORD_LINES_MAX = 40;
/** Lines looked at in vain for closing quotes in one file, so that a file full of stray quotes stays cheap. */
const VAIN_LINES_MAX = 4_000;

/** The records of a CSV file with real quoting (RFC 4180), each with the physical line on which it begins, from 1. */
export function* csvLines(lines: readonly string[], delimiter: string): Generator<TableLine> {
	const parser = new Papa.Parser({ delimiter, newline: '\n' });
	let vain = 0;
	for (let i = 0; i < lines.length; i++) {
		const text = lines[i] ?? '';
		if (text.length > LINE_CHARS_MAX) {
			yield { number: i + 1, text, cells: null };
			continue;
		}
		if (!text.includes('"')) {
			yield { number: i + 1, text, cells: text.split(delimiter) };
			continue;
		}
		const record = readQuoted(parser, lines, { at: i, count: vain > VAIN_LINES_MAX ? 1 : RECORD_LINES_MAX });
		if (!record.cells) vain += record.lines;
		yield { number: i + 1, text, cells: record.cells };
		if (record.cells) i += record.lines - 1;
	}
}

/** Cells of one line with real quoting; null where its quotes do not close. */
export function parseQuoted(line: string, delimiter: string): readonly string[] | null {
	return readQuoted(new Papa.Parser({ delimiter, newline: '\n' }), [line], { at: 0, count: 1 }).cells;
}

/** Cells of a line of a format that does not quote, but that a spreadsheet may have saved again with quotes. */
export function splitPlain(line: string, { delimiter }: { readonly delimiter: string }): readonly string[] {
	return (line.includes('"') ? parseQuoted(line, delimiter) : null) ?? line.split(delimiter);
}

/** Cells of the record that begins at a line, and how many lines were looked at. */
type QuotedRecord = { readonly cells: readonly string[] | null; readonly lines: number };

function readQuoted(parser: Papa.Parser, lines: readonly string[], from: { at: number; count: number }): QuotedRecord {
	let text = '';
	const last = Math.min(from.count, lines.length - from.at);
	for (let count = 1; count <= last; count++) {
		text += (count === 1 ? '' : '\n') + lines[from.at + count - 1];
		const parsed: Papa.ParseResult<string[]> = parser.parse(text, 0, false);
		if (parsed.errors.length === 0) return { cells: parsed.data[0] ?? [], lines: count };
		if (parsed.errors.some((error) => error.code === 'InvalidQuotes')) return { cells: null, lines: count };
	}
	return { cells: null, lines: last };
}
