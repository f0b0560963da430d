import type { PaymentKeys, SaleState } from '../ledger/sale.ts';
import type { Tender } from '../ledger/tender.ts';
import type { Currency, Minor } from '../money.ts';
import type { Coverage } from '../receipts/reading.ts';
import type { Receipt } from '../receipts/receipt.ts';
import type { DueRule } from '../receipts/source-profiles/due-rules.ts';
import type { BusinessDay, Instant, OffsetMinutes } from '../time.ts';
import type { ShopHabits } from './habits.ts';

/** A ledger row as the engine sees it. A reversal undoes the whole row named in `ref`. */
export type SaleRow = {
	readonly id: string;
	readonly at: Instant;
	readonly offset: OffsetMinutes;
	readonly day: BusinessDay;
	readonly kind: 'sale' | 'refund' | 'reversal';
	readonly amountMinor: Minor;
	/** Null where not known. */
	readonly tipMinor: Minor | null;
	readonly currency: Currency;
	readonly tender: Tender | null;
	readonly terminalId: string | null;
	readonly cashier: string | null;
	readonly keys: PaymentKeys;
	/** The sale that a refund or reversal names. */
	readonly ref: string | null;
	/** Only `paid_confirmed` where the source knows no other. */
	readonly state: SaleState;
};

/** What people decided; binding for ever. */
export type MatchDecisions = {
	/** These belong together, whatever the scores say. */
	readonly confirmed: readonly { readonly sales: readonly string[]; readonly receipts: readonly string[] }[];
	/** These two do not. */
	readonly rejected: readonly { readonly sale: string; readonly receipt: string }[];
};

export type MatchRules = {
	/** Null: the offset written in the rows. */
	readonly zone: string | null;
	readonly cutoverMinutes: number;
	/** A bill of a business day is due `days` later at `atMinutes` after midnight. */
	readonly due: { readonly days: number; readonly atMinutes: number };
	/** Sources, and tenders for which there is no bill yet, whose bills are due at another time than `due`. */
	readonly dueRules?: readonly DueRule[];
	/** How many days later an offline terminal may post. */
	readonly lateDays: number;
	readonly cashToleranceMinor: Minor;
	/** How people in this shop work; a shop with a counter where nothing is known. */
	readonly habits?: ShopHabits;
};

export const MATCH_RULES_DEFAULT: MatchRules = {
	zone: null,
	cutoverMinutes: 240,
	due: { days: 1, atMinutes: 600 },
	lateDays: 3,
	cashToleranceMinor: 100,
};

/** Everything that an answer depends on. */
export type ReconcileInput = {
	readonly sales: readonly SaleRow[];
	readonly receipts: readonly Receipt[];
	readonly coverage: readonly Coverage[];
	readonly decisions: MatchDecisions;
	readonly rules: MatchRules;
	/** At which lateness is judged. */
	readonly now: Instant;
};
