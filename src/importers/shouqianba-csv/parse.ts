import type { BillReading } from '../../domain/receipts/reading.ts';
import type { ParseContext } from '../importer.ts';
import { assembleBill } from '../shared/reading/bill.ts';
import { wholeDays } from '../shared/reading/coverage.ts';
import type { ReceiptDraft } from '../shared/reading/identity.ts';
import { problemLog } from '../shared/reading/line-problems.ts';
import { splitPlain } from '../shared/table/csv.ts';
import { layoutOf } from '../shared/table/layouts.ts';
import { progressOver } from '../shared/table/lines.ts';
import { addDraft } from '../shared/table/notes.ts';
import type { TableSource } from '../shared/table/table-source.ts';
import { readTable } from '../shared/table/tables.ts';
import { coveredTenders } from '../shared/trades/covered-tenders.ts';
import { readTrade } from '../shared/trades/trade-row.ts';
import { BEIJING } from '../shared/values/times.ts';
import { KNOWN, LAYOUTS, PRIVATE } from './columns.ts';
import { SHOUQIANBA_TRADE } from './row.ts';

/** A line of sums below the rows; whether it counts what failed, no export says, so nothing is held against it. */
const SUMS = /^[\s"]*(?:合计|总计|小计|汇总)/;

/** Reads an export of 收钱吧 or of an aggregator that writes like it; whole calendar days of Beijing time, the tenders that it shows. */
export function parseShouqianbaCsv(table: TableSource, context: ParseContext): BillReading {
	const log = problemLog();
	const drafts: ReceiptDraft[] = [];
	readTable(
		table,
		{ required: layoutOf(table.lines, LAYOUTS).required, known: KNOWN, privateColumns: PRIVATE, split: splitPlain },
		{
			log,
			progress: progressOver(table.lines.length, context.onProgress),
			header: () => {},
			aside: (line) => SUMS.test(line),
			row: (row, note) => addDraft(drafts, readTrade(row, SHOUQIANBA_TRADE, note), row),
		},
	);
	const [coverage, tenders] = [wholeDays(drafts, 0), coveredTenders(drafts, [])];
	return assembleBill(
		{ format: 'shouqianba-csv', leg: 'provider', currency: 'CNY', offset: BEIJING, coverage, tenders, drafts, footerAgrees: null },
		context,
		log,
	);
}
