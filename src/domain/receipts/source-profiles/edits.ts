import type { EntryId } from '../../ids.ts';
import { addDays, type BusinessDay, businessDayOf, type Instant, type OffsetMinutes } from '../../time.ts';
import type { ProfileField, ProfileFields } from './fields.ts';

/** Which source and field an edit is about. A source that the table does not know goes by its own name. */
type Edited<F extends ProfileField> = { readonly profile: string; readonly field: F; readonly from: BusinessDay };

/** Body of `source-profile-set`: what holds in this shop from a day on. */
export type SourceProfileSet = { [F in ProfileField]: Edited<F> & { readonly value: ProfileFields[F] } }[ProfileField];

/** Body of `source-profile-reset`: from a day on the shipped value holds again; or, where it names an edit, that edit never counts. */
export type SourceProfileReset = Edited<ProfileField> & { readonly undoes: EntryId | null };

/** An edit of a field that counts unless it was undone; `value` null: as shipped. */
export type SourceEdit = {
	readonly id: EntryId;
	readonly seq: number;
	readonly at: Instant;
	readonly offset: OffsetMinutes;
	readonly actor: string;
	readonly profile: string;
	readonly field: ProfileField;
	readonly from: BusinessDay;
	readonly value: ProfileFields[ProfileField] | null;
	readonly undoneBy: EntryId | null;
};

type EditEntry = Pick<SourceEdit, 'id' | 'seq' | 'at' | 'offset' | 'actor'> &
	({ readonly kind: 'source-profile-set'; readonly body: SourceProfileSet } | { readonly kind: 'source-profile-reset'; readonly body: SourceProfileReset });

/** The edits with one more entry, in the order of the log. An entry that was applied before changes nothing. */
export function withEdit(edits: readonly SourceEdit[], { id, seq, at, offset, actor, kind, body }: EditEntry): readonly SourceEdit[] {
	if (kind === 'source-profile-reset' && body.undoes !== null) {
		return edits.map((edit) => (edit.id === body.undoes ? { ...edit, undoneBy: edit.undoneBy ?? id } : edit));
	}
	if (edits.some((edit) => edit.id === id)) return edits;
	const { profile, field, from } = body;
	const value = kind === 'source-profile-set' ? body.value : null;
	return [...edits, { id, seq, at, offset, actor, profile, field, from, value, undoneBy: null }].sort((a, b) => a.seq - b.seq);
}

/** The edit that decides a field on a day: the one that holds from latest, and of those of one day the last; null where none does. */
export function editInForce(
	edits: readonly SourceEdit[],
	asked: { readonly profile: string; readonly field: ProfileField; readonly day: BusinessDay },
): SourceEdit | null {
	let found: SourceEdit | null = null;
	for (const edit of edits) {
		if (edit.profile !== asked.profile || edit.field !== asked.field || edit.undoneBy !== null || edit.from > asked.day) continue;
		if (found === null || edit.from > found.from || (edit.from === found.from && edit.seq > found.seq)) found = edit;
	}
	return found;
}

/** Fields by which the comparison judges; the others are only shown, or used when the next file is read. */
const JUDGED_BY: readonly ProfileField[] = ['billDue', 'dayCut', 'payout', 'closedDays', 'fees'];
/** A bill is due within a month of its day, so that nothing older changes. */
const REACH_DAYS = 33;

/** The first business day that may be judged otherwise after the edit; null where none is. */
export function judgedAgainFrom({ at, offset, body }: Pick<EditEntry, 'at' | 'offset' | 'body'>): BusinessDay | null {
	if (!JUDGED_BY.includes(body.field)) return null;
	const earliest = addDays(businessDayOf({ at, offset }, 0), -REACH_DAYS);
	return body.from > earliest ? body.from : earliest;
}
