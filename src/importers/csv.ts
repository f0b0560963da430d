import Papa from 'papaparse';

/** One line of a table; `cells` are null where its quotes never close. A record in quotes may go on over several lines. */
export type TableLine = { readonly number: number; readonly text: string; readonly cells: readonly string[] | null };

/** A quoted cell goes over few lines; beyond that a stray quote is likelier, and only its own line is given up. */
const RECORD_LINES_MAX = 40;
/** Lines looked at ahead in one file for closing quotes, so that a file full of stray quotes stays cheap. */
const LOOKAHEAD_MAX = 20_000;

/** The records of a CSV file with real quoting (RFC 4180), each with the physical line on which it begins, from 1. */
export function* csvLines(lines: readonly string[], delimiter: string): Generator<TableLine> {
	let lookahead = LOOKAHEAD_MAX;
	for (let i = 0; i < lines.length; i++) {
		const text = lines[i] ?? '';
		if (!text.includes('"')) {
			yield { number: i + 1, text, cells: text.split(delimiter) };
			continue;
		}
		const record = readQuoted(lines, { at: i, delimiter, lookahead: Math.min(RECORD_LINES_MAX, lookahead) });
		lookahead -= record?.lines ?? RECORD_LINES_MAX;
		yield { number: i + 1, text, cells: record?.cells ?? null };
		i += (record?.lines ?? 1) - 1;
	}
}

/** Cells of one line with real quoting; null where its quotes do not close. */
export function parseQuoted(line: string, delimiter: string): readonly string[] | null {
	return readQuoted([line], { at: 0, delimiter, lookahead: 1 })?.cells ?? null;
}

type QuotedRecord = { readonly cells: readonly string[]; readonly lines: number };

function readQuoted(lines: readonly string[], from: { at: number; delimiter: string; lookahead: number }): QuotedRecord | null {
	let text = '';
	for (let count = 1; count <= Math.max(1, from.lookahead) && from.at + count <= lines.length; count++) {
		text += (count === 1 ? '' : '\n') + lines[from.at + count - 1];
		const parsed = Papa.parse<string[]>(text, { delimiter: from.delimiter, newline: '\n' });
		const [cells] = parsed.data;
		if (cells && parsed.errors.length === 0) return { cells, lines: count };
		if (parsed.errors.some((error) => error.code === 'InvalidQuotes')) return null;
	}
	return null;
}
