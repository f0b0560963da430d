import { TENDERS, type Tender } from '../../ledger/tender.ts';
import type { BusinessDay } from '../../time.ts';
import type { SourceEdit } from './edits.ts';
import type { BillDue } from './fields.ts';
import { fieldOf, profileOf } from './lookup.ts';
import type { SourceProfile } from './profile.ts';
import { SHIPPED_PROFILES } from './shipped/shipped.ts';
import { type KnownSources, profilesOfTender } from './shop-sources.ts';

/** When bills are due that are due at a time of their own: those of a source, or, while none is there yet, those that will carry a tender. */
export type DueRule = BillDue & {
	readonly source: string | null;
	readonly tender: Tender | null;
	/** First business day for which it holds; null: always. */
	readonly from: BusinessDay | null;
};

/** Before any day that a ledger may hold. */
const EARLIEST = '';

/** Due times of every source that is known and of every tender, each from the day on which it changed. */
export function dueRules(known: KnownSources, edits: readonly SourceEdit[]): readonly DueRule[] {
	const unknown = known.sources.map(({ source, leg }) => profileOf(source, leg)).filter((profile) => profile.speaksFor.includes(profile.id));
	const profiles = [...new Map([...SHIPPED_PROFILES, ...unknown].map((profile) => [profile.id, profile])).values()];
	const ofSources = profiles.flatMap((profile) =>
		changes([profile], edits).flatMap((rule) => profile.speaksFor.map((source): DueRule => ({ ...rule, source, tender: null }))),
	);
	const ofTenders = TENDERS.filter((tender) => tender !== 'cash' && tender !== 'other').flatMap((tender) =>
		changes(profilesOfTender(tender, known), edits).map((rule): DueRule => ({ ...rule, source: null, tender })),
	);
	return [...ofSources, ...ofTenders];
}

/** The due time of the source that comes last, from each day on which it may have changed. */
function changes(profiles: readonly SourceProfile[], edits: readonly SourceEdit[]): (BillDue & Pick<DueRule, 'from'>)[] {
	const ids = new Set(profiles.map(({ id }) => id));
	const edited = edits.filter((edit) => edit.field === 'billDue' && edit.undoneBy === null && ids.has(edit.profile)).map((edit) => edit.from);
	const shipped = profiles.flatMap(({ facts }) => facts.flatMap(({ field, from }) => (field === 'billDue' && from !== null ? [from] : [])));
	return [...new Set([EARLIEST, ...shipped, ...edited])].sort().flatMap((day) => {
		const dues = profiles.flatMap((profile) => fieldOf(profile, 'billDue', day, edits)?.value ?? []);
		const last = dues.sort((a, b) => b.days - a.days || b.atMinutes - a.atMinutes)[0];
		return last ? [{ days: last.days, atMinutes: last.atMinutes, from: day === EARLIEST ? null : day }] : [];
	});
}
