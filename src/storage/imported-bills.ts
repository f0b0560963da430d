import { SHOP_DEFAULT } from '../domain/ledger/shop.ts';
import type { BillReading } from '../domain/receipts/reading.ts';
import { billTotals } from '../domain/receipts/totals.ts';
import { zoneOffset } from '../domain/time.ts';
import type { Database, ImportRow } from './database.ts';
import { readPagesOf } from './read-receipts.ts';

/**
 * The bills of a file as its standing import took them in, so that the file need not be read again; null where there is none.
 * How its text was encoded is not remembered.
 */
export async function importedBills(db: Database, hash: string): Promise<readonly BillReading[] | null> {
	const rows = (await db.imports.where('hash').equals(hash).toArray()).filter((row) => row.origin === 'file' && row.withdrawnBy === null);
	if (rows.length === 0) return null;
	const bills: BillReading[] = [];
	for (const row of rows.sort((a, b) => a.seq - b.seq)) {
		const bill = await billOf(db, row);
		// An import without its receipts is a damage that reading the file again mends.
		if (!bill) return null;
		bills.push(bill);
	}
	return bills;
}

async function billOf(db: Database, row: ImportRow): Promise<BillReading | null> {
	const { format, leg, coverage, tenders, footerAgrees } = row;
	if (leg === 'bank') return null;
	const receipts = (await readPagesOf(db, row.id)).flatMap((page) => page.receipts).sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
	if (receipts.length !== row.count) return null;
	const [first] = receipts;
	const currency = first?.currency ?? SHOP_DEFAULT.currency;
	return {
		format,
		encoding: null,
		leg,
		currency,
		offset: first?.offset ?? zoneOffset(SHOP_DEFAULT.zone, coverage?.from ?? row.at),
		coverage,
		tenders,
		receipts,
		totals: billTotals(receipts, currency),
		footer: footerAgrees === null ? { present: false, agrees: null } : { present: true, agrees: footerAgrees },
		problems: row.problemLines,
	};
}
