import type { BusinessDay } from '../../domain/time.ts';
import { countOpen } from '../discrepancies/count.ts';
import type { Database } from './source.ts';

/** How far the practice books have come with the demo day. */
export type PracticeProgress = {
	readonly soldByHand: boolean;
	readonly importedNames: readonly string[];
	readonly dayClosed: boolean;
	readonly openGaps: number;
};

/** A sale outside the demo day can only have been recorded by hand, since the demo day lies in the past. */
export async function practiceProgress(db: Database, demoDay: BusinessDay): Promise<PracticeProgress> {
	return db.transaction('r', [db.sales, db.imports, db.dayCloses, db.discrepancies, db.discrepancyPages], async () => {
		const openGaps = await countOpen(db);
		const [last, imports, close] = await Promise.all([db.sales.orderBy('at').last(), db.imports.toArray(), db.dayCloses.get(demoDay)]);
		return {
			soldByHand: last !== undefined && last.day !== demoDay,
			importedNames: imports.filter((row) => row.withdrawnBy === null).map((row) => row.name),
			dayClosed: close !== undefined,
			openGaps,
		};
	});
}
