import type { BillReading } from '../../domain/receipts/reading.ts';
import type { ParseContext } from '../importer.ts';
import { assembleBill } from '../shared/reading/bill.ts';
import { currencyOfMost, earliestOffset, zonedDays } from '../shared/reading/bill-facts.ts';
import type { ReceiptDraft } from '../shared/reading/identity.ts';
import { problemLog } from '../shared/reading/line-problems.ts';
import { collectRows } from '../shared/table/collect.ts';
import { currencyAssumed, decimalMarkIn, withPlainMoney } from '../shared/table/money-cells.ts';
import { addDraft } from '../shared/table/notes.ts';
import type { TableSource } from '../shared/table/table-source.ts';
import { cellOf } from '../shared/table/tables.ts';
import { coveredTenders } from '../shared/trades/covered-tenders.ts';
import { dayOrderIn } from '../shared/values/wall-times.ts';
import { noteZoneAssumed, zoneClock } from '../shared/values/zones.ts';
import { COLUMN, MONEY, NAMES, PRIVATE, REQUIRED } from './columns.ts';
import { readTransaction } from './row.ts';

/** Reads a SumUp transactions report in the language and with the decimals of its account; whole calendar days of the shop's zone, which it does not name. */
export function parseSumupTransactions(table: TableSource, context: ParseContext): BillReading {
	const log = problemLog();
	const rows = collectRows(table, { required: REQUIRED, names: NAMES, known: NAMES.known, privateColumns: PRIVATE, split: null }, { log, context });
	const { order, settled } = dayOrderIn(
		rows.map(({ row }) => cellOf(row, COLUMN.date)),
		'dmy',
	);
	if (!settled) log.add({ line: null, code: 'date_order_assumed', message: 'Nothing tells day from month; dates were read day first.' });
	const mark = decimalMarkIn(rows, MONEY, '.');
	const plain = rows.map(({ row, note }) => ({ row: withPlainMoney(row, MONEY, mark), note }));
	const currency = currencyAssumed(plain, { amount: COLUMN.total, named: [COLUMN.currency] }, { context, log });
	const clock = zoneClock(context.zone);
	const drafts: ReceiptDraft[] = [];
	for (const { row, note } of plain) addDraft(drafts, readTransaction(row, { note, currency, order, clock }), row);
	if (rows.length > 0) noteZoneAssumed(log, context.zone);
	const facts = {
		currency: currencyOfMost(drafts, currency),
		offset: earliestOffset(drafts, 0),
		coverage: zonedDays(drafts, context.zone),
		tenders: coveredTenders(drafts, ['card']),
	};
	return assembleBill({ format: 'sumup-transactions', leg: 'provider', drafts, footerAgrees: null, ...facts }, context, log);
}
