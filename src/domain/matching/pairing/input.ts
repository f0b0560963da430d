import type { ShopHabits } from '../habits.ts';
import type { MilliBits } from './bits.ts';
import type { Scatter } from './scoring/model.ts';
import type { ScoringContext } from './scoring/scoring.ts';
import type { KeyHits } from './searching/key-hits.ts';
import type { Side } from './side.ts';

/** Rows found to belong together, by row number of each side. */
export type Pair = {
	readonly lefts: readonly number[];
	readonly rights: readonly number[];
	readonly bits: MilliBits;
	readonly pairMillionths: number;
	readonly booksMillionths: number;
	readonly aloneMillionths: number;
	readonly marginBits: MilliBits;
	readonly runnerUp: { readonly left: number; readonly right: number; readonly bitsBehind: MilliBits } | null;
	/** Paired without a full search, because too many rows hang together. */
	readonly approximate: boolean;
};

export type PairingInput = {
	readonly left: Side;
	readonly right: Side;
	readonly scatter: Scatter;
	/** Pairs whose keys agree. */
	readonly hits: KeyHits;
	readonly forbidden: (l: number, r: number) => boolean;
	/** Rows that a person has already paired. */
	readonly takenLeft: Uint8Array;
	readonly takenRight: Uint8Array;
	readonly lateSeconds: number;
	readonly link: ScoringContext['link'];
	/** Two legs of one payment: keys are printed on both sides, and amounts never differ. */
	readonly printed: boolean;
	readonly habits: ShopHabits;
	/** Hears how much of all work is done. */
	readonly onProgress: (done: number) => void;
};
