import { TENDERS, type Tender } from '../ledger/tender.ts';
import type { Minor } from '../money.ts';
import type { DayClosed, DayTotal } from './entries.ts';

/** What has changed about a tender of a closed day; signed, now less then. */
export type Adjustment = {
	readonly tender: Tender;
	readonly salesCount: number;
	readonly ledgerMinor: Minor;
	readonly receiptsMinor: Minor;
	readonly shortMinor: Minor;
	readonly overMinor: Minor;
};

/** What was found after a day was closed: the Z stays as it is, these come beside it. Tenders without a change are left out. */
export function adjustmentsSince(close: Pick<DayClosed, 'totals'>, now: readonly DayTotal[]): readonly Adjustment[] {
	return TENDERS.flatMap((tender) => {
		const [before, after] = [close.totals, now].map((totals) => totals.find((total) => total.tender === tender));
		const delta = (figure: (total: DayTotal) => Minor) => (after ? figure(after) : 0) - (before ? figure(before) : 0);
		const adjustment: Adjustment = {
			tender,
			salesCount: delta((total) => total.salesCount),
			ledgerMinor: delta((total) => total.ledgerMinor),
			receiptsMinor: delta((total) => total.receiptsMinor ?? 0),
			shortMinor: delta((total) => total.shortMinor),
			overMinor: delta((total) => total.overMinor),
		};
		const { tender: _, ...figures } = adjustment;
		return Object.values(figures).some((figure) => figure !== 0) ? [adjustment] : [];
	});
}
