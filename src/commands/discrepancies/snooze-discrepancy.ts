import { decidable, refOf } from '../../domain/discrepancies/decidable.ts';
import type { DiscrepancyId, EntryId } from '../../domain/ids.ts';
import { type Problem, problem } from '../../domain/problems.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
import { draft, type Ports } from '../ports.ts';

export type SnoozeDiscrepancyInput = { readonly discrepancy: DiscrepancyId; readonly until: Instant };

/** Puts a discrepancy off until a later moment (稍后). Problems: `not_allowed_now` (the moment has passed, or it is decided), `discrepancy_gone`, and those of the storage. */
export async function snoozeDiscrepancy(ports: Ports, input: SnoozeDiscrepancyInput): Promise<Result<{ readonly decision: EntryId }, Problem>> {
	const discrepancy = decidable(await ports.derived.discrepancy(input.discrepancy));
	if (!discrepancy.ok) return discrepancy;
	if (!Number.isSafeInteger(input.until) || input.until <= ports.clock.now().at) return fail(problem('not_allowed_now', 'the moment has passed'));
	const entry = draft(ports, 'discrepancy-snoozed', { ...refOf(discrepancy.value), until: input.until });
	const committed = await ports.ledger.commit([entry]);
	return committed.ok ? ok({ decision: entry.id }) : committed;
}
