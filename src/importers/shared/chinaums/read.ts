import type { BillReading } from '../../../domain/receipts/reading.ts';
import type { ParseContext } from '../../importer.ts';
import { assembleBill } from '../reading/bill.ts';
import { clearingDayOf, clearingDays } from '../reading/coverage.ts';
import type { ReceiptDraft } from '../reading/identity.ts';
import { problemLog } from '../reading/line-problems.ts';
import { splitPlain } from '../table/csv.ts';
import { type Layout, layoutOf } from '../table/layouts.ts';
import { progressOver } from '../table/lines.ts';
import { addDraft } from '../table/notes.ts';
import type { TableSource } from '../table/table-source.ts';
import { readTable } from '../table/tables.ts';
import { coveredTenders } from '../trades/covered-tenders.ts';
import { readTrade } from '../trades/trade-row.ts';
import { BEIJING } from '../values/times.ts';
import { type ClearingDays, captions, widen } from './captions.ts';
import { KNOWN, PORTAL_TEXT, PRIVATE } from './columns.ts';
import { CHINAUMS_TRADE } from './row.ts';

/** Reads an export of ChinaUMS of one or more clearing days, in one of the layouts of a format. */
export function readChinaums(
	table: TableSource,
	context: ParseContext,
	of: { readonly format: string; readonly layouts: readonly [Layout, ...Layout[]] },
): BillReading {
	const log = problemLog();
	const found = captions();
	const drafts: ReceiptDraft[] = [];
	const { required } = layoutOf(table.lines, of.layouts);
	readTable(
		table,
		{ required, known: KNOWN, privateColumns: PRIVATE, split: splitPlain },
		{
			log,
			progress: progressOver(table.lines.length, context.onProgress),
			header: () => {},
			aside: found.aside,
			row: (row, note) => {
				found.row(row);
				addDraft(drafts, readTrade(row, CHINAUMS_TRADE, note), row);
			},
		},
	);
	const footerAgrees = found.finish(log, required === PORTAL_TEXT.required);
	const days = drafts.reduce<ClearingDays | null>((all, draft) => widen(all, draft.settlementDate ?? clearingDayOf(draft, context.dayCut)), found.days());
	const coverage = days && clearingDays(days, BEIJING, drafts, context.dayCut);
	const tenders = coveredTenders(drafts, ['card', found.tender()]);
	return assembleBill(
		{ format: of.format, family: 'chinaums', leg: 'provider', currency: 'CNY', offset: BEIJING, coverage, tenders, drafts, footerAgrees },
		context,
		log,
	);
}
