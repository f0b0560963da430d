import type { BillReading } from '../../domain/receipts/reading.ts';
import type { ParseContext } from '../importer.ts';
import { assembleBill } from '../shared/reading/bill.ts';
import { currencyOfMost, zonedDays } from '../shared/reading/bill-facts.ts';
import type { ReceiptDraft } from '../shared/reading/identity.ts';
import { problemLog } from '../shared/reading/line-problems.ts';
import { collectRows } from '../shared/table/collect.ts';
import { currencyAssumed, withDecimalPoints } from '../shared/table/money-cells.ts';
import { addDraft } from '../shared/table/notes.ts';
import type { TableSource } from '../shared/table/table-source.ts';
import { cellOf } from '../shared/table/tables.ts';
import { coveredTenders } from '../shared/trades/covered-tenders.ts';
import { dayOrderIn } from '../shared/values/wall-times.ts';
import { COLUMN, MONEY, NAMES, PRIVATE, REQUIRED } from './columns.ts';
import { readPayment } from './row.ts';

/** Reads a Stripe payments export with whichever columns were selected; whole days of UTC. */
export function parseStripePayments(table: TableSource, context: ParseContext): BillReading {
	const log = problemLog();
	const layout = { required: REQUIRED, names: NAMES, known: NAMES.known, privateColumns: PRIVATE, split: null };
	const rows = withDecimalPoints(collectRows(table, layout, { log, context }), MONEY);
	const { order, settled } = dayOrderIn(
		rows.map(({ row }) => cellOf(row, COLUMN.created)),
		'mdy',
	);
	if (!settled) log.add({ line: null, code: 'date_order_assumed', message: 'Nothing tells day from month; dates were read month first.' });
	const named = [COLUMN.currency, COLUMN.convertedCurrency];
	const currency = currencyAssumed(rows, { amount: COLUMN.amount, named }, { context, log });
	const drafts: ReceiptDraft[] = [];
	for (const { row, note } of rows) for (const draft of readPayment(row, { note, currency, order })) addDraft(drafts, draft, row);
	// A refund beside its payment may be of a day whose payments the export does not hold.
	const payments = drafts.filter(({ kind }) => kind === 'sale');
	const facts = { currency: currencyOfMost(drafts, currency), offset: 0, coverage: zonedDays(payments, 'UTC'), tenders: coveredTenders(drafts, ['card']) };
	return assembleBill({ format: 'stripe-payments', leg: 'provider', drafts, footerAgrees: null, ...facts }, context, log);
}
