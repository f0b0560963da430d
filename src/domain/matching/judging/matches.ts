import type { Minor } from '../../money.ts';
import type { Leg } from '../../receipts/receipt.ts';
import type { Instant } from '../../time.ts';
import type { Comparison } from '../comparison.ts';
import type { DiscrepancyKind } from '../kinds.ts';
import type { FoundDiscrepancy, Match } from '../outcome.ts';
import { type AmountRelation, relateAmounts } from '../pairing/scoring/amounts.ts';
import type { Payment } from '../preparing/payments.ts';
import type { SaleRow } from '../rows.ts';
import type { JudgeContext, Judged } from './context.ts';
import type { Draft } from './draft.ts';
import { evidenceOf } from './evidence.ts';
import { type Hints, hypothesesFor } from './hypotheses.ts';
import { type FoundMatch, tendersDiffer } from './verdicts.ts';

/** Writes the matches, and the discrepancies that a match carries besides. */
export function matchOutcomes(context: JudgeContext, { comparison, verdicts }: Judged, draft: Draft): void {
	for (const found of verdicts.matches) {
		const whole: Whole = { found, comparison, sales: rowsOf(found.lefts, comparison.sales), payments: rowsOf(found.rights, comparison.payments) };
		draft.matches.push({ at: firstInstant(whole), match: matchOf(context, whole) });
		if (found.band === 'review') continue;
		if (found.differenceMinor !== 0) draft.discrepancies.push(ofAmounts(whole));
		if (tendersDiffer(comparison, found.lefts, found.rights))
			draft.discrepancies.push(discrepancy('tender_mismatch', whole, { amountMinor: sum(whole.sales) }));
		const missing = notAtProvider(context, whole);
		if (missing) draft.discrepancies.push(missing);
	}
}

type Members = { readonly sales: readonly SaleRow[]; readonly payments: readonly Payment[] };
type Whole = Members & { readonly found: FoundMatch; readonly comparison: Comparison };

function matchOf(context: JudgeContext, { found, comparison, sales, payments }: Whole): Match {
	return {
		sales: sales.map((sale) => sale.id),
		receipts: receiptIds(payments),
		band: found.band,
		probabilityMillionths: found.probabilityMillionths,
		differenceMinor: found.differenceMinor,
		evidence: evidenceOf(comparison, found, legsOf(context, { sales, payments })),
		runnerUp: found.runnerUp && {
			sales: rowsOf([found.runnerUp.left], comparison.sales).map((sale) => sale.id),
			receipts: receiptIds(rowsOf([found.runnerUp.right], comparison.payments)),
			milliBitsBehind: found.runnerUp.bitsBehind,
		},
		confirmed: found.confirmed,
	};
}

function firstInstant({ sales, payments }: Members): Instant {
	let first = Number.POSITIVE_INFINITY;
	for (const { at } of sales) first = Math.min(first, at);
	for (const { members } of payments) for (const { at } of members) first = Math.min(first, at);
	return first;
}

function legsOf({ lateness }: JudgeContext, { sales, payments }: Members): 'both' | 'provider_only' | null {
	const has = (leg: Leg) => payments.some((payment) => payment.members.some((row) => row.leg === leg));
	if (has('terminal')) return has('provider') ? 'both' : null;
	return sales.some((sale) => lateness.covers('terminal', sale.at, sale)) ? 'provider_only' : null;
}

function ofAmounts({ found, comparison, sales, payments }: Whole): FoundDiscrepancy {
	const { left, right } = comparison;
	const kind = found.differenceMinor < 0 ? 'amount_short' : 'amount_over';
	const [l, r] = [found.lefts[0] ?? -1, found.rights[0] ?? -1];
	const single = found.lefts.length === 1 && found.rights.length === 1;
	const sale = { amount: left.amount[l] ?? 0, net: left.net[l] ?? 0 };
	const receipt = { amount: right.amount[r] ?? 0, net: right.net[r] ?? 0, tipKnown: right.tipKnown[r] === 1, round: right.round[r] ?? 100 };
	const amounts: AmountRelation = single ? relateAmounts(sale, receipt) : 'differs';
	const tip = amounts === 'tip_like' ? { tipPercent: Math.round(((receipt.amount - sale.amount) * 100) / sale.amount) } : {};
	return discrepancy(
		kind,
		{ sales, payments },
		{ amountMinor: Math.abs(found.differenceMinor), hints: { amounts, ...tip, likeTheLast: single && comparison.scorer.parts(l, r).likeTheLast } },
	);
}

/** A payment that the terminal has and a bill that was due and covers it has not. */
function notAtProvider({ lateness }: JudgeContext, { sales, payments }: Members): FoundDiscrepancy | null {
	const missing = payments.filter(({ members, lead, standing }) => {
		const day = sales[0]?.day;
		if (standing !== 'live' || day === undefined || members.some((row) => row.leg !== 'terminal')) return false;
		return lateness.isSilent('provider', { at: lead.at, offset: lead.offset, tender: lead.tender, day });
	});
	if (missing.length === 0) return null;
	const amountMinor = sum(missing.map(({ lead }) => lead));
	return discrepancy('missing_at_provider', { sales, payments: missing }, { amountMinor, count: missing.length });
}

type Weight = { readonly amountMinor: Minor; readonly count?: number; readonly hints?: Hints };

export function discrepancy(kind: DiscrepancyKind, { sales, payments }: Members, { amountMinor, count = 1, hints = {} }: Weight): FoundDiscrepancy {
	const currency = sales[0]?.currency ?? payments[0]?.lead.currency ?? '';
	const hypotheses = hypothesesFor(kind, hints);
	return { kind, sales: sales.map((sale) => sale.id), receipts: receiptIds(payments), count, amountMinor, currency, hypotheses, cluster: null };
}

export function receiptIds(payments: readonly Payment[]): string[] {
	const ids: string[] = [];
	for (const { members } of payments) for (const row of members) ids.push(row.id);
	return ids;
}

export function rowsOf<T>(places: readonly number[], rows: readonly T[]): T[] {
	const found: T[] = [];
	for (const place of places) {
		const row = rows[place];
		if (row !== undefined) found.push(row);
	}
	return found;
}

export function sum(rows: readonly { readonly amountMinor: Minor }[]): Minor {
	return rows.reduce((all, { amountMinor }) => all + amountMinor, 0);
}
