import type { LimitsOf } from '../../../domain/cases/deadlines.ts';
import type { Discrepancy } from '../../../domain/discrepancies/discrepancy.ts';
import type { DiscrepancyId } from '../../../domain/ids.ts';
import type { Sale } from '../../../domain/ledger/sale.ts';
import type { Match } from '../../../domain/matching/outcome.ts';
import type { Leg, Receipt } from '../../../domain/receipts/receipt.ts';
import { aboutOf } from '../../../domain/receipts/source-profiles/shop-sources.ts';
import type { Payout } from '../../../domain/settlement/outcome.ts';
import { type Instant, MINUTE_MS } from '../../../domain/time.ts';
import type { Database, OutageRow } from '../../database.ts';
import { discrepancyById, visitDays } from '../../discrepancies/rows.ts';
import { firstWaiting } from '../../discrepancies/waiting.ts';
import { daysAround, receiptsById } from '../match/member-receipts.ts';
import { askedSource } from '../source-profiles.ts';

/** What there is to do now, most urgent first, and what was put off: so many of each as anybody works through, and how many there are in all. */
export type QueueLists = {
	readonly open: readonly Discrepancy[];
	readonly snoozed: readonly Discrepancy[];
	readonly counts: { readonly open: number; readonly snoozed: number };
};

/** A busy shop has some dozens; where a bill meets an empty ledger there may be a hundred thousand. The next ones come up as the first are settled. */
const LISTED_MAX = 300;

/** Every discrepancy that still waits for a decision; one whose time to wake has come is open again. The one asked for is always among them. */
export async function queueLists(db: Database, now: Instant, asked: DiscrepancyId | null = null): Promise<QueueLists> {
	const { open, snoozed, counts } = await firstWaiting(db, now, LISTED_MAX);
	const far = asked === null || open.some(({ id }) => id === asked) ? null : await discrepancyById(db, asked);
	return { open: far?.state === 'open' ? [...open, far] : open, snoozed, counts };
}

/** Everything that is known about one discrepancy. */
export type QueueDetail = {
	readonly discrepancy: Discrepancy;
	readonly sales: readonly Sale[];
	readonly receipts: readonly Receipt[];
	/** What the provider should have paid out and what came, where it is about that. */
	readonly payout: Payout | null;
	/** The match that its members stand in, if any: why the two are one payment. */
	readonly match: Match | null;
	/** Whose record it is about, or whose is missing. */
	readonly leg: Leg;
	/** Until when the bill that should have carried it covers the time; null where no bill says. */
	readonly coveredTo: Instant | null;
	/** Sales of ours of the same amount within ten minutes, where the ledger lacks it. */
	readonly equalNearby: number;
	/** The outage during which it happened, with how many sales were logged meanwhile. */
	readonly outage: { readonly startedAt: Instant; readonly endedAt: Instant | null; readonly sales: number } | null;
	/** How many discrepancies of the day were lost together with it; 0 where it stands alone. */
	readonly clusterSize: number;
	/** Whom to ask about it, with the limits and contacts that hold there. */
	readonly source: LimitsOf;
};

/** Null once the discrepancy is gone. */
export async function queueDetail(db: Database, id: DiscrepancyId): Promise<QueueDetail | null> {
	const discrepancy = await discrepancyById(db, id);
	if (!discrepancy) return null;
	const sales = present(await db.sales.bulkGet([...discrepancy.sales]));
	const standing = discrepancy.receipts.length === 0 ? new Map<string, Receipt>() : await receiptsById(db, daysAround(discrepancy.day));
	const receipts = discrepancy.receipts.flatMap((one) => standing.get(one) ?? []);
	const leg = legOf(discrepancy, receipts);
	return {
		discrepancy,
		sales,
		receipts,
		payout: discrepancy.payout === undefined ? null : ((await db.payouts.get(discrepancy.payout)) ?? null),
		match: await matchOf(db, discrepancy),
		leg,
		coveredTo: await coveredTo(db, discrepancy, sales, leg),
		equalNearby: discrepancy.kind === 'missing_in_ledger' ? await equalNearby(db, discrepancy) : 0,
		outage: discrepancy.payout === undefined ? await outageAt(db, discrepancy.at) : null,
		clusterSize: discrepancy.cluster === null ? 0 : await clusterSize(db, discrepancy),
		source: await askedSource(db, aboutOf(sales, receipts)),
	};
}

function present(sales: readonly (Sale | undefined)[]): Sale[] {
	return sales.filter((sale): sale is Sale => sale !== undefined).sort((a, b) => a.at - b.at);
}

function legOf({ kind }: Discrepancy, receipts: readonly Receipt[]): Leg {
	if (kind === 'missing_at_provider' || kind === 'chargeback' || kind === 'fee_mismatch' || kind === 'batch_unsettled') return 'provider';
	if (kind === 'missing_at_bank' || kind === 'payout_short' || kind === 'payout_over') return 'bank';
	return receipts[0]?.leg ?? 'terminal';
}

async function matchOf(db: Database, { day, sales, receipts }: Discrepancy): Promise<Match | null> {
	const outcome = await db.dayOutcomes.get(day);
	const match = outcome?.matches.find((one) => one.sales.some((id) => sales.includes(id)) && one.receipts.some((id) => receipts.includes(id)));
	return match ?? null;
}

async function coveredTo(db: Database, { at, day }: Discrepancy, sales: readonly Sale[], leg: Leg): Promise<Instant | null> {
	const imports = await db.imports.where('days').equals(day).toArray();
	const tender = sales[0]?.tender;
	const ends = imports
		.filter((row) => row.withdrawnBy === null)
		.flatMap((row) => row.coverageParts)
		.filter((part) => part.leg === leg && part.interval.from <= at && at < part.interval.to)
		.filter((part) => tender === undefined || part.tenders === null || part.tenders.includes(tender))
		.map((part) => part.interval.to);
	return ends.length === 0 ? null : Math.max(...ends);
}

const NEARBY_MS = 10 * MINUTE_MS;

async function equalNearby(db: Database, { at, amountMinor, count }: Discrepancy): Promise<number> {
	const unit = count > 1 ? amountMinor / count : amountMinor;
	return db.sales
		.where('at')
		.between(at - NEARBY_MS, at + NEARBY_MS)
		.filter((sale) => sale.amountMinor === unit && sale.reversedBy === null)
		.count();
}

async function clusterSize(db: Database, { day, cluster }: Discrepancy): Promise<number> {
	let size = 0;
	await visitDays(db, [day], (row) => {
		if (row.cluster === cluster && row.state !== 'cleared') size += 1;
	});
	return size;
}

async function outageAt(db: Database, at: Instant): Promise<QueueDetail['outage']> {
	const outages = await db.outages.toArray();
	const outage = outages.find((one: OutageRow) => one.startedAt <= at && (one.endedAt === null || at <= one.endedAt));
	if (!outage) return null;
	const sales = await db.sales
		.where('at')
		.between(outage.startedAt, outage.endedAt ?? at, true, true)
		.count();
	return { startedAt: outage.startedAt, endedAt: outage.endedAt, sales };
}
