import type { Payout } from '../../domain/settlement/outcome.ts';
import { settle } from '../../domain/settlement/settle.ts';
import { shopSettlementRules } from '../../domain/settlement/shop-rules.ts';
import type { Instant } from '../../domain/time.ts';
import { visitPayoutsWaiting } from '../discrepancies/waiting.ts';
import { sourceEdits } from '../shop-sources.ts';
import { readPayoutFacts } from '../stores/settlement-store.ts';
import type { Database } from './source.ts';

/** A payout with the gap that is open about it, if any. */
export type ListedPayout = { readonly payout: Payout; readonly discrepancy: string | null };
/** Newest first. `statements`: whether any bank statement was taken in; without one these are only what to expect. */
export type PayoutList = { readonly payouts: readonly ListedPayout[]; readonly statements: boolean };

const LISTED_MAX = 150;

export async function payoutList(db: Database, { cutoverMinutes, now }: { readonly cutoverMinutes: number; readonly now: Instant }): Promise<PayoutList> {
	const statements = (await db.bankPages.count()) > 0;
	const payouts: readonly Payout[] = statements ? await db.payouts.toArray() : await expected(db, { cutoverMinutes, now });
	const newest = [...payouts].sort(newestFirst).slice(0, LISTED_MAX);
	const gaps = new Map<string, string>();
	await visitPayoutsWaiting(db, ({ id, payout }) => payout !== undefined && gaps.set(payout, id));
	return { payouts: newest.map((payout) => ({ payout, discrepancy: gaps.get(payout.id) ?? null })), statements };
}

/** Before the first statement nothing is stored, since nothing can be judged: what is due is worked out when somebody looks. */
async function expected(db: Database, { cutoverMinutes, now }: { readonly cutoverMinutes: number; readonly now: Instant }): Promise<readonly Payout[]> {
	const facts = await readPayoutFacts(db);
	const rules = shopSettlementRules(await sourceEdits(db), new Date(now).toISOString().slice(0, 10));
	return settle({ ...facts, rules, cutoverMinutes, now }).payouts;
}

function newestFirst(a: Payout, b: Payout): number {
	if (a.settledOn !== b.settledOn) return a.settledOn < b.settledOn ? 1 : -1;
	return a.id < b.id ? -1 : 1;
}
