import { TENDERS, type Tender } from '../../domain/ledger/tender.ts';
import type { BillMapping } from '../../domain/receipts/bill-mapping.ts';
import type { BillReading } from '../../domain/receipts/reading.ts';
import { zoneOffset } from '../../domain/time.ts';
import type { ParseContext } from '../importer.ts';
import { assembleBill } from '../shared/reading/bill.ts';
import { currencyOfMost, earliestOffset, zonedDays } from '../shared/reading/bill-facts.ts';
import type { ReceiptDraft } from '../shared/reading/identity.ts';
import { problemLog } from '../shared/reading/line-problems.ts';
import { progressOver } from '../shared/table/lines.ts';
import { addDraft, isAboutPeople } from '../shared/table/notes.ts';
import type { TableSource } from '../shared/table/table-source.ts';
import { readTable } from '../shared/table/tables.ts';
import { columnsOf, layoutNames, requiredNames } from './layout.ts';
import { readPayment } from './row.ts';
import { totalsCheck } from './totals.ts';
import { wordLists } from './words.ts';

/** Reads a table as a person said that it is to be read. */
export function parseMapped(table: TableSource, context: ParseContext, mapping: BillMapping): BillReading {
	const log = problemLog();
	const drafts: ReceiptDraft[] = [];
	const totals = totalsCheck(mapping);
	const mapped = { mapping, words: wordLists(mapping) };
	const used = Object.values(mapping.columns);
	readTable(
		table,
		{ required: requiredNames(mapping), names: layoutNames(mapping), known: used, privateColumns: privateColumns(table, mapping, used), split: null },
		{
			log,
			progress: progressOver(table.lines.length, context.onProgress),
			header: totals.header,
			aside: totals.aside,
			row: (row, note) => {
				const draft = readPayment(row, note, mapped);
				totals.row(row, draft);
				addDraft(drafts, draft, row);
			},
		},
	);
	const footerAgrees = totals.finish(log);
	const currency = currencyOfMost(drafts, mapping.currency);
	const offset = earliestOffset(drafts, zoneOffset(mapping.zone, 0));
	if (drafts.length === 0) log.add({ line: null, code: 'no_rows', message: 'No row of the table could be read as a payment.' });
	return assembleBill(
		{
			format: mapping.id,
			leg: mapping.leg,
			currency,
			offset,
			coverage: zonedDays(drafts, mapping.zone),
			tenders: coveredTenders(mapping, drafts),
			drafts,
			footerAgrees,
		},
		context,
		log,
	);
}

/**
 * What no message may repeat: the card, and columns about people that nobody said to be a number of the payment, those among them that the
 * table has beside its layout.
 */
function privateColumns(table: TableSource, mapping: BillMapping, used: readonly string[]): string[] {
	const { columns } = mapping;
	const people = [...columnsOf(table, mapping)].filter((name) => isAboutPeople(name) && !used.includes(name));
	return columns.card === undefined ? people : [...people, columns.card];
}

/**
 * What the bill speaks for: the one tender that it is said to hold, or those that its words name, also on a day without them. Null: all,
 * where it does not tell.
 */
function coveredTenders(mapping: BillMapping, drafts: readonly ReceiptDraft[]): Tender[] | null {
	if (mapping.columns.tender === undefined) return mapping.tender === null ? null : [mapping.tender];
	const named = new Set<Tender | null>([mapping.tender, ...Object.values(mapping.words.tender), ...drafts.map((draft) => draft.tender)]);
	const tenders = TENDERS.filter((tender) => named.has(tender));
	return tenders.length === 0 ? null : tenders;
}
