import type { DerivedStore } from '../../commands/ports.ts';
import { addDays, type BusinessDay, daysBetween } from '../../domain/time.ts';
import type { Database, DiscrepancyRow } from '../database.ts';
import { type FactsRead, readFacts } from './derived-facts.ts';
import { saveDerived } from './derived-save.ts';

/** How far a member of an outcome may stand from the days it is saved for. */
const CONTEXT_DAYS = 7;

/** What the engine found. It could be thrown away at any time; only the decisions about it are facts. */
export function createDerivedStore(db: Database): DerivedStore {
	let last: FactsRead | null = null;
	return {
		dirtyDays: () => db.dirtyDays.orderBy('day').primaryKeys(),
		facts: async (days) => {
			last = await readFacts(db, days);
			return { facts: last.facts, mark: last.mark };
		},
		save: async (days, outcome, mark, judgedAt) => {
			const read = last?.mark === mark ? last : await readFacts(db, around(days));
			const saved = await saveDerived(db, { days, outcome, mark, judgedAt, places: read.places });
			last = null;
			return saved;
		},
		nextDue: async () => (await db.dayOutcomes.orderBy('nextDue').first())?.nextDue ?? null,
		markDue: (now) =>
			db.transaction('rw', db.dayOutcomes, db.dirtyDays, db.meta, async () => {
				const due = await db.dayOutcomes.where('nextDue').belowOrEqual(now).primaryKeys();
				const known = new Set(await db.dirtyDays.toCollection().primaryKeys());
				const row = await db.meta.get('mark');
				const mark = row && 'value' in row ? row.value : 0;
				await db.dirtyDays.bulkPut(due.filter((day) => !known.has(day)).map((day) => ({ day, mark })));
			}),
		discrepancy: async (id) => discrepancyOf(await db.discrepancies.get(id)),
		discrepanciesOfDay: async (day) => {
			const rows = await db.discrepancies.where('day').equals(day).toArray();
			return rows.flatMap((row) => discrepancyOf(row) ?? []);
		},
		awaitingOfDay: async (day) => (await db.dayOutcomes.get(day))?.awaiting ?? [],
		matchesOfDay: async (day) => (await db.dayOutcomes.get(day))?.matches ?? [],
	};
}

function around(days: readonly BusinessDay[]): BusinessDay[] {
	const sorted = [...days].sort();
	const [first, last] = [sorted[0], sorted.at(-1)];
	return first === undefined || last === undefined ? [] : daysBetween(addDays(first, -CONTEXT_DAYS), addDays(last, CONTEXT_DAYS));
}

function discrepancyOf(row: DiscrepancyRow | undefined) {
	if (!row) return null;
	const { found: _, ...discrepancy } = row;
	return discrepancy;
}
