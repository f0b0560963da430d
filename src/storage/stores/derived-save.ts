import { discrepancyId } from '../../domain/discrepancies/discrepancy-id.ts';
import { workOf, workOfVanished } from '../../domain/discrepancies/discrepancy-work.ts';
import { riskOf } from '../../domain/discrepancies/risk.ts';
import type { DiscrepancyId } from '../../domain/ids.ts';
import type { FoundDiscrepancy, Outcome } from '../../domain/matching/outcome.ts';
import type { BusinessDay, Instant } from '../../domain/time.ts';
import type { Database, DayOutcome, DiscrepancyRow } from '../database.ts';
import { arrange } from '../discrepancies/arrange.ts';
import { savePacked } from '../discrepancies/pages.ts';
import { visitDays } from '../discrepancies/rows.ts';
import { workDecisionsOf } from '../projections/decisions.ts';
import { saveDayParts } from './day-parts.ts';
import type { FactsRead, Place } from './derived-facts.ts';

export type Derived = {
	readonly days: readonly BusinessDay[];
	readonly outcome: Outcome;
	readonly judgedAt: Instant;
	/** The reading of the facts that the outcome was found from. */
	readonly read: Pick<FactsRead, 'places' | 'tips' | 'stored'>;
};

/** Replaces what was derived for the days, all or nothing. What belongs to other days was only context and is left out. */
export async function saveDerived(db: Database, derived: Derived): Promise<'saved' | 'outdated'> {
	const { days, outcome, read } = derived;
	const found = await foundRows(derived);
	return db.transaction('rw', [db.dayOutcomes, db.discrepancies, db.discrepancyPages, db.dirtyDays, db.decisions, db.cases, db.dayParts, db.meta], async () => {
		const dirt = await db.dirtyDays.bulkGet([...days]);
		if (dirt.some((row) => row !== undefined && row.tip !== read.tips.get(row.day))) return 'outdated';
		const dirtyAgain = await db.dayOutcomes.where('engineVersion').below(outcome.engineVersion).primaryKeys();
		await db.dayOutcomes.bulkPut(days.map((day) => dayOutcome(day, derived)));
		await saveDiscrepancies(db, derived, found);
		await saveDayParts(db, { days, stored: read.stored, judgedAt: derived.judgedAt });
		await db.dirtyDays.bulkPut(dirtyAgain.map((day) => ({ day, tip: 'engine' })));
		await db.dirtyDays.bulkDelete([...days]);
		return 'saved';
	});
}

type Members = { readonly sales: readonly string[]; readonly receipts: readonly string[] };

function dayOutcome(day: BusinessDay, { outcome, judgedAt, read }: Derived): DayOutcome {
	const here = (members: Members) => placeOf(members, read.places)?.day === day;
	const single = ({ sale, receipt }: { readonly sale: string | null; readonly receipt: string | null }) =>
		here({ sales: sale === null ? [] : [sale], receipts: receipt === null ? [] : [receipt] });
	const awaiting = outcome.awaiting.filter(({ sale }) => single({ sale, receipt: null }));
	return {
		day,
		engineVersion: outcome.engineVersion,
		judgedAt,
		nextDue: awaiting.length === 0 ? null : Math.min(...awaiting.map((one) => one.dueAt)),
		matches: outcome.matches.filter(here),
		awaiting,
		netted: outcome.netted.filter(here),
		excluded: outcome.excluded.filter(single),
		problems: outcome.problems.filter(single),
		clocks: outcome.clocks.filter(({ clock }) => clock.includes(day) || !/\d{4}-\d{2}-\d{2}/.test(clock)),
	};
}

/** The first member that is known; sales come first. */
function placeOf({ sales, receipts }: Members, places: ReadonlyMap<string, Place>): Place | null {
	for (const id of [...sales, ...receipts]) {
		const place = places.get(id);
		if (place) return place;
	}
	return null;
}

/** Rows of what was found, as long as nobody has decided about it; those of other days too, since a gap may have moved there. */
type FoundRows = { readonly rows: readonly DiscrepancyRow[]; readonly ids: ReadonlySet<DiscrepancyId> };

/** Rows that are made in one go: more at once would hold up the page. */
const ROWS_MADE_AT_ONCE = 5_000;

