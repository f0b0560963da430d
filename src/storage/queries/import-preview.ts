import type { Discrepancy } from '../../domain/discrepancies/discrepancy.ts';
import type { Sale } from '../../domain/ledger/sale.ts';
import type { BusinessDay } from '../../domain/time.ts';
import { visitWaiting } from '../discrepancies/waiting.ts';
import type { Database } from './source.ts';

/** Sales by id, as far as they are there: what a preview names beside a receipt. */
export async function salesByIds(db: Database, ids: readonly string[]): Promise<ReadonlyMap<string, Sale>> {
	const sales = await db.sales.bulkGet([...new Set(ids)]);
	return new Map(sales.flatMap((sale) => (sale ? [[sale.id as string, sale] as const] : [])));
}

/** How the comparison stood at a moment, to be held against how it stands later. `open`: ids of the discrepancies that wait. */
export type ComparisonSnapshot = {
	readonly open: readonly string[];
	readonly matchedSales: ReadonlySet<string>;
	readonly awaiting: number;
};

/** Everything open, and what is matched and awaited on the days given. `visit` sees each open discrepancy once, so that nobody reads them again. */
export async function comparisonSnapshot(db: Database, days: readonly BusinessDay[], visit?: (row: Discrepancy) => void): Promise<ComparisonSnapshot> {
	return db.transaction('r', [db.discrepancies, db.discrepancyPages, db.dayOutcomes], async () => {
		const open: string[] = [];
		await visitWaiting(db, (row) => {
			open.push(row.id);
			visit?.(row);
		});
		const outcomes = await db.dayOutcomes.where('day').anyOf(days).toArray();
		const matches = outcomes.flatMap((outcome) => outcome.matches).filter((match) => match.band !== 'review');
		return {
			open,
			matchedSales: new Set(matches.flatMap((match) => match.sales)),
			awaiting: outcomes.reduce((sum, outcome) => sum + outcome.awaiting.length, 0),
		};
	});
}
