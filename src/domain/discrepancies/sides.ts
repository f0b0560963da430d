import type { DiscrepancyKind } from '../matching/kinds.ts';

/** On which side of a comparison a discrepancy weighs: `short` where the receipts lack money, `over` where they have more. */
export type Side = 'short' | 'over';

/** What of the members decides where the kind alone does not. */
export type SideFacts = {
	/** The sale was undone in the ledger. */
	readonly reversed: boolean;
	/** Its members give money back. */
	readonly refund: boolean;
};

const SHORT: ReadonlySet<DiscrepancyKind> = new Set<DiscrepancyKind>([
	'missing_at_terminal',
	'missing_at_provider',
	'missing_at_bank',
	'amount_short',
	'offline_declined',
	'chargeback',
	'batch_unsettled',
	'payout_short',
	'fee_mismatch',
	'cash_short',
	'tender_mismatch',
]);

/** For refunds and undone sales the sides change places. A tender mismatch is `short` under the tender logged and `over` under the one paid; here the former. */
export function sideOf(kind: DiscrepancyKind, { reversed, refund }: SideFacts): Side {
	if (kind === 'status_mismatch') return reversed ? 'over' : 'short';
	if (kind === 'missing_in_ledger') return refund ? 'short' : 'over';
	return SHORT.has(kind) ? 'short' : 'over';
}

/** Whether the kind counts into the money at risk as `summary.atRisk` of the command line adds it. */
export function countsAsAtRisk(kind: DiscrepancyKind): boolean {
	return kind !== 'tender_mismatch';
}