async function foundRows({ days, outcome, read: { places } }: Derived): Promise<FoundRows> {
	const wanted = new Set(days);
	const ids = new Set<DiscrepancyId>();
	const rows: DiscrepancyRow[] = [];
	for (const [count, one] of outcome.discrepancies.entries()) {
		if (count > 0 && count % ROWS_MADE_AT_ONCE === 0) await new Promise((resolve) => setTimeout(resolve));
		const id = discrepancyId(one);
		const place = placeOf(one, places);
		ids.add(id);
		if (place && wanted.has(place.day)) rows.push(rowOf(one, { id, place, places }));
	}
	return { rows, ids };
}

async function saveDiscrepancies(db: Database, { days, outcome, judgedAt }: Derived, { rows, ids: foundIds }: FoundRows): Promise<void> {
	const before = await rowsOf(db, days);
	const vanished = before.all.filter((row) => !foundIds.has(row.id));
	const vanishedIds = new Set(vanished.map((row) => row.id));
	const decided = (await db.decisions.orderBy('discrepancy').uniqueKeys()) as DiscrepancyId[];
	const decisions = await workDecisionsOf(
		db,
		decided.filter((id) => foundIds.has(id) || vanishedIds.has(id)),
	);
	const found = decisions.size === 0 ? rows : rows.map((row) => (decisions.has(row.id) ? { ...row, ...workOf(decisions.get(row.id) ?? []) } : row));
	const joined = joinedMembers(outcome);
	const kept = vanished.filter((row) => decisions.has(row.id) || [...row.sales, ...row.receipts].every((id) => joined.has(id)));
	const gone = kept.map((row) => ({ ...row, found: false, ...workOfVanished(workOf(decisions.get(row.id) ?? [])) }));
	const { single, packed } = arrange([...found, ...gone], (row) => decisions.has(row.id), judgedAt);
	await inParts(
		single.filter((row) => !isEqual(before.single.get(row.id), row)),
		(part) => db.discrepancies.bulkPut(part),
	);
	const singleIds = new Set<string>(single.map((row) => row.id));
	await inParts(
		[...before.single.keys()].filter((id) => !singleIds.has(id)),
		(part) => db.discrepancies.bulkDelete(part),
	);
	for (const day of days) await savePacked(db, day, packed.get(day) ?? []);
}

/** Rows that are written in one go: more at once would hold up the page. */
const ROWS_AT_ONCE = 200;

async function inParts<Row>(rows: readonly Row[], write: (part: Row[]) => PromiseLike<unknown>): Promise<void> {
	for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) await write(rows.slice(from, from + ROWS_AT_ONCE));
}

/** What did not change is not written again, and wakes no screen. */
function isEqual(a: DiscrepancyRow | undefined, b: DiscrepancyRow): boolean {
	return a !== undefined && JSON.stringify(a) === JSON.stringify(b);
}

/** What lies there of the days, without what is about payouts. */
type RowsBefore = { readonly all: readonly DiscrepancyRow[]; readonly single: ReadonlyMap<string, DiscrepancyRow> };

async function rowsOf(db: Database, days: readonly BusinessDay[]): Promise<RowsBefore> {
	const all: DiscrepancyRow[] = [];
	const single = new Map<string, DiscrepancyRow>();
	await visitDays(db, days, (row, packed) => {
		if (row.payout !== undefined) return;
		all.push(row);
		if (!packed) single.set(row.id, row);
	});
	return { all, single };
}

/** Where all members of a gap have come together by now, it cleared itself, and is kept to say so; one that was only grouped otherwise is not. */
function joinedMembers({ matches }: Outcome): ReadonlySet<string> {
	return new Set(matches.filter((match) => match.band !== 'review').flatMap((match) => [...match.sales, ...match.receipts]));
}

type RowParts = {
	readonly id: DiscrepancyId;
	readonly place: Place;
	readonly places: ReadonlyMap<string, Place>;
};

function rowOf(found: FoundDiscrepancy, { id, place, places }: RowParts): DiscrepancyRow {
	const { day, at } = place;
	const reversed = found.sales.some((sale) => places.get(sale)?.reversed === true);
	const refund = found.receipts.some((receipt) => places.get(receipt)?.refund === true);
	return { ...found, id, day, at, risk: riskOf(found.kind, reversed, refund), ...workOf([]), found: true };
}
