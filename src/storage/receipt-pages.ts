import { unpackPage } from '../domain/receipts/receipt-pages.ts';
import type { Database, PackedReceiptPage, ReceiptPage } from './database.ts';

/** Pages that are read in one go: more at once would hold up the page that they are read in. */
const PAGES_AT_ONCE = 8;

/** A page with its receipts, whichever way it lies in the database. */
export function unpacked(row: ReceiptPage | PackedReceiptPage): ReceiptPage {
	return 'text' in row ? { ...row, receipts: unpackPage(row.text) } : row;
}

/** How many receipts a page holds, without taking it apart. */
export function countOf(row: ReceiptPage | PackedReceiptPage): number {
	return 'text' in row ? row.count : row.receipts.length;
}

/** The pages with these keys; may be called within a transaction over receiptPages. */
export async function readPages(db: Database, keys: readonly string[]): Promise<ReceiptPage[]> {
	const pages: ReceiptPage[] = [];
	for (let from = 0; from < keys.length; from += PAGES_AT_ONCE) {
		const read = await db.receiptPages.bulkGet(keys.slice(from, from + PAGES_AT_ONCE));
		for (const page of read) if (page) pages.push(unpacked(page));
	}
	return pages;
}
