import type { Band } from '../outcome.ts';
import { BANDS } from '../weights.ts';

export type Doubts = {
	readonly pairMillionths: number;
	readonly booksMillionths: number;
	readonly aloneMillionths: number;
	readonly marginBits: number;
};

/**
 * How much of a person a match needs; null where it is not even worth proposing. Some matches need a look however likely
 * they are: another amount or tender, a pending receipt, a group. A row that surely has a partner is not left open only because
 * it is not known which of a few.
 */
export function bandOf({ pairMillionths, booksMillionths, aloneMillionths, marginBits }: Doubts, needsLook: boolean): Band | null {
	if (!needsLook && pairMillionths >= BANDS.auto && marginBits >= BANDS.autoMargin) return 'auto';
	if (Math.max(pairMillionths, booksMillionths) >= BANDS.suggested) return 'suggested';
	if (aloneMillionths <= BANDS.alone && pairMillionths >= BANDS.oneOfFew) return 'suggested';
	return pairMillionths >= PROPOSED_FROM ? 'review' : null;
}

const PROPOSED_FROM = 200_000;
