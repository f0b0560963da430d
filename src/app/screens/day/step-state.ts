import type { DayView } from '../../../storage/queries/day/day-view.ts';
import type { Catalog } from '../../messages/catalog.ts';
import type { Messages } from '../../messages/messages-context.ts';
import type { Step } from './day-steps.tsx';

/** Whether the count that stands says something about the drawer as it is; a day without cash needs none. */
export function isCashReady({ cash }: Pick<DayView, 'cash'>): boolean {
	return cash.count === null ? cash.salesCount === 0 : !cash.stale;
}

/** Steps that need nobody any more: the count once made, the others once they were looked at. */
export function stepsDone(view: Pick<DayView, 'cash'>, seen: ReadonlySet<Step>): ReadonlySet<Step> {
	const done = new Set(seen);
	done.delete('sign');
	done.delete('count');
	if (view.cash.count !== null && !view.cash.stale) done.add('count');
	return done;
}

/** Why the day cannot be sealed yet; null where it can. */
export function whyBlocked(view: Pick<DayView, 'cash'>, text: Catalog): string | null {
	if (isCashReady(view)) return null;
	return view.cash.stale ? text.day.countStale : text.day.countFirst;
}

/** A few words under each step: what came out, or what to mind. */
export function stepHints(view: DayView, { text, format }: Messages): Readonly<Record<Step, string>> {
	const words = text.day.hints;
	const { cash, pending, refunds } = view;
	const electronic = view.tenders.filter(({ tender }) => tender !== 'cash');
	return {
		count: countHint(view, { text, format }),
		terminals:
			electronic.length === 0
				? words.nothing
				: pending.unknown > 0
					? words.unknown(format.count(pending.unknown))
					: electronic.some(({ receiptsMinor }) => receiptsMinor === null)
						? words.billsMissing
						: view.gaps.length > 0
							? words.open(format.count(view.gaps.length))
							: words.allMatched,
		refunds: refunds.count === 0 ? words.nothing : words.refunds(format.count(refunds.count)),
		sign: isCashReady({ cash }) ? words.ready : '',
	};
}

function countHint(view: DayView, { text, format }: Pick<Messages, 'text' | 'format'>): string {
	const { count, stale } = view.cash;
	const words = text.day.hints;
	if (count === null) return words.count;
	if (stale) return words.stale;
	const difference = count.countedMinor - count.expectedMinor;
	if (difference === 0) return words.even;
	const amount = format.money(Math.abs(difference), view.currency);
	return difference < 0 ? words.short(amount) : words.over(amount);
}
