import type { SourceEdit } from '../receipts/source-profiles/edits.ts';
import type { FeeModel } from '../receipts/source-profiles/fields.ts';
import { fieldOf, profileOf } from '../receipts/source-profiles/lookup.ts';
import type { BusinessDay } from '../time.ts';
import { PAYERS, sourcesOfPayer } from './payers.ts';
import { type PayoutRule, SETTLEMENT_RULES_DEFAULT, type SettlementRules } from './payout-rules.ts';

/**
 * What payouts of a day are judged by in a shop: the usual ways, and above them what the shop has said of its sources, each from the day
 * on from which it holds.
 */
export function shopSettlementRules(edits: readonly SourceEdit[], day: BusinessDay): SettlementRules {
	if (edits.length === 0) return SETTLEMENT_RULES_DEFAULT;
	const payouts: Partial<Record<(typeof PAYERS)[number], PayoutRule>> = { ...SETTLEMENT_RULES_DEFAULT.payouts };
	const feesBySource: Record<string, FeeModel> = {};
	for (const payer of PAYERS) {
		for (const source of sourcesOfPayer(payer)) {
			const profile = profileOf(source);
			const payout = fieldOf(profile, 'payout', day, edits);
			if (payout?.by === 'shop') {
				const { days, basis, atMinutes } = payout.value;
				payouts[payer] = { days, basis, atMinutes: atMinutes ?? SETTLEMENT_RULES_DEFAULT.payout.atMinutes };
			}
			const fees = fieldOf(profile, 'fees', day, edits);
			if (fees?.by === 'shop') feesBySource[source] = fees.value;
		}
	}
	return { ...SETTLEMENT_RULES_DEFAULT, payouts, feesBySource };
}
