import type { ImportId } from '../domain/ids.ts';
import type { Receipt } from '../domain/receipts/receipt.ts';
import { standingReceipts, type TakenBack } from '../domain/receipts/standing-receipts.ts';
import { addDays, type BusinessDay, daysBetween } from '../domain/time.ts';
import type { Database, ImportRow, ReceiptPage } from './database.ts';
import { readPages } from './receipt-pages.ts';

export type StoredReceipts = {
	/** Receipts that stand, with the business day under which each is stored. */
	readonly receipts: readonly { readonly receipt: Receipt; readonly day: BusinessDay }[];
	/** Standing imports that touch the days. */
	readonly imports: readonly ImportRow[];
};

/** Clocks of one place never differ by more than so many days. */
const MOVED_DAYS_MAX = 2;

/** Receipts of the days given; may be called within a transaction over receiptPages and imports. */
export async function readReceipts(db: Database, days: readonly BusinessDay[]): Promise<StoredReceipts> {
	const asked = new Set(days);
	const near = [...new Set(days.flatMap((day) => daysBetween(addDays(day, -MOVED_DAYS_MAX), addDays(day, MOVED_DAYS_MAX))))];
	const around = (await db.imports.where('days').anyOf(near).distinct().toArray()).filter((row) => row.withdrawnBy === null);
	const imports = around.filter((row) => row.days.some((day) => asked.has(day)));
	if (new Set(around.map(({ filedBy }) => filedBy)).size <= 1) return { imports, receipts: standingByDay(await carriedOn(db, days, imports), imports) };
	// The clock of the shop was changed between two bills: what both carry may lie under two days, and stands under that of the later bill.
	const standing = standingAnywhere(await carriedOn(db, near, around), around);
	return { imports, receipts: standing.filter(({ day }) => asked.has(day)) };
}

type Page = Pick<ReceiptPage, 'day' | 'receipts'> & { readonly seq: number };
type Standing = StoredReceipts['receipts'];

/** Pages of these imports on these days. */
async function carriedOn(db: Database, days: readonly BusinessDay[], imports: readonly ImportRow[]): Promise<Page[]> {
	const seqs = new Map(imports.map((row) => [row.id, row.seq]));
	const pages = await readPages(db, await db.receiptPages.where('day').anyOf(days).primaryKeys());
	return pages.flatMap(({ importId, day, receipts }) => {
		const seq = seqs.get(importId);
		return seq === undefined ? [] : [{ seq, day, receipts }];
	});
}

function standingByDay(pages: readonly Page[], imports: readonly ImportRow[]): Standing {
	const byDay = new Map<BusinessDay, Page[]>();
	for (const page of pages) {
		const list = byDay.get(page.day);
		if (list) list.push(page);
		else byDay.set(page.day, [page]);
	}
	return [...byDay].flatMap(([day, list]) => standingReceipts(list, takenBack(imports)).map((receipt) => ({ receipt, day })));
}

function standingAnywhere(pages: readonly Page[], imports: readonly ImportRow[]): Standing {
	const dayOf = new Map<Receipt, BusinessDay>(pages.flatMap(({ day, receipts }) => receipts.map((receipt) => [receipt, day] as const)));
	return standingReceipts(pages, takenBack(imports)).flatMap((receipt) => {
		const day = dayOf.get(receipt);
		return day === undefined ? [] : [{ receipt, day }];
	});
}

function takenBack(imports: readonly ImportRow[]): TakenBack[] {
	return imports.map(({ seq, takenBack: ids }) => ({ seq, ids }));
}

/** All pages of one import. */
export async function readPagesOf(db: Database, importId: ImportId): Promise<ReceiptPage[]> {
	return readPages(db, await db.receiptPages.where('importId').equals(importId).primaryKeys());
}
