import type { BusinessDay } from '../../domain/time.ts';
import type { Database, DiscrepancyRow } from '../database.ts';
import { findPacked, visitPacked } from './pages.ts';

/** Rows that are read in one go: more at once would hold up the page. */
const ROWS_AT_ONCE = 500;

/** A discrepancy by its id, whichever way it lies in the database. */
export async function discrepancyById(db: Database, id: string): Promise<DiscrepancyRow | null> {
	return (await db.discrepancies.get(id)) ?? findPacked(db, id);
}

/** All discrepancies of a day. */
export async function discrepanciesOfDay(db: Database, day: BusinessDay): Promise<DiscrepancyRow[]> {
	return discrepanciesOfDays(db, [day]);
}

/** All discrepancies of some days. */
export async function discrepanciesOfDays(db: Database, days: readonly BusinessDay[]): Promise<DiscrepancyRow[]> {
	const rows: DiscrepancyRow[] = [];
	await visitDays(db, days, (row) => rows.push(row));
	return rows;
}

/**
 * All of some days, a part at a time; `packed` tells those that lie in pages. One day after the other: asking for several at once goes from
 * row to row, which takes minutes for a hundred thousand. May be called within a transaction over discrepancies and discrepancyPages.
 */
export async function visitDays(db: Database, days: readonly BusinessDay[], visit: (row: DiscrepancyRow, packed: boolean) => void): Promise<void> {
	for (const day of days) {
		await visitById(db, await db.discrepancies.where('day').equals(day).primaryKeys(), (row) => visit(row, false));
		await visitPacked(db, [day], (row) => visit(row, true));
	}
}

/** Rows that stand by themselves, by id. The ids stand in order, so that of many each part is read as one stretch of the table. */
export async function visitById(db: Database, ids: readonly string[], visit: (row: DiscrepancyRow) => void): Promise<void> {
	if (ids.length <= ROWS_AT_ONCE) {
		for (const row of await db.discrepancies.bulkGet([...ids])) if (row) visit(row);
		return;
	}
	for (let from = 0; from < ids.length; from += ROWS_AT_ONCE) {
		const wanted = new Set(ids.slice(from, from + ROWS_AT_ONCE));
		const last = ids[Math.min(ids.length, from + ROWS_AT_ONCE) - 1];
		const rows = await db.discrepancies.where(':id').between(ids[from], last, true, true).toArray();
		for (const row of rows) if (wanted.has(row.id)) visit(row);
	}
}
