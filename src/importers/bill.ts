import type { Tender } from '../domain/ledger/tender.ts';
import type { Currency } from '../domain/money.ts';
import type { BillReading } from '../domain/receipts/reading.ts';
import type { Leg, Receipt } from '../domain/receipts/receipt.ts';
import { billTotals } from '../domain/receipts/totals.ts';
import type { Interval, OffsetMinutes } from '../domain/time.ts';
import { keyOf, type ReceiptDraft, withIds } from './identity.ts';
import type { ParseContext } from './importer.ts';
import type { ProblemLog } from './line-problems.ts';

/** What a format's reader found. */
export type BillParts = {
	readonly format: string;
	readonly leg: Leg;
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
	const receipts = withIds(parts.drafts, format, leg);
	context.onProgress(1);
	return {
		...{ format, encoding: context.encoding, leg, currency, offset, coverage, tenders, receipts },
		totals: billTotals(receipts, currency),
		footer: footerAgrees === null ? { present: false, agrees: null } : { present: true, agrees: footerAgrees },
		problems: log.all(),
	};
}

/** A draft's fields that most sources leave empty. */
export const NO_EXTRAS = {
	...{ tipMinor: null, feeMinor: null, netMinor: null, terminalId: null, batchNo: null, traceNo: null, rrn: null, authCode: null, last4: null },
	...{ merchantOrderNo: null, channelOrderNo: null, originalRef: null, settlementDate: null },
} as const satisfies Partial<Receipt>;

/**
 * Says which rows are the same as an earlier one in number, kind, time and amount: both stay, but a number that its source
 * gives only once should not come twice.
 */
export function noteRepeatedRows(drafts: readonly ReceiptDraft[], log: ProblemLog): void {
	const firstLines = new Map<string, number | null>();
	for (const draft of drafts) {
		const key = keyOf(draft);
		if (key === null) continue;
		const name = `${draft.kind}:${key}:${draft.at}:${draft.amountMinor}`;
		const first = firstLines.get(name);
		if (first === undefined) firstLines.set(name, draft.line);
		else log.add({ line: draft.line, code: 'row_repeated', message: `This row says the same as line ${first}; both count.` });
	}
}
