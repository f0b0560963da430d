import type { Sale } from '../../domain/ledger/sale.ts';
import { discrepanciesOfDays } from '../discrepancies/rows.ts';
import { unpacked } from '../receipt-pages.ts';
import type { Database } from './source.ts';
import type { RecentSale } from './till.ts';

/** What has come of the sales given: matched with which receipt, or in which gap. */
export async function standingOf(db: Database, sales: readonly Sale[]): Promise<readonly RecentSale[]> {
	const days = [...new Set(sales.map((sale) => sale.day))];
	const [outcomes, discrepancies, pages] = await Promise.all([
		db.dayOutcomes.where('day').anyOf(days).toArray(),
		discrepanciesOfDays(db, days),
		db.receiptPages.where('day').anyOf(days).toArray(),
	]);
	const matched = new Map(
		outcomes.flatMap((outcome) =>
			outcome.matches.filter((match) => match.band !== 'review').flatMap((match) => match.sales.map((id) => [id, match.receipts[0]] as const)),
		),
	);
	const wanted = new Set(sales.map((sale) => matched.get(sale.id)));
	const receipts = new Map(
		pages.flatMap((page) =>
			unpacked(page)
				.receipts.filter((receipt) => wanted.has(receipt.id))
				.map((receipt) => [receipt.id as string, receipt] as const),
		),
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
