import type { Comparison } from '../comparison.ts';
import type { Payment } from '../preparing/payments.ts';
import type { SaleRow } from '../rows.ts';
import { withBatches } from './batches.ts';
import { clashOutcomes } from './clashes.ts';
import { type Fate, findClusters, withClusters } from './clusters.ts';
import type { JudgeContext, Judged } from './context.ts';
import type { Draft } from './draft.ts';
import { findDuplicates } from './duplicates.ts';
import { hypothesesFor } from './hypotheses.ts';
import { restOfPayments, restOfSales } from './leftovers.ts';
import { matchOutcomes } from './matches.ts';
import { inTimeOrder } from './time-order.ts';
import { type FoundMatch, verdictsOf } from './verdicts.ts';

export function judged(comparison: Comparison): Judged {
	const found = verdictsOf(comparison);
	const verdicts = { ...found, matches: inTimeOrder(comparison, found.matches) };
	const counting = verdicts.matches.filter((match) => match.band !== 'review');
	const byLeft = new Map<number, FoundMatch>();
	const byRight = new Map<number, FoundMatch>();
	const settledLeft = new Uint8Array(comparison.left.size);
	const settledRight = new Uint8Array(comparison.right.size);
	for (const match of counting) {
		for (const l of match.lefts) {
			byLeft.set(l, match);
			settledLeft[l] = 1;
		}
		for (const r of match.rights) {
			byRight.set(r, match);
			settledRight[r] = 1;
		}
	}
	return { comparison, verdicts, byLeft, byRight, settledLeft, settledRight };
}

/** Turns what was found into the outcome: every row ends in exactly one place. */
export function judge(context: JudgeContext, draft: Draft): void {
	const { sales, refunds } = context;
	for (const part of [sales, refunds]) matchOutcomes(context, part, draft);
	clashOutcomes(context, draft);
	const fates: Fate[] = [];
	for (const part of [sales, refunds]) {
		disputes(context, part, draft);
		duplicates(part, draft);
		for (const fate of restOfSales(context, part, draft)) fates.push(fate);
		restOfPayments(context, part, draft);
	}
	chargebacks(context, draft);
	const payments = [...sales.comparison.payments, ...refunds.comparison.payments];
	const batched = withBatches(draft.discrepancies, { payments, dayOf: context.dayOf });
	const clustered = withClusters(batched, findClusters(fates));
	// One by one: a hundred thousand arguments of one call do not fit on the stack.
	draft.discrepancies.length = 0;
	for (const discrepancy of clustered) draft.discrepancies.push(discrepancy);
}

/** Payments that one leg undid and another did not: whoever is right, somebody has the wrong money. */
function disputes({ receipts }: JudgeContext, { comparison, byRight, settledRight }: Judged, draft: Draft): void {
	comparison.payments.forEach(({ members, lead, disputed }, r) => {
		if (!disputed || (settledRight[r] === 1 && !byRight.has(r))) return;
		settledRight[r] = 1;
		const sales = (byRight.get(r)?.lefts ?? []).flatMap((l) => comparison.sales[l]?.id ?? []);
		const named = members.flatMap((row) => [row.id as string, ...(receipts.undoneBy.get(row.id) ?? [])]);
		const hypotheses = hypothesesFor('status_mismatch', { undoneAtTerminal: true });
		draft.discrepancies.push({
			kind: 'status_mismatch',
			sales,
			receipts: named,
			count: 1,
			amountMinor: lead.amountMinor,
			currency: lead.currency,
			hypotheses,
			cluster: null,
		});
	});
}

function duplicates({ comparison, byRight, settledRight }: Judged, draft: Draft): void {
	const { payments, sales } = comparison;
	const unlogged: number[] = [];
	payments.forEach((payment, r) => {
		if (payment.standing === 'live' && settledRight[r] !== 1) unlogged.push(r);
	});
	for (const { kept, extra } of findDuplicates(comparison, unlogged, byRight)) {
		const charges = [kept, ...extra].sort((a, b) => a - b).flatMap((r) => payments[r]?.members ?? []);
		const { lead: first } = payments[kept] as Payment;
		const lefts = byRight.get(kept)?.lefts ?? [];
		for (const r of extra) settledRight[r] = 1;
		draft.discrepancies.push({
			kind: 'duplicate_charge',
			sales: lefts.map((l) => sales[l]?.id ?? ''),
			receipts: charges.map((row) => row.id),
			count: extra.length,
			amountMinor: first.amountMinor * extra.length,
			currency: first.currency,
			hypotheses: hypothesesFor('duplicate_charge'),
			cluster: null,
		});
	}
}

/** A chargeback is never explained away; it names the sale whose payment was taken back, where that is known. */
function chargebacks({ receipts, sales }: JudgeContext, draft: Draft): void {
	if (receipts.chargebacks.length === 0) return;
	const placeOf = sales.comparison.placeOfReceipt();
	for (const receipt of receipts.chargebacks) {
		const original = receipts.originalOf(receipt);
		const match = original ? sales.byRight.get(placeOf.get(original.id) ?? -1) : undefined;
		const named: readonly (SaleRow | undefined)[] = match?.lefts.map((l) => sales.comparison.sales[l]) ?? [];
		draft.discrepancies.push({
			kind: 'chargeback',
			sales: named.flatMap((sale) => (sale ? [sale.id] : [])),
			receipts: [receipt.id],
			count: 1,
			amountMinor: receipt.amountMinor,
			currency: receipt.currency,
			hypotheses: hypothesesFor('chargeback'),
			cluster: null,
		});
	}
}
