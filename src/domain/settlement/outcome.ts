import type { Tender } from '../ledger/tender.ts';
import type { FoundDiscrepancy } from '../matching/outcome.ts';
import type { Currency, Minor } from '../money.ts';
import type { BusinessDay, Instant, OffsetMinutes } from '../time.ts';
import type { FeeFigures, FeeUnjudged } from './fees/fee-findings.ts';

/** How a payout comes about: gross − refunds − fees − adjustments = net. Adjustments are signed, positive = taken off. */
export type Bridge = {
	readonly grossMinor: Minor;
	readonly refundsMinor: Minor;
	readonly feesMinor: Minor;
	readonly adjustmentsMinor: Minor;
	readonly netMinor: Minor;
};

/**
 * `received`: what came is what was to come. `short`, `over`: it differs. `missing`: due, and the statements that cover the
 * time do not have it. `awaiting`: not due. `not_covered`: due, but no statement reaches so far. `in_balance`: the provider keeps it until it is paid out.
 */
export type PayoutState = 'received' | 'short' | 'over' | 'missing' | 'awaiting' | 'not_covered' | 'in_balance';

/** Why: one matter and how it stands; the app and the command line turn it into a sentence. */
export type PayoutEvidence = {
	readonly field: 'payer' | 'net' | 'fee' | 'reference' | 'day' | 'bill' | 'statement' | 'rows';
	readonly relation: string;
	readonly facts?: Readonly<Record<string, number | string>>;
};

/** One settled day of one source, or one payout that the source itself names. */
export type PayoutBatch = {
	readonly id: string;
	readonly source: string;
	/** Where the source tells payments of several acquirers apart only by tender. */
	readonly tender: Tender | null;
	readonly settledOn: BusinessDay;
	/** The source itself says that it paid out. */
	readonly stated: boolean;
	readonly count: number;
	readonly bridge: Bridge;
};

export type PayoutLine = {
	readonly id: string;
	readonly bookedOn: BusinessDay;
	readonly amountMinor: Minor;
	readonly counterparty: string | null;
	readonly reference: string | null;
	readonly text: string;
};

/** What came to the bank in one go, or should have: one batch, several of them, or one in several credits. */
export type Payout = {
	readonly id: string;
	readonly state: PayoutState;
	readonly batches: readonly PayoutBatch[];
	readonly currency: Currency;
	readonly offset: OffsetMinutes;
	/** Of its first batch. */
	readonly settledOn: BusinessDay;
	readonly dueAt: Instant;
	readonly bridge: Bridge;
	readonly lines: readonly PayoutLine[];
	readonly creditedMinor: Minor;
	/** Credited − net; 0 while nothing came. */
	readonly differenceMinor: Minor;
	readonly evidence: readonly PayoutEvidence[];
	/** Payout rows of the source, then the payments in it, as far as they were given. */
	readonly receipts: readonly string[];
};

/** A discrepancy of this stage; `payout` names the payout or batch that it is about, and makes its id. */
export type FoundPayoutDiscrepancy = FoundDiscrepancy & {
	readonly payout: string;
	readonly lines: readonly string[];
	readonly settledOn: BusinessDay;
	readonly dueAt: Instant;
	/** Of a fee that is not what the rule says. */
	readonly fee?: FeeFigures;
};

/** A bank line that stands in no payout. `payout_without_batch`: a payer's credit for which no bill was given. */
export type ExcludedLine = { readonly line: string; readonly reason: 'not_a_payout' | 'payout_without_batch' };

/** Every bank line ends in exactly one payout or in `excluded`. */
export type Settlement = {
	readonly version: number;
	readonly payouts: readonly Payout[];
	readonly discrepancies: readonly FoundPayoutDiscrepancy[];
	readonly excluded: readonly ExcludedLine[];
	/** Payments whose fee could not be judged although the shop has said what is charged. */
	readonly feesUnjudged: readonly FeeUnjudged[];
};
