import { leavesReceipt, type Tender } from '../../../domain/ledger/tender.ts';
import type { Minor } from '../../../domain/money.ts';
import type { Coverage } from '../../../domain/receipts/reading.ts';
import type { Leg } from '../../../domain/receipts/receipt.ts';
import type { BusinessDay, Instant } from '../../../domain/time.ts';
import type { Database, DayOutcome } from '../../database.ts';

/** What an empty queue may claim, and no more. */
export type QueueStanding = {
	/** The latest day with bills; null before the first. */
	readonly day: BusinessDay | null;
	/** Sales that agree with their receipts to the last minor unit. */
	readonly matched: { readonly sales: number; readonly minor: Minor };
	/** Whose records they agree with: the terminal's, where there are any. */
	readonly leg: Leg;
	/** Until when every tender of that day is covered by some bill; null where one has no bill at all. */
	readonly coveredTo: Instant | null;
	/** Tenders of that day that no bill covers. */
	readonly uncovered: readonly Tender[];
	readonly awaiting: number;
	/** When the next awaited bill is due. */
	readonly awaitingUntil: Instant | null;
	/** Given to the provider or the bank, without an end yet. */
	readonly escalated: number;
	/** Settled by people: explained, entered, collected, written off. */
	readonly settled: number;
	/** Sales past their due time that no bill covered. */
	readonly notCovered: number;
};

const DAYS_LOOKED_AT = 30;

/** The standing of the latest day that has bills, with everything still awaited in the days before. */
export async function queueStanding(db: Database, now: Instant): Promise<QueueStanding> {
	const outcomes = await db.dayOutcomes.orderBy('day').reverse().limit(DAYS_LOOKED_AT).toArray();
	const latest = outcomes.find((one) => one.matches.length > 0) ?? null;
	const awaiting = outcomes.flatMap((one) => one.awaiting);
	const dues = awaiting.map((one) => one.dueAt).filter((due) => due > now);
	const base = {
		awaiting: awaiting.length,
		awaitingUntil: dues.length === 0 ? null : Math.min(...dues),
		escalated: await db.discrepancies.where('state').equals('escalated').count(),
		settled: await settledCount(db),
		notCovered: outcomes.flatMap((one) => one.problems).filter((one) => one.code === 'not_covered' && one.sale !== null).length,
	};
	if (!latest) return { ...base, day: null, leg: 'terminal', matched: { sales: 0, minor: 0 }, coveredTo: null, uncovered: [] };
	const tenders = await tendersOf(db, latest.day);
	const imports = await db.imports.where('days').equals(latest.day).toArray();
	const coverage = imports.filter((row) => row.withdrawnBy === null).flatMap((row) => row.coverageParts);
	const legs = coverage.map((part) => part.leg);
	const leg = legs.includes('terminal') ? 'terminal' : (legs[0] ?? 'terminal');
	return { ...base, day: latest.day, leg, matched: await matchedOf(db, latest), ...coveredUpTo(coverage, tenders, now) };
}

/** One state after the other, each counted by the index: several at once would be gone through key by key. */
async function settledCount(db: Database): Promise<number> {
	const counts = await Promise.all(
		(['explained', 'entered', 'collected', 'written_off'] as const).map((state) => db.discrepancies.where('state').equals(state).count()),
	);
	return counts.reduce((sum, count) => sum + count, 0);
}

/** The weakest tender decides: where WeChat's bill reaches midnight and the terminal's 20:30, the day is compared to 20:30. */
export function coveredUpTo(coverage: readonly Coverage[], tenders: readonly Tender[], now: Instant): Pick<QueueStanding, 'coveredTo' | 'uncovered'> {
	const ends = new Map<Tender, Instant>();
	for (const tender of tenders) {
		for (const { tenders: covered, interval } of coverage) {
			if (covered === null || covered.includes(tender)) ends.set(tender, Math.max(interval.to, ends.get(tender) ?? 0));
		}
	}
	const uncovered = tenders.filter((tender) => !ends.has(tender));
	const reached = ends.size === 0 ? null : Math.min(now, ...ends.values());
	return { coveredTo: uncovered.length > 0 && ends.size === 0 ? null : reached, uncovered };
}

async function tendersOf(db: Database, day: BusinessDay): Promise<Tender[]> {
	const sales = await salesOfDay(db, day);
	return [...new Set(sales.map((sale) => sale.tender))].filter((tender) => leavesReceipt(tender) && tender !== 'other');
}

async function matchedOf(db: Database, outcome: DayOutcome): Promise<QueueStanding['matched']> {
	const ids = outcome.matches.filter((match) => match.band !== 'review' && match.differenceMinor === 0).flatMap((match) => match.sales);
	const sales = await db.sales.bulkGet([...new Set(ids)]);
	const minor = sales.reduce((total, sale) => total + (sale ? (sale.kind === 'refund' ? -sale.amountMinor : sale.amountMinor) : 0), 0);
	return { sales: sales.filter((sale) => sale !== undefined).length, minor };
}

function salesOfDay(db: Database, day: BusinessDay) {
	return db.sales.where('[day+number]').between([day, -Infinity], [day, []]).toArray();
}
