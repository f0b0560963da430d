import { discrepancyId } from '../../domain/discrepancies/discrepancy-id.ts';
import { type WorkDecision, workOf, workOfVanished } from '../../domain/discrepancies/discrepancy-work.ts';
import { riskOf } from '../../domain/discrepancies/risk.ts';
import type { DiscrepancyId } from '../../domain/ids.ts';
import type { FoundPayoutDiscrepancy, Payout, Settlement } from '../../domain/settlement/outcome.ts';
import type { Database, DiscrepancyRow, PayoutRow } from '../database.ts';
import { workDecisionsOf } from '../projections/decisions.ts';

/** What had changed when the facts were read. */
export type PayoutTips = readonly { readonly key: string; readonly tip: string }[];

/** Replaces every payout and their discrepancies, all or nothing, unless something else has changed meanwhile. */
export function savePayouts(db: Database, settlement: Settlement, tips: PayoutTips): Promise<'saved' | 'outdated'> {
	return db.transaction('rw', [db.payouts, db.discrepancies, db.decisions, db.cases, db.meta], async () => {
		const now = await unsettledTips(db);
		if (now.some(({ key, tip }) => !tips.some((one) => one.key === key && one.tip === tip))) return 'outdated';
		await db.payouts.clear();
		await db.payouts.bulkPut(settlement.payouts.map((payout) => payoutRow(payout, settlement.version)));
		await saveDiscrepancies(db, settlement);
		await db.meta.bulkDelete(now.map(({ key }) => key));
		return 'saved';
	});
}

/** What payouts follow from and has changed since they were judged. */
export async function unsettledTips(db: Database): Promise<PayoutTips> {
	const rows = await db.meta.where('key').startsWith('unsettled:').toArray();
	return rows.flatMap((row) => ('tip' in row ? [row] : []));
}

function payoutRow(payout: Payout, version: number): PayoutRow {
	return payout.state === 'awaiting' ? { ...payout, version, nextDue: payout.dueAt } : { ...payout, version };
}

async function saveDiscrepancies(db: Database, { discrepancies, payouts }: Settlement): Promise<void> {
	const found = new Map(discrepancies.map((one) => [discrepancyId(one), one] as const));
	const before = await db.discrepancies.filter((row) => row.payout !== undefined).toArray();
	const vanished = before.filter((row) => !found.has(row.id));
	const decisions = await workDecisionsOf(db, [...found.keys(), ...vanished.map(({ id }) => id)]);
	const arrived = new Set(payouts.flatMap(({ state, batches }) => (state === 'received' ? batches.map(({ id }) => id) : [])));
	// One whose money came by now cleared itself, and is kept to say so.
	const kept = vanished.filter((row) => decisions.has(row.id) || (row.payout ?? '').split('+').every((batch) => arrived.has(batch)));
	const keptIds = new Set(kept.map(({ id }) => id));
	await db.discrepancies.bulkPut([
		...[...found].map(([id, one]) => foundRow(one, id, decisions.get(id) ?? [])),
		...kept.map((row) => ({ ...row, found: false, ...workOfVanished(workOf(decisions.get(row.id) ?? [])) })),
	]);
	await db.discrepancies.bulkDelete(vanished.filter((row) => !keptIds.has(row.id)).map(({ id }) => id));
}

/** It stands with the day whose sales it is about, and is as old as its due time. */
function foundRow(found: FoundPayoutDiscrepancy, id: DiscrepancyId, decisions: readonly WorkDecision[]): DiscrepancyRow {
	const { lines: _, settledOn, dueAt, ...discrepancy } = found;
	return { ...discrepancy, id, day: settledOn, at: dueAt, risk: riskOf(found.kind, false), ...workOf(decisions), found: true };
}
