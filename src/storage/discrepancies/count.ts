import type { PromiseExtended } from 'dexie';
import type { Database } from '../database.ts';

/**
 * How many discrepancies wait for a person and were not put off, read off the indexes alone. May be called within a transaction over discrepancies
 * and discrepancyPages.
 */
export function countOpen(db: Database): PromiseExtended<number> {
	const single = db.discrepancies.where('state').equals('open').count();
	return single.then((count) => countPacked(db).then((packed) => count + packed));
}

/** How many of the packed ones wait. */
export function countPacked(db: Database): PromiseExtended<number> {
	return db.discrepancyPages
		.orderBy('waiting')
		.keys()
		.then((counts) => (counts as number[]).reduce((sum, count) => sum + count, 0));
}
