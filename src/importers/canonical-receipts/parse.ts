import type { Currency } from '../../domain/money.ts';
import type { BillReading } from '../../domain/receipts/reading.ts';
import type { ParseContext } from '../importer.ts';
import { assembleBill } from '../shared/reading/bill.ts';
import { wholeDays } from '../shared/reading/coverage.ts';
import { contentOf, type ReceiptDraft } from '../shared/reading/identity.ts';
import { problemLog } from '../shared/reading/line-problems.ts';
import { keepOnePerId } from '../shared/table/canonical-cells.ts';
import { progressOver } from '../shared/table/lines.ts';
import { addDraft } from '../shared/table/notes.ts';
import type { TableSource } from '../shared/table/table-source.ts';
import { readTable } from '../shared/table/tables.ts';
import { BEIJING } from '../shared/values/times.ts';
import { KNOWN, REQUIRED } from './columns.ts';
import { readReceipt } from './row.ts';

/** Reads the canonical receipts table: the terminal's own receipts, whole business days, all tenders. */
export function parseCanonicalReceipts(table: TableSource, context: ParseContext): BillReading {
	const log = problemLog();
	const read: ReceiptDraft[] = [];
	readTable(
		table,
		{ required: REQUIRED, known: KNOWN, privateColumns: ['last4'], split: null },
		{
			log,
			progress: progressOver(table.lines.length, context.onProgress),
			header: () => {},
			aside: () => false,
			row: (row, note) => {
				addDraft(read, readReceipt(row, note), row);
			},
		},
	);
	const drafts = keepOnePerId(
		read.map((row) => ({ row, id: row.ownId, line: row.line ?? 0, at: row.at, amountMinor: row.amountMinor, content: () => contentOf(row) })),
		log,
	);
	const currency = commonest(drafts.map((draft) => draft.currency)) ?? 'CNY';
	const offset = drafts.reduce((first, draft) => (draft.at < first.at ? draft : first), drafts[0] ?? { at: 0, offset: BEIJING }).offset;
	const coverage = wholeDays(drafts, context.cutoverMinutes);
	return assembleBill({ format: 'canonical-receipts', leg: 'terminal', currency, offset, coverage, tenders: null, drafts, footerAgrees: null }, context, log);
}

/** Of several as common, the first by its letters, so that the order of rows does not matter. */
function commonest(currencies: readonly Currency[]): Currency | null {
	const counts = new Map<Currency, number>();
	for (const currency of currencies) counts.set(currency, (counts.get(currency) ?? 0) + 1);
	return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? null;
}
