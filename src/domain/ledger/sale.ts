import type { EntryId, SaleId } from '../ids.ts';
import type { Currency, Minor } from '../money.ts';
import type { BusinessDay, Instant, OffsetMinutes } from '../time.ts';
import type { Tender } from './tender.ts';

/** What the terminal said, as far as the cashier saw it (an unknown result is queried, never re-run). */
export const SALE_STATES = ['paid_confirmed', 'result_unknown', 'failed', 'unpaid_left'] as const;
export type SaleState = (typeof SALE_STATES)[number];

/** Numbers that tie a record to its payment. In the ledger they are what a cashier typed: perhaps only the last characters. */
export type PaymentKeys = {
	readonly authCode: string | null;
	readonly rrn: string | null;
	readonly traceNo: string | null;
	readonly batchNo: string | null;
	readonly last4: string | null;
	readonly merchantOrderNo: string | null;
	readonly channelOrderNo: string | null;
};

export const NO_KEYS: PaymentKeys = { authCode: null, rrn: null, traceNo: null, batchNo: null, last4: null, merchantOrderNo: null, channelOrderNo: null };

/**
 * A sale or refund in the shadow ledger as it now stands: its entry with all later annotations applied.
 * `amountMinor` is what the customer was asked to pay, tip included, always positive; the kind gives the sign.
 */
export type Sale = {
	readonly id: SaleId;
	/** Place in the device's log; shown as 第 n 笔 by `number`. */
	readonly seq: number;
	/** Running number of sales and refunds of the business day, from 1. */
	readonly number: number;
	readonly at: Instant;
	readonly offset: OffsetMinutes;
	readonly day: BusinessDay;
	readonly kind: 'sale' | 'refund';
	readonly amountMinor: Minor;
	readonly tipMinor: Minor | null;
	readonly currency: Currency;
	readonly tender: Tender;
	readonly terminalId: string | null;
	readonly cashier: string;
	readonly state: SaleState;
	readonly keys: PaymentKeys;
	readonly paperSlipNo: string | null;
	/** Table number, lines, anything: free text without card numbers. */
	readonly note: string | null;
	/** The sale that a refund gives back, where known. */
	readonly refundOf: SaleId | null;
	readonly outageId: EntryId | null;
	/** The entry that reversed it; null while it stands. */
	readonly reversedBy: EntryId | null;
	/** Set where it was entered later from a receipt (补录): who was missing is in the discrepancy named. */
	readonly enteredLater: boolean;
	/** The tablet's clock was doubtful when it was recorded. */
	readonly clockSuspect: boolean;
};
