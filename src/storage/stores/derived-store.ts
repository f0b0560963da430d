import type { DerivedStore } from '../../commands/ports.ts';
import type { Match } from '../../domain/matching/outcome.ts';
import type { BusinessDay } from '../../domain/time.ts';
import type { Database, DiscrepancyRow } from '../database.ts';
import { discrepanciesOfDay, discrepancyById } from '../discrepancies/rows.ts';
import { markOldParts } from './day-parts.ts';
import { type FactsRead, readFacts } from './derived-facts.ts';
import { saveDerived } from './derived-save.ts';
import { settlementStore } from './settlement-store.ts';

/** A reading may be saved against as long as no more than so many others were made after it. */
const READINGS_KEPT = 4;

/** What the engine found. It could be thrown away at any time; only the decisions about it are facts. */
export function createDerivedStore(db: Database): DerivedStore {
	const readings = new Map<number, FactsRead>();
	let last = 0;
	/** Asked for with every comparison, while it changes only when an old day is judged anew. */
	let confirmed: { readonly day: BusinessDay; readonly matches: readonly Match[] } | null = null;
	return {
		...settlementStore(db),
		dirtyDays: () => db.dirtyDays.orderBy('day').primaryKeys(),
		facts: async (days) => {
			const read = await readFacts(db, days);
			last += 1;
			readings.set(last, read);
			readings.delete(last - READINGS_KEPT);
			return { facts: read.facts, mark: last };
		},
		save: async (days, outcome, mark, judgedAt) => {
			const read = readings.get(mark);
			readings.delete(mark);
			const asked = confirmed?.day;
			if (asked !== undefined && days.some((day) => day < asked)) confirmed = null;
			return read ? saveDerived(db, { days, outcome, judgedAt, read }) : 'outdated';
		},
		nextDue: async () => (await db.dayOutcomes.orderBy('nextDue').first())?.nextDue ?? null,
		markDue: (now) =>
			db.transaction('rw', db.dayOutcomes, db.dirtyDays, db.meta, async () => {
				await markOldParts(db);
				const due = await db.dayOutcomes.where('nextDue').belowOrEqual(now).primaryKeys();
				const known = new Set(await db.dirtyDays.toCollection().primaryKeys());
				await db.dirtyDays.bulkPut(due.filter((day) => !known.has(day)).map((day) => ({ day, tip: 'due' })));
			}),
		discrepancy: async (id) => discrepancyOf(await discrepancyById(db, id)),
		discrepanciesOfDay: async (day) => {
			const rows = await discrepanciesOfDay(db, day);
			return rows.flatMap((row) => discrepancyOf(row) ?? []);
		},
		awaitingOfDay: async (day) => (await db.dayOutcomes.get(day))?.awaiting ?? [],
		matchesOfDay: async (day) => (await db.dayOutcomes.get(day))?.matches ?? [],
		confirmedBefore: async (day) => {
			if (confirmed?.day !== day) confirmed = { day, matches: await confirmedBefore(db, day) };
			return confirmed.matches;
		},
	};
}

/** So many judged days say enough about how a shop works. */
const CONFIRMED_DAYS = 28;

async function confirmedBefore(db: Database, day: BusinessDay): Promise<readonly Match[]> {
	const outcomes = await db.dayOutcomes.where(':id').below(day).reverse().limit(CONFIRMED_DAYS).toArray();
	return outcomes.flatMap(({ matches }) => matches.filter((match) => match.confirmed));
}

function discrepancyOf(row: DiscrepancyRow | null) {
	if (!row) return null;
	const { found: _, ...discrepancy } = row;
	return discrepancy;
}
