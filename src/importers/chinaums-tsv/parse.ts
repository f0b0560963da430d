import { TENDERS, type Tender } from '../../domain/ledger/tender.ts';
import type { BillReading } from '../../domain/receipts/reading.ts';
import type { ParseContext } from '../importer.ts';
import { assembleBill } from '../shared/reading/bill.ts';
import { clearingDays, wholeDays } from '../shared/reading/coverage.ts';
import type { ReceiptDraft } from '../shared/reading/identity.ts';
import { problemLog } from '../shared/reading/line-problems.ts';
import type { Header } from '../shared/table/header.ts';
import { progressOver } from '../shared/table/lines.ts';
import { addDraft } from '../shared/table/notes.ts';
import type { TableSource } from '../shared/table/table-source.ts';
import { readTable } from '../shared/table/tables.ts';
import { BEIJING } from '../shared/values/times.ts';
import { type ClearingDays, captions, widen } from './captions.ts';
import { KNOWN, PRIVATE, REQUIRED } from './columns.ts';
import { readTrade } from './row.ts';

/** Reads a ChinaUMS 对账明细 of one or more clearing days. */
export function parseChinaumsTsv(table: TableSource, context: ParseContext): BillReading {
	const log = problemLog();
	const found = captions();
	const drafts: ReceiptDraft[] = [];
	readTable(
		table,
		{ required: REQUIRED, known: KNOWN, privateColumns: PRIVATE, split: (line: string, { delimiter }: Header) => line.split(delimiter) },
		{
			log,
			progress: progressOver(table.lines.length, context.onProgress),
			header: () => {},
			aside: found.aside,
			row: (row, note) => {
				found.row(row);
				addDraft(drafts, readTrade(row, note), row);
			},
		},
	);
	const footerAgrees = found.finish(log);
	const days = drafts.reduce<ClearingDays | null>((all, { settlementDate }) => (settlementDate === null ? all : widen(all, settlementDate)), found.days());
	const coverage = days ? clearingDays(days, BEIJING, drafts) : wholeDays(drafts, 0);
	const tenders = coveredTenders(drafts, found.tender());
	return assembleBill({ format: 'chinaums-tsv', leg: 'provider', currency: 'CNY', offset: BEIJING, coverage, tenders, drafts, footerAgrees }, context, log);
}

/**
 * Cards always; a wallet only if the file shows that it runs over this acquirer: whether a shop's WeChat sales do, nobody
 * can tell from a file without one.
 */
function coveredTenders(drafts: readonly ReceiptDraft[], stated: Tender | null): Tender[] {
	const seen = new Set<Tender | null>(['card', stated, ...drafts.map((draft) => draft.tender)]);
	return TENDERS.filter((tender) => seen.has(tender));
}
