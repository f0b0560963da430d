import type { CaseState } from '../../../domain/cases/case.ts';
import type { WorkState } from '../../../domain/discrepancies/discrepancy.ts';
import type { Adjustment } from '../../../domain/end-of-day/adjustments.ts';
import type { DayTotal } from '../../../domain/end-of-day/entries.ts';
import type { CaseId, DiscrepancyId } from '../../../domain/ids.ts';
import type { Tender } from '../../../domain/ledger/tender.ts';
import type { DiscrepancyKind } from '../../../domain/matching/kinds.ts';
import type { Currency, Minor } from '../../../domain/money.ts';
import type { BusinessDay, Instant, OffsetMinutes } from '../../../domain/time.ts';
import type { CashCountRow, DayCloseRow } from '../../database.ts';

export type { CashCountRow, DayCloseRow } from '../../database.ts';

/** Ledger against receipts, one line. Short, over and awaiting stand side by side and are never netted. */
export type Figure = Omit<DayTotal, 'tender'> & {
	/** When the last of the awaited bills is due; null where none is awaited or the moment is not known. */
	readonly awaitingUntil: Instant | null;
};
export type TenderLine = Figure & { readonly tender: Tender };
export type TerminalLine = Figure & { readonly terminalId: string | null; readonly name: string };

/** A gap of the day with where the work on it stands. */
export type GapLine = {
	readonly id: DiscrepancyId;
	readonly kind: DiscrepancyKind;
	readonly at: Instant;
	readonly amountMinor: Minor;
	readonly currency: Currency;
	readonly risk: 'loss' | 'owed' | 'none';
	readonly state: WorkState;
	readonly snoozedUntil: Instant | null;
	readonly terminalId: string | null;
	/** What each side says; null where it says nothing. */
	readonly oursMinor: Minor | null;
	readonly theirsMinor: Minor | null;
	readonly sale: string | null;
	readonly case: { readonly id: CaseId; readonly state: CaseState; readonly deadline: Instant | null; readonly ticketNo: string | null } | null;
};

/** A refund of the ledger and whether the other side has it. */
export type RefundLine = {
	readonly id: string;
	readonly at: Instant;
	readonly amountMinor: Minor;
	readonly tender: Tender;
	readonly found: 'yes' | 'awaiting' | 'no' | 'not_due';
};

export type OutageSpan = { readonly from: Instant; readonly to: Instant; readonly open: boolean };

/** Everything that `/day` shows of one business day. */
export type DayView = {
	readonly day: BusinessDay;
	readonly currency: Currency;
	readonly offset: OffsetMinutes;
	readonly salesCount: number;
	readonly ledgerMinor: Minor;
	readonly tenders: readonly TenderLine[];
	readonly terminals: readonly TerminalLine[];
	readonly refunds: {
		readonly count: number;
		readonly minor: Minor;
		readonly receiptsCount: number;
		readonly receiptsMinor: Minor | null;
		readonly lines: readonly RefundLine[];
	};
	readonly cash: {
		readonly salesCount: number;
		readonly salesMinor: Minor;
		readonly refundsMinor: Minor;
		/** Of the day's own count, else of the last one before. */
		readonly floatMinor: Minor;
		readonly count: CashCountRow | null;
		/** Cash came in or went out after the count, so that it says nothing about the drawer as it is. */
		readonly stale: boolean;
	};
	readonly pending: { readonly unknown: number; readonly unknownMinor: Minor; readonly notPaid: number; readonly notPaidMinor: Minor; readonly undone: number };
	readonly gaps: readonly GapLine[];
	/** Gaps that went away by themselves, and those that people settled. */
	readonly cleared: { readonly count: number; readonly minor: Minor };
	readonly settled: { readonly count: number; readonly minor: Minor };
	readonly awaiting: { readonly count: number; readonly minor: Minor; readonly until: Instant | null };
	/** Up to when every source that has a bill covers the day; null without any bill. `whole`: the bills reach past the day's last sale. */
	readonly covered: { readonly to: Instant; readonly whole: boolean } | null;
	/** Tenders with sales that no bill covers yet. */
	readonly uncovered: readonly Tender[];
	readonly outages: { readonly count: number; readonly minutes: number; readonly salesCount: number; readonly spans: readonly OutageSpan[] };
	readonly device: string;
	readonly nextZ: number;
	readonly close: DayCloseRow | null;
	readonly adjustments: readonly Adjustment[];
};

/** A day in the list to choose from. */
export type DayListItem = {
	readonly day: BusinessDay;
	readonly salesCount: number;
	readonly ledgerMinor: Minor;
	readonly gapCount: number;
	readonly gapMinor: Minor;
	readonly awaitingCount: number;
	readonly z: number | null;
};
