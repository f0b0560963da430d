import { decidable, refOf } from '../../domain/discrepancies/decidable.ts';
import type { DiscrepancyId, EntryId } from '../../domain/ids.ts';
import { typedText } from '../../domain/ledger/typed-text.ts';
import { type Problem, problem } from '../../domain/problems.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { draft, type Ports } from '../ports.ts';

export type AssignDiscrepancyInput = { readonly discrepancy: DiscrepancyId; readonly to: string; readonly note?: string | null };

/** Leaves a discrepancy to somebody with a note (问店长); it stays in the queue. Problems: `text_missing` (nobody named), `discrepancy_gone`, `not_allowed_now`, and those of the storage. */
export async function assignDiscrepancy(ports: Ports, input: AssignDiscrepancyInput): Promise<Result<{ readonly decision: EntryId }, Problem>> {
	const discrepancy = decidable(await ports.derived.discrepancy(input.discrepancy));
	if (!discrepancy.ok) return discrepancy;
	const to = typedText(input.to);
	if (to === null) return fail(problem('text_missing'));
	const entry = draft(ports, 'discrepancy-assigned', { ...refOf(discrepancy.value), to, note: typedText(input.note) });
	const committed = await ports.ledger.commit([entry]);
	return committed.ok ? ok({ decision: entry.id }) : committed;
}
