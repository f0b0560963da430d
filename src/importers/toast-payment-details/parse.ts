import type { BillReading } from '../../domain/receipts/reading.ts';
import type { ParseContext } from '../importer.ts';
import { assembleBill } from '../shared/reading/bill.ts';
import { earliestOffset, zonedDays } from '../shared/reading/bill-facts.ts';
import type { ReceiptDraft } from '../shared/reading/identity.ts';
import { problemLog } from '../shared/reading/line-problems.ts';
import { collectRows } from '../shared/table/collect.ts';
import { addDraft } from '../shared/table/notes.ts';
import type { TableSource } from '../shared/table/table-source.ts';
import { cellOf } from '../shared/table/tables.ts';
import { coveredTenders } from '../shared/trades/covered-tenders.ts';
import { dayOrderIn, readWall } from '../shared/values/wall-times.ts';
import { noteZoneAssumed, zoneClock } from '../shared/values/zones.ts';
import { COLUMN, NAMES, PRIVATE, REQUIRED } from './columns.ts';
import { CURRENCY, readPayment } from './row.ts';

/** Reads Toast's payment details; whole calendar days of the shop's zone, which the file does not name. */
export function parseToastPaymentDetails(table: TableSource, context: ParseContext): BillReading {
	const log = problemLog();
	const rows = collectRows(table, { required: REQUIRED, names: NAMES, known: NAMES.known, privateColumns: PRIVATE, split: null }, { log, context });
	// Toast writes months first; only a file that was saved again elsewhere does not.
	const { order } = dayOrderIn(
		rows.map(({ row }) => cellOf(row, COLUMN.paidAt)),
		'mdy',
	);
	const read = (text: string) => readWall(text, order);
	const clock = zoneClock(context.zone);
	const drafts: ReceiptDraft[] = [];
	for (const { row, note } of rows) for (const draft of readPayment(row, { note, read, clock })) addDraft(drafts, draft, row);
	if (rows.length > 0) noteZoneAssumed(log, context.zone);
	// A refund beside its payment may be of a day whose payments the export does not hold.
	const payments = drafts.filter(({ kind }) => kind === 'sale');
	const facts = { offset: earliestOffset(drafts, 0), coverage: zonedDays(payments, context.zone), tenders: coveredTenders(drafts, ['card']) };
	return assembleBill({ format: 'toast-payment-details', leg: 'provider', currency: CURRENCY, drafts, footerAgrees: null, ...facts }, context, log);
}
