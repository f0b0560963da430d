import type { ImportId } from '../domain/ids.ts';
import type { Receipt } from '../domain/receipts/receipt.ts';
import { standingReceipts } from '../domain/receipts/standing-receipts.ts';
import type { BusinessDay } from '../domain/time.ts';
import type { Database, ImportRow, ReceiptPage } from './database.ts';
import { readPages } from './receipt-pages.ts';

export type StoredReceipts = {
	/** Receipts that stand, with the business day under which each is stored. */
	readonly receipts: readonly { readonly receipt: Receipt; readonly day: BusinessDay }[];
	/** Standing imports that touch the days. */
	readonly imports: readonly ImportRow[];
};

/** Receipts of the days given; may be called within a transaction over receiptPages and imports. */
export async function readReceipts(db: Database, days: readonly BusinessDay[]): Promise<StoredReceipts> {
	const pages = await readPages(db, await db.receiptPages.where('day').anyOf(days).primaryKeys());
	const touching = await db.imports.where('days').anyOf(days).distinct().toArray();
	const imports = touching.filter((row) => row.withdrawnBy === null);
	const seqs = new Map(imports.map((row) => [row.id, row.seq]));
	const carried = pages.filter((page) => seqs.has(page.importId));
	const takenBack = imports.map(({ seq, takenBack: ids }) => ({ seq, ids }));
	const byDay = groupByDay(carried);
	return {
		imports,
		receipts: [...byDay].flatMap(([day, list]) =>
			standingReceipts(
				list.map(({ importId, receipts }) => ({ seq: seqs.get(importId) ?? 0, receipts })),
				takenBack,
			).map((receipt) => ({ receipt, day })),
		),
	};
}

/** All pages of one import. */
export async function readPagesOf(db: Database, importId: ImportId): Promise<ReceiptPage[]> {
	return readPages(db, await db.receiptPages.where('importId').equals(importId).primaryKeys());
}

function groupByDay(pages: readonly ReceiptPage[]): Map<BusinessDay, ReceiptPage[]> {
	const byDay = new Map<BusinessDay, ReceiptPage[]>();
	for (const page of pages) {
		const list = byDay.get(page.day);
		if (list) list.push(page);
		else byDay.set(page.day, [page]);
	}
	return byDay;
}
