import type { Database } from '../database.ts';

/** How many days wait to be compared again. */
export function daysToCompare(db: Database): Promise<number> {
	return db.dirtyDays.count();
}
