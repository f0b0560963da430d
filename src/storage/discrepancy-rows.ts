import type { BusinessDay } from '../domain/time.ts';
import type { Database, DiscrepancyRow } from './database.ts';

/** Rows that are read in one go: more at once would hold up the page. */
const ROWS_AT_ONCE = 500;

/** Discrepancies by id, a part at a time. The ids stand in order, so that of many each part is read as one stretch of the table. */
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

/** All of some days. One day after the other: asking for several at once goes from row to row, which takes minutes for a hundred thousand. */
export async function visitDays(db: Database, days: readonly BusinessDay[], visit: (row: DiscrepancyRow) => void): Promise<void> {
	for (const day of days) await visitById(db, await db.discrepancies.where('day').equals(day).primaryKeys(), visit);
}
