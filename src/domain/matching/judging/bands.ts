import type { Band } from '../outcome.ts';
import { BANDS } from '../weights.ts';

export type Doubts = {
	readonly pairMillionths: number;
	readonly booksMillionths: number;
	readonly marginBits: number;
};

/**
 * How much of a person a match needs; null where it is not even worth proposing. Some matches need a look however likely
 * they are: another amount or tender, a pending receipt, a group.
 */
export function bandOf({ pairMillionths, booksMillionths, marginBits }: Doubts, needsLook: boolean): Band | null {
	if (!needsLook && pairMillionths >= BANDS.auto && marginBits >= BANDS.autoMargin) return 'auto';
	if (Math.max(pairMillionths, booksMillionths) >= BANDS.suggested) return 'suggested';
	return pairMillionths >= PROPOSED_FROM ? 'review' : null;
}

const PROPOSED_FROM = 200_000;
