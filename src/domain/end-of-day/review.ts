import type { Discrepancy } from '../discrepancies/discrepancy.ts';
import { sideOf } from '../discrepancies/sides.ts';
import type { Sale } from '../ledger/sale.ts';
import { isTaking } from '../ledger/takings.ts';
import type { Minor } from '../money.ts';
import { type BusinessDay, HOUR_MS, MINUTE_MS } from '../time.ts';

/** One bar of the day: what was sold in an hour of the shop's wall clock, and the gaps of that hour. */
export type HourBar = { readonly hour: number; readonly salesCount: number; readonly salesMinor: Minor; readonly gaps: number; readonly gapMinor: Minor };

/** Sales and gaps per hour, in the order of the business day, from the first hour that has either to the last. */
export function hourBars(
	sales: readonly Sale[],
	gaps: readonly Discrepancy[],
	{ offset, cutoverMinutes }: { readonly offset: number; readonly cutoverMinutes: number },
): readonly HourBar[] {
	const first = Math.floor(cutoverMinutes / 60);
	const placeOf = (at: number) => (Math.floor((at + offset * MINUTE_MS) / HOUR_MS) + 24 - first) % 24;
	const bars = Array.from({ length: 24 }, (_, place) => ({ hour: (place + first) % 24, salesCount: 0, salesMinor: 0, gaps: 0, gapMinor: 0 }));
	for (const sale of sales) {
		const bar = bars[placeOf(sale.at)];
		if (!bar || sale.kind !== 'sale' || !isTaking(sale)) continue;
		bar.salesCount += 1;
		bar.salesMinor += sale.amountMinor;
	}
	for (const gap of gaps) {
		const bar = bars[placeOf(gap.at)];
		if (!bar || gap.state === 'cleared' || gap.payout !== undefined) continue;
		bar.gaps += 1;
		bar.gapMinor += gap.amountMinor;
	}
	const used = bars.flatMap((bar, place) => (bar.salesCount > 0 || bar.gaps > 0 ? [place] : []));
	return used.length === 0 ? [] : bars.slice(used[0], (used.at(-1) ?? 0) + 1);
}

/** How a terminal or a cashier fares. `comparable`: enough sales and gaps to compare without blaming by chance. */
export type GroupRow = {
	readonly name: string | null;
	readonly salesCount: number;
	readonly salesMinor: Minor;
	readonly gaps: number;
	readonly gapMinor: Minor;
	readonly comparable: boolean;
};

/** Below these a comparison would blame by chance (reference: repeat index). */
export const COMPARABLE_SALES_MIN = 30;
export const COMPARABLE_GAPS_MIN = 3;

/** Sales and gaps per cashier or terminal, by name. A gap belongs to the sale that it names; one without a sale to nobody. */
export function groupRows(sales: readonly Sale[], gaps: readonly Discrepancy[], by: 'cashier' | 'terminalId'): readonly GroupRow[] {
	const groups = new Map<string | null, { salesCount: number; salesMinor: Minor; gaps: number; gapMinor: Minor }>();
	const groupOf = (name: string | null) => {
		const group = groups.get(name) ?? { salesCount: 0, salesMinor: 0, gaps: 0, gapMinor: 0 };
		groups.set(name, group);
		return group;
	};
	const byId = new Map<string, Sale>(sales.map((sale) => [sale.id, sale]));
	for (const sale of sales.filter((row) => row.kind === 'sale' && isTaking(row))) {
		const group = groupOf(sale[by]);
		group.salesCount += 1;
		group.salesMinor += sale.amountMinor;
	}
	for (const gap of gaps.filter(({ state }) => state !== 'cleared')) {
		const sale = gap.sales.map((id) => byId.get(id)).find((member) => member !== undefined);
		if (!sale) continue;
		const group = groupOf(sale[by]);
		group.gaps += 1;
		group.gapMinor += gap.amountMinor;
	}
	return [...groups]
		.map(([name, group]) => ({ name, ...group, comparable: group.salesCount >= COMPARABLE_SALES_MIN && group.gaps >= COMPARABLE_GAPS_MIN }))
		.sort(byName);
}

function byName(a: GroupRow, b: GroupRow): number {
	if (a.name === b.name) return 0;
	return a.name === null ? 1 : b.name === null ? -1 : a.name < b.name ? -1 : 1;
}

/** Gaps that went away without anybody: a late receipt, a bill that came. */
export function clearedThemselves(gaps: readonly Discrepancy[]): { readonly count: number; readonly amountMinor: Minor } {
	const cleared = gaps.filter(({ state, decision }) => state === 'cleared' && decision === null);
	return { count: cleared.length, amountMinor: cleared.reduce((sum, gap) => sum + gap.amountMinor, 0) };
}

export type TrendDay = { readonly day: BusinessDay; readonly gaps: number; readonly shortMinor: Minor; readonly overMinor: Minor };

/** The gaps of each day given, short and over beside each other; a wrong tender moves no money and only counts. */
export function gapTrend(days: readonly BusinessDay[], gaps: readonly Discrepancy[], sales: readonly Sale[]): readonly TrendDay[] {
	const byId = new Map<string, Sale>(sales.map((sale) => [sale.id, sale]));
	return days.map((day) => {
		const own = gaps.filter((gap) => gap.day === day && gap.state !== 'cleared');
		const amount = (side: 'short' | 'over') =>
			own.filter((gap) => gap.kind !== 'tender_mismatch' && sideOf(gap.kind, factsOf(gap, byId)) === side).reduce((sum, gap) => sum + gap.amountMinor, 0);
		return { day, gaps: own.length, shortMinor: amount('short'), overMinor: amount('over') };
	});
}

function factsOf(gap: Discrepancy, sales: ReadonlyMap<string, Sale>): { readonly reversed: boolean; readonly refund: boolean } {
	const sale = gap.sales.map((id) => sales.get(id)).find((member) => member !== undefined);
	// Without its sale at hand the risk still tells: a refund that nobody logged is a loss, an undone sale is owed.
	if (!sale) return { reversed: gap.risk === 'owed', refund: gap.risk === 'loss' };
	return { reversed: sale.reversedBy !== null, refund: sale.kind === 'refund' };
}
