import { type MilliBits, NOTHING_FROM, ratioOf, shareOf } from '../bits.ts';
import type { Edges } from '../edges.ts';
import type { Assignment } from './assignment.ts';
import { type Certainty, millionths } from './certainty.ts';
import { type End, waysFromLeft, waysFromRight } from './ends.ts';
import { eachWay } from './exact.ts';
import { ALIKE, certainty, count, newTally, OTHER, rival, TWIN } from './tally.ts';

/** Which rows count as the same: `twin` by the contract (interchangeable), `alike` in everything but time. */
export type Sameness = {
	readonly leftTwins: (a: number, b: number) => boolean;
	readonly rightTwins: (a: number, b: number, l: number) => boolean;
	readonly leftAlike: (a: number, b: number) => boolean;
	readonly rightAlike: (a: number, b: number, l: number) => boolean;
};

/** A solved graph, and which of its rows count as the same. */
export type Solved = { readonly edges: Edges; readonly assignment: Assignment; readonly same: Sameness };

/**
 * Adds up all other explanations of a pair: paths and cycles through the edges that alternate between chosen and not
 * chosen ones, up to a depth. (Looking at direct rivals only is overconfident where two equal pairs may be swapped.)
 */
export function certaintyOf(edge: number, solved: Solved): Certainty {
	const { edges } = solved;
	const l0 = edges.left[edge] ?? 0;
	const r0 = edges.right[edge] ?? 0;
	const own = edges.bits[edge] ?? 0;
	if (edges.start[l0 + 1] === (edges.start[l0] ?? 0) + 1 && edges.startRight[r0 + 1] === (edges.startRight[r0] ?? 0) + 1) return unrivalled(own);
	return exactly(solved, { l0, r0, own }) ?? nearly(solved, { l0, r0, own });
}

type Chosen = { readonly l0: number; readonly r0: number; readonly own: MilliBits };

/** By all ways there are; null where those are too many. */
function exactly({ edges, assignment, same }: Solved, { l0, r0, own }: Chosen): Certainty | null {
	const tally = newTally(own);
	let holding = 0;
	const known = eachWay(edges, assignment, { l0, r0 }, (right, left, odds, bits) => {
		if (right === r0) {
			holding += odds;
			return;
		}
		count(tally, odds, -bits, Math.max(asRight(same, r0, right, l0), asLeft(same, l0, left)));
		rival(tally, right, left, own + bits);
		if (right < 0) tally.leftAlone += odds;
		if (left < 0) tally.rightAlone += odds;
	});
	return known ? certainty(tally, { l0, r0 }, holding) : null;
}

/** By the ways that can be reached in a few steps, where the rows that hang together are too many. */
function nearly(solved: Solved, { l0, r0, own }: Chosen): Certainty {
	const { same } = solved;
	const { fromLeft, cycles } = waysFromLeft(solved, l0, r0);
	const fromRight = waysFromRight(solved, l0, r0);
	const ofLeft = fromRight.map(({ row }) => asLeft(same, l0, row));
	const tally = newTally(own);
	for (let i = 0; i < fromLeft.length; i++) {
		const a = fromLeft[i] as End;
		const ofRight = asRight(same, r0, a.row, l0);
		for (let j = 0; j < fromRight.length; j++) {
			const b = fromRight[j] as End;
			const behind = own - a.bits - b.bits;
			// Most of these pairs of ends are too far behind to weigh anything; they may still be the next best.
			if (behind < NOTHING_FROM) {
				const odds = ratioOf(-behind);
				count(tally, odds, behind, Math.max(ofRight, ofLeft[j] ?? OTHER));
				if (i === 0) tally.leftAlone += odds;
				if (j === 0) tally.rightAlone += odds;
			}
			rival(tally, a.row, b.row, a.best + b.best);
		}
	}
	for (const { right, left, bits } of cycles) {
		count(tally, ratioOf(bits - own), own - bits, Math.max(asRight(same, r0, right, l0), asLeft(same, l0, left)));
		rival(tally, right, left, bits);
	}
	return certainty(tally, { l0, r0 }, 1);
}

/** What another right row is to the pair's, as far as its sale can tell; another left row to the pair's. −1 is no row. */
function asRight({ rightTwins, rightAlike }: Sameness, r0: number, r: number, l0: number): number {
	if (r < 0) return OTHER;
	if (rightTwins(r0, r, l0)) return TWIN;
	return rightAlike(r0, r, l0) ? ALIKE : OTHER;
}

function asLeft({ leftTwins, leftAlike }: Sameness, l0: number, l: number): number {
	if (l < 0) return OTHER;
	if (leftTwins(l0, l)) return TWIN;
	return leftAlike(l0, l) ? ALIKE : OTHER;
}

/** Nobody else comes into question: the pair is right or both are alone. */
function unrivalled(own: MilliBits): Certainty {
	const sure = millionths(shareOf(own));
	return { pairMillionths: sure, booksMillionths: sure, aloneMillionths: 1_000_000 - sure, marginBits: own, runnerUp: null };
}
