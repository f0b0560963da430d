import type { BillReading } from '../../domain/receipts/reading.ts';
import type { ParseContext } from '../importer.ts';
import { assembleBill } from '../shared/reading/bill.ts';
import { currencyOfMost, earliestOffset } from '../shared/reading/bill-facts.ts';
import { wholeDays } from '../shared/reading/coverage.ts';
import type { ReceiptDraft } from '../shared/reading/identity.ts';
import { problemLog } from '../shared/reading/line-problems.ts';
import { progressOver } from '../shared/table/lines.ts';
import { addDraft } from '../shared/table/notes.ts';
import type { TableSource } from '../shared/table/table-source.ts';
import { readTable } from '../shared/table/tables.ts';
import { currencyOfZone } from '../shared/values/currencies.ts';
import { noteZoneAssumed } from '../shared/values/zones.ts';
import { NAMES, PRIVATE, REQUIRED } from './columns.ts';
import { momentReader } from './moments.ts';
import { records } from './records.ts';
import { readRecord } from './row.ts';

/** Reads a PayPal settlement report; covers what its section headers state. */
export function parsePaypalSettlement(table: TableSource, context: ParseContext): BillReading {
	const log = problemLog();
	const moments = momentReader(context.zone);
	const found = records(moments.read);
	const currency = currencyOfZone(context.zone);
	const drafts: ReceiptDraft[] = [];
	readTable(
		table,
		{ required: REQUIRED, names: NAMES, known: NAMES.known, privateColumns: PRIVATE, split: null },
		{
			log,
			progress: progressOver(table.lines.length, context.onProgress),
			header: () => {},
			aside: found.aside,
			row: (row, note) => {
				found.row(row);
				addDraft(drafts, readRecord(row, { note, currency, read: moments.read }), row);
			},
		},
	);
	if (moments.sawNoZone()) noteZoneAssumed(log, context.zone, ['']);
	const footerAgrees = found.finish(log);
	const stated = found.coverage();
	const facts = {
		currency: currencyOfMost(drafts, currency),
		offset: stated?.offset ?? earliestOffset(drafts, 0),
		coverage: stated?.interval ?? wholeDays(drafts, 0),
		tenders: ['other'] as const,
	};
	return assembleBill({ format: 'paypal-settlement', leg: 'provider', drafts, footerAgrees, ...facts }, context, log);
}
