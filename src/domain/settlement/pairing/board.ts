import type { Minor } from '../../money.ts';
import type { Batch } from '../batches/batch.ts';
import { walletOf } from '../payers.ts';
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
	readonly creditsOfDay: ReadonlyMap<number, readonly Credit[]>;
	readonly pairings: Pairing[];
};

/** Days without money on either side need no credit. */
export function boardOf(batches: readonly Batch[], credits: readonly Credit[]): Board {
	const paying = batches.filter((batch) => !batch.inBalance && (batch.lowMinor !== 0 || batch.highMinor !== 0));
	const creditsOfDay = new Map<number, Credit[]>();
	for (const credit of credits) {
		const day = creditsOfDay.get(credit.day);
		if (day) day.push(credit);
		else creditsOfDay.set(credit.day, [credit]);
	}
	return { batches: paying, freeBatches: new Set(paying), freeCredits: new Set(credits), creditsOfDay, pairings: [] };
}

export type Fitting = { readonly credit: Credit; readonly fit: Fit };

/** Free credits that may be of a batch, amounts aside, oldest first. */
export function fittingCredits({ freeCredits, creditsOfDay }: Board, batch: Batch): Fitting[] {
	const fitting: Fitting[] = [];
	for (let day = batch.days.first; day <= batch.days.last; day++) {
		for (const credit of creditsOfDay.get(day) ?? []) {
			const fit = freeCredits.has(credit) ? fitOf(batch, credit) : null;
			if (fit) fitting.push({ credit, fit });
		}
	}
	return fitting;
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
	const { line, day } = credit;
	if (day < batch.days.first || day > batch.days.last) return null;
	if (line.currency !== batch.currency || Math.sign(line.amountMinor) !== Math.sign(batch.bridge.netMinor)) return null;
	const named = names(credit, batch.numbers);
	const payerRank = rankOf(batch, credit);
	if (payerRank === null && !named) return null;
	return { payerRank: payerRank ?? 2, gap: gapOf(batch, day), named };
}

function rankOf({ payers, tender }: Batch, { payer }: Credit): number | null {
	if (payer === null) return 2;
	if (payers.length > 0) return payers.includes(payer) ? 0 : null;
	return walletOf(tender) === payer ? 0 : 1;
}

/** Days outside the time in which money of a batch usually comes. */
export function gapOf({ days }: Pick<Batch, 'days'>, day: number): number {
	return Math.max(0, days.expected - day, day - days.due);
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
	const sets = tenderSets(board.batches);
	for (const batch of board.batches) {
		const { source, payers, currency, tender } = batch;
		if (payers[0]) {
			add(`source ${source} ${currency}`, batch);
			add(`payer ${payers[0]} ${currency}`, batch);
		} else for (const set of sets) if (tender === null || set.includes(tender)) add(`tenders ${source} ${set.join(' ')} ${currency}`, batch);
	}
	const lists = [...pools].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pool]) => pool);
	return distinctLists(lists.filter((list) => list.length > 1));
}

/** Of the tenders that occur, which an acquirer may pay out together; without a rule, any of them. */
function tenderSets(batches: readonly Batch[]): readonly (readonly string[])[] {
	const tenders = [...new Set(batches.flatMap(({ payers, tender }) => (payers.length === 0 && tender !== null ? [tender] : [])))].sort();
	const sets = Array.from({ length: 2 ** tenders.length - 1 }, (_, k) => tenders.filter((_tender, place) => ((k + 1) & (1 << place)) !== 0));
	return sets.length === 0 ? [[]] : sets;
}

/** A payer with one source has the same list twice. */
function distinctLists(lists: readonly (readonly Batch[])[]): readonly (readonly Batch[])[] {
	return lists.filter((list, place) => !lists.slice(0, place).some((other) => other.length === list.length && other.every((batch, k) => batch === list[k])));
}
