import type { Case, CaseState } from '../../domain/cases/case.ts';
import { moveFault } from '../../domain/cases/move-fault.ts';
import type { CaseId, EntryId } from '../../domain/ids.ts';
import { typedText } from '../../domain/ledger/typed-text.ts';
import type { Minor } from '../../domain/money.ts';
import { type Problem, problem } from '../../domain/problems.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { draft, type Ports } from '../ports.ts';

export type MoveCaseInput = {
	readonly case: CaseId;
	readonly to: CaseState;
	/** All that has come back so far; needed for `funds_confirmed`, left out where nothing changed. */
	readonly recoveredMinor?: Minor | null;
	/** The other side's number for it. */
	readonly ticketNo?: string | null;
	/** Needed for `written_off`. */
	readonly note?: string | null;
};

/**
 * Moves a case one step on. Problems: `case_not_found`, `not_allowed_now` (no such step from here, or its opening was undone), `amount_missing` and `amount_too_large`
 * (money recovered), `text_missing` (reason of a write-off), and those of the storage.
 */
export async function moveCase(ports: Ports, input: MoveCaseInput): Promise<Result<{ readonly entry: EntryId }, Problem>> {
	const found = await ports.work.case(input.case);
	if (!found) return fail(problem('case_not_found'));
	const move = { to: input.to, recoveredMinor: input.recoveredMinor ?? null, ticketNo: typedText(input.ticketNo), note: typedText(input.note) };
	const fault = moveFault(found, move);
	if (fault) return fail(fault);
	if (input.to === 'reopened' && (await wasTakenBack(ports, found))) return fail(problem('not_allowed_now', 'its opening was taken back'));
	const entry = draft(ports, 'case-moved', { case: input.case, ...move });
	const committed = await ports.ledger.commit([entry]);
	return committed.ok ? ok({ entry: entry.id }) : committed;
}

/** A case whose opening was undone belongs to no discrepancy any more; that one is escalated anew. */
async function wasTakenBack(ports: Ports, { state, timeline }: Case): Promise<boolean> {
	const withdrawal = timeline.findLast((event) => event.state === 'withdrawn');
	if (state !== 'withdrawn' || !withdrawal) return false;
	return (await ports.ledger.entry(withdrawal.entry))?.kind === 'decision-undone';
}
