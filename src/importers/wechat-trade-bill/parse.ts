import type { Tender } from '../../domain/ledger/tender.ts';
import type { BillReading } from '../../domain/receipts/reading.ts';
import type { ParseContext } from '../importer.ts';
import { assembleBill } from '../shared/reading/bill.ts';
import { wholeDays } from '../shared/reading/coverage.ts';
import type { ReceiptDraft } from '../shared/reading/identity.ts';
import { problemLog } from '../shared/reading/line-problems.ts';
import { splitBackticked } from '../shared/table/backticks.ts';
import { progressOver } from '../shared/table/lines.ts';
import { addDraft } from '../shared/table/notes.ts';
import type { TableSource } from '../shared/table/table-source.ts';
import { readTable } from '../shared/table/tables.ts';
import { totalsBelow } from '../shared/table/totals-below.ts';
import { BEIJING } from '../shared/values/times.ts';
import { COLUMN, KNOWN, PRIVATE, REQUIRED, TOTAL_COUNT } from './columns.ts';
import { footerSums } from './footer.ts';
import { readTrade } from './row.ts';

/** Reads a WeChat Pay trade bill of any of its layouts; whole calendar days of Beijing time, wallet WeChat. */
export function parseWechatTradeBill(table: TableSource, context: ParseContext): BillReading {
	const log = problemLog();
	const footer = totalsBelow(TOTAL_COUNT, footerSums);
	const drafts: ReceiptDraft[] = [];
	let listsRefundsOnly = true;
	readTable(
		table,
		{ required: REQUIRED, known: KNOWN, privateColumns: PRIVATE, split: splitBackticked },
		{
			log,
			progress: progressOver(table.lines.length, context.onProgress),
			header: ({ columns }) => {
				listsRefundsOnly = listsRefundsOnly && columns.has(COLUMN.refundAppliedAt);
			},
			aside: footer.aside,
			row: (row, note) => {
				footer.row(row);
				addDraft(drafts, readTrade(row, note), row);
			},
		},
	);
	// A list of refunds says nothing about which sales there were.
	const tenders: Tender[] = listsRefundsOnly && !drafts.some((draft) => draft.kind === 'sale') ? [] : ['wechat'];
	const footerAgrees = footer.finish(log);
	return assembleBill(
		{
			format: 'wechat-trade-bill',
			leg: 'provider',
			currency: drafts[0]?.currency ?? 'CNY',
			offset: BEIJING,
			coverage: wholeDays(drafts, 0),
			tenders,
			drafts,
			footerAgrees,
		},
		context,
		log,
	);
}
