import type { Tender } from '../../ledger/tender.ts';
import type { Currency, Minor } from '../../money.ts';
import type { BusinessDay } from '../../time.ts';
import type { CardKind } from '../receipt.ts';

/** How a source pays out what it has collected, as one rule for all of its payments. */
export type PayoutRule = {
	/** Days after the day of the payment, by the source's own day cut. */
	readonly days: number;
	/** `working`: weekends and holidays are passed over (T+n); `calendar`: they count (D+n). */
	readonly basis: 'working' | 'calendar';
	/** Minutes after midnight by which the money is usually there; null where nothing is said. */
	readonly atMinutes: number | null;
	/** Payments of a weekend come in one credit with those of the day before it. */
	readonly weekendsMerged: boolean;
	/** Less than this waits for the next payout; null: any sum is paid out. */
	readonly minimumMinor: Minor | null;
};

/** What one payment costs: a share in millionths of the amount and a fixed part, together at least the minimum and at most the cap (null: none). */
export type FeeRate = {
	/** Null: every tender without a rate of its own. */
	readonly tender: Tender | null;
	/** Only for cards; null or absent: any card without a rate of its own. */
	readonly cardKind?: CardKind | null;
	readonly millionths: number;
	readonly fixedMinor: Minor;
	readonly minMinor?: Minor | null;
	readonly capMinor: Minor | null;
};
/** What becomes of parts of a minor unit; `either`: the contract does not say, so up and down are both right. */
export const FEE_ROUNDINGS = ['either', 'half_up', 'half_even', 'up', 'down'] as const;
export type FeeRounding = (typeof FEE_ROUNDINGS)[number];
/** What is rounded: the fee of each payment, or the sum of the unrounded fees of a batch. */
export const FEE_ROUNDED_PER = ['payment', 'batch'] as const;
export type FeeModel = {
	readonly rates: readonly FeeRate[];
	readonly rounding: FeeRounding;
	/** Absent: `payment`. */
	readonly per?: (typeof FEE_ROUNDED_PER)[number];
	/** Of the fixed parts, minima and caps; absent: that of the payment. */
	readonly currency?: Currency;
};

/** When the bill of a business day should exist: so many days later, so many minutes after midnight in the shop's zone. */
export type BillDue = { readonly days: number; readonly atMinutes: number };

/** What sources usually ask for with a claim; words in the message catalogs. */
export const MATERIAL_CODES = [
	'sales_slip',
	'transaction_numbers',
	'itemised_receipt',
	'back_office_screenshot',
	'bank_statement',
	'written_statement',
	'application_form',
	'business_licence',
	'identity_document',
	'authorisation_letter',
	'customer_statement',
	'cctv_reference',
	'police_report',
] as const;
export type MaterialCode = (typeof MATERIAL_CODES)[number];

/** Everything that is known about a source, by field. Limits are days from the payment; 0 is the same day. */
export type ProfileFields = {
	/** IANA zone of files that name none. */
	readonly zone: string;
	/** Minutes after midnight at which the source's day ends: 0 at midnight, 1,380 at 23:00 of the evening before. */
	readonly dayCut: number;
	readonly billDue: BillDue;
	readonly payout: PayoutRule;
	/** Days on which nothing is paid out, besides weekends and the public holidays that are known; in order. */
	readonly closedDays: readonly BusinessDay[];
	readonly fees: FeeModel;
	readonly voidDays: number;
	readonly refundDays: number;
	readonly inquiryDays: number;
	readonly claimDays: number;
	readonly replyDays: number;
	/** Payments that a terminal stored offline are declined when forwarded later than this. */
	readonly forwardDays: number;
	/** How long a payout that failed is waited for before it is asked for in writing. */
	readonly repairDays: number;
	readonly hotline: string;
	readonly portal: string;
	readonly materials: readonly MaterialCode[];
};
export type ProfileField = keyof ProfileFields;

export const LIMIT_FIELDS = [
	'voidDays',
	'refundDays',
	'inquiryDays',
	'claimDays',
	'replyDays',
	'forwardDays',
	'repairDays',
] as const satisfies readonly ProfileField[];
export type LimitField = (typeof LIMIT_FIELDS)[number];

export const CONTACT_FIELDS = ['hotline', 'portal'] as const satisfies readonly ProfileField[];
export type ContactField = (typeof CONTACT_FIELDS)[number];

export const PROFILE_FIELDS = [
	'billDue',
	'dayCut',
	'zone',
	'payout',
	'closedDays',
	'fees',
	...LIMIT_FIELDS,
	...CONTACT_FIELDS,
	'materials',
] as const satisfies readonly ProfileField[];
