import type { GroupRow, HourBar, TrendDay } from '../../../domain/end-of-day/review.ts';
import type { HypothesisCode } from '../../../domain/matching/outcome.ts';
import type { Minor } from '../../../domain/money.ts';
import type { DayListItem, DayView, GapLine } from './day-view.ts';

/** What became of the day's records; each counts once. `open`, `escalated` and `settled` also count receipts that no sale names. */
export type Segments = {
	readonly matched: number;
	readonly cash: number;
	readonly awaiting: number;
	readonly open: number;
	readonly escalated: number;
	readonly settled: number;
};

export const CAUSE_CODES = [
	'network',
	'not_logged',
	'mistyped',
	'not_collected',
	'not_at_terminal',
	'discount',
	'split',
	'tip',
	'other_till',
	'delay',
	'by_hand',
	'test',
	'written_off',
	'other',
] as const;
export type CauseCode = (typeof CAUSE_CODES)[number];
/** How often something was found to be the cause, most often first. */
export type CauseCount = { readonly cause: CauseCode; readonly count: number };

/** The owner's look at one business day, and at the days around it. */
export type ReviewView = {
	readonly day: DayView;
	readonly segments: Segments;
	/** What may be lost in gaps that have no end yet, and what is owed to customers; never netted. */
	readonly lossMinor: Minor;
	readonly owedMinor: Minor;
	/** Gaps that nobody has decided about. */
	readonly undecided: number;
	/** The most urgent of them, with the likeliest reason. */
	readonly first: { readonly gap: GapLine; readonly hypothesis: HypothesisCode | null } | null;
	readonly hours: readonly HourBar[];
	readonly cashiers: readonly GroupRow[];
	/** Up to the day shown, oldest first. */
	readonly trend: readonly (TrendDay & { /** A day without sales has nothing to be even. */ readonly traded: boolean })[];
	/** Newest first. */
	readonly days: readonly DayListItem[];
	readonly causes: readonly CauseCount[];
};
