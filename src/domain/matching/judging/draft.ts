import type { Instant } from '../../time.ts';
import type { Awaiting, Excluded, FoundDiscrepancy, Match, Netted, Outcome, RowProblem } from '../outcome.ts';

export type TimedMatch = { readonly at: Instant; readonly match: Match };

/** An outcome in the making. What is put in any order comes out in the fixed one: first instant, then id. */
export type Draft = {
	/** With the first instant of any of its rows. */
	readonly matches: TimedMatch[];
	readonly discrepancies: FoundDiscrepancy[];
	readonly awaiting: Awaiting[];
	readonly netted: Netted[];
	readonly excluded: Excluded[];
	readonly problems: RowProblem[];
};

export function emptyDraft(): Draft {
	return { matches: [], discrepancies: [], awaiting: [], netted: [], excluded: [], problems: [] };
}

type Lists = Pick<Outcome, 'matches' | 'discrepancies' | 'awaiting' | 'netted' | 'excluded' | 'problems'>;
type Row = { readonly id: string; readonly at: Instant };
/** All rows given, each id once. */
export type AllRows = { readonly sales: readonly Row[]; readonly receipts: readonly Row[] };

export function inFixedOrder(draft: Draft, rows: AllRows): Lists {
	const order = orderBy(draft, rows);
	return {
		matches: sorted(draft.matches, ({ at, match: { sales, receipts } }) => ({ at, sales, receipts })).map(({ match }) => match),
		discrepancies: sorted(draft.discrepancies, (one) => order(one.sales, one.receipts, one.kind)),
		awaiting: sorted(draft.awaiting, (one) => order([one.sale], [])),
		netted: sorted(draft.netted, (one) => order(one.sales, one.receipts)),
		excluded: sorted(draft.excluded, (one) => order(idOf(one.sale), idOf(one.receipt))),
		problems: sorted(draft.problems, (one) => order(idOf(one.sale), idOf(one.receipt), one.code)),
	};
}

function idOf(id: string | null): readonly string[] {
	return id === null ? [] : [id];
}

/** By the first instant, then by ids; `last` decides between entries about the same rows. */
type Order = { readonly at: Instant; readonly sales: readonly string[]; readonly receipts: readonly string[]; readonly last?: string };

/** Orders entries by the times of their rows. Only rows that are named are looked for: most rows stand in a match, which knows its time. */
function orderBy(draft: Draft, rows: AllRows): (sales: readonly string[], receipts: readonly string[], last?: string) => Order {
	const sales = new Map<string, Instant>();
	const receipts = new Map<string, Instant>();
	for (const one of [...draft.discrepancies, ...draft.netted]) {
		for (const id of one.sales) sales.set(id, 0);
		for (const id of one.receipts) receipts.set(id, 0);
	}
	for (const { sale } of draft.awaiting) sales.set(sale, 0);
	for (const { sale, receipt } of [...draft.excluded, ...draft.problems]) {
		if (sale !== null) sales.set(sale, 0);
		if (receipt !== null) receipts.set(receipt, 0);
	}
	for (const { id, at } of rows.sales) if (sales.has(id)) sales.set(id, at);
	for (const { id, at } of rows.receipts) if (receipts.has(id)) receipts.set(id, at);
	return (ofSales, ofReceipts, last) => ({
		at: Math.min(earliest(ofSales, sales), earliest(ofReceipts, receipts)),
		sales: ofSales,
		receipts: ofReceipts,
		...(last === undefined ? {} : { last }),
	});
}

/** Times are compared as numbers; ids are joined to a text only where two entries have the same time. */
function sorted<T>(list: readonly T[], order: (one: T) => Order): T[] {
	const texts = new Map<Order, string>();
	const textOf = (one: Order): string => {
		const known = texts.get(one);
		if (known !== undefined) return known;
		const made = `${one.sales.join(' ')} ${one.receipts.join(' ')} ${one.last ?? ''}`;
		texts.set(one, made);
		return made;
	};
	const entries = list.map((one) => ({ one, by: order(one) }));
	entries.sort((a, b) => a.by.at - b.by.at || (textOf(a.by) < textOf(b.by) ? -1 : 1));
	return entries.map(({ one }) => one);
}

function earliest(ids: readonly string[], times: ReadonlyMap<string, Instant>): Instant {
	let first = Number.POSITIVE_INFINITY;
	for (const id of ids) first = Math.min(first, times.get(id) ?? 0);
	return first;
}
