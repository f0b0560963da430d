import type { Discrepancy } from '../../domain/discrepancies/discrepancy.ts';
import { byPriority } from '../../domain/discrepancies/priority.ts';
import type { BusinessDay, Instant } from '../../domain/time.ts';
import type { Database, DiscrepancyRow } from '../database.ts';
import { countPacked } from './count.ts';
import { firstOf } from './first-of.ts';
import { visitPacked } from './pages.ts';
import { visitById } from './rows.ts';

/** Discrepancies that wait for a person: those to be worked on, and those that were put off. */
const WAITING = ['open', 'snoozed'] as const;

/** Every discrepancy that waits, a part at a time. May be called within a transaction over discrepancies and discrepancyPages. */
export async function visitWaiting(db: Database, visit: (row: DiscrepancyRow) => void): Promise<void> {
	await visitById(db, await singleWaiting(db), (row) => isWaiting(row) && visit(row));
	await visitPacked(db, 'all', (row) => isWaiting(row) && visit(row));
}

/** Those about payouts, which are never packed. Their ids say what they are about, so that the others need not be read. */
export async function visitPayoutsWaiting(db: Database, visit: (row: DiscrepancyRow) => void): Promise<void> {
	const ids = (await singleWaiting(db)).filter((id) => id.includes(';payout;'));
	await visitById(db, ids, visit);
}

/** At most so many of each, and how many there are in all. */
export type FirstWaiting = {
	readonly open: readonly Discrepancy[];
	readonly snoozed: readonly Discrepancy[];
	readonly counts: { readonly open: number; readonly snoozed: number };
};

/** The most urgent of those that wait, the order in which they wake for those that were put off; nobody works through more than `max` in one sitting. */
export async function firstWaiting(db: Database, now: Instant, max: number): Promise<FirstWaiting> {
	const open = firstOf<Discrepancy>(max, byPriority(now));
	const snoozed = firstOf<Discrepancy>(max, (a, b) => (a.snoozedUntil ?? 0) - (b.snoozedUntil ?? 0) || (a.id < b.id ? -1 : 1));
	const counts = { open: 0, snoozed: 0 };
	const ofDay = new Map<BusinessDay, number>();
	await visitById(db, await singleWaiting(db), (row) => {
		// Decided since its id was read.
		if (!isWaiting(row)) return;
		const asleep = row.state === 'snoozed' && (row.snoozedUntil ?? 0) > now;
		counts[asleep ? 'snoozed' : 'open'] += 1;
		(asleep ? snoozed : open).add(row);
		if (!asleep) ofDay.set(row.day, (ofDay.get(row.day) ?? 0) + 1);
	});
	const packed = await countPacked(db);
	if (packed > 0) {
		counts.open += packed;
		// The most urgent ones of a day stand by themselves; its pages are looked into once too few of those are left.
		const days = (await db.discrepancyPages.orderBy('day').uniqueKeys()) as BusinessDay[];
		const short = days.filter((day) => (ofDay.get(day) ?? 0) < max);
		await visitPacked(db, short, (row) => isWaiting(row) && open.add(row));
	}
	return { open: open.get(), snoozed: snoozed.get(), counts };
}

function isWaiting({ state }: Discrepancy): boolean {
	return state === 'open' || state === 'snoozed';
}

/** Ids of those that stand by themselves, in order. One state after the other: asking for several at once goes from key to key. */
async function singleWaiting(db: Database): Promise<readonly string[]> {
	let ids: string[] = [];
	for (const state of WAITING) ids = ids.concat(await db.discrepancies.where('state').equals(state).primaryKeys());
	return ids.sort();
}
