import type { DiscrepancyId } from '../../domain/ids.ts';
import type { BusinessDay } from '../../domain/time.ts';
import type { Database, DiscrepancyPage, DiscrepancyRow } from '../database.ts';
import { packRows, unpackRows } from './page-codec.ts';

/** Pages that are read in one go: more at once would hold up the page. */
const PAGES_AT_ONCE = 2;
const PAGE_ROWS = 500;

/** Visits the packed rows of some days, or of all, a part at a time. May be called within a transaction over discrepancyPages. */
export async function visitPacked(db: Database, days: readonly BusinessDay[] | 'all', visit: (row: DiscrepancyRow) => void): Promise<void> {
	await visitPages(db, await keysOf(db, days), (page) => {
		for (const row of unpackRows(page.text)) visit(row);
	});
}

/** A packed row by its id; null where it is in no page. */
export async function findPacked(db: Database, id: string): Promise<DiscrepancyRow | null> {
	return (await placeOf(db, id))?.row ?? null;
}

/** Takes a row out of its page, because somebody works on it: from then on it stands by itself. Within a transaction that writes discrepancyPages. */
export async function takePacked(db: Database, id: string): Promise<DiscrepancyRow | null> {
	const found = await placeOf(db, id);
	if (!found) return null;
	const { page, row } = found;
	const left = unpackRows(page.text).filter((one) => one.id !== id);
	if (left.length === 0) await db.discrepancyPages.delete(page.key);
	else await db.discrepancyPages.put(pageOf(page.key, page.day, left));
	return row;
}

/** Replaces the pages of a day by these rows in their order; a page that stays as it was is not written again, and wakes no screen. */
export async function savePacked(db: Database, day: BusinessDay, rows: readonly DiscrepancyRow[]): Promise<void> {
	const before = new Set(await keysOf(db, [day]));
	for (let from = 0; from < rows.length; from += PAGE_ROWS) {
		const page = pageOf(`${day}:${from / PAGE_ROWS}`, day, rows.slice(from, from + PAGE_ROWS));
		const old = before.delete(page.key) ? await db.discrepancyPages.get(page.key) : undefined;
		if (old?.text !== page.text) await db.discrepancyPages.put(page);
	}
	if (before.size > 0) await db.discrepancyPages.bulkDelete([...before]);
}

function pageOf(key: string, day: BusinessDay, rows: readonly DiscrepancyRow[]): DiscrepancyPage {
	return { key, day, waiting: rows.filter(({ state }) => state === 'open').length, text: packRows(rows) };
}

async function placeOf(db: Database, id: string): Promise<{ readonly page: DiscrepancyPage; readonly row: DiscrepancyRow } | null> {
	const named = JSON.stringify(id as DiscrepancyId);
	let found: { readonly page: DiscrepancyPage; readonly row: DiscrepancyRow } | null = null;
	await visitPages(db, await keysOf(db, 'all'), (page) => {
		const row = !found && page.text.includes(named) ? unpackRows(page.text).find((one) => one.id === id) : undefined;
		if (row) found = { page, row };
	});
	return found;
}

async function visitPages(db: Database, keys: readonly string[], visit: (page: DiscrepancyPage) => void): Promise<void> {
	for (let from = 0; from < keys.length; from += PAGES_AT_ONCE) {
		const pages = await db.discrepancyPages.bulkGet(keys.slice(from, from + PAGES_AT_ONCE));
		for (const page of pages) if (page) visit(page);
	}
}

async function keysOf(db: Database, days: readonly BusinessDay[] | 'all'): Promise<string[]> {
	if (days === 'all') return db.discrepancyPages.toCollection().primaryKeys();
	const keys: string[] = [];
	for (const day of days) keys.push(...(await db.discrepancyPages.where('day').equals(day).primaryKeys()));
	return keys;
}
