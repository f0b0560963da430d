import { type BusinessDay, businessDayInterval, type Instant, type OffsetMinutes } from '../../domain/time.ts';
import { countOpen } from '../discrepancies/count.ts';
import type { Database } from './source.ts';

/** How the books stand, for the lights in the top bar. */
export type Standing = {
	/** Discrepancies that wait for a person. */
	readonly open: number;
	readonly awaiting: number;
	/** Until when some bill covers the sales; null before the first bill. */
	readonly coveredTo: Instant | null;
	/** `coveredTo` lies in the running business day. */
	readonly coveredToday: boolean;
	/** Entries that no copy off this device holds. */
	readonly uncopied: number;
	readonly copiedAt: Instant | null;
};

/** `day` is the running business day; its bounds follow from the offset and cut-over given. */
export async function standing(db: Database, day: BusinessDay, clock: { readonly offset: OffsetMinutes; readonly cutoverMinutes: number }): Promise<Standing> {
	return db.transaction('r', [db.discrepancies, db.discrepancyPages, db.dayOutcomes, db.imports, db.entries, db.meta], async () => {
		const open = await countOpen(db);
		const outcomes = await db.dayOutcomes.orderBy('day').reverse().limit(7).toArray();
		const imports = await db.imports.orderBy('seq').reverse().limit(60).toArray();
		const last = await db.entries.orderBy(':id').last();
		const copy = await db.meta.get('copy');
		const ends = imports.filter((row) => row.withdrawnBy === null).flatMap((row) => row.coverageParts.map((part) => part.interval.to));
		const coveredTo = ends.length === 0 ? null : Math.max(...ends);
		const today = businessDayInterval(day, clock.offset, clock.cutoverMinutes);
		const copied = copy?.key === 'copy' ? copy : null;
		return {
			open,
			awaiting: outcomes.reduce((sum, outcome) => sum + outcome.awaiting.length, 0),
			coveredTo,
			coveredToday: coveredTo !== null && coveredTo > today.from && coveredTo <= today.to,
			uncopied: (last?.seq ?? 0) - (copied?.seq ?? 0),
			copiedAt: copied?.at ?? null,
		};
	});
}
