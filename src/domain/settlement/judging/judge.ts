import type { Batch } from '../batches/batch.ts';
import type { FeeFinding } from '../fees/fee-findings.ts';
import type { Bridge, ExcludedLine, FoundPayoutDiscrepancy, Payout, PayoutBatch, PayoutLine, PayoutState } from '../outcome.ts';
import type { Pairing } from '../pairing/board.ts';
import type { Credit } from '../pairing/credit.ts';
import type { Paired } from '../pairing/pair.ts';
import { type BankCoverage, standingWithoutCredit } from './coverage.ts';
import { absenceEvidence, evidenceOf } from './evidence.ts';
import { payoutHypotheses } from './hypotheses.ts';

/** `mayHoldMore`: a neighbouring day without a bill would have come in the same credit. */
export type JudgeContext = { readonly bank: BankCoverage; readonly mayHoldMore: (batch: Batch) => boolean };

/** Every batch as a payout, oldest first: with what paid it, or with why nothing did. */
export function payoutsOf(batches: readonly Batch[], { pairings }: Pick<Paired, 'pairings'>, context: JudgeContext): Payout[] {
	const paid = new Set(pairings.flatMap((pairing) => pairing.batches));
	const withCredit = pairings.map((pairing) => paidPayout(pairing, context));
	const without = batches.filter((batch) => !paid.has(batch)).map((batch) => unpaidPayout(batch, context));
	return [...withCredit, ...without].sort((a, b) => (a.settledOn !== b.settledOn ? (a.settledOn < b.settledOn ? -1 : 1) : a.id < b.id ? -1 : 1));
}

function paidPayout(pairing: Pairing, { mayHoldMore }: JudgeContext): Payout {
	const { batches, credits, how } = pairing;
	const base = baseOf(batches);
	const lines = credits.map(lineOf);
	const creditedMinor = lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
	const within = how === 'estimated' && credits.length === 1;
	const differenceMinor = within ? 0 : creditedMinor - base.bridge.netMinor;
	const explained = differenceMinor > 0 && batches.some(mayHoldMore);
	const state: PayoutState = differenceMinor === 0 || explained ? 'received' : differenceMinor < 0 ? 'short' : 'over';
	const evidence = evidenceOf(pairing, differenceMinor);
	if (explained) evidence.push({ field: 'bill', relation: 'days_without_bill', facts: { differenceMinor } });
	return { ...base, bridge: within ? withFees(base.bridge, creditedMinor) : base.bridge, state, lines, creditedMinor, differenceMinor, evidence };
}

/** Where fees were not all known, what came says what they were. */
function withFees(bridge: Bridge, creditedMinor: number): Bridge {
	return { ...bridge, feesMinor: bridge.feesMinor + bridge.netMinor - creditedMinor, netMinor: creditedMinor };
}

function unpaidPayout(batch: Batch, { bank }: JudgeContext): Payout {
	const base = baseOf([batch]);
	const nothing = { lines: [], creditedMinor: 0, differenceMinor: 0 };
	if (batch.inBalance) return { ...base, ...nothing, state: 'in_balance', evidence: absenceEvidence(batch, 'in_balance') };
	if (batch.lowMinor === 0 && batch.highMinor === 0)
		return { ...base, ...nothing, state: 'received', evidence: [{ field: 'net', relation: 'nothing_to_pay' }] };
	// What the shop owes is set off against the next payout; nobody waits for it.
	const state = batch.highMinor <= 0 ? 'in_balance' : standingWithoutCredit(batch, bank);
	return { ...base, ...nothing, state, evidence: absenceEvidence(batch, state) };
}

function baseOf(batches: readonly Batch[]): Omit<Payout, 'state' | 'lines' | 'creditedMinor' | 'differenceMinor' | 'evidence'> {
	const first = batches[0] as Batch;
	return {
		id: batches.map(({ id }) => id).join('+'),
		batches: batches.map(shownBatch),
		currency: first.currency,
		offset: first.offset,
		settledOn: first.settledOn,
		dueAt: Math.max(...batches.map(({ dueAt }) => dueAt)),
		bridge: addBridges(batches.map(({ bridge }) => bridge)),
		receipts: batches.flatMap(({ receipts }) => receipts),
	};
}

function shownBatch({ id, source, tender, settledOn, stated, count, bridge }: Batch): PayoutBatch {
	return { id, source, tender, settledOn, stated, count, bridge };
}

function addBridges(bridges: readonly Bridge[]): Bridge {
	const sum = (figure: (bridge: Bridge) => number) => bridges.reduce((total, bridge) => total + figure(bridge), 0);
	return {
		grossMinor: sum((one) => one.grossMinor),
		refundsMinor: sum((one) => one.refundsMinor),
		feesMinor: sum((one) => one.feesMinor),
		adjustmentsMinor: sum((one) => one.adjustmentsMinor),
		netMinor: sum((one) => one.netMinor),
	};
}

function lineOf({ line }: Credit): PayoutLine {
	const { id, bookedOn, amountMinor, counterparty, reference, text } = line;
	return { id, bookedOn, amountMinor, counterparty, reference, text };
}

const KINDS = { missing: 'missing_at_bank', short: 'payout_short', over: 'payout_over' } as const;

/** A discrepancy for every payout that is not as it should be. */
export function payoutDiscrepancies(payouts: readonly Payout[]): FoundPayoutDiscrepancy[] {
	return payouts.flatMap((payout) => {
		const { state, bridge, differenceMinor } = payout;
		if (state !== 'missing' && state !== 'short' && state !== 'over') return [];
		const kind = KINDS[state];
		return [
			{
				...{ kind, sales: [], receipts: payout.receipts, count: 1, currency: payout.currency, cluster: null, payout: payout.id },
				amountMinor: state === 'missing' ? bridge.netMinor : Math.abs(differenceMinor),
				hypotheses: payoutHypotheses(kind, payout),
				lines: payout.lines.map(({ id }) => id),
				...{ settledOn: payout.settledOn, dueAt: payout.dueAt },
			},
		];
	});
}

/** A fee that is not what the rule says is a matter of its own, whether the money came or not. */
export function feeDiscrepancies(findings: readonly FeeFinding[], dueAt: (finding: FeeFinding) => number): FoundPayoutDiscrepancy[] {
	return findings.map((finding) => {
		const { id, receipts, currency, amountMinor, expectedMinor, chargedMinor, grossMinor, rule, settledOn } = finding;
		return {
			...{ kind: 'fee_mismatch' as const, sales: [], receipts, count: receipts.length, currency, cluster: null },
			...{ payout: id, amountMinor, hypotheses: payoutHypotheses('fee_mismatch', null), lines: [], settledOn, dueAt: dueAt(finding) },
			fee: { expectedMinor, chargedMinor, grossMinor, rule },
		};
	});
}

/** Where the lines went that are in no payout. */
export function excludedLines(unused: ReadonlySet<Credit>): ExcludedLine[] {
	return [...unused].map(({ line, payer }) => ({ line: line.id, reason: payer !== null && line.amountMinor > 0 ? 'payout_without_batch' : 'not_a_payout' }));
}
