import type { DiscrepancyKind } from '../kinds.ts';
import type { Hypothesis, HypothesisCode } from '../outcome.ts';
import type { AmountRelation } from '../pairing/scoring/amounts.ts';

/** What is known around a discrepancy, as far as it makes one cause likelier than another. */
export type Hints = {
	/** The cashier did not see the result. */
	readonly resultUnknown?: boolean;
	/** Several in a row are missing. */
	readonly cluster?: boolean;
	/** An equal sale or payment close by has a partner. */
	readonly twinNearby?: boolean;
	/** How the amounts relate, for amount_short and amount_over. */
	readonly amounts?: AmountRelation;
	readonly tipPercent?: number;
	/** The receipt repeats the amount of the payment before it. */
	readonly likeTheLast?: boolean;
	/** The receipt was undone, not the sale. */
	readonly undoneAtTerminal?: boolean;
	readonly notPaid?: boolean;
	readonly refund?: boolean;
	/** Two providers may have told of one payment. */
	readonly reportedTwice?: boolean;
	/** The provider has a batch that the terminal opened afterwards. */
	readonly laterSettled?: boolean;
};

type Weighed = Partial<Record<HypothesisCode, number>>;

/** Possible causes, likeliest first, in thousandths that add up to a thousand. */
export function hypothesesFor(kind: DiscrepancyKind, hints: Hints = {}): Hypothesis[] {
	const weights = Object.entries(weigh(kind, hints)) as [HypothesisCode, number][];
	const total = weights.reduce((sum, [, weight]) => sum + weight, 0);
	const facts = hints.tipPercent === undefined ? undefined : { percent: hints.tipPercent };
	return weights
		.map(([code, weight]) => ({ code, weight: Math.round((weight * 1_000) / total), ...(code === 'tip_added' && facts ? { facts } : {}) }))
		.sort((a, b) => b.weight - a.weight || (a.code < b.code ? -1 : 1));
}

function weigh(kind: DiscrepancyKind, hints: Hints): Weighed {
	switch (kind) {
		case 'missing_at_terminal':
			return missing(hints, { payment_never_taken: 30, terminal_offline_not_uploaded: 28, other_tender: 12, late_posting: 8, walked_out: 6 });
		case 'missing_at_provider':
			return missing(hints, {
				payment_never_taken: 24,
				batch_not_settled: 22,
				terminal_offline_not_uploaded: 18,
				late_posting: 12,
				other_tender: 10,
				provider_lost_it: 5,
			});
		case 'missing_in_ledger':
			if (hints.reportedTwice) return { reported_twice: 70, cashier_forgot: 22, charged_twice: 8 };
			return hints.refund
				? { refund_not_logged: 80, other_shop_or_till: 20 }
				: { cashier_forgot: hints.twinNearby ? 40 : 60, charged_twice: hints.twinNearby ? 35 : 8, other_shop_or_till: 15, other_tender: 10 };
		case 'refund_missing':
			return { refund_not_sent: 55, late_posting: 25, other_tender: 12, wrong_key: 8 };
		case 'amount_short':
		case 'amount_over':
			return amounts(kind, hints);
		case 'duplicate_charge':
			return { charged_twice: 85, cashier_forgot: 15 };
		case 'tender_mismatch':
			return { wrong_key: 85, other_tender: 15 };
		case 'status_mismatch':
			return status(hints);
		case 'offline_declined':
			return { declined_later: 60, payment_never_taken: 25, other_tender: 15 };
		case 'batch_unsettled':
			// Whoever settled a later batch settles: this one was lost on its way.
			return hints.laterSettled
				? { provider_lost_it: 45, terminal_offline_not_uploaded: 35, batch_not_settled: 20 }
				: { batch_not_settled: 70, terminal_offline_not_uploaded: 20, provider_lost_it: 10 };
		default:
			return { provider_lost_it: 50, late_posting: 50 };
	}
}

function missing({ resultUnknown, cluster, twinNearby }: Hints, usual: Weighed): Weighed {
	const weights: Weighed = { ...usual, logged_twice: twinNearby ? 40 : 8 };
	if (cluster) {
		weights.terminal_offline_not_uploaded = 120;
		weights.batch_not_settled = 90;
	}
	if (resultUnknown) weights.result_unknown = 150;
	return weights;
}

function amounts(kind: 'amount_short' | 'amount_over', { amounts: relation, tipPercent, likeTheLast }: Hints): Weighed {
	if (likeTheLast) return { amount_of_the_last: 70, amount_mistyped: 20, coupon_or_second_payment: 10 };
	if (relation === 'digits_swapped') return { digits_swapped: 80, amount_mistyped: 15, reader_fault: 5 };
	if (relation === 'decimal_slip') return { decimal_slip: 85, amount_mistyped: 15 };
	const mistyped = relation === 'digit_wrong' ? 70 : 40;
	if (kind === 'amount_short') return { amount_mistyped: mistyped, coupon_or_second_payment: 35, reader_fault: 6 };
	return tipPercent === undefined
		? { amount_mistyped: mistyped, coupon_or_second_payment: 10, reader_fault: 6 }
		: { tip_added: 75, amount_mistyped: mistyped / 3, reader_fault: 4 };
}

function status({ undoneAtTerminal, notPaid }: Hints): Weighed {
	if (notPaid) return { result_unknown: 70, wrong_key: 30 };
	return undoneAtTerminal ? { voided_at_terminal: 80, declined_later: 20 } : { undone_in_ledger_only: 80, refund_not_sent: 20 };
}
