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

/** What has come of the sales given: matched with which receipt, or in which gap. */
export async function standingOf(db: Database, sales: readonly Sale[]): Promise<readonly RecentSale[]> {
	const days = [...new Set(sales.map((sale) => sale.day))];
	const [outcomes, discrepancies, pages] = await Promise.all([
		db.dayOutcomes.where('day').anyOf(days).toArray(),
		db.discrepancies.where('day').anyOf(days).toArray(),
		db.receiptPages.where('day').anyOf(days).toArray(),
	]);
	const matched = new Map(
		outcomes.flatMap((outcome) =>
			outcome.matches.filter((match) => match.band !== 'review').flatMap((match) => match.sales.map((id) => [id, match.receipts[0]] as const)),
		),
	);
	const wanted = new Set(sales.map((sale) => matched.get(sale.id)));
	const receipts = new Map(
		pages.flatMap((page) => page.receipts.filter((receipt) => wanted.has(receipt.id)).map((receipt) => [receipt.id as string, receipt] as const)),
	);
	const gaps = new Map(
		discrepancies.filter((row) => row.state === 'open' || row.state === 'snoozed').flatMap((row) => row.sales.map((id) => [id, row.kind] as const)),
	);
	return sales.map((sale) => {
		const receipt = receipts.get(matched.get(sale.id) ?? '');
		const gap = gaps.get(sale.id) ?? null;
		const number = receipt?.traceNo ?? receipt?.rrn ?? receipt?.channelOrderNo ?? receipt?.merchantOrderNo ?? null;
		return { sale, standing: gap ? 'gap' : matched.has(sale.id) ? 'matched' : 'saved', voucher: number === null ? null : number.slice(-6), gap };
	});
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
