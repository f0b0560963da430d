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
import { readReceipt } from './row.ts';

/** Reads a Zettle receipts report in the language of its account; whole calendar days of the shop's zone, which it does not name. */
export function parseZettleReceipts(table: TableSource, context: ParseContext): BillReading {
	const log = problemLog();
	const layout = { required: REQUIRED, names: NAMES, known: NAMES.known, privateColumns: PRIVATE, split: null };
	const rows = collectRows(table, layout, { log, context, aside: isRemark });
	const { order, settled } = dayOrderIn(
		rows.map(({ row }) => cellOf(row, COLUMN.day)),
		'dmy',
	);
	if (!settled) log.add({ line: null, code: 'date_order_assumed', message: 'Nothing tells day from month; dates were read day first.' });
	const mark = decimalMarkIn(rows, MONEY, '.');
	const plain = rows.map(({ row, note }) => ({ row: withPlainMoney(row, MONEY, mark), note }));
	const currency = currencyAssumed(plain, { amount: COLUMN.total, named: [COLUMN.currency] }, { context, log });
	const clock = zoneClock(context.zone);
	const drafts: ReceiptDraft[] = [];
	for (const { row, note } of plain) addDraft(drafts, readReceipt(row, { note, currency, order, clock }), row);
	if (rows.length > 0) noteZoneAssumed(log, context.zone);
	const facts = {
		currency: currencyOfMost(drafts, currency),
		offset: earliestOffset(drafts, 0),
		coverage: zonedDays(drafts, context.zone),
		tenders: coveredTenders(drafts, ['card']),
	};
	return assembleBill({ format: 'zettle-receipts', leg: 'provider', drafts, footerAgrees: null, ...facts }, context, log);
}

/** A sentence alone in its line, such as that on the value-added tax at the end; a row cut off would begin with its date. */
function isRemark(line: string): boolean {
	return REMARK.test(line) && line.trim().includes(' ');
}

/** Of a sheet, whose cells tabs part; in quotes; or without any separator. */
const REMARK = /^(?:\p{L}[^\t]*\t|"\p{L}(?:[^"]|"")*"|\p{L}[^\t;,]*)[\t;,\s]*$/u;
