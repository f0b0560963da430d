import type { Hypothesis, HypothesisCode } from '../../matching/outcome.ts';
import type { Payout } from '../outcome.ts';

type Weights = Partial<Record<HypothesisCode, number>>;

/** Possible causes, likeliest first, in thousandths that add up to a thousand (reference: domain §3.3, D07, D14, D15, D23). */
export function payoutHypotheses(kind: 'missing_at_bank' | 'payout_short' | 'payout_over' | 'fee_mismatch', payout: Payout | null): Hypothesis[] {
	const weights = Object.entries(weigh(kind, payout)) as [HypothesisCode, number][];
	const total = weights.reduce((sum, [, weight]) => sum + weight, 0);
	return weights
		.map(([code, weight]) => ({ code, weight: Math.round((weight * 1_000) / total) }))
		.sort((a, b) => b.weight - a.weight || (a.code < b.code ? -1 : 1));
}

function weigh(kind: Parameters<typeof payoutHypotheses>[0], payout: Payout | null): Weights {
	switch (kind) {
		case 'missing_at_bank':
			return { payout_delayed: 40, payout_returned: 25, payout_held: 20, other_account: 15 };
		case 'payout_over':
			return { earlier_money_included: 60, reserve_released: 25, bank_error: 15 };
		case 'fee_mismatch':
			return { fee_rate_changed: 65, fee_class_other: 35 };
		case 'payout_short':
			return shortWeights(payout);
	}
}

/** Up to a twentieth of the sales is more likely a fee than money that was kept back. */
const FEE_LIKE_SHARE = 20;

function shortWeights(payout: Payout | null): Weights {
	const small = payout !== null && Math.abs(payout.differenceMinor) * FEE_LIKE_SHARE <= payout.bridge.grossMinor;
	return small
		? { fee_rate_changed: 40, deducted_later: 35, payout_held: 15, bank_error: 10 }
		: { deducted_later: 40, second_part_to_come: 25, payout_held: 25, bank_error: 10 };
}
