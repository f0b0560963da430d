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
import { KNOWN, PRIVATE, REQUIRED, TOTAL_COUNT } from './columns.ts';
import { footerSums } from './footer.ts';
import { readMovement } from './row.ts';

/** Reads a WeChat Pay fund bill: every movement of one account, fees as rows of their own; whole calendar days of Beijing time. */
export function parseWechatFundFlow(table: TableSource, context: ParseContext): BillReading {
	const log = problemLog();
	const footer = totalsBelow(TOTAL_COUNT, footerSums);
	const drafts: ReceiptDraft[] = [];
	readTable(
		table,
		{ required: REQUIRED, known: KNOWN, privateColumns: PRIVATE, split: splitBackticked },
		{
			log,
			progress: progressOver(table.lines.length, context.onProgress),
			header: () => {},
			aside: footer.aside,
			row: (row, note) => {
				footer.row(row);
				addDraft(drafts, readMovement(row, note), row);
			},
		},
	);
	const footerAgrees = footer.finish(log);
	return assembleBill(
		{
			format: 'wechat-fund-flow',
			leg: 'provider',
			currency: 'CNY',
			offset: BEIJING,
			coverage: wholeDays(drafts, 0),
			tenders: ['wechat'],
			drafts,
			footerAgrees,
		},
		context,
		log,
	);
}
