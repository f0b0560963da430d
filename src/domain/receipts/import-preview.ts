import { canonicalJson } from '../log/canonical-json.ts';
import type { BillReading } from './reading.ts';
import type { Receipt } from './receipt.ts';
import { identityOf } from './standing-receipts.ts';

/** How a receipt of a file stands against those already there. `changed`: the source says something else about it now. */
export type Standing = 'new' | 'known' | 'changed';
export type PreviewRow = {
	readonly receipt: Receipt;
	readonly standing: Standing;
	/** What was there before, where it changed. */
	readonly before: Receipt | null;
};
export type BillPreview = { readonly bill: BillReading; readonly rows: readonly PreviewRow[]; readonly counts: Readonly<Record<Standing, number>> };

/** What taking in a bill would do, in the order of its rows. `stored`: the receipts that stand, by `identityOf`. */
export function previewBill(bill: BillReading, stored: ReadonlyMap<string, Receipt>): BillPreview {
	// Where nothing is there yet, nobody's identity is asked for: most large bills come into an empty day.
	const rows = bill.receipts.map((receipt) => rowOf(receipt, stored.size === 0 ? undefined : stored.get(identityOf(receipt))));
	const counts = { new: 0, known: 0, changed: 0 };
	for (const row of rows) counts[row.standing] += 1;
	return { bill, rows, counts };
}

function rowOf(receipt: Receipt, before: Receipt | undefined): PreviewRow {
	if (!before) return { receipt, standing: 'new', before: null };
	return sameFacts(receipt, before) ? { receipt, standing: 'known', before: null } : { receipt, standing: 'changed', before };
}

/** A bill that was taken in before, as it was then: all of it is known. */
export function previewKnown(bill: BillReading): BillPreview {
	const rows = bill.receipts.map((receipt): PreviewRow => ({ receipt, standing: 'known', before: null }));
	return { bill, rows, counts: { new: 0, known: rows.length, changed: 0 } };
}

/** Where a row stood in its file, and which file or feed brought it, is no fact about the payment. */
function sameFacts(a: Receipt, b: Receipt): boolean {
	return FACTS.every((field) => a[field] === b[field]) && canonicalJson(a.notes ?? null) === canonicalJson(b.notes ?? null);
}

const FACTS = [
	...(['id', 'leg', 'at', 'offset', 'kind', 'status', 'amountMinor', 'tipMinor', 'feeMinor', 'netMinor', 'currency', 'tender'] as const),
	...(['terminalId', 'batchNo', 'traceNo', 'rrn', 'authCode', 'last4', 'merchantOrderNo', 'channelOrderNo', 'originalRef', 'settlementDate'] as const),
] as const satisfies readonly (keyof Receipt)[];
