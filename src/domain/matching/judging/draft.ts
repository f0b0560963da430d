import type { Instant } from '../../time.ts';
import type { Awaiting, Excluded, FoundDiscrepancy, Match, Netted, Outcome, RowProblem } from '../outcome.ts';

/** An outcome in the making. What is put in any order comes out in the fixed one: first instant, then id. */
export type Draft = {
	readonly matches: Match[];
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
export type TimeOf = { readonly sale: (id: string) => Instant; readonly receipt: (id: string) => Instant };

export function inFixedOrder(draft: Draft, timeOf: TimeOf): Lists {
	const members = (one: Order) => one;
	const row = (one: { readonly sale: string | null; readonly receipt: string | null }) => ({
		sales: one.sale === null ? [] : [one.sale],
		receipts: one.receipt === null ? [] : [one.receipt],
	});
	return {
		matches: sorted(draft.matches, timeOf, members),
		discrepancies: sorted(draft.discrepancies, timeOf, ({ sales, receipts, kind }) => ({ sales, receipts, last: kind })),
		awaiting: sorted(draft.awaiting, timeOf, (one) => ({ sales: [one.sale], receipts: [] })),
		netted: sorted(draft.netted, timeOf, members),
		excluded: sorted(draft.excluded, timeOf, row),
		problems: sorted(draft.problems, timeOf, (one) => ({ ...row(one), last: one.code })),
	};
}

/** `last` decides between entries about the same rows. */
type Order = { readonly sales: readonly string[]; readonly receipts: readonly string[]; readonly last?: string };

/** Times are compared as numbers; ids are joined to a key only where two entries have the same time. */
function sorted<T>(list: readonly T[], timeOf: TimeOf, order: (one: T) => Order): T[] {
	const keys = new Map<Order, string>();
	const keyOf = (one: Order): string => {
		const known = keys.get(one);
		if (known !== undefined) return known;
		const made = `${one.sales.join(' ')} ${one.receipts.join(' ')} ${one.last ?? ''}`;
		keys.set(one, made);
		return made;
	};
	const entries = list.map((one) => {
		const members = order(one);
		return { one, members, at: Math.min(earliest(members.sales, timeOf.sale), earliest(members.receipts, timeOf.receipt)) };
	});
	entries.sort((a, b) => a.at - b.at || compareTexts(keyOf(a.members), keyOf(b.members)));
	return entries.map(({ one }) => one);
}

function compareTexts(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

function earliest(ids: readonly string[], timeOf: (id: string) => Instant): Instant {
	let first = Number.POSITIVE_INFINITY;
	for (const id of ids) first = Math.min(first, timeOf(id));
	return first;
}
