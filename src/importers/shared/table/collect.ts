import type { ParseContext } from '../../importer.ts';
import type { Note, ProblemLog } from '../reading/line-problems.ts';
import { progressOver } from './lines.ts';
import type { TableSource } from './table-source.ts';
import { type Row, readTable, type TableLayout } from './tables.ts';

/** A row with what takes its problems. */
export type CollectedRow = { readonly row: Row; readonly note: Note };

type Collecting = { readonly log: ProblemLog; readonly context: ParseContext; readonly aside?: (line: string, number: number) => boolean };

/** All rows of a table, for formats in which only the columns as a whole tell how dates and decimals are written. */
export function collectRows(table: TableSource, layout: TableLayout, { log, context, aside = () => false }: Collecting): CollectedRow[] {
	const rows: CollectedRow[] = [];
	readTable(table, layout, {
		log,
		progress: progressOver(table.lines.length, context.onProgress),
		header: () => {},
		aside,
		row: (row, note) => rows.push({ row, note }),
	});
	return rows;
}
