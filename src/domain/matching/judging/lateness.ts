import type { Tender } from '../../ledger/tender.ts';
import type { Coverage } from '../../receipts/reading.ts';
import type { Leg } from '../../receipts/receipt.ts';
import type { DueRule } from '../../receipts/source-profiles/due-rules.ts';
import { type BusinessDay, type Instant, MINUTE_MS, type OffsetMinutes } from '../../time.ts';
import type { Calendar } from '../preparing/calendar.ts';
import type { MatchRules, SaleRow } from '../rows.ts';

/** What to make of a sale without a receipt. */
export type Expectation = 'awaiting' | 'not_covered' | 'missing_at_terminal' | 'missing_at_provider';

/** A payment whose receipt is looked for. */
export type AskedFor = { readonly at: Instant; readonly offset: OffsetMinutes; readonly day: BusinessDay; readonly tender: Tender | null };

/** Judges absence only where presence was due. */
export type Lateness = {
	/** When the bill that should carry a sale is due: that of a source which covers it, else what is usual of its tender. */
	readonly dueAt: (sale: AskedFor) => Instant;
	readonly offsetAt: Calendar['offsetAt'];
	readonly expectation: (sale: SaleRow) => Expectation;
	/** Whether a leg's sources cover a moment for a tender. */
	readonly covers: (leg: Leg, at: Instant, asked: Pick<AskedFor, 'tender' | 'day'>) => boolean;
	/** Whether a leg covers the payment by bills that are due, so that its silence says something. */
	readonly isSilent: (leg: Leg, asked: AskedFor) => boolean;
};

export type LatenessInput = {
	readonly coverage: readonly Coverage[];
	readonly calendar: Calendar;
	readonly now: Instant;
	readonly sales: readonly SaleRow[];
	readonly dueRules?: MatchRules['dueRules'];
};

export function latenessOf({ coverage, calendar, now, sales, dueRules = [] }: LatenessInput): Lateness {
	const usual = tendersByDay(sales);
	const ofLeg = (leg: Leg) => coverage.filter((one) => one.leg === leg);
	const byLeg = { terminal: ofLeg('terminal'), provider: ofLeg('provider'), bank: ofLeg('bank') };
	const dueOf = dueTimes(dueRules, calendar);
	/** From when on a leg's silence about a payment counts; null where it does not cover it. */
	const speaksAt = (leg: Leg, asked: Omit<AskedFor, 'offset'>, due: (source: string) => Instant): Instant | null => {
		if (byLeg[leg].length === 0) return null;
		const { at, tender, day } = asked;
		const there = byLeg[leg].filter((one) => one.interval.from <= at && at < one.interval.to);
		const first = (tenderWanted: Tender | null) =>
			earliest(there.filter(({ tenders }) => tenders === null || (tenderWanted !== null && tenders.includes(tenderWanted))).map(({ source }) => due(source)));
		if (there.some((one) => one.tenders === null) || (tender !== null && tender !== 'other')) return first(tender === 'other' ? null : tender);
		// Without a tender the receipt may stand in any bill, so all of the day's tenders must be covered.
		const needed = [...(usual.get(day) ?? [])].map(first);
		if (there.length === 0 || needed.includes(null)) return null;
		return Math.max(...(needed.length > 0 ? needed : there.map(({ source }) => due(source))).flatMap((each) => each ?? []));
	};
	const covers: Lateness['covers'] = (leg, at, asked) => speaksAt(leg, { ...asked, at }, () => at) !== null;
	const counts = (leg: Leg, asked: AskedFor) => speaksAt(leg, asked, (source) => dueOf(source, asked));
	const isSilent: Lateness['isSilent'] = (leg, asked) => {
		const from = counts(leg, asked);
		return from !== null && now >= from;
	};
	const dueAt: Lateness['dueAt'] = (sale) => earliest([counts('terminal', sale), counts('provider', sale)].flatMap((each) => each ?? [])) ?? dueOf(null, sale);
	const live = latenessOfLive(coverage);
	const expectation = (sale: SaleRow): Expectation => {
		if (live(sale)) return 'missing_at_terminal';
		if (now < dueAt(sale)) return 'awaiting';
		if (isSilent('terminal', sale)) return 'missing_at_terminal';
		return isSilent('provider', sale) ? 'missing_at_provider' : 'not_covered';
	};
	return { dueAt, offsetAt: calendar.offsetAt, expectation, covers, isSilent };
}

/** When the bill of a source is due for a payment; without a source, the bill that will carry its tender. */
function dueTimes(rules: readonly DueRule[], calendar: Calendar): (source: string | null, asked: AskedFor) => Instant {
	const latest = (day: BusinessDay, isMeant: (rule: DueRule) => boolean) => {
		let last: DueRule | undefined;
		for (const rule of rules) if (isMeant(rule) && (rule.from ?? '') <= day && (rule.from ?? '') >= (last?.from ?? '')) last = rule;
		return last;
	};
	return (source, { tender, day, offset }) => {
		const own = source === null ? undefined : latest(day, (rule) => rule.source === source);
		return calendar.dueAt(day, offset, own ?? latest(day, (rule) => rule.source === null && rule.tender === tender));
	};
}

function earliest(moments: readonly Instant[]): Instant | null {
	return moments.length === 0 ? null : Math.min(...moments);
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
