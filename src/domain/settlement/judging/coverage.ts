import { mergeIntervals } from '../../receipts/interval-sets.ts';
import type { Instant, Interval } from '../../time.ts';
import type { Batch } from '../batches/batch.ts';
import { startOfDay } from '../batches/sums.ts';

/** What the statements cover, of all accounts together. */
export type BankCoverage = { readonly intervals: readonly Interval[]; readonly now: Instant };

export function bankCoverage(intervals: readonly Interval[], now: Instant): BankCoverage {
	return { intervals: mergeIntervals(intervals), now };
}

/** What to make of a batch that no credit pays: absence is judged only where presence was due, and where a statement would show it. */
export function standingWithoutCredit(batch: Batch, { intervals, now }: BankCoverage): 'awaiting' | 'missing' | 'not_covered' {
	if (now < batch.dueAt) return 'awaiting';
	const from = startOfDay(batch.expectedOn, batch.offset);
	return intervals.some((one) => one.from <= from && batch.dueAt <= one.to) ? 'missing' : 'not_covered';
}
