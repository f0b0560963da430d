import type { MilliBits } from '../bits.ts';
import { type Certainty, millionths } from './certainty.ts';

/** How far another explanation counts as wrong, by what its members are to the pair's. */
export const OTHER = 0;
export const ALIKE = 1;
export const TWIN = 2;

const NO_RIVAL: MilliBits = 60_000;

/** What all other explanations of a pair come to. */
export type Tally = {
	readonly own: MilliBits;
	wrong: number;
	booksWrong: number;
	twins: number;
	alike: number;
	leftAlone: number;
	rightAlone: number;
	margin: MilliBits;
	rivalRight: number;
	rivalLeft: number;
	rivalBehind: MilliBits;
};

export function newTally(own: MilliBits): Tally {
	return {
		own,
		wrong: 0,
		booksWrong: 0,
		twins: 0,
		alike: 0,
		leftAlone: 0,
		rightAlone: 0,
		margin: NO_RIVAL,
		rivalRight: -1,
		rivalLeft: -1,
		rivalBehind: NO_RIVAL,
	};
}

/** Adds one other explanation: its odds against the pair as chosen, and the bits by which it is behind. */
export function count(tally: Tally, odds: number, behind: MilliBits, same: number): void {
	if (same === TWIN) tally.twins += odds;
	else {
		tally.wrong += odds;
		tally.margin = Math.min(tally.margin, behind);
	}
	if (same === ALIKE) tally.alike += odds;
	if (same === OTHER) tally.booksWrong += odds;
}

/** Remembers the best other partner of either member. */
export function rival(tally: Tally, right: number, left: number, bits: MilliBits): void {
	if (right < 0 && left < 0) return;
	const behind = Math.max(0, tally.own - bits);
	if ((tally.rivalRight >= 0 || tally.rivalLeft >= 0) && behind >= tally.rivalBehind) return;
	tally.rivalRight = right;
	tally.rivalLeft = left;
	tally.rivalBehind = behind;
}

/** `right`: the odds of all ways that hold the pair, against the chosen one. */
export function certainty(tally: Tally, { l0, r0 }: { readonly l0: number; readonly r0: number }, right: number): Certainty {
	const { rivalRight, rivalLeft } = tally;
	const none = rivalRight < 0 && rivalLeft < 0;
	const runnerUp = { left: rivalRight >= 0 ? l0 : rivalLeft, right: rivalRight >= 0 ? rivalRight : r0, bitsBehind: tally.rivalBehind };
	// What counts as right although another way was chosen stands beside the pair itself.
	const asGood = right + tally.twins;
	const booksGood = asGood + tally.alike;
	return {
		pairMillionths: millionths(tally.wrong / asGood),
		booksMillionths: millionths(tally.booksWrong / booksGood),
		aloneMillionths: Math.round((1_000_000 * Math.min(tally.leftAlone, tally.rightAlone)) / (asGood + tally.wrong)),
		marginBits: Math.max(0, tally.margin),
		runnerUp: none ? null : runnerUp,
	};
}
