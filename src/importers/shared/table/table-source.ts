import type { Sheet } from '../bytes/workbook.ts';
import { splitLines } from './lines.ts';

/** A table before its column names are found: the physical lines of a text, or rows of a sheet. */
export type TableSource = {
	/** Of a sheet: cells joined by tabs. */
	readonly lines: readonly string[];
	/** The cells of each row of a sheet; null for a text, whose format knows how its lines are cut. */
	readonly cells: readonly (readonly string[])[] | null;
};

export function tableOfText(text: string): TableSource {
	return { lines: splitLines(text), cells: null };
}

export function tableOfSheet({ rows }: Sheet): TableSource {
	return { lines: rows.map((cells) => cells.join('\t')), cells: rows };
}
