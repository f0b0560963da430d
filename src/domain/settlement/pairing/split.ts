import type { Batch } from '../batches/batch.ts';
import { type Board, fitOf, fittingCredits, type Proposal, takeBest } from './board.ts';
import type { Credit } from './credit.ts';

/** Credits of one batch, and how many are looked through for them: what comes in more pieces comes in pieces of other batches too. */
const PARTS_MAX = 4;
const CANDIDATES_MAX = 12;

/** One batch in several credits of the same payer that add up to the cent. */
export function pairSplit(board: Board): void {
	const proposals: Proposal[] = [];
	for (const batch of board.freeBatches) {
		if (batch.lowMinor !== batch.highMinor) continue;
		const byPayer = new Map<string, Credit[]>();
		for (const { credit, fit } of fittingCredits(board, batch)) {
			if (fit.payerRank === 2 || Math.abs(credit.line.amountMinor) >= Math.abs(batch.bridge.netMinor)) continue;
			const key = credit.payer ?? '';
			byPayer.set(key, [...(byPayer.get(key) ?? []), credit]);
		}
		for (const credits of byPayer.values()) proposals.push(...proposalsFor(batch, credits.slice(0, CANDIDATES_MAX)));
	}
	takeBest(board, proposals);
}

/** The smallest number of parts that adds up, the earliest of them. */
function proposalsFor(batch: Batch, credits: readonly Credit[]): Proposal[] {
	for (let size = 2; size <= PARTS_MAX; size++) {
		const found = sumTo(credits, batch.bridge.netMinor, size);
		if (found) {
			const gap = Math.max(...found.map((credit) => fitOf(batch, credit)?.gap ?? 0));
			return [{ batches: [batch], credits: found, how: 'exact', cost: [size, gap] }];
		}
	}
	return [];
}

function sumTo(credits: readonly Credit[], wanted: number, size: number, from = 0): readonly Credit[] | null {
	if (size === 0) return wanted === 0 ? [] : null;
	for (let k = from; k <= credits.length - size; k++) {
		const credit = credits[k];
		const rest = credit ? sumTo(credits, wanted - credit.line.amountMinor, size - 1, k + 1) : null;
		if (credit && rest) return [credit, ...rest];
	}
	return null;
}
