import { byPriority } from '../../../domain/discrepancies/priority.ts';
import { countsAsAtRisk } from '../../../domain/discrepancies/sides.ts';
import { adjustmentsSince } from '../../../domain/end-of-day/adjustments.ts';
import type { DayTotal } from '../../../domain/end-of-day/entries.ts';
import { expectedCash } from '../../../domain/end-of-day/expected-cash.ts';
import { isUnresolved } from '../../../domain/end-of-day/open-work.ts';
import { clearedThemselves } from '../../../domain/end-of-day/review.ts';
import { type DayFigures, dayFigures } from '../../../domain/end-of-day/totals.ts';
import type { Sale } from '../../../domain/ledger/sale.ts';
import type { Shop } from '../../../domain/ledger/shop.ts';
import { isTaking } from '../../../domain/ledger/takings.ts';
import { leavesReceipt } from '../../../domain/ledger/tender.ts';
import { type BusinessDay, type Instant, MINUTE_MS } from '../../../domain/time.ts';
import type { Database } from '../../database.ts';
import { coveredUpTo } from '../queue/standing.ts';
import { type StoredDay, storedDay } from './day-rows.ts';
import type { DayView, GapLine, OutageSpan, RefundLine, TenderLine, TerminalLine } from './day-view.ts';

/** A business day with everything that the day close shows of it. */
export async function dayView(db: Database, day: BusinessDay, { shop, now }: { readonly shop: Shop; readonly now: Instant }): Promise<DayView> {
	const stored = await storedDay(db, day, shop);
	const figures = dayFigures(stored.rows);
	const [close, last, cash, outages, gaps, device] = await Promise.all([
		db.dayCloses.get(day),
		db.dayCloses.orderBy('z').last(),
		cashOf(db, stored),
		outagesOf(db, stored, now),
		gapsOf(db, stored, now),
		db.meta.get('device'),
	]);
	const { sales, awaiting, discrepancies } = stored.rows;
	const tenders = tenderLines(figures, stored);
	return {
		day,
		currency: shop.currency,
		offset: stored.offset,
		salesCount: figures.salesCount,
		ledgerMinor: figures.ledgerMinor,
		tenders,
		terminals: terminalLines(figures, stored, shop),
		refunds: refundsOf(figures, stored),
		cash,
		pending: pendingOf(sales),
		gaps,
		cleared: clearedOf(discrepancies),
		settled: sumOf(discrepancies.filter((row) => row.state !== 'cleared' && !isUnresolved(row))),
		awaiting: { ...sumOf(salesIn(stored, awaiting)), until: latest(awaiting.map(({ dueAt }) => dueAt)) },
		...coveredOf(stored, now),
		outages,
		device: device?.key === 'device' ? device.device : '',
		nextZ: (last?.z ?? 0) + 1,
		close: close ?? null,
		adjustments: close ? adjustmentsSince(close, tenders) : [],
	};
}

function tenderLines({ totals }: DayFigures, { rows }: StoredDay): TenderLine[] {
	const tenderOf = new Map<string, Sale['tender']>(rows.sales.map((sale) => [sale.id, sale.tender]));
	return totals.map((total: DayTotal) => {
		const dues = rows.awaiting.filter(({ sale }) => tenderOf.get(sale) === total.tender).map(({ dueAt }) => dueAt);
		return { ...total, awaitingUntil: latest(dues) };
	});
}

/** A terminal is compared once a source covers one of its tenders. */
function terminalLines({ terminals }: DayFigures, { rows }: StoredDay, shop: Shop): TerminalLine[] {
	return terminals.map((total) => {
		const own = rows.sales.filter((sale) => sale.terminalId === total.terminalId && leavesReceipt(sale.tender));
		const ids = new Set<string>(own.map((sale) => sale.id));
		const compared = total.receiptsCount > 0 || own.some((sale) => rows.covered.includes(sale.tender));
		const name = shop.terminals.find(({ id }) => id === total.terminalId)?.name ?? total.terminalId ?? '';
		const awaitingUntil = latest(rows.awaiting.filter(({ sale }) => ids.has(sale)).map(({ dueAt }) => dueAt));
		return { ...total, receiptsMinor: compared ? total.receiptsMinor : null, name, awaitingUntil };
	});
}

function refundsOf({ refunds }: DayFigures, { rows }: StoredDay): DayView['refunds'] {
	const taken = rows.sales.filter((sale) => sale.kind === 'refund' && isTaking(sale));
	const matched = new Set(rows.matches.filter(({ band }) => band !== 'review').flatMap(({ sales }) => sales));
	const missing = new Set(rows.discrepancies.filter(isUnresolved).flatMap(({ sales }) => sales));
	const found = (sale: Sale): RefundLine['found'] => {
		if (!leavesReceipt(sale.tender)) return 'not_due';
		if (matched.has(sale.id)) return 'yes';
		return missing.has(sale.id) ? 'no' : 'awaiting';
	};
	const compared = refunds.receiptsCount > 0 || taken.some((sale) => rows.covered.includes(sale.tender)) || (taken.length === 0 && rows.covered.length > 0);
	return {
		count: refunds.count,
		minor: refunds.ledgerMinor,
		receiptsCount: refunds.receiptsCount,
		receiptsMinor: compared ? refunds.receiptsMinor : null,
		lines: taken.map((sale) => ({ id: sale.id, at: sale.at, amountMinor: sale.amountMinor, tender: sale.tender, found: found(sale) })),
	};
}

