import type { ContactLogged } from '../../domain/cases/entries.ts';
import type { EntryId } from '../../domain/ids.ts';
import { typedText } from '../../domain/ledger/typed-text.ts';
import { type Problem, problem } from '../../domain/problems.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { draft, type Ports } from '../ports.ts';

/** `nextCheck`: when to ask again, as promised. */
export type LogContactInput = ContactLogged;

/** Writes down a call, a visit or a message with the other side. Problems: `case_not_found`, `text_missing`, and those of the storage. */
export async function logContact(ports: Ports, input: LogContactInput): Promise<Result<{ readonly entry: EntryId }, Problem>> {
	if (!(await ports.work.case(input.case))) return fail(problem('case_not_found'));
	const note = typedText(input.note);
	if (note === null) return fail(problem('text_missing'));
	const entry = draft(ports, 'contact-logged', {
		case: input.case,
		channel: input.channel,
		withWhom: typedText(input.withWhom),
		note,
		nextCheck: input.nextCheck,
	});
	const committed = await ports.ledger.commit([entry]);
	return committed.ok ? ok({ entry: entry.id }) : committed;
}
