import type { BillReading } from '../../domain/receipts/reading.ts';
import type { ParseContext } from '../importer.ts';
import { assembleBill } from '../shared/reading/bill.ts';
import { wholeDays } from '../shared/reading/coverage.ts';
import type { ReceiptDraft } from '../shared/reading/identity.ts';
import { type Note, problemLog } from '../shared/reading/line-problems.ts';
import { splitPlain } from '../shared/table/csv.ts';
import { layoutOf } from '../shared/table/layouts.ts';
import { progressOver } from '../shared/table/lines.ts';
import { addDraft } from '../shared/table/notes.ts';
import type { TableSource } from '../shared/table/table-source.ts';
import { type Row, readTable } from '../shared/table/tables.ts';
import { coveredTenders } from '../shared/trades/covered-tenders.ts';
import { readTrade } from '../shared/trades/trade-row.ts';
import { BEIJING } from '../shared/values/times.ts';
import { KNOWN, LAYOUTS, PRIVATE } from './columns.ts';
import { lakalaTrade } from './row.ts';
import { unitOf } from './unit.ts';

/** Reads a Lakala JY file; whole calendar days of Beijing time. Its unit is told by all rows together. */
export function parseLakalaJy(table: TableSource, context: ParseContext): BillReading {
	const log = problemLog();
	const rows: { readonly row: Row; readonly note: Note }[] = [];
	readTable(
		table,
		{ required: layoutOf(table.lines, LAYOUTS).required, known: KNOWN, privateColumns: PRIVATE, split: splitPlain },
		{
			log,
			progress: progressOver(table.lines.length, context.onProgress),
			header: () => {},
			aside: () => false,
			row: (row, note) => rows.push({ row, note }),
		},
	);
	const { inFen, doubt } = unitOf(rows.map(({ row }) => row));
	if (doubt !== null) log.add({ line: null, code: 'amount_unreadable', message: doubt });
	const format = lakalaTrade(inFen);
	const drafts: ReceiptDraft[] = [];
	for (const { row, note } of rows) addDraft(drafts, readTrade(row, format, note), row);
	const [coverage, tenders] = [wholeDays(drafts, 0), coveredTenders(drafts, ['card'])];
	return assembleBill({ format: 'lakala-jy', leg: 'provider', currency: 'CNY', offset: BEIJING, coverage, tenders, drafts, footerAgrees: null }, context, log);
}