async function cashOf(db: Database, { day, rows }: StoredDay): Promise<DayView['cash']> {
	const count = rows.cash;
	const before = count ?? (await db.cashCounts.where('day').below(day).last()) ?? null;
	const floatMinor = before?.floatMinor ?? 0;
	const { expectedMinor, salesCount, salesMinor, refundsMinor } = expectedCash(rows.sales, floatMinor);
	return { salesCount, salesMinor, refundsMinor, floatMinor, count, stale: count !== null && count.expectedMinor !== expectedMinor };
}

function pendingOf(sales: readonly Sale[]): DayView['pending'] {
	const standing = sales.filter((sale) => sale.kind === 'sale' && sale.reversedBy === null);
	const unknown = sumOf(standing.filter(({ state }) => state === 'result_unknown'));
	const notPaid = sumOf(standing.filter(({ state }) => state === 'failed' || state === 'unpaid_left'));
	return {
		unknown: unknown.count,
		unknownMinor: unknown.minor,
		notPaid: notPaid.count,
		notPaidMinor: notPaid.minor,
		undone: sales.filter((sale) => sale.reversedBy !== null).length,
	};
}

async function gapsOf(db: Database, { rows, receipts }: StoredDay, now: Instant): Promise<GapLine[]> {
	const open = rows.discrepancies.filter(isUnresolved).sort(byPriority(now));
	const cases = await db.cases.bulkGet(open.flatMap(({ caseId }) => caseId ?? []));
	const sales = new Map<string, Sale>(rows.sales.map((sale) => [sale.id, sale]));
	const payouts = new Map((await db.payouts.bulkGet(open.flatMap(({ payout }) => payout ?? []))).flatMap((one) => (one ? [[one.id, one] as const] : [])));
	return open.map((gap) => {
		const payout = gap.payout === undefined ? undefined : payouts.get(gap.payout);
		const ours = gap.sales.flatMap((id) => sales.get(id) ?? []);
		const theirs = gap.receipts.flatMap((id) => receipts.get(id) ?? []);
		const escalation = cases.find((one) => one?.id === gap.caseId);
		return {
			id: gap.id,
			kind: gap.kind,
			at: gap.at,
			amountMinor: gap.amountMinor,
			currency: gap.currency,
			risk: countsAsAtRisk(gap.kind) ? gap.risk : 'none',
			state: gap.state,
			snoozedUntil: gap.snoozedUntil,
			terminalId: ours[0]?.terminalId ?? theirs[0]?.terminalId ?? null,
			oursMinor: payout ? payout.bridge.netMinor : ours.length === 0 ? null : sumOf(ours).minor,
			theirsMinor: payout?.lines.length ? payout.creditedMinor : theirs.length === 0 ? null : sumOf(theirs).minor,
			sale: gap.sales[0] ?? null,
			case: escalation ? { id: escalation.id, state: escalation.state, deadline: escalation.deadline, ticketNo: escalation.ticketNo } : null,
		};
	});
}

async function outagesOf(db: Database, { time, rows }: StoredDay, now: Instant): Promise<DayView['outages']> {
	const spans: OutageSpan[] = (await db.outages.toArray())
		.filter((outage) => outage.startedAt < time.to && (outage.endedAt ?? now) >= time.from)
		.map((outage) => ({
			from: Math.max(outage.startedAt, time.from),
			to: Math.min(outage.endedAt ?? Math.max(now, outage.startedAt), time.to),
			open: outage.endedAt === null,
		}))
		.sort((a, b) => a.from - b.from);
	const within = (sale: Sale) => spans.some(({ from, to }) => from <= sale.at && sale.at <= to);
	return {
		count: spans.length,
		minutes: Math.round(spans.reduce((sum, { from, to }) => sum + (to - from), 0) / MINUTE_MS),
		salesCount: rows.sales.filter((sale) => sale.kind === 'sale' && sale.reversedBy === null && within(sale)).length,
		spans,
	};
}

/** The weakest tender decides how far the day is compared; the claim never reaches beyond the day itself. */
function coveredOf({ rows, coverage, time }: StoredDay, now: Instant): Pick<DayView, 'covered' | 'uncovered'> {
	const due = rows.sales.filter((sale) => isTaking(sale) && leavesReceipt(sale.tender) && sale.tender !== 'other');
	const tenders = [...new Set(due.map(({ tender }) => tender))];
	const within = coverage.filter(({ leg, interval }) => leg !== 'bank' && interval.from < time.to && time.from < interval.to);
	const { coveredTo, uncovered } = coveredUpTo(within, tenders, now);
	const last = latest(due.map(({ at }) => at)) ?? time.from;
	const to = coveredTo === null || within.length === 0 ? null : Math.min(coveredTo, time.to);
	return { covered: to === null ? null : { to, whole: uncovered.length === 0 && to > last }, uncovered };
}

/** A gap that only took another form (first missing, then found under another tender) has not cleared. */
function clearedOf(rows: StoredDay['rows']['discrepancies']): DayView['cleared'] {
	const standing = new Set(rows.filter(({ state }) => state !== 'cleared').flatMap(({ sales, receipts }) => [...sales, ...receipts]));
	const { count, amountMinor } = clearedThemselves(rows.filter(({ sales, receipts }) => ![...sales, ...receipts].some((id) => standing.has(id))));
	return { count, minor: amountMinor };
}

function salesIn({ rows }: StoredDay, awaiting: StoredDay['rows']['awaiting']): Sale[] {
	const ids = new Set(awaiting.map(({ sale }) => sale));
	return rows.sales.filter((sale) => ids.has(sale.id));
}

function sumOf(rows: readonly { readonly amountMinor: number }[]): { readonly count: number; readonly minor: number } {
	return { count: rows.length, minor: rows.reduce((sum, { amountMinor }) => sum + amountMinor, 0) };
}

function latest(instants: readonly Instant[]): Instant | null {
	return instants.length === 0 ? null : Math.max(...instants);
}
