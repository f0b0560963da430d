import type { CaseId, DiscrepancyId, EntryId } from '../ids.ts';
import type { DiscrepancyKind } from '../matching/kinds.ts';
import type { Hypothesis } from '../matching/outcome.ts';
import type { Currency, Minor } from '../money.ts';
import type { FeeFigures } from '../settlement/fees/fee-findings.ts';
import type { BusinessDay, Instant } from '../time.ts';

/**
 * Where the work on a discrepancy stands. `cleared` = the engine no longer finds it (a late receipt, a confirmed match);
 * everything but `open` and `snoozed` is out of the queue.
 */
export type WorkState = 'open' | 'snoozed' | 'entered' | 'collected' | 'explained' | 'written_off' | 'escalated' | 'cleared';

/** A gap with the work done on it, as the queue shows it. Derived: engine outcome + decisions. */
export type Discrepancy = {
	readonly id: DiscrepancyId;
	readonly kind: DiscrepancyKind;
	readonly day: BusinessDay;
	/** Of its first member. */
	readonly at: Instant;
	readonly sales: readonly string[];
	readonly receipts: readonly string[];
	readonly count: number;
	readonly amountMinor: Minor;
	readonly currency: Currency;
	/** `owed`: the shop owes the customer (charged twice, too much); `none`: only the books differ. */
	readonly risk: 'loss' | 'owed' | 'none';
	readonly hypotheses: readonly Hypothesis[];
	readonly cluster: string | null;
	/** The payout that it is about, where it is about one. */
	readonly payout?: string;
	/** What was to be charged and what was, where it is about fees. */
	readonly fee?: FeeFigures;
	readonly state: WorkState;
	readonly snoozedUntil: Instant | null;
	readonly assignee: string | null;
	readonly caseId: CaseId | null;
	/** The decision in force; null while open. */
	readonly decision: EntryId | null;
};
