import type { Tender } from '../../src/domain/ledger/tender.ts';

/**
 * A shop as the simulator plays it: people, machines and what goes wrong with them. Nothing here knows how the engine
 * thinks; shares are per customer, times are seconds unless their name says otherwise.
 */
export type Shop = {
	readonly days: number;
	readonly customersPerDay: number;
	/** First day, `YYYY-MM-DD`. */
	readonly from: string;
	/** Hours after midnight; a closing hour above 24 is in the next calendar day. */
	readonly open: number;
	readonly close: number;
	/** Hours at which people crowd, each an hour or so wide. */
	readonly rushes: readonly number[];
	readonly tenders: Partial<Readonly<Record<Tender, number>>>;
	readonly terminals: readonly Terminal[];
	readonly prices: Prices;
	readonly logging: Logging;
	readonly keys: TypedKeys;
	/** What slips and exports print: every number, no running numbers (trace, batch, reference), or only the bank's codes. */
	readonly prints: 'all' | 'no_running' | 'codes';
	/** How often the cashier picks the terminal on the tablet, and how often the wrong one. */
	readonly terminalPicked: { readonly share: number; readonly wrong: number };
	/** How often the tender is left empty. */
	readonly tenderEmpty: number;
	readonly tips: Tips;
	readonly outages: readonly Outage[];
	/** A single payment stored by the terminal and posted hours to days later. */
	readonly postedLate: number;
	readonly faults: Partial<Readonly<Record<Fault, number>>>;
	/** Provider bills beside the terminals' receipts: share of payments that the provider never got. */
	readonly provider: { readonly lost: number } | null;
	readonly currency: string;
};

export type Terminal = {
	readonly id: string;
	/** How busy it is beside the others. */
	readonly weight: number;
	readonly clock: ClockPlan;
};

/** What a terminal's clock shows beside the true time. */
export type ClockPlan = {
	readonly ahead: number;
	readonly driftPerDay?: number;
	/** From an hour of a day (counted from 0) on it shows so much more. */
	readonly steps?: readonly { readonly day: number; readonly hour: number; readonly by: number }[];
};

export type Prices = {
	/** Dishes on the list, and how unevenly they sell (0: all alike; 1: as words in a text). */
	readonly dishes: number;
	readonly uneven: number;
	readonly least: number;
	readonly most: number;
	/** Minor units in which prices are rounded. */
	readonly step: number;
	/** Most dishes in one order. */
	readonly basket: number;
	/** Goods sold by weight: any amount. */
	readonly weighed: number;
};

export type Logging = {
	/** Share logged before the payment, and up to how long before. */
	readonly before: { readonly share: number; readonly most: number };
	/** Otherwise after it: the middle delay, and how unevenly (spread of its natural logarithm). */
	readonly after: { readonly middle: number; readonly spread: number };
	/** Slips are put aside in a rush and logged in one go. */
	readonly piles: { readonly share: number; readonly most: number; readonly waitMost: number };
};

export type TypedKeys = {
	readonly share: number;
	/** One character swapped, wrong, left out or doubled. */
	readonly slip: number;
	/** Copied from the slip before. */
	readonly otherSlip: number;
	/** Only the last characters. */
	readonly tail: number;
};

export type Tips = { readonly share: number; readonly known: number; readonly percents: readonly number[]; readonly roundsUp: number };

/** A stretch in which a terminal is offline: its payments come late (all in one go, or with the delay), or never. */
export type Outage = {
	readonly terminal: number;
	readonly day: number;
	readonly fromHour: number;
	readonly hours: number;
	readonly posts: 'in_one_go' | 'shifted' | 'never';
	readonly backAfterHours: number;
};

/** What can go wrong with one customer. At most one of them does. */
export const FAULTS = [
	'never_paid',
	'not_logged',
	'logged_twice',
	'charged_twice',
	'failed_then_paid',
	'declined',
	'wrong_tender',
	'logged_as_cash',
	'cash_logged_as_card',
	'mistyped',
	'coupon',
	'charged_like_the_last',
	'voided',
	'undone_in_ledger',
	'undone_in_both',
	'undone_unpaid',
	'corrected',
	'refund',
	'refund_in_ledger_only',
	'refund_at_terminal_only',
	'partial_refund',
	'split',
	'combined',
	'group_of_equals',
	'charged_back',
] as const;
export type Fault = (typeof FAULTS)[number];

/** What goes wrong in any shop now and then. */
export const EVERYDAY: Readonly<Record<Fault, number>> = {
	never_paid: 0.008,
	not_logged: 0.008,
	logged_twice: 0.0015,
	charged_twice: 0.002,
	failed_then_paid: 0.006,
	declined: 0.0015,
	wrong_tender: 0.004,
	logged_as_cash: 0.0025,
	cash_logged_as_card: 0.0015,
	mistyped: 0.003,
	coupon: 0.0015,
	charged_like_the_last: 0.001,
	voided: 0.002,
	undone_in_ledger: 0.0015,
	undone_in_both: 0.003,
	undone_unpaid: 0.003,
	corrected: 0.002,
	refund: 0.004,
	refund_in_ledger_only: 0.0015,
	refund_at_terminal_only: 0.001,
	partial_refund: 0.002,
	split: 0.003,
	combined: 0.002,
	group_of_equals: 0.01,
	charged_back: 0.0005,
};

/** A shop where nothing unusual happens, to be changed by each scenario. */
export const PLAIN_SHOP: Shop = {
	days: 3,
	customersPerDay: 320,
	from: '2026-11-02',
	open: 9,
	close: 21.5,
	rushes: [12.2, 18.6],
	tenders: { card: 3, wechat: 4, alipay: 2, cash: 1 },
	terminals: [
		{ id: 'T1', weight: 3, clock: { ahead: 35 } },
		{ id: 'T2', weight: 2, clock: { ahead: -48 } },
	],
	prices: { dishes: 45, uneven: 0.7, least: 600, most: 6_800, step: 100, basket: 3, weighed: 0 },
	logging: { before: { share: 0.2, most: 30 }, after: { middle: 8, spread: 0.7 }, piles: { share: 0.02, most: 5, waitMost: 300 } },
	keys: { share: 0.12, slip: 0.04, otherSlip: 0.015, tail: 0.5 },
	prints: 'all',
	terminalPicked: { share: 0.9, wrong: 0.02 },
	tenderEmpty: 0,
	tips: { share: 0, known: 0, percents: [10, 15, 18, 20, 22], roundsUp: 0.15 },
	outages: [],
	postedLate: 0.001,
	faults: EVERYDAY,
	provider: null,
	currency: 'CNY',
};
