import type { Discrepancy, WorkState } from '../../../domain/discrepancies/discrepancy.ts';
import type { Sale } from '../../../domain/ledger/sale.ts';
import { leavesReceipt } from '../../../domain/ledger/tender.ts';
import type { DiscrepancyKind } from '../../../domain/matching/kinds.ts';
import type { Awaiting, Match } from '../../../domain/matching/outcome.ts';
import type { BusinessDay, Instant, OffsetMinutes } from '../../../domain/time.ts';
import { discrepanciesOfDays } from '../../discrepancies/rows.ts';
import { type SaleSearch, searchSales } from '../search-sales.ts';
import type { Database } from '../source.ts';

/** What has come of a sale, in the order in which it matters. */
export type LedgerStanding =
	| { readonly kind: 'undone' }
	/** Failed, or left unpaid: there was nothing to receive. */
	| { readonly kind: 'not_paid' }
	| { readonly kind: 'gap'; readonly gap: DiscrepancyKind; readonly work: WorkState }
	/** Cash, or another tender that leaves no receipt. */
	| { readonly kind: 'whole' }
	| { readonly kind: 'matched'; readonly sales: number }
	| { readonly kind: 'likely'; readonly sales: number }
	| { readonly kind: 'awaiting'; readonly dueAt: Instant; readonly offset: OffsetMinutes }
	/** No bill covers it and it has not been compared. */
	| { readonly kind: 'unjudged' };

export type LedgerRow = { readonly sale: Sale; readonly standing: LedgerStanding };

/** All sales and refunds of a business day with what has come of them, newest first. */
export async function ledgerDay(db: Database, day: BusinessDay): Promise<readonly LedgerRow[]> {
	return db.transaction('r', [db.sales, db.dayOutcomes, db.discrepancies, db.discrepancyPages], async () => {
		const sales = await db.sales.where('[day+number]').between([day, 0], [day, Number.MAX_SAFE_INTEGER]).toArray();
		return withStanding(db, sales);
	});
}

/** Sales of any day that are looked for, newest first. */
export async function ledgerFound(db: Database, search: SaleSearch): Promise<{ readonly rows: readonly LedgerRow[]; readonly more: boolean }> {
	return db.transaction('r', [db.sales, db.dayOutcomes, db.discrepancies, db.discrepancyPages], async () => {
		const { sales, more } = await searchSales(db, search);
		return { rows: await withStanding(db, sales), more };
	});
}

/** Joins sales with what the engine and people said about them; newest first. To be called inside a transaction. */
async function withStanding(db: Database, sales: readonly Sale[]): Promise<readonly LedgerRow[]> {
	const days = [...new Set(sales.map(({ day }) => day))];
	const outcomes = await db.dayOutcomes.where('day').anyOf(days).toArray();
	const discrepancies = await discrepanciesOfDays(db, days);
	const facts = standingFacts(
		outcomes.flatMap(({ matches }) => matches),
		outcomes.flatMap(({ awaiting }) => awaiting),
		discrepancies,
	);
	return sales.map((sale) => ({ sale, standing: standingOfSale(sale, facts) })).sort((a, b) => b.sale.at - a.sale.at || b.sale.seq - a.sale.seq);
}

export type StandingFacts = {
	readonly matches: ReadonlyMap<string, Match>;
	readonly awaiting: ReadonlyMap<string, Awaiting>;
	readonly gaps: ReadonlyMap<string, Pick<Discrepancy, 'kind' | 'state'>>;
};

/** By sale. A proposal for review binds nothing; of several gaps of one sale the one that waits for a person is shown. */
export function standingFacts(matches: readonly Match[], awaiting: readonly Awaiting[], discrepancies: readonly Discrepancy[]): StandingFacts {
	const gaps = new Map<string, Discrepancy>();
	for (const discrepancy of discrepancies) {
		if (discrepancy.state === 'cleared') continue;
		for (const sale of discrepancy.sales) if (!waits(gaps.get(sale))) gaps.set(sale, discrepancy);
	}
	return {
		matches: new Map(matches.filter(({ band }) => band !== 'review').flatMap((match) => match.sales.map((sale) => [sale, match] as const))),
		awaiting: new Map(awaiting.map((one) => [one.sale, one] as const)),
		gaps,
	};
}

function waits(discrepancy: Pick<Discrepancy, 'state'> | undefined): boolean {
	return discrepancy?.state === 'open' || discrepancy?.state === 'snoozed';
}

export function standingOfSale(sale: Sale, { matches, awaiting, gaps }: StandingFacts): LedgerStanding {
	const gap = gaps.get(sale.id);
	// Undone here while the other side still has it is work; settled work on it is not.
	if (sale.reversedBy !== null && !(gap && waits(gap))) return { kind: 'undone' };
	if (gap) return { kind: 'gap', gap: gap.kind, work: gap.state };
	const match = matches.get(sale.id);
	if (match) return { kind: match.band === 'auto' || match.confirmed ? 'matched' : 'likely', sales: match.sales.length };
	if (sale.state === 'failed' || sale.state === 'unpaid_left') return { kind: 'not_paid' };
	if (!leavesReceipt(sale.tender)) return { kind: 'whole' };
	const due = awaiting.get(sale.id);
	return due ? { kind: 'awaiting', dueAt: due.dueAt, offset: due.offset } : { kind: 'unjudged' };
}

/** The business day of a sale, so that it can be shown among its neighbours. */
export async function dayOfSale(db: Database, id: string): Promise<BusinessDay | null> {
	return (await db.sales.get(id))?.day ?? null;
}

/** Days before and after this one on which something was recorded. */
export type NeighbouringDays = { readonly before: BusinessDay | null; readonly after: BusinessDay | null };

export async function neighbouringDays(db: Database, day: BusinessDay): Promise<NeighbouringDays> {
	const index = db.sales.where('[day+number]');
	const [before, after] = await Promise.all([index.below([day, 0]).last(), db.sales.where('[day+number]').above([day, Number.MAX_SAFE_INTEGER]).first()]);
	return { before: before?.day ?? null, after: after?.day ?? null };
}
