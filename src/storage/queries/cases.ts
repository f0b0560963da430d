import type { Case, CaseEvent } from '../../domain/cases/case.ts';
import type { LimitsOf } from '../../domain/cases/deadlines.ts';
import type { Discrepancy } from '../../domain/discrepancies/discrepancy.ts';
import type { Entry } from '../../domain/entries.ts';
import type { CaseId } from '../../domain/ids.ts';
import type { Sale } from '../../domain/ledger/sale.ts';
import type { Receipt } from '../../domain/receipts/receipt.ts';
import { aboutOf } from '../../domain/receipts/source-profiles/shop-sources.ts';
import type { Database } from '../database.ts';
import { discrepancyById } from '../discrepancies/rows.ts';
import { daysAround, receiptsById } from './match/member-receipts.ts';
import { askedSource } from './source-profiles.ts';

const ENDED = new Set<Case['state']>(['closed', 'written_off', 'withdrawn']);

export type CaseLists = { readonly running: readonly Case[]; readonly ended: readonly Case[] };

/** Running cases by their deadline (those without one after them, oldest first), then the ended ones, newest first. */
export async function caseLists(db: Database): Promise<CaseLists> {
	const cases = await db.cases.toArray();
	const running = cases.filter((one) => !ENDED.has(one.state));
	const ended = cases.filter((one) => ENDED.has(one.state));
	return {
		running: running.sort((a, b) => (a.deadline ?? Infinity) - (b.deadline ?? Infinity) || a.openedAt - b.openedAt),
		ended: ended.sort((a, b) => b.openedAt - a.openedAt),
	};
}

/** A line of the timeline with what its entry says beyond the event. */
export type CaseStep = CaseEvent & { readonly detail: Extract<Entry, { kind: 'case-opened' | 'case-moved' | 'case-noted' | 'contact-logged' }> | null };

/** A case with both records that it is about. */
export type CaseView = {
	readonly case: Case;
	readonly steps: readonly CaseStep[];
	readonly sales: readonly Sale[];
	readonly receipts: readonly Receipt[];
	/** The discrepancy as it is found now; null where it has gone. */
	readonly discrepancy: Discrepancy | null;
	/** Whom to ask about it, with the limits and contacts that hold there. */
	readonly source: LimitsOf;
};

export async function caseView(db: Database, id: CaseId): Promise<CaseView | null> {
	const found = await db.cases.get(id);
	if (!found) return null;
	const ref = found.discrepancy;
	const entries = await db.entries
		.where('id')
		.anyOf(found.timeline.map((event) => event.entry))
		.toArray();
	const byId = new Map(entries.map((entry) => [entry.id, entry]));
	const sales = await db.sales.bulkGet([...ref.sales]);
	const receipts = ref.receipts.length === 0 ? new Map<string, Receipt>() : await receiptsById(db, daysAround(ref.day));
	const standing = ref.receipts.flatMap((one) => receipts.get(one) ?? []);
	const logged = sales.flatMap((sale) => sale ?? []);
	return {
		case: found,
		steps: found.timeline.map((event) => ({ ...event, detail: detailOf(byId.get(event.entry)) })),
		sales: logged,
		receipts: standing,
		discrepancy: await discrepancyById(db, ref.discrepancy),
		source: await askedSource(db, aboutOf(logged, standing)),
	};
}

function detailOf(entry: Entry | undefined): CaseStep['detail'] {
	if (!entry) return null;
	return entry.kind === 'case-opened' || entry.kind === 'case-moved' || entry.kind === 'case-noted' || entry.kind === 'contact-logged' ? entry : null;
}
