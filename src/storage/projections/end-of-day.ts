import type { Entry } from '../../domain/entries.ts';
import type { ProjectionWork } from './work.ts';

type Of<K extends Entry['kind']> = Extract<Entry, { readonly kind: K }>;

/** The last count of a day stands; earlier ones stay in the log. */
export async function projectCashCount({ id, at, actor, body }: Of<'cash-counted'>, { db }: ProjectionWork): Promise<void> {
	await db.cashCounts.put({ ...body, entry: id, at, actor });
}

/** A day is closed once; what is found later is an adjustment of it, never a second Z. */
export async function projectDayClose({ id, at, offset, actor, seq, body }: Of<'day-closed'>, { db }: ProjectionWork): Promise<void> {
	const closed = await db.dayCloses.get(body.day);
	if (!closed || closed.entry === id) await db.dayCloses.put({ ...body, entry: id, at, offset, actor, seq });
}
