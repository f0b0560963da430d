import type { DiscrepancyKind } from '../matching/kinds.ts';
import type { Discrepancy } from './discrepancy.ts';

export type Risk = Discrepancy['risk'];

/** Where money went to the wrong side: lost by the shop, owed by it, or right with only the books wrong. */
const RISKS: Readonly<Record<DiscrepancyKind, Risk>> = {
	missing_at_terminal: 'loss',
	missing_at_provider: 'loss',
	missing_at_bank: 'loss',
	missing_in_ledger: 'none',
	amount_short: 'loss',
	amount_over: 'owed',
	duplicate_charge: 'owed',
	tender_mismatch: 'none',
	status_mismatch: 'loss',
	refund_missing: 'owed',
	offline_declined: 'loss',
	chargeback: 'loss',
	batch_unsettled: 'loss',
	payout_short: 'loss',
	payout_over: 'owed',
	fee_mismatch: 'loss',
	cash_short: 'loss',
	cash_over: 'none',
};

/**
 * `reversed`: its sale was undone in the ledger, so that a receipt which stands is money to give back.
 * `refund`: its receipt gives money back, so that one which nobody logged took money out of the shop.
 */
export function riskOf(kind: DiscrepancyKind, reversed: boolean, refund = false): Risk {
	if (kind === 'missing_in_ledger' && refund) return 'loss';
	return kind === 'status_mismatch' && reversed ? 'owed' : RISKS[kind];
}
