import type { EntryId } from '../../domain/ids.ts';
import type { Problem } from '../../domain/problems.ts';
import type { SourceProfileSet } from '../../domain/receipts/source-profiles/edits.ts';
import { checkEdit } from '../../domain/receipts/source-profiles/validate.ts';
import { ok, type Result } from '../../domain/result.ts';
import { draft, type Ports } from '../ports.ts';

/** The entry by which it can be undone. */
export type SourceEdited = { readonly edit: EntryId };

/**
 * Writes down what holds for a field of a source in this shop from a day on; earlier days keep what held for them. Days that may be
 * judged otherwise are compared again. Problems: `setting_invalid` naming the field, and those of the storage.
 */
export async function setSourceField(ports: Ports, edit: SourceProfileSet): Promise<Result<SourceEdited, Problem>> {
	const checked = checkEdit(edit);
	if (!checked.ok) return checked;
	const entry = draft(ports, 'source-profile-set', checked.value);
	const committed = await ports.ledger.commit([entry]);
	return committed.ok ? ok({ edit: entry.id }) : committed;
}
