import { leavesReceipt, TENDERS, type Tender } from '../ledger/tender.ts';
import type { Coverage } from '../receipts/reading.ts';
import type { Interval } from '../time.ts';

/** The tenders whose payments some bill or feed covers in at least a part of the time; payouts of the bank are no such bill. */
export function coveredTenders(coverage: readonly Coverage[], time: Interval): readonly Tender[] {
	const parts = coverage.filter(({ leg, interval }) => leg !== 'bank' && interval.from < time.to && time.from < interval.to);
	return TENDERS.filter((tender) => leavesReceipt(tender) && parts.some(({ tenders }) => tenders === null || tenders.includes(tender)));
}
