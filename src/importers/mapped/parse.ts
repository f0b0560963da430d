import { TENDERS, type Tender } from '../../domain/ledger/tender.ts';
import type { BillMapping } from '../../domain/receipts/bill-mapping.ts';
import { isNameless } from '../../domain/receipts/mapping/nameless.ts';
import type { BillReading } from '../../domain/receipts/reading.ts';
import { zoneOffset } from '../../domain/time.ts';
import type { ParseContext } from '../importer.ts';
import { assembleBill } from '../shared/reading/bill.ts';
import { currencyOfMost, earliestOffset, zonedDays } from '../shared/reading/bill-facts.ts';
import type { ReceiptDraft } from '../shared/reading/identity.ts';
import { type ProblemLog, problemLog } from '../shared/reading/line-problems.ts';
import { progressOver } from '../shared/table/lines.ts';
import { addDraft, isAboutPeople } from '../shared/table/notes.ts';
import type { TableSource } from '../shared/table/table-source.ts';
import { readTable } from '../shared/table/tables.ts';
import { columnsOf, layoutNames, requiredNames } from './layout.ts';
import { withPlaceNames } from './nameless.ts';
import { readPayment } from './row.ts';
import { totalsCheck } from './totals.ts';
import { wordLists } from './words.ts';

/** Reads a table as a person said that it is to be read. */
export function parseMapped(written: TableSource, context: ParseContext, mapping: BillMapping): BillReading {
	const log = problemLog();
	const nameless = isNameless(mapping.layout);
	const table = nameless ? withPlaceNames(written, mapping) : written;
	// What stands in a column without a name may be about anybody, so nothing of it is kept or repeated that nobody asked for.
	const known = nameless ? mapping.layout : Object.values(mapping.columns);
	const above = nameless ? 1 : 0;
	const drafts: ReceiptDraft[] = [];
	const totals = totalsCheck(mapping);
	const mapped = { mapping, words: wordLists(mapping) };
	const used = Object.values(mapping.columns);
	readTable(
		table,
		{ required: requiredNames(mapping), names: layoutNames(mapping), known, privateColumns: privateColumns(table, mapping, used), split: null },
		{
			log: movedUp(log, above),
			progress: progressOver(table.lines.length, context.onProgress),
			header: totals.header,
			aside: totals.aside,
			row: (row, note) => {
				const draft = readPayment({ ...row, line: row.line - above }, note, mapped);
				totals.row(row, draft);
				addDraft(drafts, draft, row);
			},
		},
	);
	const footerAgrees = totals.finish(log);
	const currency = currencyOfMost(drafts, mapping.currency);
	const offset = earliestOffset(drafts, zoneOffset(mapping.zone, 0));
	if (drafts.length === 0) log.add({ line: null, code: 'no_rows', message: 'No row of the table could be read as a payment.' });
	if (drafts.length > 0 && hasNoTimes(mapping))
		log.add({ line: null, code: 'time_assumed', message: `The table has no times: each payment stands at ${mapping.timeOfDay} of its day.` });
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

/** Whether a person said at which time of its day each payment is to stand, because the table does not. */
function hasNoTimes({ columns, timeOfDay }: BillMapping): boolean {
	return columns.dateTime === undefined && columns.time === undefined && timeOfDay !== undefined;
}

/** Problems under a line of names that the file does not have. */
function movedUp(log: ProblemLog, lines: number): ProblemLog {
	return { add: ({ line, ...rest }) => log.add({ ...rest, line: line === null ? null : line - lines }), all: log.all };
}

/**
 * What no message may repeat: the card, and columns about people that nobody said to be a number of the payment, those among them that the
 * table has beside its layout.
 */
function privateColumns(table: TableSource, mapping: BillMapping, used: readonly string[]): string[] {
	const { columns } = mapping;
	const nameless = isNameless(mapping.layout);
	const people = [...columnsOf(table, mapping)].filter((name) => (nameless || isAboutPeople(name)) && !used.includes(name));
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
