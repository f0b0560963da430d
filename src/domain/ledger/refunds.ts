import type { Minor } from '../money.ts';
import { type Problem, problem } from '../problems.ts';
import type { Sale } from './sale.ts';

/** What of a sale has not been given back yet; never below zero. */
export function refundableMinor(sale: Sale, refunds: readonly Sale[]): Minor {
	const given = refunds.filter((refund) => refund.reversedBy === null).reduce((sum, refund) => sum + refund.amountMinor, 0);
	return Math.max(0, sale.amountMinor - given);
}

/** Why a refund of this sale cannot be recorded; null where it can. */
export function refundFault(sale: Sale, refunds: readonly Sale[], amountMinor: Minor): Problem | null {
	if (sale.kind === 'refund') return problem('not_allowed_now', 'a refund cannot be refunded');
	if (sale.reversedBy !== null) return problem('already_reversed');
	return amountMinor > refundableMinor(sale, refunds) ? problem('refund_exceeds_sale') : null;
}
