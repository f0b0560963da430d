import type { Sale } from '../../domain/ledger/sale.ts';
import type { DiscrepancyKind } from '../../domain/matching/kinds.ts';
import type { Minor } from '../../domain/money.ts';
import type { BusinessDay } from '../../domain/time.ts';
import type { Database } from './source.ts';

/** A stub of 刚才 with what has come of it. */
export type RecentSale = {
	readonly sale: Sale;
	readonly standing: 'saved' | 'matched' | 'gap';
	/** A short number of the receipt it was matched with. */
	readonly voucher: string | null;
	readonly gap: DiscrepancyKind | null;
};

/** The last sales and refunds in the order of the log, newest first, whatever their day. */
export async function latestSales(db: Database, count: number): Promise<readonly Sale[]> {
	return db.sales.orderBy('seq').reverse().limit(count).toArray();
}

/** Count and sum of the day's sales that stand, refunds taken off the sum, and the number that the next one gets. */
export async function tillDay(db: Database, day: BusinessDay): Promise<{ readonly count: number; readonly sumMinor: Minor; readonly nextNumber: number }> {
	const sales = await db.sales.where('[day+number]').between([day, 0], [day, Number.MAX_SAFE_INTEGER]).toArray();
	const standing = sales.filter((sale) => sale.reversedBy === null && (sale.state === 'paid_confirmed' || sale.state === 'result_unknown'));
	return {
		count: standing.filter((sale) => sale.kind === 'sale').length,
		sumMinor: standing.reduce((sum, sale) => sum + (sale.kind === 'sale' ? sale.amountMinor : -sale.amountMinor), 0),
		nextNumber: (sales.at(-1)?.number ?? 0) + 1,
	};
}
