import type { Tender } from '../../ledger/tender.ts';
import type { Coverage } from '../../receipts/reading.ts';
import type { Leg } from '../../receipts/receipt.ts';
import { type BusinessDay, type Instant, MINUTE_MS, type OffsetMinutes } from '../../time.ts';
import type { Calendar } from '../preparing/calendar.ts';
import type { SaleRow } from '../rows.ts';

/** What to make of a sale without a receipt. */
export type Expectation = 'awaiting' | 'not_covered' | 'missing_at_terminal' | 'missing_at_provider';

/** Judges absence only where presence was due. */
export type Lateness = {
	readonly dueAt: (day: BusinessDay, offset: OffsetMinutes) => Instant;
	readonly offsetAt: Calendar['offsetAt'];
	readonly expectation: (sale: SaleRow) => Expectation;
	/** Whether a leg's sources cover a moment for a tender. */
	readonly covers: (leg: Leg, at: Instant, asked: { readonly tender: Tender | null; readonly day: BusinessDay }) => boolean;
	readonly isDue: (day: BusinessDay, offset: OffsetMinutes) => boolean;
};

export type LatenessInput = { readonly coverage: readonly Coverage[]; readonly calendar: Calendar; readonly now: Instant; readonly sales: readonly SaleRow[] };

export function latenessOf({ coverage, calendar, now, sales }: LatenessInput): Lateness {
	const usual = tendersByDay(sales);
	const ofLeg = (leg: Leg) => coverage.filter((one) => one.leg === leg);
	const byLeg = { terminal: ofLeg('terminal'), provider: ofLeg('provider'), bank: ofLeg('bank') };
	const covers: Lateness['covers'] = (leg, at, { tender, day }) => {
		const there = byLeg[leg].filter((one) => one.interval.from <= at && at < one.interval.to);
		if (there.some((one) => one.tenders === null)) return true;
		if (tender !== null && tender !== 'other') return there.some((one) => one.tenders?.includes(tender));
		// Without a tender the receipt may stand in any bill, so all of the day's tenders must be covered.
		const needed = usual.get(day) ?? [];
		return there.length > 0 && [...needed].every((one) => there.some((source) => source.tenders?.includes(one)));
	};
	const isDue = (day: BusinessDay, offset: OffsetMinutes) => now >= calendar.dueAt(day, offset);
	const live = latenessOfLive(coverage);
	const expectation = (sale: SaleRow): Expectation => {
		if (live(sale)) return 'missing_at_terminal';
		if (!isDue(sale.day, sale.offset)) return 'awaiting';
		if (covers('terminal', sale.at, sale)) return 'missing_at_terminal';
		return covers('provider', sale.at, sale) ? 'missing_at_provider' : 'not_covered';
	};
	return { dueAt: calendar.dueAt, offsetAt: calendar.offsetAt, expectation, covers, isDue };
}

/** A sale may be logged a moment before the terminal has taken the payment. */
const LIVE_GRACE_MS = MINUTE_MS;

/** Whether a terminal that is listened to as it goes has passed over the sale: its silence counts without waiting for a bill. */
function latenessOfLive(coverage: readonly Coverage[]): (sale: SaleRow) => boolean {
	const live = coverage.filter((one) => one.leg === 'terminal' && one.dueWhenCovered);
	return ({ at, tender }) =>
		live.some(
			({ interval, tenders }) => interval.from <= at && at + LIVE_GRACE_MS < interval.to && (tenders === null || (tender !== null && tenders.includes(tender))),
		);
}

function tendersByDay(sales: readonly SaleRow[]): ReadonlyMap<BusinessDay, ReadonlySet<Tender>> {
	const tenders = new Map<BusinessDay, Set<Tender>>();
	for (const { day, tender } of sales) {
		if (tender === null || tender === 'cash' || tender === 'other') continue;
		const known = tenders.get(day);
		if (known) known.add(tender);
		else tenders.set(day, new Set([tender]));
	}
	return tenders;
}
