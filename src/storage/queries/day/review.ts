import type { Discrepancy } from '../../../domain/discrepancies/discrepancy.ts';
import { isUnresolved } from '../../../domain/end-of-day/open-work.ts';
import { gapTrend, groupRows, hourBars } from '../../../domain/end-of-day/review.ts';
import type { Sale } from '../../../domain/ledger/sale.ts';
import type { Shop } from '../../../domain/ledger/shop.ts';
import { isTaking } from '../../../domain/ledger/takings.ts';
import type { Match } from '../../../domain/matching/outcome.ts';
import { addDays, type BusinessDay, DAY_MS, daysBetween, type Instant } from '../../../domain/time.ts';
import type { Database } from '../../database.ts';
import { discrepanciesOfDay, discrepanciesOfDays } from '../../discrepancies/rows.ts';
import { dayView } from './day.ts';
import { dayList } from './day-list.ts';
import { salesOfDay } from './day-rows.ts';
import type { GapLine } from './day-view.ts';
import { rootCauses } from './review-causes.ts';
import type { ReviewView, Segments } from './review-view.ts';

const DAYS_SHOWN = 14;
const CAUSES_DAYS = 30;

export type ReviewContext = { readonly shop: Shop; readonly now: Instant; readonly today: BusinessDay };

/** A day as its owner wants to see it: what is missing, why, and what needs a decision. */
export async function reviewView(db: Database, day: BusinessDay, { shop, now, today }: ReviewContext): Promise<ReviewView> {
	const trendDays = daysBetween(addDays(day, 1 - DAYS_SHOWN), day);
	const [view, sales, discrepancies, outcome, days, around, causes] = await Promise.all([
		dayView(db, day, { shop, now }),
		salesOfDay(db, day),
		discrepanciesOfDay(db, day),
		db.dayOutcomes.get(day),
		dayList(db, today, DAYS_SHOWN),
		discrepanciesOfDays(db, trendDays),
		causesSince(db, now - CAUSES_DAYS * DAY_MS),
	]);
	const traded = await Promise.all(trendDays.map((one) => hasSales(db, one)));
	const undecided = view.gaps.filter(({ state }) => state === 'open');
	const atRisk = (risk: GapLine['risk']) => view.gaps.filter((gap) => gap.risk === risk).reduce((sum, gap) => sum + gap.amountMinor, 0);
	const first = undecided[0];
	return {
		day: view,
		segments: segmentsOf(sales, discrepancies, outcome?.matches ?? []),
		lossMinor: atRisk('loss'),
		owedMinor: atRisk('owed'),
		undecided: undecided.length,
		first: first ? { gap: first, hypothesis: discrepancies.find(({ id }) => id === first.id)?.hypotheses[0]?.code ?? null } : null,
		hours: hourBars(sales, discrepancies, { offset: view.offset, cutoverMinutes: shop.cutoverMinutes }),
		cashiers: groupRows(sales, discrepancies, 'cashier'),
		trend: gapTrend(trendDays, around, sales).map((one, index) => ({ ...one, traded: traded[index] ?? false })),
		days,
		causes,
	};
}

async function hasSales(db: Database, day: BusinessDay): Promise<boolean> {
	return (await db.sales.where('[day+number]').between([day, 0], [day, Number.MAX_SAFE_INTEGER]).limit(1).count()) > 0;
}

/** Where each record of the day stands; a gap weighs more than a match of the same sale. */
export function segmentsOf(sales: readonly Sale[], discrepancies: readonly Discrepancy[], matches: readonly Match[]): Segments {
	const matched = new Set(matches.filter(({ band }) => band !== 'review').flatMap((match) => match.sales));
	const found = discrepancies.filter(({ state, payout }) => state !== 'cleared' && payout === undefined);
	const gaps = new Map(found.flatMap((gap) => gap.sales.map((id) => [id, sideOfWork(gap)] as const)));
	const segments = { matched: 0, cash: 0, awaiting: 0, open: 0, escalated: 0, settled: 0 };
	for (const sale of sales.filter((one) => one.kind === 'sale' && isTaking(one))) {
		segments[gaps.get(sale.id) ?? (sale.tender === 'cash' ? 'cash' : matched.has(sale.id) ? 'matched' : 'awaiting')] += 1;
	}
	for (const gap of found.filter((one) => one.sales.length === 0)) segments[sideOfWork(gap)] += gap.count;
	return segments;
}

function sideOfWork(gap: Discrepancy): 'open' | 'escalated' | 'settled' {
	if (!isUnresolved(gap)) return 'settled';
	return gap.state === 'escalated' ? 'escalated' : 'open';
}

async function causesSince(db: Database, from: Instant): Promise<ReviewView['causes']> {
	const decisions = await db.decisions
		.orderBy('seq')
		.reverse()
		.until((row) => row.at < from)
		.toArray();
	const known = await db.discrepancies.bulkGet([...new Set(decisions.flatMap(({ discrepancy }) => discrepancy ?? []))]);
	const outages = await db.outages.toArray();
	const inOutage = new Set(
		known.flatMap((gap) =>
			gap && outages.some(({ startedAt, endedAt }) => startedAt <= gap.at && gap.at <= (endedAt ?? Number.MAX_SAFE_INTEGER)) ? [gap.id] : [],
		),
	);
	return rootCauses(decisions, inOutage);
}
