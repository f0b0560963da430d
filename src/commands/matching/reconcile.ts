import { kindOf, SHOP_DEFAULT } from '../../domain/ledger/shop.ts';
import { learnedHabits, type ShopHabits } from '../../domain/matching/habits.ts';
import { type JudgingWindow, judgingWindows } from '../../domain/matching/judging-windows.ts';
import { MATCH_RULES_DEFAULT } from '../../domain/matching/rows.ts';
import { type Problem, problem } from '../../domain/problems.ts';
import type { OnProgress, StopSignal } from '../../domain/receipts/read-options.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { BusinessDay } from '../../domain/time.ts';
import type { Ports } from '../ports.ts';
import { settlePayouts } from '../settlement/settle-payouts.ts';
import { matchRules } from './match-rules.ts';

/**
 * `days` were judged anew. `busy`: another window is at it; nothing was done. `pending`: facts kept changing meanwhile, so that
 * some days still wait for the next run.
 */
export type Reconciled = { readonly days: readonly BusinessDay[]; readonly busy: boolean; readonly pending: boolean };

/**
 * `onProgress` hears between 0 and 1 how much of the days due is judged, first with 0 and only where any is due. By the signal a person
 * stops: the days judged so far are kept whole, of the others nothing, and they stay due.
 */
export type ReconcileWatch = { readonly onProgress?: OnProgress; readonly signal?: StopSignal };

/** How often facts may change under the engine before the rest is left to the next run. */
const OUTDATED_MAX = 3;
/** How much of the time goes into storing what was found. */
const STORING_SHARE = 0.1;
/** Far above what a ledger of years needs; a guard against a storage that never clears a day. */
const WINDOWS_MAX = 2_000;

/**
 * Compares again whatever changed: the days whose facts changed, and those whose bill fell due, each with the neighbouring days that
 * a late receipt may touch. Safe to call at any time and cheap where nothing changed; results are saved only if no fact changed meanwhile.
 * Problems: `engine_stopped`, `comparing_stopped`, and those of the storage.
 */
export async function reconcile(ports: Ports, watch: ReconcileWatch = {}): Promise<Result<Reconciled, Problem>> {
	const answer = await ports.alone('reconcile', () => judgeAll(ports, watch));
	return answer ?? ok({ days: [], busy: true, pending: false });
}

async function judgeAll(ports: Ports, { onProgress = () => undefined, signal }: ReconcileWatch): Promise<Result<Reconciled, Problem>> {
	await ports.derived.markDue(ports.clock.now().at);
	const judged = new Set<BusinessDay>();
	let outdated = 0;
	for (let round = 0; round < WINDOWS_MAX && outdated < OUTDATED_MAX; round++) {
		const windows = judgingWindows(await ports.derived.dirtyDays(), MATCH_RULES_DEFAULT.lateDays);
		const [window] = windows;
		if (!window) return withPayouts(ports, [...judged].sort());
		if (signal?.aborted) return fail(problem('comparing_stopped'));
		const total = judged.size + windows.reduce((sum, { dirty }) => sum + dirty.length, 0);
		const heard = (part: number) => onProgress((judged.size + part * window.dirty.length) / total);
		heard(0);
		const saved = await judge(ports, window, { onProgress: (part) => heard(part * (1 - STORING_SHARE)), ...(signal && { signal }) });
		if (!saved.ok) return saved;
		if (saved.value === 'outdated') outdated += 1;
		else for (const day of window.dirty) judged.add(day);
	}
	return ok({ days: [...judged].sort(), busy: false, pending: true });
}

/** Payouts follow from all days, so they come last. */
async function withPayouts(ports: Ports, days: readonly BusinessDay[]): Promise<Result<Reconciled, Problem>> {
	const settled = await settlePayouts(ports);
	return settled.ok ? ok({ days, busy: false, pending: settled.value.pending }) : settled;
}

async function judge(ports: Ports, window: JudgingWindow, { onProgress, signal }: ReconcileWatch): Promise<Result<'saved' | 'outdated', Problem>> {
	const { facts, mark } = await ports.derived.facts(window.factDays);
	// Read after the facts: a rule that changes from here on makes its days dirty again, and nothing is saved.
	const rules = { ...(await matchRules(ports)), habits: await habitsBefore(ports, window) };
	const now = ports.clock.now().at;
	const outcome = await ports.engine.reconcile({ ...facts, rules, now }, onProgress, signal);
	if (!outcome.ok) return outcome;
	return ok(await ports.derived.save(window.resultDays, outcome.value, mark, now));
}

/**
 * How the shop works, by its kind and by what people confirmed before the days in question: so it does not depend on what is being judged, and
 * judging everything anew from the oldest day on comes to the same.
 */
async function habitsBefore(ports: Ports, { factDays }: JudgingWindow): Promise<ShopHabits> {
	const kind = kindOf((await ports.ledger.shop()) ?? SHOP_DEFAULT);
	return learnedHabits(kind, await ports.derived.confirmedBefore(factDays[0] ?? ''));
}
