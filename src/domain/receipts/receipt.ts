import type { ReceiptId } from '../ids.ts';
import type { PaymentKeys } from '../ledger/sale.ts';
import type { Tender } from '../ledger/tender.ts';
import type { Currency, Minor } from '../money.ts';
import type { Instant, OffsetMinutes } from '../time.ts';

/** Who keeps the record: the shop, its terminal, the provider or wallet, the bank. */
export type Leg = 'terminal' | 'provider' | 'bank';
/** Who keeps bills of single payments; a bank keeps statements. */
export type BillLeg = Exclude<Leg, 'bank'>;

export const RECEIPT_KINDS = ['sale', 'refund', 'void', 'chargeback', 'fee', 'payout', 'adjustment'] as const;
export type ReceiptKind = (typeof RECEIPT_KINDS)[number];

export const RECEIPT_STATUSES = ['success', 'pending', 'failed', 'reversed'] as const;
export type ReceiptStatus = (typeof RECEIPT_STATUSES)[number];

/** Whether a card draws on its holder's account or on credit; contracts often charge the two differently. */
export const CARD_KINDS = ['debit', 'credit'] as const;
export type CardKind = (typeof CARD_KINDS)[number];

/**
 * What a source said about one payment. `amountMinor` is unsigned and is what the customer was
 * asked to pay, tip included; `feeMinor` positive = charged. The keys are as printed by the source.
 */
export type Receipt = PaymentKeys & {
	/** As in the answer of `read`: stable from run to run and for every order of the rows. */
	readonly id: ReceiptId;
	readonly leg: Leg;
	/** Format id of the file, or name of the hub's source. */
	readonly source: string;
	readonly at: Instant;
	readonly offset: OffsetMinutes;
	readonly kind: ReceiptKind;
	readonly status: ReceiptStatus;
	readonly amountMinor: Minor;
	readonly tipMinor: Minor | null;
	readonly feeMinor: Minor | null;
	/** Signed: what the row adds to a payout, where the source says so. */
	readonly netMinor: Minor | null;
	readonly currency: Currency;
	readonly tender: Tender | null;
	readonly terminalId: string | null;
	/** Names the original of a refund or void: its channel number, else RRN, merchant number or id. */
	readonly originalRef: string | null;
	/** `YYYY-MM-DD`. */
	readonly settlementDate: string | null;
	/** Physical line in its file, from 1. */
	readonly line: number | null;
	/** Absent where the source does not tell. */
	readonly cardKind?: CardKind;
	/** What columns said that the format does not know, by their names, masked; absent where there are none. */
	readonly notes?: Readonly<Record<string, string>>;
};
