/** Kinds of discrepancy; words for people stand in the message catalogs. */
export const DISCREPANCY_KINDS = [
	'missing_at_terminal',
	'missing_at_provider',
	'missing_at_bank',
	'missing_in_ledger',
	'amount_short',
	'amount_over',
	'duplicate_charge',
	'tender_mismatch',
	'status_mismatch',
	'refund_missing',
	'offline_declined',
	'chargeback',
	'batch_unsettled',
	'payout_short',
	'payout_over',
	'fee_mismatch',
	'cash_short',
	'cash_over',
] as const;
export type DiscrepancyKind = (typeof DISCREPANCY_KINDS)[number];
