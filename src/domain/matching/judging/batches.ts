import type { BusinessDay, Instant, OffsetMinutes } from '../../time.ts';
import type { FoundDiscrepancy } from '../outcome.ts';
import type { Payment } from '../preparing/payments.ts';
import { hypothesesFor } from './hypotheses.ts';

export type BatchContext = {
	readonly payments: readonly Payment[];
	readonly dayOf: (at: Instant, offset: OffsetMinutes) => BusinessDay;
};

/** One or two payments that a provider lacks are as likely to be lost by themselves. */
const BATCH_LEAST = 3;

/**
 * Puts one `batch_unsettled` in the place of the gaps of a batch of which the provider has nothing: nobody settled it, or it was lost
 * on its way (reference: taxonomy, D25). Judged by terminal, printed batch number and business day, and by tender, since wallets may
 * be settled without the batch. Where the provider has any payment of it, its gaps are left as they are.
 */
export function withBatches(discrepancies: readonly FoundDiscrepancy[], context: BatchContext): FoundDiscrepancy[] {
	if (!discrepancies.some(isAbsentThere)) return [...discrepancies];
	const lanes = lanesOf(context);
	const batches = new Map<string, Batch>();
	for (const one of discrepancies) {
		const place = isAbsentThere(one) ? lanes.lostPlaceOf(one.receipts) : null;
		if (place === null) continue;
		const known = batches.get(place.batch);
		if (known) known.gaps.push(one);
		else batches.set(place.batch, { place, gaps: [one] });
	}
	const lost = [...batches.values()].filter(({ gaps }) => countOf(gaps) >= BATCH_LEAST);
	const inBatch = new Set(lost.flatMap(({ gaps }) => gaps));
	return [...discrepancies.filter((one) => !inBatch.has(one)), ...lost.map((batch) => unsettled(batch, lanes))];
}

/** The gaps of a batch, and the place of one of its payments. */
type Batch = { readonly place: Place; readonly gaps: FoundDiscrepancy[] };

function countOf(gaps: readonly FoundDiscrepancy[]): number {
	return gaps.reduce((sum, { count }) => sum + count, 0);
}

/** A payment that the terminal has and a bill that is due has not. */
function isAbsentThere({ kind, receipts }: FoundDiscrepancy): boolean {
	return kind === 'missing_at_provider' && receipts.length > 0;
}

type Lanes = {
	/** The place of the first of these receipts, if all of them are of one batch of which the provider has nothing. */
	readonly lostPlaceOf: (receipts: readonly string[]) => Place | null;
	/** Whether it gives money back. */
	readonly isReturn: (receipt: string) => boolean;
	/** Whether the provider has a batch of the terminal that was opened after this one. */
	readonly isLaterSettled: (place: Place) => boolean;
};
type Place = { readonly terminalId: string; readonly batchNo: string; readonly batch: string; readonly lane: string };

function lanesOf({ payments, dayOf }: BatchContext): Lanes {
	const places = new Map<string, Place>();
	const settled = new Set<string>();
	const settledBatches = new Map<string, Set<string>>();
	const returns = new Set<string>();
	for (const { members, lead } of payments) {
		const atProvider = members.some(({ leg }) => leg === 'provider');
		for (const { id, terminalId, batchNo, tender, currency, kind } of members) {
			if (terminalId === null || batchNo === null) continue;
			const batch = [terminalId, batchNo, dayOf(lead.at, lead.offset), currency].join('|');
			const lane = `${batch}|${tender ?? ''}`;
			places.set(id, { terminalId, batchNo, batch, lane });
			if (kind !== 'sale') returns.add(id);
			if (!atProvider) continue;
			settled.add(lane);
			settledBatches.set(terminalId, (settledBatches.get(terminalId) ?? new Set()).add(batchNo));
		}
	}
	return {
		isReturn: (receipt) => returns.has(receipt),
		lostPlaceOf: (receipts) => {
			const found = receipts.map((receipt) => places.get(receipt));
			const [first] = found;
			return first && found.every((place) => place?.batch === first.batch && !settled.has(place.lane)) ? first : null;
		},
		isLaterSettled: ({ terminalId, batchNo }) =>
			[...(settledBatches.get(terminalId) ?? [])].some((other) => other.length === batchNo.length && other > batchNo && /^\d+$/.test(other)),
	};
}

function unsettled({ place, gaps }: Batch, lanes: Lanes): FoundDiscrepancy {
	const signed = gaps.reduce((sum, { receipts, amountMinor }) => sum + (receipts.some(lanes.isReturn) ? -amountMinor : amountMinor), 0);
	return {
		kind: 'batch_unsettled',
		sales: [...new Set(gaps.flatMap((gap) => gap.sales))],
		receipts: gaps.flatMap((gap) => gap.receipts),
		count: countOf(gaps),
		amountMinor: Math.abs(signed),
		currency: gaps[0]?.currency ?? '',
		hypotheses: hypothesesFor('batch_unsettled', { laterSettled: lanes.isLaterSettled(place) }),
		cluster: `${place.terminalId} ${place.batchNo}`,
	};
}
