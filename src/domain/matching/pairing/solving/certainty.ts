import type { MilliBits } from '../bits.ts';

/** How sure a chosen pair is, and what the next best explanation would be. */
export type Certainty = {
	/** That this pair is right, counting as right whatever cannot be told apart by the contract. */
	readonly pairMillionths: number;
	/** That the books come out the same: members that look alike may also change partners among themselves. */
	readonly booksMillionths: number;
	/** That one of the two (the one of which this is likelier to be wrong) has no partner at all, in truth. */
	readonly aloneMillionths: number;
	/** Bits by which the best other explanation that counts as wrong is behind; large where there is none. */
	readonly marginBits: MilliBits;
	/** The best other partner of either member. */
	readonly runnerUp: { readonly left: number; readonly right: number; readonly bitsBehind: MilliBits } | null;
};

/** Odds against, as the probability of what they are against. */
export function millionths(wrong: number): number {
	return Math.min(999_999, Math.max(1, Math.round(1_000_000 / (1 + wrong))));
}
