import type { DiscrepancyId, EntryId, SaleId } from '../ids.ts';
import type { SaleState } from '../ledger/sale.ts';
import type { DiscrepancyKind } from '../matching/kinds.ts';
import type { Minor } from '../money.ts';
import type { Instant } from '../time.ts';

/** What a decision is about: enough to show it after the discrepancy itself has gone. */
export type DiscrepancyRef = {
	readonly discrepancy: DiscrepancyId;
	readonly kind: DiscrepancyKind;
	readonly day: string;
	readonly sales: readonly string[];
	readonly receipts: readonly string[];
	readonly amountMinor: Minor;
};

export const EXPLANATION_CODES = [
	'typed_wrong',
	'discount_or_coupon',
	'split_payment',
	'tip',
	'other_till',
	'test_payment',
	'refunded_by_hand',
	'known_delay',
	'other',
] as const;
export type ExplanationCode = (typeof EXPLANATION_CODES)[number];

export type DiscrepancyAssigned = DiscrepancyRef & { readonly to: string; readonly note: string | null };
export type DiscrepancyExplained = DiscrepancyRef & { readonly reason: ExplanationCode; readonly note: string | null };
/**
 * 补录, record only. `created` is the sale made from a receipt (台账缺); null where the sale was ticked off the re-entry list
 * as entered on the other till.
 */
export type DiscrepancyEntered = DiscrepancyRef & {
	readonly created: SaleId | null;
	/** Where several sales were missing: all but the first of those made. */
	readonly createdMore?: readonly SaleId[];
	/** The entries of the same commit that tie the new sales to their receipts; undone together with this one. */
	readonly confirmations?: readonly EntryId[];
	readonly note: string | null;
};
/** 补收款: a new live payment, taken only after the result was queried and with the customer present. */
export const QUERY_WAYS = ['last_transaction', 'provider_app', 'slip_reprint'] as const;
export type QueryWay = (typeof QUERY_WAYS)[number];
export type DiscrepancyCollected = DiscrepancyRef & {
	readonly queried: QueryWay;
	readonly sale: SaleId;
	/** The unpaid sale that the new one stands in for, and its state before; it was marked as failed in the same commit. */
	readonly unpaid?: { readonly sale: SaleId; readonly state: SaleState };
	readonly note: string | null;
};
export type DiscrepancyWrittenOff = DiscrepancyRef & { readonly reason: string };
export type DiscrepancySnoozed = DiscrepancyRef & { readonly until: Instant };

export type DiscrepancyBodies = {
	'discrepancy-assigned': DiscrepancyAssigned;
	'discrepancy-explained': DiscrepancyExplained;
	'discrepancy-entered': DiscrepancyEntered;
	'discrepancy-collected': DiscrepancyCollected;
	'discrepancy-written-off': DiscrepancyWrittenOff;
	'discrepancy-snoozed': DiscrepancySnoozed;
};
