import type { ReceiptsImported } from './entries.ts';
import type { BillReading } from './reading.ts';

/** Whether a bill says anything that can be taken in: a payment, or a period without one. */
export function takesPart(bill: BillReading): boolean {
	return bill.receipts.length > 0 || bill.coverage !== null;
}

/** The body of the entry by which a bill of a file is taken in. */
export function importBody(bill: BillReading, { name, hash }: { readonly name: string; readonly hash: string }): ReceiptsImported {
	return {
		origin: 'file',
		name,
		hash,
		format: bill.format,
		leg: bill.leg,
		coverage: bill.coverage,
		tenders: bill.tenders,
		count: bill.receipts.length,
		problems: bill.problems.length,
		footerAgrees: bill.footer.agrees,
		cursor: null,
	};
}
