import type { Payment } from '../preparing/payments.ts';
import type { SaleRow } from '../rows.ts';
import type { Fate } from './clusters.ts';
import type { JudgeContext, Judged } from './context.ts';
import type { Draft } from './draft.ts';
import type { Expectation } from './lateness.ts';
import { discrepancy, rowsOf, sum } from './matches.ts';
import { paymentClasses, saleClasses } from './twins.ts';
import type { FoundMatch } from './verdicts.ts';

/** Writes ledger rows that found no partner, and tells the fate of each sale to those who look for runs. */
export function restOfSales(context: JudgeContext, part: Judged, draft: Draft): Fate[] {
	const { sales, standing } = part.comparison;
	const missing: Missing = new Map();
	sales.forEach((sale, l) => {
		if (part.settledLeft[l] === 1) return;
		const how = standing[l] ?? 'live';
		if (how === 'reversed') draft.netted.push({ sales: [sale.id, ...(context.ledger.undoneBy.get(sale.id) ?? [])], receipts: [], reason: 'reversal' });
		else if (how === 'cash') draft.excluded.push({ sale: sale.id, receipt: null, reason: 'cash_sale' });
		else if (how === 'not_paid') draft.excluded.push({ sale: sale.id, receipt: null, reason: 'failed' });
		else if (sale.tender === 'other') draft.excluded.push({ sale: sale.id, receipt: null, reason: 'other_tender' });
		else waiting(context, { sale, l }, { draft, missing });
	});
	for (const [expectation, rows] of missing) missingSales(part, { expectation, rows }, draft);
	const lost = new Set([...missing.values()].flat());
	return sales.map((sale, l) => ({ sale, fate: sale.kind === 'sale' && lost.has(l) ? 'missing' : part.byLeft.has(l) ? 'matched' : 'other' }));
}

function waiting(
	{ lateness }: JudgeContext,
	{ sale, l }: { readonly sale: SaleRow; readonly l: number },
	{ draft, missing }: { readonly draft: Draft; readonly missing: Missing },
): void {
	const expectation = lateness.expectation(sale);
	if (expectation === 'awaiting') {
		const dueAt = lateness.dueAt(sale);
		draft.awaiting.push({ sale: sale.id, dueAt, offset: lateness.offsetAt(dueAt, sale.offset) });
	} else if (expectation === 'not_covered') {
		draft.problems.push({ sale: sale.id, receipt: null, code: 'not_covered', message: 'no receipts given cover the time of this sale' });
	} else {
		const rows = missing.get(expectation);
		if (rows) rows.push(l);
		else missing.set(expectation, [l]);
	}
}

type Lost = { readonly expectation: Exclude<Expectation, 'awaiting' | 'not_covered'>; readonly rows: readonly number[] };
type Missing = Map<Lost['expectation'], number[]>;

function missingSales({ comparison, byLeft }: Judged, { expectation, rows }: Lost, draft: Draft): void {
	for (const { open, paired } of saleClasses(comparison, rows, singles(byLeft))) {
		const members = rowsOf(
			[...open, ...paired].sort((a, b) => a - b),
			comparison.sales,
		);
		const kind = members.some((sale) => sale.kind === 'refund') ? 'refund_missing' : expectation;
		const hints = { resultUnknown: members.some((sale) => sale.state === 'result_unknown'), twinNearby: paired.length > 0, cluster: false };
		const amountMinor = sum(rowsOf(open, comparison.sales));
		draft.discrepancies.push(discrepancy(kind, { sales: members, payments: [] }, { amountMinor, count: open.length, hints }));
	}
}

/** Writes payments that found no partner. */
export function restOfPayments(context: JudgeContext, part: Judged, draft: Draft): void {
	const unlogged: number[] = [];
	part.comparison.payments.forEach((payment, r) => {
		if (part.settledRight[r] === 1) return;
		if (payment.standing === 'live') unlogged.push(r);
		else excludePayment(context, payment, draft);
	});
	for (const { open, paired } of paymentClasses(part.comparison, unlogged, singles(part.byRight))) {
		const members = rowsOf(
			[...open, ...paired].sort((a, b) => a - b),
			part.comparison.payments,
		);
		const reportedTwice = members.some(({ maybeTwice }) => maybeTwice === true);
		const hints = { twinNearby: paired.length > 0, refund: members.some(({ lead }) => lead.kind === 'refund'), reportedTwice };
		const amountMinor = sum(rowsOf(open, part.comparison.payments).map(({ lead }) => lead));
		draft.discrepancies.push(discrepancy('missing_in_ledger', { sales: [], payments: members }, { amountMinor, count: open.length, hints }));
	}
}

function excludePayment({ receipts }: JudgeContext, payment: Payment, draft: Draft): void {
	if (payment.standing === 'undone') {
		const ids = payment.members.flatMap((row) => [row.id as string, ...(receipts.undoneBy.get(row.id) ?? [])]);
		draft.netted.push({ sales: [], receipts: ids, reason: 'void' });
		return;
	}
	const reason = payment.standing === 'pending' ? 'pending' : 'failed';
	for (const row of payment.members) draft.excluded.push({ sale: null, receipt: row.id, reason });
}

/** Matches of one row of either side for which another row could stand in. */
function singles(matches: ReadonlyMap<number, FoundMatch>): ReadonlyMap<number, FoundMatch> {
	const single = new Map<number, FoundMatch>();
	for (const [row, match] of matches) {
		const { lefts, rights, confirmed, differenceMinor } = match;
		if (lefts.length === 1 && rights.length === 1 && !confirmed && differenceMinor === 0) single.set(row, match);
	}
	return single;
}
