import { agreement, type Board, fittingCredits, type How, type Proposal, takeBest } from './board.ts';

/** Somebody unknown is believed only near the day on which the money usually comes. */
const UNKNOWN_LATE_DAYS = 3;

/** One batch, one credit: to the cent where every fee is known (`exact`), else within what the fees may be (`estimated`). */
export function pairOneToOne(board: Board, how: Extract<How, 'exact' | 'estimated'>): void {
	const proposals: Proposal[] = [];
	for (const batch of board.freeBatches) {
		for (const { credit, fit } of fittingCredits(board, batch)) {
			const { amountMinor } = credit.line;
			if (agreement([batch], amountMinor) !== how) continue;
			const near = credit.day >= batch.days.expected && credit.day <= batch.days.due + UNKNOWN_LATE_DAYS;
			if (fit.payerRank === 2 && !fit.named && (!near || how === 'estimated')) continue;
			const apart = how === 'exact' ? 0 : Math.abs(amountMinor - batch.bridge.netMinor);
			proposals.push({ batches: [batch], credits: [credit], how, cost: [fit.named ? 0 : 1, fit.payerRank, fit.gap, apart] });
		}
	}
	takeBest(board, proposals);
}
