import type { Discrepancy } from '../discrepancies/discrepancy.ts';
import type { Sale } from '../ledger/sale.ts';
import type { Tender } from '../ledger/tender.ts';
import type { Awaiting, Match } from '../matching/outcome.ts';
import type { Receipt } from '../receipts/receipt.ts';
import type { CashCounted } from './entries.ts';

/** What a day's figures are made from. */
export type DayRows = {
	/** Sales and refunds of the day; undone ones may be among them. */
	readonly sales: readonly Sale[];
	/** Of the day and of the neighbouring days that a late receipt may come from. */
	readonly receipts: readonly Receipt[];
	/** Of the same days; those of other days' sales are left out here. */
	readonly matches: readonly Match[];
	/** Of the day. */
	readonly discrepancies: readonly Discrepancy[];
	readonly awaiting: readonly Awaiting[];
	/** Tenders for which some source covers the day, at least in part. */
	readonly covered: readonly Tender[];
	readonly cash: CashCounted | null;
};
