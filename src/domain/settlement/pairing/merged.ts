import type { Batch } from '../batches/batch.ts';
import { agreement, type Board, type Fit, fitOf, neighbours, type Proposal, takeBest } from './board.ts';
import type { Credit } from './credit.ts';

/** A long holiday with the weekends around it comes in one credit. */
const SPAN_DAYS_MAX = 9;
/** Tenders times days. */
const BATCHES_MAX = 40;

/** Several batches in one credit: neighbours in time, nothing left out between them. Where fees are not all known, only what falls due on one day. */
export function pairMerged(board: Board): void {
	if (board.freeCredits.size === 0) return;
	const proposals: Proposal[] = [];
	const exact = creditsByAmount(board);
	for (const list of neighbours(board)) {
		for (const [from, first] of list.entries()) {
			if (board.freeBatches.has(first)) proposals.push(...runsFrom(list.slice(from, from + BATCHES_MAX), { board, exact }));
		}
	}
	takeBest(board, proposals);
}

type Search = { readonly board: Board; readonly exact: ReadonlyMap<number, readonly Credit[]> };

function runsFrom(list: readonly Batch[], { board, exact }: Search): Proposal[] {
	const proposals: Proposal[] = [];
	const [first] = list;
	const run: Batch[] = [];
	let [net, known] = [0, true];
	for (const batch of list) {
		if (!first || !board.freeBatches.has(batch) || batch.days.first - first.days.first > SPAN_DAYS_MAX) break;
		run.push(batch);
		net += batch.bridge.netMinor;
		known &&= batch.lowMinor === batch.highMinor;
		if (!known && batch.dueOn !== first.dueOn) break;
		if (run.length === 1) continue;
		for (const credit of known ? (exact.get(net) ?? []) : creditsAfter(board, batch)) proposals.push(...proposalFor(run, net, credit));
	}
	return proposals;
}

function creditsByAmount({ freeCredits }: Board): ReadonlyMap<number, readonly Credit[]> {
	const exact = new Map<number, Credit[]>();
	for (const credit of freeCredits) {
		const same = exact.get(credit.line.amountMinor);
		if (same) same.push(credit);
		else exact.set(credit.line.amountMinor, [credit]);
	}
	return exact;
}

function creditsAfter({ creditsOfDay, freeCredits }: Board, { days }: Batch): Credit[] {
	const credits: Credit[] = [];
	for (let day = days.first; day <= days.last; day++) for (const credit of creditsOfDay.get(day) ?? []) if (freeCredits.has(credit)) credits.push(credit);
	return credits;
}

function proposalFor(run: readonly Batch[], net: number, credit: Credit): Proposal[] {
	const { amountMinor } = credit.line;
	const how = Math.sign(net) === Math.sign(amountMinor) ? agreement(run, amountMinor) : null;
	const last = run.at(-1);
	if (how === null || !last || credit.day < last.days.first) return [];
	let [gap, rank] = [0, 0];
	for (const batch of run) {
		const fit = Math.sign(batch.bridge.netMinor) === Math.sign(net) ? fitOf(batch, credit) : SAME_PAYER;
		if (fit === null || (fit.payerRank === 2 && how === 'estimated')) return [];
		gap = Math.max(gap, fit.gap);
		rank = Math.max(rank, fit.payerRank);
	}
	return [{ batches: [...run], credits: [credit], how, cost: [how === 'exact' ? 0 : 1, rank, gap, run.length] }];
}

/** A day on which more was refunded than sold is taken off its neighbours' credit. */
const SAME_PAYER: Fit = { payerRank: 0, gap: 0, named: false };
