import type { Sale } from '../../domain/ledger/sale.ts';
import type { BusinessDay } from '../../domain/time.ts';
import type { Database } from './source.ts';
import { waitingIds } from './waiting.ts';

/** Sales by id, as far as they are there: what a preview names beside a receipt. */
export async function salesByIds(db: Database, ids: readonly string[]): Promise<ReadonlyMap<string, Sale>> {
	const sales = await db.sales.bulkGet([...new Set(ids)]);
	return new Map(sales.flatMap((sale) => (sale ? [[sale.id as string, sale] as const] : [])));
}

/** How the comparison stood at a moment, to be held against how it stands later. `open`: ids of the discrepancies that wait, in order. */
export type ComparisonSnapshot = {
	readonly open: readonly string[];
	readonly matchedSales: ReadonlySet<string>;
	readonly awaiting: number;
};

/** Everything open, and what is matched and awaited on the days given. */
export async function comparisonSnapshot(db: Database, days: readonly BusinessDay[]): Promise<ComparisonSnapshot> {
	return db.transaction('r', [db.discrepancies, db.dayOutcomes], async () => {
		const [open, outcomes] = await Promise.all([waitingIds(db), db.dayOutcomes.where('day').anyOf(days).toArray()]);
		const matches = outcomes.flatMap((outcome) => outcome.matches).filter((match) => match.band !== 'review');
		return {
			open,
			matchedSales: new Set(matches.flatMap((match) => match.sales)),
			awaiting: outcomes.reduce((sum, outcome) => sum + outcome.awaiting.length, 0),
		};
	});
}
