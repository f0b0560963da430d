import type { Entry } from '../../domain/entries.ts';
import { judgedAgainFrom, withEdit } from '../../domain/receipts/source-profiles/edits.ts';
import type { ProjectionWork } from './work.ts';

type Of<K extends Entry['kind']> = Extract<Entry, { readonly kind: K }>;

/** All edits stand in one row: a shop has a handful of sources and changes them a few times in a year. */
export async function projectSourceEdit(entry: Of<'source-profile-set' | 'source-profile-reset'>, { db, days }: ProjectionWork): Promise<void> {
	const known = await db.meta.get('sources');
	await db.meta.put({ key: 'sources', edits: withEdit(known?.key === 'sources' ? known.edits : [], entry) });
	await db.meta.put({ key: 'unsettled:sources', tip: entry.id });
	const from = judgedAgainFrom(entry);
	if (from === null) return;
	// Days that were never judged are marked already.
	for (const day of await db.dayOutcomes.where('day').aboveOrEqual(from).primaryKeys()) days.add(day);
}
