import type { Entry } from '../../domain/entries.ts';
import type { ImportId } from '../../domain/ids.ts';
import type { BusinessDay } from '../../domain/time.ts';
import { withoutSubjects } from '../commit/commit.ts';
import type { Database } from '../database.ts';
import { projectEntry } from '../projections/project.ts';
import type { PreparedBatch, ProjectionWork } from '../projections/work.ts';

/** Entries that are projected in one transaction. */
const STEP = 200;

/**
 * Projects the whole log again, in its order. Nothing is removed: rows are written over with what the log says, and
 * receipts whose batches are not given stay as they are. All days become due to be judged again.
 */
export async function refold(db: Database, batches: ReadonlyMap<ImportId, PreparedBatch> = new Map()): Promise<void> {
	const entries = (await db.entries.toArray()).map(withoutSubjects).sort(byTime);
	const work: ProjectionWork = { db, numbers: new Map(daysOf(entries).map((day) => [day, 0])), days: new Set(), batches, receiptDays: new Map() };
	for (let from = 0; from < entries.length; from += STEP) {
		const part = entries.slice(from, from + STEP);
		await db.transaction('rw', db.tables, async () => {
			for (const entry of part) await projectEntry(entry, work);
		});
	}
	await db.dirtyDays.bulkPut([...work.days].map((day) => ({ day, tip: 'refold' })));
}

/** Within a device by seq; chains of several devices one after the other. */
function byTime(a: Entry, b: Entry): number {
	if (a.device === b.device) return a.seq - b.seq;
	return a.device < b.device ? -1 : 1;
}

function daysOf(entries: readonly Entry[]): BusinessDay[] {
	return entries.flatMap((entry) => (entry.kind === 'sale-recorded' || entry.kind === 'refund-recorded' ? [entry.body.day] : []));
}
