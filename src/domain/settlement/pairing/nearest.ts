import type { Batch } from '../batches/batch.ts';
import { type Board, type Fit, fitOf, fittingCredits, neighbours, type Proposal, takeBest } from './board.ts';
import type { Credit } from './credit.ts';

/** On the day on which the money is due, by the payer of the source: from half of it to one and a half times as much. */
const ON_TIME_MILLIONTHS = 500_000;
/** Earlier or a few days late: nearly all of it. */
const ELSEWHERE_MILLIONTHS = 30_000;
const LATE_DAYS = 3;
/** More days are never due together but over long holidays. */
const TOGETHER_MAX = 20;

/** The bank line repeats a number of the payout: it is of that payout, whatever came. */
export function pairNamed(board: Board): void {
	const proposals: Proposal[] = [];
	for (const batch of board.freeBatches) {
		const named = fittingCredits(board, batch).flatMap(({ credit, fit }) => (fit.named ? [credit] : []));
		const off = Math.abs(named.reduce((sum, { line }) => sum + line.amountMinor, 0) - batch.bridge.netMinor);
		if (named.length > 0) proposals.push({ batches: [batch], credits: named, how: 'reference', cost: [off] });
	}
	takeBest(board, proposals);
}

/** A neighbouring day without a bill would have come in the same credit. */
export type MayHoldMore = (batch: Batch) => boolean;

/** What is clearly a batch's money, though it differs: the right payer, at the right time, about as much, or more where days are not known. */
export function pairNearest(board: Board, mayHoldMore: MayHoldMore): void {
	const proposals: Proposal[] = [];
	for (const batches of dueTogether(board)) {
		for (const credits of creditSets(batches, board)) {
			const cost = costOf(batches, credits, mayHoldMore);
			if (cost) proposals.push({ batches, credits, how: 'nearest', cost });
		}
	}
	takeBest(board, proposals);
}

/** Each free batch alone, and runs of free neighbours that fall due on one day. */
function dueTogether(board: Board): readonly (readonly Batch[])[] {
	const groups: (readonly Batch[])[] = [...board.freeBatches].map((batch) => [batch]);
	for (const list of neighbours(board)) {
		for (let from = 0; from < list.length; from++) {
			const run: Batch[] = [];
			for (const batch of list.slice(from, from + TOGETHER_MAX)) {
				if (!board.freeBatches.has(batch) || batch.dueOn !== list[from]?.dueOn) break;
				run.push(batch);
				if (run.length > 1) groups.push([...run]);
			}
		}
	}
	return groups;
}

/** Each credit alone, and all of one payer that came while the batches were due. */
function creditSets(batches: readonly Batch[], board: Board): readonly (readonly Credit[])[] {
	const [first] = batches;
	const near = first ? fittingCredits(board, first).map(({ credit }) => credit) : [];
	const fitting = near.filter((credit) => batches.every((batch) => believable(fitOf(batch, credit))));
	const onTime = fitting.filter((credit) => batches.every((batch) => fitOf(batch, credit)?.gap === 0));
	const payers = [...new Set(onTime.map(({ payer }) => payer))];
	const together = payers.map((payer) => onTime.filter((credit) => credit.payer === payer)).filter((set) => set.length > 1);
	return [...fitting.map((credit) => [credit]), ...together];
}

function believable(fit: Fit | null): boolean {
	return fit !== null && fit.payerRank < 2;
}

function costOf(batches: readonly Batch[], credits: readonly Credit[], mayHoldMore: MayHoldMore): readonly number[] | null {
	const net = Math.abs(batches.reduce((sum, { bridge }) => sum + bridge.netMinor, 0));
	const came = Math.abs(credits.reduce((sum, { line }) => sum + line.amountMinor, 0));
	if (net === 0) return null;
	const apart = Math.floor((Math.abs(came - net) * 1_000_000) / net);
	const fits = batches.flatMap((batch) => credits.map((credit) => fitOf(batch, credit)));
	const gap = Math.max(...fits.map((fit) => fit?.gap ?? 0));
	const rank = Math.max(...fits.map((fit) => fit?.payerRank ?? 0));
	const inTime = credits.every(({ day }) => batches.every(({ days }) => day <= days.due + LATE_DAYS));
	const near = apart <= (gap === 0 ? ON_TIME_MILLIONTHS : ELSEWHERE_MILLIONTHS);
	const more = gap === 0 && rank === 0 && came > net && batches.some(mayHoldMore);
	return inTime && (near || more) ? [apart, rank, gap, batches.length, credits.length] : null;
}
