import type { BillReading } from '../../domain/receipts/reading.ts';
import type { ParseContext } from '../importer.ts';
import { assembleBill } from '../shared/reading/bill.ts';
import { wholeDays } from '../shared/reading/coverage.ts';
import type { ReceiptDraft } from '../shared/reading/identity.ts';
import { problemLog } from '../shared/reading/line-problems.ts';
import { progressOver } from '../shared/table/lines.ts';
import { addDraft } from '../shared/table/notes.ts';
import type { TableSource } from '../shared/table/table-source.ts';
import { readTable } from '../shared/table/tables.ts';
import { BEIJING } from '../shared/values/times.ts';
import { KNOWN, REQUIRED } from './columns.ts';
import { preamble } from './preamble.ts';
import { readPayment } from './row.ts';

/**
 * Reads the bill of a personal WeChat wallet whose code (收款码) the shop takes money with: only that money comes out, nothing of the
 * owner's private rows. Covers the period that the file states.
 */
export function parseWechatPersonal(table: TableSource, context: ParseContext): BillReading {
	const log = problemLog();
	const found = preamble();
	const drafts: ReceiptDraft[] = [];
	let rows = 0;
	readTable(
		table,
		{ required: REQUIRED, known: KNOWN, privateColumns: KNOWN, split: null },
		{
			log,
			progress: progressOver(table.lines.length, context.onProgress),
			header: () => {},
			aside: found.aside,
			row: (row, note) => {
				rows += 1;
				for (const draft of readPayment(row, note)) addDraft(drafts, draft, row);
			},
		},
	);
	const stated = found.rowsStated();
	if (stated !== null && rows < stated)
		log.add({ line: null, code: 'file_truncated', message: `The file says that it has ${stated} rows, but ${rows} could be read; it may be cut off.` });
	const coverage = found.coverage() ?? wholeDays(drafts, 0);
	return assembleBill(
		{ format: 'wechat-personal', leg: 'provider', currency: 'CNY', offset: BEIJING, coverage, tenders: ['wechat'], drafts, footerAgrees: null },
		context,
		log,
	);
}
