import { DAY_MS, type Instant } from '../time.ts';
import type { Discrepancy } from './discrepancy.ts';

/**
 * How urgent a discrepancy is: its money times its age, in minor units × days. Age counts from one day, so that the newest
 * weigh their money; it stops at thirty, so that an old trifle never hides a fresh loss. Where only the books differ a fifth counts.
 */
export function priorityOf(discrepancy: Pick<Discrepancy, 'amountMinor' | 'at' | 'risk'>, now: Instant): number {
	const days = Math.min(AGE_MAX_DAYS, Math.max(0, Math.floor((now - discrepancy.at) / DAY_MS))) + 1;
	const weight = discrepancy.risk === 'none' ? 1 : BOOKS_ONLY_SHARE;
	return discrepancy.amountMinor * days * weight;
}

/** The queue's order: most urgent first, then the older, then by id, so that it never jumps between two looks. */
export function byPriority(now: Instant): (a: Discrepancy, b: Discrepancy) => number {
	return (a, b) => priorityOf(b, now) - priorityOf(a, now) || a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

const AGE_MAX_DAYS = 30;
const BOOKS_ONLY_SHARE = 5;
