import { decidable, refOf } from '../../domain/discrepancies/decidable.ts';
import type { ExplanationCode } from '../../domain/discrepancies/entries.ts';
import type { DiscrepancyId, EntryId } from '../../domain/ids.ts';
import { typedText } from '../../domain/ledger/typed-text.ts';
import { type Problem, problem } from '../../domain/problems.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { draft, type Ports } from '../ports.ts';

export type ExplainDiscrepancyInput = { readonly discrepancy: DiscrepancyId; readonly reason: ExplanationCode; readonly note?: string | null };

/**
 * Says why both sides differ and that nothing more is to be done (说明原因). `other` needs a note.
 * Problems: `discrepancy_gone`, `not_allowed_now`, `text_missing`, and those of the storage.
 */
export async function explainDiscrepancy(ports: Ports, input: ExplainDiscrepancyInput): Promise<Result<{ readonly decision: EntryId }, Problem>> {
	const discrepancy = decidable(await ports.derived.discrepancy(input.discrepancy));
	if (!discrepancy.ok) return discrepancy;
	const note = typedText(input.note);
	if (input.reason === 'other' && note === null) return fail(problem('text_missing'));
	const entry = draft(ports, 'discrepancy-explained', { ...refOf(discrepancy.value), reason: input.reason, note });
	const committed = await ports.ledger.commit([entry]);
	return committed.ok ? ok({ decision: entry.id }) : committed;
}
