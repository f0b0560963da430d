import type { BillReading } from '../../domain/receipts/reading.ts';
import type { ParseContext } from '../importer.ts';
import { assembleBill } from '../shared/reading/bill.ts';
import { currencyOfMost, earliestOffset } from '../shared/reading/bill-facts.ts';
import { wholeDays } from '../shared/reading/coverage.ts';
import type { ReceiptDraft } from '../shared/reading/identity.ts';
import { problemLog } from '../shared/reading/line-problems.ts';
import { collectRows } from '../shared/table/collect.ts';
import { withDecimalPoints } from '../shared/table/money-cells.ts';
import { addDraft } from '../shared/table/notes.ts';
import type { TableSource } from '../shared/table/table-source.ts';
import { coveredTenders } from '../shared/trades/covered-tenders.ts';
import { currencyOfZone } from '../shared/values/currencies.ts';
import { rowClock } from './clock.ts';
import { MONEY, NAMES, PRIVATE, REQUIRED } from './columns.ts';
import { readSettlementRow } from './row.ts';

/** Reads a settlement detail report of Adyen; whole calendar days by the clock that its rows name. */
export function parseAdyenSettlement(table: TableSource, context: ParseContext): BillReading {
	const log = problemLog();
	const layout = { required: REQUIRED, names: NAMES, known: NAMES.known, privateColumns: PRIVATE, split: null };
	const rows = withDecimalPoints(collectRows(table, layout, { log, context }), MONEY);
	const clock = rowClock(rows, context.zone, log);
	const currency = currencyOfZone(context.zone);
	const drafts: ReceiptDraft[] = [];
	for (const { row, note } of rows) addDraft(drafts, readSettlementRow(row, { note, currency, clock }), row);
	const facts = {
		currency: currencyOfMost(drafts, currency),
		offset: earliestOffset(drafts, 0),
		coverage: wholeDays(drafts, 0),
		tenders: coveredTenders(drafts, ['card']),
	};
	return assembleBill({ format: 'adyen-settlement', leg: 'provider', drafts, footerAgrees: null, ...facts }, context, log);
}
