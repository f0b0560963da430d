import type { FoundDiscrepancy } from '../outcome.ts';
import type { Payment } from '../preparing/payments.ts';
import type { SaleRow } from '../rows.ts';
import type { JudgeContext, Judged } from './context.ts';
import type { Draft } from './draft.ts';
import { hypothesesFor } from './hypotheses.ts';
import type { FoundClash } from './verdicts.ts';

/** Writes pairs that are no match: logged as cash, declined later, undone on one side only, or undone on both. */
export function clashOutcomes(context: JudgeContext, draft: Draft): void {
	for (const part of [context.sales, context.refunds]) {
		for (const clash of part.verdicts.clashes) {
			const sale = part.comparison.sales[clash.l] as SaleRow;
			const payment = part.comparison.payments[clash.r] as Payment;
			// A refund that closed the gap of its sale is spoken for.
			if (part.settledLeft[clash.l] === 1 || part.settledRight[clash.r] === 1) continue;
			part.settledLeft[clash.l] = 1;
			part.settledRight[clash.r] = 1;
			settle(context, draft, { clash, sale, payment, reversed: part.comparison.standing[clash.l] === 'reversed' });
		}
	}
}

type Clash = { readonly clash: FoundClash; readonly sale: SaleRow; readonly payment: Payment; readonly reversed: boolean };

function settle(context: JudgeContext, draft: Draft, one: Clash): void {
	const { clash, sale, payment, reversed } = one;
	const sales = [sale.id, ...(reversed ? (context.ledger.undoneBy.get(sale.id) ?? []) : [])];
	const receipts = payment.members.flatMap((row) => [row.id as string, ...(context.receipts.undoneBy.get(row.id) ?? [])]);
	if (clash.kind === 'both_undone') {
		draft.netted.push({ sales, receipts, reason: 'reversal' });
		return;
	}
	const returned = clash.kind === 'status_mismatch' ? givenBackElsewhere(context, one) : null;
	if (returned) {
		draft.netted.push({ sales: [...sales, ...returned.sales], receipts: [...receipts, ...returned.receipts], reason: reversed ? 'reversal' : 'void' });
		return;
	}
	draft.discrepancies.push(discrepancyOf(one, clash.kind, { sales, receipts }));
}

function discrepancyOf(
	{ sale, payment, reversed }: Clash,
	kind: Exclude<FoundClash['kind'], 'both_undone'>,
	{ sales, receipts }: { readonly sales: string[]; readonly receipts: string[] },
): FoundDiscrepancy {
	const hints = { undoneAtTerminal: !reversed && payment.standing === 'undone', notPaid: sale.state === 'failed' || sale.state === 'unpaid_left' };
	return { kind, sales, receipts, count: 1, amountMinor: sale.amountMinor, currency: sale.currency, hypotheses: hypothesesFor(kind, hints), cluster: null };
}

/**
 * One side undid the sale, the other gave the money back by a refund that names it: the books agree. Answers the refunds
 * that close the gap, and settles them.
 */
function givenBackElsewhere(
	{ refunds, receipts }: JudgeContext,
	{ sale, payment, reversed }: Clash,
): { readonly sales: string[]; readonly receipts: string[] } | null {
	if (!reversed && payment.standing === 'undone') {
		const rows = places(refunds.comparison.sales, (row, l) => row.ref === sale.id && refunds.comparison.standing[l] === 'live' && refunds.settledLeft[l] !== 1);
		if (rows.reduce((sum, l) => sum + (refunds.comparison.sales[l]?.amountMinor ?? 0), 0) !== sale.amountMinor) return null;
		for (const l of rows) refunds.settledLeft[l] = 1;
		return { sales: rows.map((l) => refunds.comparison.sales[l]?.id ?? ''), receipts: [] };
	}
	if (!reversed) return null;
	const ids = new Set(payment.members.map((row) => row.id));
	const rows = openRefundsOf(refunds, (one) => one.members.some((row) => ids.has(receipts.originalOf(row)?.id ?? row.id)));
	if (rows.reduce((sum, r) => sum + (refunds.comparison.payments[r]?.lead.amountMinor ?? 0), 0) !== payment.lead.amountMinor) return null;
	for (const r of rows) refunds.settledRight[r] = 1;
	return { sales: [], receipts: rows.flatMap((r) => refunds.comparison.payments[r]?.members.map((row) => row.id as string) ?? []) };
}

function openRefundsOf(refunds: Judged, names: (payment: Payment) => boolean): number[] {
	return places(refunds.comparison.payments, (payment, r) => payment.standing === 'live' && refunds.settledRight[r] !== 1 && names(payment));
}

function places<T>(rows: readonly T[], test: (row: T, place: number) => boolean): number[] {
	return rows.flatMap((row, place) => (test(row, place) ? [place] : []));
}
