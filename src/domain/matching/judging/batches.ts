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
	const batches = new Map<string, FoundDiscrepancy[]>();
	for (const one of discrepancies) {
		const batch = isAbsentThere(one) ? lanes.lostBatchOf(one.receipts) : null;
		if (batch === null) continue;
		const gaps = batches.get(batch);
		if (gaps) gaps.push(one);
		else batches.set(batch, [one]);
	}
	const lost = [...batches.values()].filter((gaps) => gaps.reduce((sum, { count }) => sum + count, 0) >= BATCH_LEAST);
	const inBatch = new Set(lost.flat());
	return [...discrepancies.filter((one) => !inBatch.has(one)), ...lost.map((gaps) => unsettled(gaps, lanes))];
}

/** A payment that the terminal has and a bill that is due has not. */
function isAbsentThere({ kind, receipts }: FoundDiscrepancy): boolean {
	return kind === 'missing_at_provider' && receipts.length > 0;
}

type Lanes = {
	/** The batch that all of these receipts are of, if the provider has nothing of it. */
	readonly lostBatchOf: (receipts: readonly string[]) => string | null;
	readonly placeOf: (receipt: string) => Place | null;
	readonly signOf: (receipt: string) => 1 | -1;
	/** Whether the provider has a batch of the terminal that was opened after this one. */
	readonly isLaterSettled: (place: Place) => boolean;
};
type Place = { readonly terminalId: string; readonly batchNo: string; readonly batch: string; readonly lane: string };

function lanesOf({ payments, dayOf }: BatchContext): Lanes {
	const places = new Map<string, Place>();
	const settled = new Set<string>();
	const settledBatches = new Map<string, Set<string>>();
	const negative = new Set<string>();
	for (const { members, lead } of payments) {
		const atProvider = members.some(({ leg }) => leg === 'provider');
		for (const { id, terminalId, batchNo, tender, currency, kind } of members) {
			if (terminalId === null || batchNo === null) continue;
			const batch = [terminalId, batchNo, dayOf(lead.at, lead.offset), currency].join('|');
			const lane = `${batch}|${tender ?? ''}`;
			places.set(id, { terminalId, batchNo, batch, lane });
			if (kind !== 'sale') negative.add(id);
			if (!atProvider) continue;
			settled.add(lane);
			settledBatches.set(terminalId, (settledBatches.get(terminalId) ?? new Set()).add(batchNo));
		}
	}
	return {
		placeOf: (receipt) => places.get(receipt) ?? null,
		signOf: (receipt) => (negative.has(receipt) ? -1 : 1),
		lostBatchOf: (receipts) => {
			const [first, ...rest] = receipts.map((receipt) => places.get(receipt));
			if (!first || settled.has(first.lane)) return null;
			return rest.every((place) => place?.batch === first.batch && !settled.has(place.lane)) ? first.batch : null;
		},
		isLaterSettled: ({ terminalId, batchNo }) =>
			[...(settledBatches.get(terminalId) ?? [])].some((other) => other.length === batchNo.length && other > batchNo && /^\d+$/.test(other)),
	};
}

function unsettled(gaps: readonly FoundDiscrepancy[], lanes: Lanes): FoundDiscrepancy {
	const receipts = gaps.flatMap((gap) => gap.receipts);
	const place = receipts[0] === undefined ? null : lanes.placeOf(receipts[0]);
	const signed = gaps.reduce((sum, gap) => sum + gap.amountMinor * lanes.signOf(gap.receipts[0] ?? ''), 0);
	return {
		kind: 'batch_unsettled',
		sales: [...new Set(gaps.flatMap((gap) => gap.sales))],
		receipts,
		count: gaps.reduce((sum, { count }) => sum + count, 0),
		amountMinor: Math.abs(signed),
		currency: gaps[0]?.currency ?? '',
		hypotheses: hypothesesFor('batch_unsettled', { laterSettled: place !== null && lanes.isLaterSettled(place) }),
		cluster: place === null ? null : `${place.terminalId} ${place.batchNo}`,
	};
}
