import type { Minor } from '../../../money.ts';

/** How a receipt's amount relates to the sale's. */
export type AmountRelation =
	/** The same total, or the same once a known tip is taken off. */
	| 'equal'
	| 'equal_without_tip'
	/** One digit replaced, left out or added; two neighbours swapped; the point moved by two places or one. */
	| 'digit_wrong'
	| 'digits_swapped'
	| 'decimal_slip'
	/** A surplus up to 40 % that a tip would explain. */
	| 'tip_like'
	| 'differs';

/** Whether a tip of at most two fifths may lie between the two: in whole numbers, so that the limit itself falls the same way in every currency. */
export function isWithinTip(sale: Minor, receipt: Minor): boolean {
	return receipt > sale && receipt * 5 <= sale * 7;
}

/** Relates the amount of a sale to the total and the net amount of a receipt. */
export function relateAmounts(
	sale: { readonly amount: Minor; readonly net: Minor },
	receipt: { readonly amount: Minor; readonly net: Minor; readonly tipKnown: boolean; readonly round: Minor },
): AmountRelation {
	if (sale.amount === receipt.amount || sale.net === receipt.net) return 'equal';
	if (sale.amount === receipt.net || sale.net === receipt.amount) return 'equal_without_tip';
	const slip = slipOfDigits(sale.amount, receipt.amount) ?? (receipt.tipKnown ? slipOfDigits(sale.amount, receipt.net) : null);
	if (slip === 'digits_swapped' || slip === 'decimal_slip') return slip;
	if (!receipt.tipKnown && isWithinTip(sale.amount, receipt.amount))
		return slip === null || looksLikeTip(sale.amount, receipt.amount, receipt.round) ? 'tip_like' : slip;
	return slip ?? 'differs';
}

/** Receipt − sale with the known tip taken off, whichever reading is nearer to nothing. */
export function amountDifference(sale: { readonly amount: Minor; readonly net: Minor }, receipt: { readonly amount: Minor; readonly net: Minor }): Minor {
	const readings = [receipt.net - sale.net, receipt.net - sale.amount, receipt.amount - sale.amount, receipt.amount - sale.net];
	return readings.reduce((best, one) => (Math.abs(one) < Math.abs(best) ? one : best));
}

/** A surplus of a whole percentage, or one that rounds the bill up. */
export function looksLikeTip(sale: Minor, receipt: Minor, round: Minor): boolean {
	const tip = receipt - sale;
	if (!isWithinTip(sale, receipt)) return false;
	return receipt % round === 0 || tip % round === 0 || wholePercent(sale, tip, round) !== null;
}

/** The percentage (1 to 40) of which this is the tip, to a hundredth of a round sum; null where it is none. */
export function wholePercent(sale: Minor, tip: Minor, round: Minor): number | null {
	const percent = Math.round((tip * 100) / sale);
	return percent >= 1 && percent <= 40 && Math.abs(percent * sale - tip * 100) <= round ? percent : null;
}

function slipOfDigits(a: Minor, b: Minor): 'digit_wrong' | 'digits_swapped' | 'decimal_slip' | null {
	if (a <= 0 || b <= 0) return null;
	if (a === b * 100 || b === a * 100 || a === b * 10 || b === a * 10) return 'decimal_slip';
	const x = String(a);
	const y = String(b);
	if (Math.abs(x.length - y.length) > 1) return null;
	let start = 0;
	while (start < x.length && x[start] === y[start]) start++;
	let end = 0;
	while (end < x.length - start && end < y.length - start && x[x.length - 1 - end] === y[y.length - 1 - end]) end++;
	const restX = x.slice(start, x.length - end);
	const restY = y.slice(start, y.length - end);
	if (restX.length === 2 && restY.length === 2 && restX[0] === restY[1] && restX[1] === restY[0]) return 'digits_swapped';
	return restX.length <= 1 && restY.length <= 1 ? 'digit_wrong' : null;
}
