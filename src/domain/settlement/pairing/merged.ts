import type { Batch } from '../batches/batch.ts';
import { agreement, type Board, daysApart, fitOf, neighbours, type Proposal, takeBest } from './board.ts';
import type { Credit } from './credit.ts';

/** A long holiday with the weekends around it comes in one credit. */
const SPAN_DAYS_MAX = 9;
/** Tenders times days. */
const BATCHES_MAX = 40;

/** Several batches in one credit: neighbours in time, nothing left out between them. */
export function pairMerged(board: Board): void {
	if (board.freeCredits.size === 0) return;
	const credits = creditsByAmount(board);
	const proposals: Proposal[] = [];
	for (const list of neighbours(board)) {
		for (let from = 0; from < list.length; from++) {
			const run: Batch[] = [];
			for (const batch of list.slice(from, from + BATCHES_MAX)) {
				if (!board.freeBatches.has(batch) || daysApart(list[from]?.settledOn ?? '', batch.settledOn) > SPAN_DAYS_MAX) break;
				run.push(batch);
				if (run.length > 1) proposals.push(...proposalsFor([...run], credits));
			}
		}
	}
	takeBest(board, proposals);
}

type Amounts = { readonly exact: ReadonlyMap<number, readonly Credit[]>; readonly all: readonly Credit[] };

function creditsByAmount({ freeCredits }: Board): Amounts {
	const exact = new Map<number, Credit[]>();
	for (const credit of freeCredits) {
		const same = exact.get(credit.line.amountMinor);
		if (same) same.push(credit);
		else exact.set(credit.line.amountMinor, [credit]);
	}
	return { exact, all: [...freeCredits] };
}

function proposalsFor(run: readonly Batch[], { exact, all }: Amounts): Proposal[] {
	const known = run.every(({ lowMinor, highMinor }) => lowMinor === highMinor);
	const net = run.reduce((sum, { bridge }) => sum + bridge.netMinor, 0);
	const candidates = known ? (exact.get(net) ?? []) : all;
	return candidates.flatMap((credit): Proposal[] => {
		const how = agreement(run, credit.line.amountMinor);
		const first = run[0];
		const last = run.at(-1);
		if (how === null || !first || !last || Math.sign(net) !== Math.sign(credit.line.amountMinor)) return [];
		const fits = run.map((batch) => (Math.sign(batch.bridge.netMinor) === Math.sign(net) ? fitOf(batch, credit) : SAME_PAYER));
		if (credit.line.bookedOn < last.settledOn || fits.some((fit) => fit === null || (fit.payerRank === 2 && how === 'estimated'))) return [];
		const gap = Math.max(...fits.map((fit) => fit?.gap ?? 0));
		const rank = Math.max(...fits.map((fit) => fit?.payerRank ?? 0));
		return [{ batches: run, credits: [credit], how, cost: [how === 'exact' ? 0 : 1, rank, gap, run.length] }];
	});
}

/** A day on which more was refunded than sold is taken off its neighbours' credit. */
const SAME_PAYER = { payerRank: 0, gap: 0, named: false };
