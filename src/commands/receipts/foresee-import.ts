import { SHOP_DEFAULT } from '../../domain/ledger/shop.ts';
import { judgingWindows } from '../../domain/matching/judging-windows.ts';
import type { DiscrepancyKind } from '../../domain/matching/kinds.ts';
import type { Band, Outcome } from '../../domain/matching/outcome.ts';
import type { ReconcileInput } from '../../domain/matching/rows.ts';
import type { Problem } from '../../domain/problems.ts';
import { daysTouched, shopDays } from '../../domain/receipts/days-touched.ts';
import type { BillReading } from '../../domain/receipts/reading.ts';
import type { Receipt } from '../../domain/receipts/receipt.ts';
import { identityOf } from '../../domain/receipts/standing-receipts.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { BusinessDay, Instant } from '../../domain/time.ts';
import { matchRules } from '../matching/match-rules.ts';
import type { DayFacts, Ports } from '../ports.ts';

/** What would come of a receipt: the sales it would stand beside, and the gap it would be part of. Neither: it takes no part. */
export type Foreseen = { readonly sales: readonly string[]; readonly band: Band | null; readonly gap: DiscrepancyKind | null };

/** By receipt; the sales that still no bill would cover, whether theirs is due already or not; and when it is, where it is not yet. */
export type Foresight = {
	readonly receipts: ReadonlyMap<string, Foreseen>;
	readonly withoutBill: readonly string[];
	readonly due: ReadonlyMap<string, Instant>;
};

/** A bill of more days than this is taken in without looking ahead: it would take longer than people look at a preview. */
const DAYS_MAX = 40;
/** Nor does anybody look through more rows than this one by one. */
const RECEIPTS_MAX = 20_000;

/**
 * What the comparison would say if these bills were taken in. Nothing is stored. Null where it cannot be told now: another comparison
 * is under way, or the bills span too many days or hold too many rows. Problems: `engine_stopped`, and those of the storage.
 */
export async function foreseeImport(ports: Ports, { bills }: { readonly bills: readonly BillReading[] }): Promise<Result<Foresight | null, Problem>> {
	if (bills.reduce((sum, bill) => sum + bill.receipts.length, 0) > RECEIPTS_MAX) return ok(null);
	const shop = (await ports.ledger.shop()) ?? SHOP_DEFAULT;
	const dayOf = shopDays(shop);
	const days = new Set<BusinessDay>(bills.flatMap((bill) => bill.receipts.map(({ at }) => dayOf(at))));
	for (const { coverage } of bills) if (coverage) for (const day of daysTouched(coverage, dayOf)) days.add(day);
	if (days.size > DAYS_MAX) return ok(null);
	const rules = await matchRules(ports);
	// Alone with the real comparison: both read facts through one store.
	const foreseen = await ports.alone('reconcile', async () => {
		const outcomes: Outcome[] = [];
		for (const { factDays } of judgingWindows([...days], rules.lateDays)) {
			const { facts } = await ports.derived.facts(factDays);
			const input: ReconcileInput = { ...withBills(facts, bills), rules, now: ports.clock.now().at };
			const outcome = await ports.engine.reconcile(input);
			if (!outcome.ok) return outcome;
			outcomes.push(outcome.value);
		}
		return ok(foresightOf(outcomes));
	});
	return foreseen ?? ok(null);
}

/** The facts as they would be: what a bill says about a receipt replaces what was said before. */
function withBills(facts: DayFacts, bills: readonly BillReading[]): DayFacts {
	const receipts = new Map<string, Receipt>(facts.receipts.map((receipt) => [identityOf(receipt), receipt]));
	for (const receipt of bills.flatMap((bill) => bill.receipts)) receipts.set(identityOf(receipt), receipt);
	const coverage = bills.flatMap(({ format, leg, coverage: interval, tenders }) => (interval ? [{ source: format, leg, interval, tenders }] : []));
	return { ...facts, receipts: [...receipts.values()], coverage: [...facts.coverage, ...coverage] };
}

function foresightOf(outcomes: readonly Outcome[]): Foresight {
	const receipts = new Map<string, Foreseen>();
	for (const { matches, discrepancies } of outcomes) {
		for (const { receipts: members, sales, band } of matches) {
			if (band === 'review') continue;
			for (const id of members) receipts.set(id, { sales, band, gap: null });
		}
		for (const { receipts: members, sales, kind } of discrepancies) {
			for (const id of members) receipts.set(id, { sales: receipts.get(id)?.sales ?? sales, band: receipts.get(id)?.band ?? null, gap: kind });
		}
	}
	const uncovered = outcomes.flatMap(({ problems }) => problems).flatMap(({ code, sale }) => (code === 'not_covered' && sale !== null ? [sale] : []));
	const due = new Map(outcomes.flatMap((outcome) => outcome.awaiting.map(({ sale, dueAt }) => [sale, dueAt] as const)));
	return { receipts, withoutBill: [...new Set([...due.keys(), ...uncovered])], due };
}
