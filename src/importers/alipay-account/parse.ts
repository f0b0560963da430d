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
import { splitUnquoted } from '../shared/table/unquoted.ts';
import { BEIJING } from '../shared/values/times.ts';
import { COLUMN, KNOWN, PRIVATE, REQUIRED } from './columns.ts';
import { notes } from './notes.ts';
import { readMovement } from './row.ts';

const SPLIT = splitUnquoted({ tail: COLUMN.remark, numbers: [COLUMN.outgo], times: [COLUMN.time], words: [COLUMN.channel] });

/** Reads an Alipay 账务明细: every movement of the account, fees as rows of their own; covers the period that its `#` lines state. */
export function parseAlipayAccount(table: TableSource, context: ParseContext): BillReading {
	const log = problemLog();
	const found = notes();
	const drafts: ReceiptDraft[] = [];
	readTable(
		table,
		{ required: REQUIRED, known: KNOWN, privateColumns: PRIVATE, split: SPLIT },
		{
			log,
			progress: progressOver(table.lines.length, context.onProgress),
			header: () => {},
			aside: found.aside,
			row: (row, note) => {
				found.row(row);
				addDraft(drafts, readMovement(row, note), row);
			},
		},
	);
	const footerAgrees = found.finish(log);
	const coverage = found.coverage() ?? wholeDays(drafts, 0);
	return assembleBill(
		{ format: 'alipay-account', leg: 'provider', currency: 'CNY', offset: BEIJING, coverage, tenders: ['alipay'], drafts, footerAgrees },
		context,
		log,
	);
}
