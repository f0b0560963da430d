import type { CaseId, EntryId } from '../../domain/ids.ts';
import { typedText } from '../../domain/ledger/typed-text.ts';
import { type Problem, problem } from '../../domain/problems.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { draft, type Ports } from '../ports.ts';

export type NoteCaseInput = {
	readonly case: CaseId;
	readonly note: string;
	/** 仅内部: never part of what is handed over. */
	readonly internal: boolean;
};

/** Adds a note to a case's timeline. Problems: `case_not_found`, `text_missing`, and those of the storage. */
export async function noteCase(ports: Ports, input: NoteCaseInput): Promise<Result<{ readonly entry: EntryId }, Problem>> {
	if (!(await ports.work.case(input.case))) return fail(problem('case_not_found'));
	const note = typedText(input.note);
	if (note === null) return fail(problem('text_missing'));
	const entry = draft(ports, 'case-noted', { case: input.case, note, internal: input.internal });
	const committed = await ports.ledger.commit([entry]);
	return committed.ok ? ok({ entry: entry.id }) : committed;
}
