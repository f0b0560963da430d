import type { Case } from '../../domain/cases/case.ts';
import { contactCase, moveCase, noteCase, openCase, withdrawCase } from '../../domain/cases/case-projection.ts';
import { type WorkDecision, workOf, workOfVanished } from '../../domain/discrepancies/discrepancy-work.ts';
import type { Entry, EntryBodies, EntryKind } from '../../domain/entries.ts';
import type { CaseId, DiscrepancyId } from '../../domain/ids.ts';
import type { Database, DecisionRow } from '../database.ts';
import { takePacked } from '../discrepancies/pages.ts';
import type { ProjectionWork } from './work.ts';

type Of<K extends Entry['kind']> = Extract<Entry, { readonly kind: K }>;

/** Decisions about matches: binding for the engine, so that the days of all members are judged again. */
export async function projectMatchDecision(entry: Of<'match-confirmed' | 'match-rejected'>, work: ProjectionWork): Promise<void> {
	await work.db.decisions.put(rowOf(entry, null));
	await touchMembers(membersOf(entry), work);
}

function membersOf(decision: { readonly kind: string; readonly body: unknown }): { readonly sales: readonly string[]; readonly receipts: readonly string[] } {
	if (decision.kind === 'match-rejected') {
		const { sale, receipt } = decision.body as EntryBodies['match-rejected'];
		return { sales: [sale], receipts: [receipt] };
	}
	return decision.body as EntryBodies['match-confirmed'];
}

async function touchMembers({ sales, receipts }: ReturnType<typeof membersOf>, { db, days, receiptDays }: ProjectionWork): Promise<void> {
	for (const sale of await db.sales.bulkGet([...sales])) if (sale) days.add(sale.day);
	for (const receipt of receipts) {
		const day = receiptDays.get(receipt);
		if (day !== undefined) days.add(day);
	}
}

/** Decisions about a discrepancy show in its row at once; the engine is not needed for them. */
export async function projectDiscrepancyDecision(entry: Of<keyof EntryBodies & `discrepancy-${string}`>, { db }: ProjectionWork): Promise<void> {
	await db.decisions.put(rowOf(entry, entry.body.discrepancy));
	await refreshDiscrepancy(db, entry.body.discrepancy);
}

export async function projectCaseOpened(entry: Of<'case-opened'>, { db }: ProjectionWork): Promise<void> {
	await db.decisions.put(rowOf(entry, entry.body.discrepancy));
	await db.cases.put(openCase(entry));
	await refreshDiscrepancy(db, entry.body.discrepancy);
}

export async function projectCaseStep(entry: Of<'case-moved' | 'case-noted' | 'contact-logged'>, { db }: ProjectionWork): Promise<void> {
	const found = await db.cases.get(entry.body.case);
	if (!found) return;
	await db.cases.put(stepOf(found, entry));
	if (entry.kind === 'case-moved') await refreshDiscrepancy(db, found.discrepancy.discrepancy);
}

function stepOf(found: Case, entry: Of<'case-moved' | 'case-noted' | 'contact-logged'>): Case {
	if (entry.kind === 'case-moved') return moveCase(found, entry);
	return entry.kind === 'case-noted' ? noteCase(found, entry) : contactCase(found, entry);
}

/** The decision stays in the log and in its table, marked as taken back. */
export async function projectUndone(entry: Of<'decision-undone'>, work: ProjectionWork): Promise<void> {
	const { db } = work;
	const decision = await db.decisions.get(entry.body.decision);
	if (!decision || decision.undoneBy !== null) return;
	await db.decisions.put({ ...decision, undoneBy: entry.id });
	if (decision.kind === 'case-opened') await withdraw(decision.id, entry, db);
	if (decision.discrepancy === null) await touchMembers(membersOf(decision), work);
	else await refreshDiscrepancy(db, decision.discrepancy);
}

async function withdraw(id: CaseId, entry: Of<'decision-undone'>, db: Database): Promise<void> {
	const found = await db.cases.get(id);
	if (found) await db.cases.put(withdrawCase(found, entry));
}

async function refreshDiscrepancy(db: Database, id: DiscrepancyId): Promise<void> {
	const row = (await db.discrepancies.get(id)) ?? (await takePacked(db, id));
	if (!row) return;
	const work = workOf((await workDecisionsOf(db, [id])).get(id) ?? []);
	await db.discrepancies.put({ ...row, ...(row.found ? work : workOfVanished(work)) });
}

/** The decisions in force about each discrepancy, in the order of the log; those without any are left out. */
export async function workDecisionsOf(db: Database, ids: readonly DiscrepancyId[]): Promise<Map<DiscrepancyId, WorkDecision[]>> {
	const rows = await db.decisions.where('discrepancy').anyOf(ids).toArray();
	const inForce = rows.filter((row) => row.undoneBy === null).sort((a, b) => a.seq - b.seq);
	const cases = await db.cases.bulkGet(inForce.filter((row) => row.kind === 'case-opened').map((row) => row.id));
	const states = new Map(cases.flatMap((found) => (found ? [[found.id, found.state] as const] : [])));
	const decisions = new Map<DiscrepancyId, WorkDecision[]>();
	for (const row of inForce) {
		if (row.discrepancy === null) continue;
		const decision = workDecision(row, states.get(row.id) ?? 'detected');
		decisions.set(row.discrepancy, [...(decisions.get(row.discrepancy) ?? []), decision]);
	}
	return decisions;
}

function workDecision({ id, kind, body }: DecisionRow, caseState: string): WorkDecision {
	return kind === 'case-opened' ? { id, kind, caseState } : ({ id, kind, body } as WorkDecision);
}

function rowOf({ id, seq, at, offset, actor, kind, body }: Entry, discrepancy: DiscrepancyId | null): DecisionRow {
	return { id, seq, at, offset, actor, kind: kind satisfies EntryKind, body, discrepancy, undoneBy: null };
}
