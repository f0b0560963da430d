import type { Receipt } from '../domain/receipts/receipt.ts';
import type { BusinessDay } from '../domain/time.ts';
import type { Database, ReceiptPage } from './database.ts';

/** How many pages are read at a time. */
const PAGES_READ = 20;

/** Visits pages from the latest day backwards until told to stop, since what is asked for is nearly always recent. */
export async function visitPages(db: Database, visit: (page: ReceiptPage) => 'go on' | 'stop'): Promise<void> {
	for (let offset = 0; ; offset += PAGES_READ) {
		const pages = await db.receiptPages.orderBy('day').reverse().offset(offset).limit(PAGES_READ).toArray();
		for (const page of pages) if (visit(page) === 'stop') return;
		if (pages.length < PAGES_READ) return;
	}
}

/** The business day under which each receipt is stored; receipts that are nowhere are left out. */
export async function daysOfReceipts(db: Database, ids: readonly string[]): Promise<Map<string, BusinessDay>> {
	const wanted = new Set(ids);
	const days = new Map<string, BusinessDay>();
	if (wanted.size === 0) return days;
	await visitPages(db, (page) => {
		for (const receipt of page.receipts) if (wanted.has(receipt.id) && !days.has(receipt.id)) days.set(receipt.id, page.day);
		return days.size === wanted.size ? 'stop' : 'go on';
	});
	return days;
}

/** A stored receipt by its id, from the import that carried it last. */
export async function findReceipt(db: Database, id: string): Promise<Receipt | null> {
	let found: { readonly receipt: Receipt; readonly seq: number; readonly day: BusinessDay } | null = null;
	await visitPages(db, (page) => {
		if (found && found.day !== page.day) return 'stop';
		const receipt = page.receipts.find((one) => one.id === id);
		if (receipt && (!found || page.importSeq > found.seq)) found = { receipt, seq: page.importSeq, day: page.day };
		return 'go on';
	});
	return (found as { readonly receipt: Receipt } | null)?.receipt ?? null;
}
