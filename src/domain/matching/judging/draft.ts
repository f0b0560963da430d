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
	const members = (one: { readonly sales: readonly string[]; readonly receipts: readonly string[] }) => ({ sales: one.sales, receipts: one.receipts });
	const row = (one: { readonly sale: string | null; readonly receipt: string | null }) => ({
		sales: one.sale === null ? [] : [one.sale],
		receipts: one.receipt === null ? [] : [one.receipt],
	});
	return {
		matches: sorted(draft.matches, timeOf, members),
		discrepancies: sorted(draft.discrepancies, timeOf, (one) => ({ ...members(one), last: one.kind })),
		awaiting: sorted(draft.awaiting, timeOf, (one) => ({ sales: [one.sale], receipts: [] })),
		netted: sorted(draft.netted, timeOf, members),
		excluded: sorted(draft.excluded, timeOf, row),
		problems: sorted(draft.problems, timeOf, (one) => ({ ...row(one), last: one.code })),
	};
}

/** `last` decides between entries about the same rows. */
type Order = { readonly sales: readonly string[]; readonly receipts: readonly string[]; readonly last?: string };

function sorted<T>(list: readonly T[], timeOf: TimeOf, order: (one: T) => Order): T[] {
	const keyed = list.map((one) => {
		const { sales, receipts, last = '' } = order(one);
		const at = Math.min(earliest(sales, timeOf.sale), earliest(receipts, timeOf.receipt));
		return { one, at, key: `${sales.join(' ')} ${receipts.join(' ')} ${last}` };
	});
	return keyed.sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ one }) => one);
}

function earliest(ids: readonly string[], timeOf: (id: string) => Instant): Instant {
	return ids.reduce((first, id) => Math.min(first, timeOf(id)), Number.POSITIVE_INFINITY);
}
