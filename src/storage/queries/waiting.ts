import type { Discrepancy } from '../../domain/discrepancies/discrepancy.ts';
import { byPriority } from '../../domain/discrepancies/priority.ts';
import type { Instant } from '../../domain/time.ts';
import type { Database } from '../database.ts';
import { visitById } from '../discrepancy-rows.ts';

/** Discrepancies that wait for a person: those to be worked on, and those that were put off. */
const WAITING = ['open', 'snoozed'] as const;

/** Their ids in order. One state after the other: asking for several at once goes from key to key, which takes minutes for a hundred thousand. */
export async function waitingIds(db: Database): Promise<readonly string[]> {
	const [open = [], snoozed = []] = await Promise.all(WAITING.map((state) => db.discrepancies.where('state').equals(state).primaryKeys()));
	return snoozed.length === 0 ? open : [...open, ...snoozed].sort();
}

/** The first of many rows in an order, kept while they pass by, so that a hundred thousand need not be held at once. */
function firstOf<Row>(max: number, order: (a: Row, b: Row) => number): { readonly add: (row: Row) => void; readonly get: () => readonly Row[] } {
	let kept: Row[] = [];
	const cut = () => {
		kept = kept.sort(order).slice(0, max);
	};
	return {
		add: (row) => {
			kept.push(row);
			if (kept.length >= 2 * max) cut();
		},
		get: () => {
			cut();
			return kept;
		},
	};
}

/** At most so many of each, and how many there are in all. */
export type FirstWaiting = {
	readonly open: readonly Discrepancy[];
	readonly snoozed: readonly Discrepancy[];
	readonly counts: { readonly open: number; readonly snoozed: number };
};

/** The most urgent of those that wait, the order in which they wake for those that were put off; nobody works through more than `max` in one sitting. */
export async function firstWaiting(db: Database, now: Instant, max: number): Promise<FirstWaiting> {
	const open = firstOf(max, byPriority(now));
	const snoozed = firstOf<Discrepancy>(max, (a, b) => (a.snoozedUntil ?? 0) - (b.snoozedUntil ?? 0) || (a.id < b.id ? -1 : 1));
	const counts = { open: 0, snoozed: 0 };
	await visitById(db, await waitingIds(db), (row) => {
		// Decided since its id was read.
		if (row.state !== 'open' && row.state !== 'snoozed') return;
		const asleep = row.state === 'snoozed' && (row.snoozedUntil ?? 0) > now;
		counts[asleep ? 'snoozed' : 'open'] += 1;
		(asleep ? snoozed : open).add(row);
	});
	return { open: open.get(), snoozed: snoozed.get(), counts };
}

export { visitById };
