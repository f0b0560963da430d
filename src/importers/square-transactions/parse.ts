import type { Currency } from '../../domain/money.ts';
import type { BillReading } from '../../domain/receipts/reading.ts';
import type { ParseContext } from '../importer.ts';
import { assembleBill } from '../shared/reading/bill.ts';
import { earliestOffset, zonedDays } from '../shared/reading/bill-facts.ts';
import { wholeDays } from '../shared/reading/coverage.ts';
import type { ReceiptDraft } from '../shared/reading/identity.ts';
import { problemLog } from '../shared/reading/line-problems.ts';
import { type CollectedRow, collectRows } from '../shared/table/collect.ts';
import { addDraft } from '../shared/table/notes.ts';
import type { TableSource } from '../shared/table/table-source.ts';
import { cellOf } from '../shared/table/tables.ts';
import { coveredTenders } from '../shared/trades/covered-tenders.ts';
import { rowClock } from './clock.ts';
import { COLUMN, NAMES, PRIVATE, REQUIRED } from './columns.ts';
import { readTransaction } from './row.ts';

/** Reads a Square transactions export of any age; whole calendar days of the zone that its rows name. */
export function parseSquareTransactions(table: TableSource, context: ParseContext): BillReading {
	const log = problemLog();
	const rows = collectRows(table, { required: REQUIRED, names: NAMES, known: NAMES.known, privateColumns: PRIVATE, split: null }, { log, context });
	const clock = rowClock(rows, context.zone, log);
	const currency = currencyIn(rows, clock.zones);
	const drafts: ReceiptDraft[] = [];
	for (const { row, note } of rows) addDraft(drafts, readTransaction(row, { note, currency, clock: clock.read }), row);
	const [zone, ...others] = clock.zones;
	const coverage = zone !== undefined && others.length === 0 ? zonedDays(drafts, zone) : wholeDays(drafts, 0);
	const facts = { currency, offset: earliestOffset(drafts, 0), coverage, tenders: coveredTenders(drafts, ['card']), footerAgrees: null };
	return assembleBill({ format: 'square-transactions', leg: 'provider', drafts, ...facts }, context, log);
}

const SIGNS: readonly (readonly [RegExp, Currency])[] = [
	[/£/, 'GBP'],
	[/€/, 'EUR'],
	[/[¥￥]/, 'JPY'],
];

/** The file names no currency, but its amounts bear a sign; the dollar is that of the United States, in Australia its own. */
function currencyIn(rows: readonly CollectedRow[], zones: readonly string[]): Currency {
	const totals = rows.map(({ row }) => cellOf(row, COLUMN.total));
	const signed = SIGNS.find(([sign]) => totals.some((total) => sign.test(total)));
	return signed?.[1] ?? (zones.length > 0 && zones.every((zone) => zone.startsWith('Australia/')) ? 'AUD' : 'USD');
}
