import type { Band } from '../outcome.ts';
import { BANDS } from '../weights.ts';

export type Doubts = {
	readonly pairMillionths: number;
	readonly booksMillionths: number;
	readonly marginBits: number;
	/** Anything that a person should look at, however likely the match: another amount or tender, a pending receipt, a group. */
	readonly needsLook: boolean;
};

/** How much of a person a match needs; null where it is not even worth proposing. */
export function bandOf({ pairMillionths, booksMillionths, marginBits, needsLook }: Doubts): Band | null {
	if (!needsLook && pairMillionths >= BANDS.auto && marginBits >= BANDS.autoMargin) return 'auto';
	if (Math.max(pairMillionths, booksMillionths) >= BANDS.suggested) return 'suggested';
	return pairMillionths >= PROPOSED_FROM ? 'review' : null;
}

const PROPOSED_FROM = 200_000;
