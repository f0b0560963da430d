import type { Tender } from '../ledger/tender.ts';
import type { Currency, Minor } from '../money.ts';
import type { Interval, OffsetMinutes } from '../time.ts';
import type { BillLeg, Leg, Receipt } from './receipt.ts';

/** Codes for what stands in a file. */
export const LINE_PROBLEM_CODES = [
	'amount_unreadable',
	'time_unreadable',
	'time_assumed',
	'row_unreadable',
	'kind_unknown',
	'id_damaged',
	'id_conflict',
	'row_repeated',
	'footer_disagrees',
	'footer_missing',
	'encoding_damaged',
	'file_truncated',
	'layout_changed',
	'zone_assumed',
	'currency_assumed',
	'date_order_assumed',
	'balance_disagrees',
	'no_rows',
	'formula_cell',
] as const;
export type LineProblemCode = (typeof LINE_PROBLEM_CODES)[number];

/** Something in a file that was not understood. `text` is masked and at most 2,000 characters. */
export type LineProblem = { readonly line: number | null; readonly code: LineProblemCode; readonly message: string; readonly text: string };

/**
 * The time for which a source claims to be complete, and for which tenders (null: all). A bill speaks only once it is due;
 * `dueWhenCovered` is for a terminal that is listened to as it goes, whose silence counts at once.
 */
export type Coverage = {
	readonly source: string;
	readonly leg: Leg;
	readonly interval: Interval;
	readonly tenders: readonly Tender[] | null;
	readonly dueWhenCovered?: boolean;
};

export type Encoding = 'utf-8' | 'gb18030' | 'windows-1252' | 'utf-16le';

/** Whether totals written in the file fit its rows. */
export type FooterCheck = { readonly present: true; readonly agrees: boolean } | { readonly present: false; readonly agrees: null };

/** One bill, read. */
export type BillReading = {
	readonly format: string;
	readonly encoding: Encoding | null;
	readonly leg: BillLeg;
	readonly currency: Currency;
	/** Offset in which `coverage` is shown. */
	readonly offset: OffsetMinutes;
	readonly coverage: Interval | null;
	readonly tenders: readonly Tender[] | null;
	readonly receipts: readonly Receipt[];
	readonly totals: { readonly count: number; readonly salesMinor: Minor; readonly refundsMinor: Minor; readonly feesMinor: Minor };
	readonly footer: FooterCheck;
	readonly problems: readonly LineProblem[];
};
