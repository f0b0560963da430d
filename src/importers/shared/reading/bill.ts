import type { Tender } from '../../../domain/ledger/tender.ts';
import type { Currency } from '../../../domain/money.ts';
import type { BillReading } from '../../../domain/receipts/reading.ts';
import type { BillLeg } from '../../../domain/receipts/receipt.ts';
import { billTotals } from '../../../domain/receipts/totals.ts';
import type { Interval, OffsetMinutes } from '../../../domain/time.ts';
import type { ParseContext } from '../../importer.ts';
import { type Identified, keyOf, type ReceiptDraft, withIds } from './identity.ts';
import type { ProblemLog } from './line-problems.ts';

/** What a format's reader found. */
export type BillParts = {
	readonly format: string;
	/** What ids begin with where several formats carry the same receipts; else the format. */
	readonly family?: string;
	readonly leg: BillLeg;
	readonly currency: Currency;
	readonly offset: OffsetMinutes;
	readonly coverage: Interval | null;
	readonly tenders: readonly Tender[] | null;
	readonly drafts: readonly ReceiptDraft[];
	/** Whether the totals written in the file fit its rows; null where it states none. */
	readonly footerAgrees: boolean | null;
};

/** The reading of one bill: receipts with their ids, totals, and the file's problems. */
export function assembleBill(parts: BillParts, context: ParseContext, log: ProblemLog): BillReading {
	const { format, leg, currency, offset, coverage, tenders, footerAgrees } = parts;
	const identified = withIds(parts.drafts, format, leg, parts.family);
	const { receipts } = identified;
	noteRepeated(identified, log);
	context.onProgress(1);
	return {
		...{ format, encoding: context.encoding, leg, currency, offset, coverage, tenders, receipts },
		totals: billTotals(receipts, currency),
		footer: footerAgrees === null ? { present: false, agrees: null } : { present: true, agrees: footerAgrees },
		problems: log.all(),
	};
}

/**
 * Says which rows are the same as an earlier one in number, kind, time and amount: both stay, but a number that its source
 * gives only once should not come twice.
 */
function noteRepeated({ receipts, repeated }: Identified, log: ProblemLog): void {
	for (const places of repeated) {
		const [first, ...others] = places.map((place) => receipts[place]);
		if (!first || keyOf(first) === null) continue;
		for (const other of others) {
			log.add({ line: other?.line ?? null, code: 'row_repeated', message: `This row says the same as line ${first.line}; both count.` });
		}
	}
}
