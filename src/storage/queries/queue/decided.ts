import type { Discrepancy } from '../../../domain/discrepancies/discrepancy.ts';
import type { DiscrepancyRef } from '../../../domain/discrepancies/entries.ts';
import type { EntryBodies } from '../../../domain/entries.ts';
import type { CaseId, EntryId } from '../../../domain/ids.ts';
import type { Sale } from '../../../domain/ledger/sale.ts';
import type { DiscrepancyKind } from '../../../domain/matching/kinds.ts';
import type { Currency, Minor } from '../../../domain/money.ts';
import type { Instant, OffsetMinutes } from '../../../domain/time.ts';
import type { Database, DecisionRow } from '../../database.ts';
import { visitWaiting } from '../../discrepancies/waiting.ts';

/** A decision in force, newest first, as it can be shown and taken back. */
export type Decided = {
	readonly id: EntryId;
	readonly at: Instant;
	readonly offset: OffsetMinutes;
	readonly actor: string;
	readonly decision: DecisionRow['kind'];
	/** Null for decisions about matches. */
	readonly kind: DiscrepancyKind | null;
	readonly amountMinor: Minor | null;
	readonly currency: Currency | undefined;
	/** Reason or note, as far as there is one. */
	readonly note: string | null;
	/** The explanation's code. */
	readonly reason: string | null;
	readonly caseId: CaseId | null;
};

const DECIDED_MAX = 200;

/** The last decisions that stand; confirmations that belong to a manual entry are shown by that entry. */
export async function decided(db: Database): Promise<readonly Decided[]> {
	const rows = await db.decisions
		.orderBy('seq')
		.reverse()
		.filter((row) => row.undoneBy === null && row.kind !== 'discrepancy-snoozed' && row.kind !== 'discrepancy-assigned')
		.limit(DECIDED_MAX)
		.toArray();
	const partOf = new Set(
		rows.flatMap((row) => (row.kind === 'discrepancy-entered' ? ((row.body as EntryBodies['discrepancy-entered']).confirmations ?? []) : [])),
	);
	const own = rows.filter((row) => !partOf.has(row.id));
	const sales = await salesNamed(db, own);
	return own.map((row) => decidedOf(row, sales));
}

async function salesNamed(db: Database, rows: readonly DecisionRow[]): Promise<ReadonlyMap<string, Sale>> {
	const ids = new Set(rows.flatMap((row) => salesOf(row)));
	const sales = await db.sales.bulkGet([...ids]);
	return new Map(sales.flatMap((sale) => (sale ? [[sale.id as string, sale] as const] : [])));
}

function salesOf({ kind, body }: DecisionRow): readonly string[] {
	if (kind === 'match-rejected') return [(body as EntryBodies['match-rejected']).sale];
	return (body as { readonly sales?: readonly string[] }).sales ?? [];
}

function decidedOf(row: DecisionRow, sales: ReadonlyMap<string, Sale>): Decided {
	const { id, at, offset, actor, kind: decision } = row;
	const members = salesOf(row).flatMap((one) => sales.get(one) ?? []);
	const base = { id, at, offset, actor, decision, currency: members[0]?.currency, caseId: decision === 'case-opened' ? id : null };
	if (row.discrepancy === null) {
		const sum = members.reduce((total, sale) => total + sale.amountMinor, 0);
		return { ...base, kind: null, amountMinor: members.length === 0 ? null : sum, note: null, reason: null };
	}
	const body = row.body as DiscrepancyRef & { readonly note?: string | null; readonly reason?: string };
	const written = decision === 'discrepancy-written-off';
	return {
		...base,
		kind: body.kind,
		amountMinor: body.amountMinor,
		note: written ? (body.reason ?? null) : (body.note ?? null),
		reason: written ? null : (body.reason ?? null),
	};
}

/** A line of the re-entry list: a sale to type into the other system, or one that somebody ticked. */
export type ReEntry = {
	readonly sale: Sale;
	/** Open: what ticking decides. */
	readonly discrepancy: Discrepancy | null;
	readonly done: { readonly decision: EntryId; readonly actor: string; readonly at: Instant; readonly offset: OffsetMinutes } | null;
};

const MISSING_THERE = new Set<DiscrepancyKind>(['missing_at_terminal', 'missing_at_provider']);

/** What the other system lacks, in the order in which it is typed: by terminal, then by time; ticked lines stay with who and when. */
export async function reEntryList(db: Database): Promise<readonly ReEntry[]> {
	const open: Discrepancy[] = [];
	await visitWaiting(db, (row) => MISSING_THERE.has(row.kind) && open.push(row));
	const ticks = (await db.decisions.where('kind').equals('discrepancy-entered').reverse().sortBy('seq')).filter(isTick).slice(0, DECIDED_MAX);
	const sales = await salesByIds(db, [...open.flatMap((row) => row.sales), ...ticks.flatMap(salesOf)]);
	const waiting = open.flatMap((discrepancy) => discrepancy.sales.flatMap((id) => lineOf(sales.get(id), discrepancy, null)));
	const done = ticks.flatMap((row) =>
		salesOf(row).flatMap((id) => lineOf(sales.get(id), null, { decision: row.id, actor: row.actor, at: row.at, offset: row.offset })),
	);
	return [...waiting.sort(byTyping), ...done];
}

function isTick({ undoneBy, body }: DecisionRow): boolean {
	const entered = body as EntryBodies['discrepancy-entered'];
	return undoneBy === null && entered.created === null && MISSING_THERE.has(entered.kind);
}

function lineOf(sale: Sale | undefined, discrepancy: Discrepancy | null, done: ReEntry['done']): ReEntry[] {
	return sale ? [{ sale, discrepancy, done }] : [];
}

function byTyping(a: ReEntry, b: ReEntry): number {
	const terminals = (a.sale.terminalId ?? '').localeCompare(b.sale.terminalId ?? '');
	return terminals || a.sale.at - b.sale.at || (a.sale.id < b.sale.id ? -1 : 1);
}

async function salesByIds(db: Database, ids: readonly string[]): Promise<ReadonlyMap<string, Sale>> {
	const found = await db.sales.bulkGet([...new Set(ids)]);
	return new Map(found.flatMap((sale) => (sale ? [[sale.id as string, sale] as const] : [])));
}
