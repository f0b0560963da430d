import { type Problem, problem } from '../problems.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Discrepancy } from './discrepancy.ts';
import type { DiscrepancyRef } from './entries.ts';

/**
 * Whether a person may decide about a discrepancy now: it must still be found, and not have been decided already
 * (then the earlier decision is undone first). Problems: `discrepancy_gone`, `not_allowed_now`.
 */
export function decidable(discrepancy: Discrepancy | null): Result<Discrepancy, Problem> {
	if (!discrepancy || discrepancy.state === 'cleared') return fail(problem('discrepancy_gone'));
	if (discrepancy.state === 'open' || discrepancy.state === 'snoozed') return ok(discrepancy);
	return fail(problem('not_allowed_now', `decided already: ${discrepancy.state}`));
}

/** What a decision's entry keeps of its discrepancy. */
export function refOf({ id, kind, day, sales, receipts, amountMinor }: Discrepancy): DiscrepancyRef {
	return { discrepancy: id, kind, day, sales, receipts, amountMinor };
}
