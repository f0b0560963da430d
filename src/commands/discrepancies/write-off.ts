import { decidable, refOf } from '../../domain/discrepancies/decidable.ts';
import type { DiscrepancyId, EntryId } from '../../domain/ids.ts';
import { typedText } from '../../domain/ledger/typed-text.ts';
import { type Problem, problem } from '../../domain/problems.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { draft, type Ports } from '../ports.ts';

export type WriteOffInput = { readonly discrepancy: DiscrepancyId; readonly reason: string };

/** Gives the money up (核销), with a reason. Problems: `text_missing`, `discrepancy_gone`, `not_allowed_now`, and those of the storage. */
export async function writeOff(ports: Ports, input: WriteOffInput): Promise<Result<{ readonly decision: EntryId }, Problem>> {
	const discrepancy = decidable(await ports.derived.discrepancy(input.discrepancy));
	if (!discrepancy.ok) return discrepancy;
	const reason = typedText(input.reason);
	if (reason === null) return fail(problem('text_missing'));
	const entry = draft(ports, 'discrepancy-written-off', { ...refOf(discrepancy.value), reason });
	const committed = await ports.ledger.commit([entry]);
	return committed.ok ? ok({ decision: entry.id }) : committed;
}
