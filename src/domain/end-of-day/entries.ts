import type { Tender } from '../ledger/tender.ts';
import type { ChainHead } from '../log/entry.ts';
import type { Minor } from '../money.ts';
import type { BusinessDay } from '../time.ts';

/** A blind count: expected cash stays hidden until it is made. Denominations in minor units → pieces. */
export type CashCounted = {
	readonly day: BusinessDay;
	readonly countedMinor: Minor;
	readonly floatMinor: Minor;
	readonly pieces: Readonly<Record<string, number>>;
	readonly expectedMinor: Minor;
	readonly reason: 'change' | 'not_logged' | 'mistyped' | 'unknown' | null;
	readonly note: string | null;
};

/**
 * One line of the day: sales of one tender, as it was when it was closed. Refunds are a line of their own.
 * Differences are never netted against each other. For cash the receipts' side is what was counted.
 */
export type DayTotal = {
	readonly tender: Tender;
	readonly salesCount: number;
	readonly ledgerMinor: Minor;
	readonly receiptsCount: number;
	/** Null while no source covers the tender. */
	readonly receiptsMinor: Minor | null;
	readonly shortMinor: Minor;
	readonly overMinor: Minor;
	readonly awaitingCount: number;
	/** What of `ledgerMinor` waits for a bill that is not due. */
	readonly awaitingMinor?: Minor;
};

/** The Z: final, numbered, sealed with the head of the chain as it stood before this entry. */
export type DayClosed = {
	readonly day: BusinessDay;
	readonly z: number;
	readonly totals: readonly DayTotal[];
	readonly open: number;
	readonly openMinor: Minor;
	readonly awaiting: number;
	readonly grandTotalMinor: Minor;
	readonly sealed: ChainHead;
	readonly handedOverBy: string;
	readonly checkedBy: string | null;
	readonly refunds?: RefundTotal;
};

/** Refunds of the day, all tenders together; kept apart from the sales. */
export type RefundTotal = {
	readonly count: number;
	readonly ledgerMinor: Minor;
	readonly receiptsCount: number;
	readonly receiptsMinor: Minor;
	readonly shortMinor: Minor;
	readonly overMinor: Minor;
};

export type EndOfDayBodies = { 'cash-counted': CashCounted; 'day-closed': DayClosed };
