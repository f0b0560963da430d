import type { Batch } from '../batches/batch.ts';
import { type Board, boardOf, type Pairing } from './board.ts';
import { type Credit, names } from './credit.ts';
import { pairMerged } from './merged.ts';
import { type MayHoldMore, pairNamed, pairNearest } from './nearest.ts';
import { pairOneToOne } from './one-to-one.ts';
import { pairSplit } from './split.ts';

export type Paired = { readonly pairings: readonly Pairing[]; readonly unpaid: ReadonlySet<Batch>; readonly unused: ReadonlySet<Credit> };

/**
 * Pairs batches with the credits that pay them, the surest way first: one for one to the cent, several batches in one credit, one batch
 * in several, by a number that the line repeats, within what unknown fees may be, and last what is clearly the batch's but differs.
 */
export function pair(batches: readonly Batch[], credits: readonly Credit[], mayHoldMore: MayHoldMore): Paired {
	const board = boardOf(batches, credits);
	pairOneToOne(board, 'exact');
	pairNamed(board);
	pairOneToOne(board, 'estimated');
	pairMerged(board);
	pairSplit(board);
	pairNearest(board, mayHoldMore);
	return { pairings: withRepeats(board), unpaid: board.freeBatches, unused: board.freeCredits };
}

/** A payout that came twice: another credit with the same number, or one of the same day, payer, amount and text. */
function withRepeats(board: Board): readonly Pairing[] {
	return board.pairings.map((pairing) => {
		const again = [...board.freeCredits].filter(
			(credit) => pairing.batches.some(({ numbers }) => names(credit, numbers)) || pairing.credits.some((one) => sameLine(one, credit)),
		);
		for (const credit of again) board.freeCredits.delete(credit);
		return again.length === 0 ? pairing : { ...pairing, credits: [...pairing.credits, ...again] };
	});
}

function sameLine(a: Credit, b: Credit): boolean {
	const same = a.line.bookedOn === b.line.bookedOn && a.line.amountMinor === b.line.amountMinor && a.line.currency === b.line.currency;
	return same && a.payer !== null && a.payer === b.payer && a.joined === b.joined;
}
