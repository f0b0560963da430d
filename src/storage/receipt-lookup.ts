import type { Receipt } from '../domain/receipts/receipt.ts';
import type { BusinessDay } from '../domain/time.ts';
import type { Database, ReceiptPage } from './database.ts';
import { readReceipts } from './read-receipts.ts';
import { unpacked } from './receipt-pages.ts';

/** How many pages are read at a time. */
const PAGES_READ = 20;

/** Visits pages from the latest day backwards until told to stop, since what is asked for is nearly always recent. */
export async function visitPages(db: Database, visit: (page: ReceiptPage) => 'go on' | 'stop'): Promise<void> {
	for (let offset = 0; ; offset += PAGES_READ) {
		const pages = await db.receiptPages.orderBy('day').reverse().offset(offset).limit(PAGES_READ).toArray();
		for (const page of pages) if (visit(unpacked(page)) === 'stop') return;
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

/** A receipt that stands, by its id; the latest of them where a source uses an id again on another day. */
export async function findReceipt(db: Database, id: string): Promise<Receipt | null> {
	const tried = new Set<BusinessDay>();
	for (;;) {
		const day = await latestDayWith(db, id, tried);
		if (day === null) return null;
		const { receipts } = await readReceipts(db, [day]);
		const found = receipts.find(({ receipt }) => receipt.id === id);
		if (found) return found.receipt;
		// There it was withdrawn or taken back; an older one may stand.
		tried.add(day);
	}
}

async function latestDayWith(db: Database, id: string, tried: ReadonlySet<BusinessDay>): Promise<BusinessDay | null> {
	const days: BusinessDay[] = [];
	await visitPages(db, (page) => {
		if (tried.has(page.day) || !page.receipts.some((receipt) => receipt.id === id)) return 'go on';
		days.push(page.day);
		return 'stop';
	});
	return days[0] ?? null;
}
