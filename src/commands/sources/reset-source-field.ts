import type { EntryId } from '../../domain/ids.ts';
import { type Problem, problem } from '../../domain/problems.ts';
import { editInForce } from '../../domain/receipts/source-profiles/edits.ts';
import type { ProfileField } from '../../domain/receipts/source-profiles/fields.ts';
import { isDay } from '../../domain/receipts/source-profiles/validate.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { BusinessDay } from '../../domain/time.ts';
import { draft, type Ports } from '../ports.ts';
import type { SourceEdited } from './set-source-field.ts';

export type ResetSourceFieldInput = { readonly profile: string; readonly field: ProfileField; readonly from: BusinessDay };

/**
 * From a day on the shipped value of a field holds again; what the shop set before stays in the log and holds for earlier days.
 * Problems: `setting_invalid` (no such day), `not_allowed_now` (nothing was set), and those of the storage.
 */
export async function resetSourceField(ports: Ports, { profile, field, from }: ResetSourceFieldInput): Promise<Result<SourceEdited, Problem>> {
	if (!isDay(from)) return fail(problem('setting_invalid', 'from'));
	const inForce = editInForce(await ports.receipts.sourceEdits(), { profile, field, day: from });
	if (!inForce || inForce.value === null) return fail(problem('not_allowed_now', 'nothing was set'));
	const entry = draft(ports, 'source-profile-reset', { profile, field, from, undoes: null });
	const committed = await ports.ledger.commit([entry]);
	return committed.ok ? ok({ edit: entry.id }) : committed;
}

/**
 * Takes an edit (a setting or a reset) back as if it had never been made; it stays in the log.
 * Problems: `not_allowed_now` (no such edit, or undone already), and those of the storage.
 */
export async function undoSourceEdit(ports: Ports, { edit: id }: { readonly edit: EntryId }): Promise<Result<SourceEdited, Problem>> {
	const edit = (await ports.receipts.sourceEdits()).find((one) => one.id === id);
	if (!edit || edit.undoneBy !== null) return fail(problem('not_allowed_now', 'no such edit'));
	const { profile, field, from } = edit;
	const entry = draft(ports, 'source-profile-reset', { profile, field, from, undoes: id });
	const committed = await ports.ledger.commit([entry]);
	return committed.ok ? ok({ edit: entry.id }) : committed;
}
