import type { Currency, Minor } from '../money.ts';
import type { Instant, OffsetMinutes } from '../time.ts';
import type { DiscrepancyKind } from './kinds.ts';

/** `auto` may be accepted without a person, `suggested` is one tap, `review` only a proposal (both sides stay open). */
export type Band = 'auto' | 'suggested' | 'review';

/** Why: one field, how the two sides relate, and what that weighs in thousandths of a bit. The app turns it into a sentence. */
export type Evidence = {
	readonly field:
		| 'amount'
		| 'time'
		| 'tender'
		| 'terminal'
		| 'auth_code'
		| 'rrn'
		| 'trace_no'
		| 'batch_no'
		| 'last4'
		| 'order_no'
		| 'tip'
		| 'decision'
		| 'leg'
		| 'refund';
	readonly relation: string;
	readonly milliBits: number;
	/** Integers that the sentence needs: seconds apart, clock correction in seconds, minor units of difference. */
	readonly facts?: Readonly<Record<string, number | string>>;
};

export type Match = {
	/** First by time, then by id. */
	readonly sales: readonly string[];
	readonly receipts: readonly string[];
	readonly band: Band;
	/** That the match is right as a whole, in millionths. */
	readonly probabilityMillionths: number;
	/** Signed receipts − signed sales, known tips taken off. */
	readonly differenceMinor: Minor;
	readonly evidence: readonly Evidence[];
	readonly runnerUp: { readonly sales: readonly string[]; readonly receipts: readonly string[]; readonly milliBitsBehind: number } | null;
	/** A person said so. */
	readonly confirmed: boolean;
};

/** A possible cause with its weight in thousandths; best first. Words and next steps stand in the message catalogs by code. */
export type Hypothesis = { readonly code: HypothesisCode; readonly weight: number; readonly facts?: Readonly<Record<string, number | string>> };
export const HYPOTHESIS_CODES = [
	'payment_never_taken',
	'terminal_offline_not_uploaded',
	'batch_not_settled',
	'late_posting',
	'other_tender',
	'logged_twice',
	'walked_out',
	'result_unknown',
	'cashier_forgot',
	'other_shop_or_till',
	'amount_mistyped',
	'digits_swapped',
	'decimal_slip',
	'amount_of_the_last',
	'tip_added',
	'coupon_or_second_payment',
	'reader_fault',
	'charged_twice',
	'reported_twice',
	'wrong_key',
	'voided_at_terminal',
	'undone_in_ledger_only',
	'refund_not_sent',
	'refund_not_logged',
	'provider_lost_it',
	'declined_later',
	'payout_delayed',
	'payout_returned',
	'payout_held',
	'other_account',
	'deducted_later',
	'second_part_to_come',
	'earlier_money_included',
	'reserve_released',
	'bank_error',
	'fee_rate_changed',
	'fee_class_other',
] as const;
export type HypothesisCode = (typeof HYPOTHESIS_CODES)[number];

export type FoundDiscrepancy = {
	readonly kind: DiscrepancyKind;
	readonly sales: readonly string[];
	readonly receipts: readonly string[];
	/** How many are missing or too many; members beyond that cannot be told apart. */
	readonly count: number;
	/** Unsigned. */
	readonly amountMinor: Minor;
	readonly currency: Currency;
	readonly hypotheses: readonly Hypothesis[];
	readonly cluster: string | null;
	/** The payout that it is about, where it is about one; it then stands for the members in its id. */
	readonly payout?: string;
};

export type Awaiting = { readonly sale: string; readonly dueAt: Instant; readonly offset: OffsetMinutes };
export type Netted = { readonly sales: readonly string[]; readonly receipts: readonly string[]; readonly reason: 'reversal' | 'void' };
export type Excluded = {
	readonly sale: string | null;
	readonly receipt: string | null;
	readonly reason: 'fee' | 'payout' | 'failed' | 'adjustment' | 'cash_sale' | 'other_tender' | 'pending';
};
/** A row that was read but could not be judged. */
export type RowProblem = {
	readonly sale: string | null;
	readonly receipt: string | null;
	readonly code: 'original_unknown' | 'not_covered' | 'id_conflict' | 'row_unusable';
	readonly message: string;
};

/** How far a source's clock is ahead of the tablet's, per terminal and business day. */
export type ClockEstimate = { readonly clock: string; readonly skewSeconds: number; readonly spreadSeconds: number; readonly anchors: number };

/** Every row given ends in exactly one of: a match of band auto or suggested, a discrepancy, awaiting, netted, excluded, problems. */
export type Outcome = {
	readonly engineVersion: number;
	readonly matches: readonly Match[];
	readonly discrepancies: readonly FoundDiscrepancy[];
	readonly awaiting: readonly Awaiting[];
	readonly netted: readonly Netted[];
	readonly excluded: readonly Excluded[];
	readonly problems: readonly RowProblem[];
	readonly clocks: readonly ClockEstimate[];
};
