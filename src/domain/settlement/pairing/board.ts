import type { Minor } from '../../money.ts';
import { addDays, type BusinessDay, DAY_MS, daysBetween } from '../../time.ts';
import type { Batch } from '../batches/batch.ts';
import { walletOf } from '../payers.ts';
import { LATE_DAYS_MAX } from '../payout-rules.ts';
import { type Credit, names } from './credit.ts';

/** By what a credit was taken for a payout. */
export type How = 'exact' | 'estimated' | 'reference' | 'nearest';
export type Pairing = { readonly batches: readonly Batch[]; readonly credits: readonly Credit[]; readonly how: How };

/** What is still free, and what was paired so far. Each way of pairing takes from it in turn. */
export type Board = {
	/** All of them, oldest first, taken ones among them: only neighbours may come in one credit. */
	readonly batches: readonly Batch[];
	readonly freeBatches: Set<Batch>;
	readonly freeCredits: Set<Credit>;
	readonly creditsOfDay: ReadonlyMap<BusinessDay, readonly Credit[]>;
	readonly pairings: Pairing[];
};

/** Days without money on either side need no credit. */
export function boardOf(batches: readonly Batch[], credits: readonly Credit[]): Board {
	const paying = batches.filter((batch) => !batch.inBalance && (batch.lowMinor !== 0 || batch.highMinor !== 0));
	const creditsOfDay = new Map<BusinessDay, Credit[]>();
	for (const credit of credits) {
		const day = creditsOfDay.get(credit.line.bookedOn);
		if (day) day.push(credit);
		else creditsOfDay.set(credit.line.bookedOn, [credit]);
	}
	return { batches: paying, freeBatches: new Set(paying), freeCredits: new Set(credits), creditsOfDay, pairings: [] };
}

export type Fitting = { readonly credit: Credit; readonly fit: Fit };

/** Free credits that may be of a batch, amounts aside, oldest first. */
export function fittingCredits({ freeCredits, creditsOfDay }: Board, batch: Batch): Fitting[] {
	const { first, last } = creditDays(batch);
	return daysBetween(first, last).flatMap((day) =>
		(creditsOfDay.get(day) ?? []).flatMap((credit) => {
			const fit = freeCredits.has(credit) ? fitOf(batch, credit) : null;
			return fit ? [{ credit, fit }] : [];
		}),
	);
}

function creditDays({ stated, settledOn, dueOn }: Batch): { readonly first: BusinessDay; readonly last: BusinessDay } {
	return { first: stated ? addDays(settledOn, -1) : settledOn, last: addDays(dueOn, LATE_DAYS_MAX) };
}

export type Proposal = Pairing & { readonly cost: readonly number[] };

/** Takes proposals from the best on, as far as nothing in them was taken before. Equal costs are decided by the order they come in. */
export function takeBest(board: Board, proposals: readonly Proposal[]): void {
	const ordered = proposals.map((proposal, place) => ({ proposal, place }));
	ordered.sort((a, b) => compare(a.proposal.cost, b.proposal.cost) || a.place - b.place);
	for (const { proposal } of ordered) {
		const { batches, credits, how } = proposal;
		if (!batches.every((batch) => board.freeBatches.has(batch)) || !credits.every((credit) => board.freeCredits.has(credit))) continue;
		for (const batch of batches) board.freeBatches.delete(batch);
		for (const credit of credits) board.freeCredits.delete(credit);
		board.pairings.push({ batches, credits, how });
	}
}

function compare(a: readonly number[], b: readonly number[]): number {
	for (const [k, value] of a.entries()) if (value !== b[k]) return value - (b[k] ?? 0);
	return 0;
}

/** How a credit suits a batch, amounts aside. */
export type Fit = {
	/** 0: the payer of that source; 1: somebody who may pay it out; 2: nobody known. */
	readonly payerRank: number;
	/** Days outside the time in which it usually comes. */
	readonly gap: number;
	readonly named: boolean;
};

/** Null where the credit cannot be of this batch: other currency, direction, payer, or time. */
export function fitOf(batch: Batch, credit: Credit): Fit | null {
	const { line } = credit;
	if (line.currency !== batch.currency || Math.sign(line.amountMinor) !== Math.sign(batch.bridge.netMinor)) return null;
	const { first, last } = creditDays(batch);
	if (line.bookedOn < first || line.bookedOn > last) return null;
	const named = names(credit, batch.numbers);
	const payerRank = rankOf(batch, credit);
	if (payerRank === null && !named) return null;
	return { payerRank: payerRank ?? 2, gap: gapOf(batch, line.bookedOn), named };
}

function rankOf({ payers, tender }: Batch, { payer }: Credit): number | null {
	if (payer === null) return 2;
	if (payers.length > 0) return payers.includes(payer) ? 0 : null;
	return walletOf(tender) === payer ? 0 : 1;
}

export function gapOf({ expectedOn, dueOn }: Pick<Batch, 'expectedOn' | 'dueOn'>, bookedOn: BusinessDay): number {
	if (bookedOn < expectedOn) return daysApart(bookedOn, expectedOn);
	return bookedOn > dueOn ? daysApart(dueOn, bookedOn) : 0;
}

export function daysApart(first: BusinessDay, last: BusinessDay): number {
	return Math.round((Date.parse(`${last}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / DAY_MS);
}

/** Whether a sum of money may be the net, and whether every fee in it is known. */
export function agreement(batches: readonly Batch[], amountMinor: Minor): 'exact' | 'estimated' | null {
	let [low, high, net] = [0, 0, 0];
	for (const batch of batches) {
		low += batch.lowMinor;
		high += batch.highMinor;
		net += batch.bridge.netMinor;
	}
	if (low === high) return amountMinor === net ? 'exact' : null;
	return low <= amountMinor && amountMinor <= high ? 'estimated' : null;
}

/** Batches that one payer may put into one credit, as lists of neighbours in time. */
export function neighbours(board: Board): readonly (readonly Batch[])[] {
	const pools = new Map<string, Batch[]>();
	const add = (key: string, batch: Batch) => {
		const pool = pools.get(key);
		if (pool) pool.push(batch);
		else pools.set(key, [batch]);
	};
	for (const batch of board.batches) {
		const { source, payers, currency, tender } = batch;
		if (payers[0]) {
			add(`source ${source} ${currency}`, batch);
			add(`payer ${payers[0]} ${currency}`, batch);
		} else for (const set of TENDER_SETS) if (tender === null || set.includes(tender)) add(`tenders ${source} ${set.join(' ')} ${currency}`, batch);
	}
	const lists = [...pools].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pool]) => pool);
	return lists.filter((list) => list.length > 1);
}

/** Which tenders an acquirer may pay out together; without a rule, any of them. */
const TENDER_SETS: readonly (readonly string[])[] = subsets(['card', 'wechat', 'alipay', 'unionpay_qr', 'other']);

function subsets(items: readonly string[]): string[][] {
	return Array.from({ length: 2 ** items.length - 1 }, (_, k) => items.filter((_item, place) => ((k + 1) & (1 << place)) !== 0));
}
