import { type MilliBits, milliLog2, ratioOf, shareOf } from '../bits.ts';
import type { Edges } from '../edges.ts';
import type { Assignment } from './assignment.ts';
import { type Way, waysAround } from './exact.ts';

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

/** Which rows count as the same: `twin` by the contract (interchangeable), `alike` in everything but time. */
export type Sameness = {
	readonly leftTwins: (a: number, b: number) => boolean;
	readonly rightTwins: (a: number, b: number, l: number) => boolean;
	readonly leftAlike: (a: number, b: number) => boolean;
	readonly rightAlike: (a: number, b: number, l: number) => boolean;
};

/** Beyond this many bits behind, another explanation does not matter. */
const HORIZON: MilliBits = 12_000;
const DEPTH = 3;
const STEPS_MOST = 250;
const NO_RIVAL: MilliBits = 60_000;

/** A solved graph, and which of its rows count as the same. */
export type Solved = { readonly edges: Edges; readonly assignment: Assignment; readonly same: Sameness };

/**
 * Adds up all other explanations of a pair: paths and cycles through the edges that alternate between chosen and not
 * chosen ones, up to a depth. (Looking at direct rivals only is overconfident where two equal pairs may be swapped.)
 */
export function certaintyOf(edge: number, { edges, assignment, same }: Solved): Certainty {
	const l0 = edges.left[edge] ?? 0;
	const r0 = edges.right[edge] ?? 0;
	const own = edges.bits[edge] ?? 0;
	if (edges.start[l0 + 1] === (edges.start[l0] ?? 0) + 1 && edges.startRight[r0 + 1] === (edges.startRight[r0] ?? 0) + 1) return unrivalled(own);
	const ways = waysAround(edges, assignment, { l0, r0 });
	return ways ? exactly(ways, { l0, r0 }, own, same) : nearly(edge, { edges, assignment, same });
}

/** By all ways there are. */
function exactly(ways: readonly Way[], { l0, r0 }: Rows, own: MilliBits, same: Sameness): Certainty {
	const tally = newTally(own);
	let right = 0;
	for (const way of ways) {
		if (way.right === r0) {
			right += way.odds;
			continue;
		}
		const ofRight = way.right >= 0 ? sameness(same.rightTwins(r0, way.right, l0), same.rightAlike(r0, way.right, l0)) : OTHER;
		const ofLeft = way.left >= 0 ? sameness(same.leftTwins(l0, way.left), same.leftAlike(l0, way.left)) : OTHER;
		count(tally, own + way.bits, Math.max(ofRight, ofLeft));
		rival(tally, { right: way.right, left: way.left, bits: own + way.bits });
		if (way.right < 0) tally.leftAlone += way.odds;
		if (way.left < 0) tally.rightAlone += way.odds;
	}
	return certainty(tally, { l0, r0 }, right);
}

/** By the ways that can be reached in a few steps, where the rows that hang together are too many. */
function nearly(edge: number, { edges, assignment, same }: Solved): Certainty {
	const l0 = edges.left[edge] ?? 0;
	const r0 = edges.right[edge] ?? 0;
	const own = edges.bits[edge] ?? 0;
	const { fromLeft, cycles } = waysFromLeft(edges, assignment, { l0, r0 });
	const fromRight = waysFromRight(edges, assignment, { l0, r0 });
	const ofRight = fromLeft.map(({ row }) => sameness(row >= 0 && same.rightTwins(r0, row, l0), row >= 0 && same.rightAlike(r0, row, l0)));
	const ofLeft = fromRight.map(({ row }) => sameness(row >= 0 && same.leftTwins(l0, row), row >= 0 && same.leftAlike(l0, row)));
	const tally = newTally(own);
	for (let i = 0; i < fromLeft.length; i++) {
		const a = fromLeft[i] ?? ALONE;
		for (let j = 0; j < fromRight.length; j++) {
			const b = fromRight[j] ?? ALONE;
			count(tally, a.bits + b.bits, Math.max(ofRight[i] ?? OTHER, ofLeft[j] ?? OTHER));
			if (i === 0) tally.leftAlone += ratioOf(a.bits + b.bits - own);
			if (j === 0) tally.rightAlone += ratioOf(a.bits + b.bits - own);
			rival(tally, { right: a.row, left: b.row, bits: a.best + b.best });
		}
	}
	for (const cycle of cycles) {
		const right = sameness(same.rightTwins(r0, cycle.right, l0), same.rightAlike(r0, cycle.right, l0));
		count(tally, cycle.bits, Math.max(right, sameness(same.leftTwins(l0, cycle.left), same.leftAlike(l0, cycle.left))));
		rival(tally, cycle);
	}
	return certainty(tally, { l0, r0 }, 1);
}

/** `right`: the odds of all ways that hold the pair, against the chosen one. */
function certainty(tally: Tally, { l0, r0 }: Rows, right: number): Certainty {
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

const OTHER = 0;
const ALIKE = 1;
const TWIN = 2;

function sameness(twin: boolean, alike: boolean): number {
	return twin ? TWIN : alike ? ALIKE : OTHER;
}

/** Nobody else comes into question: the pair is right or both are alone. */
function unrivalled(own: MilliBits): Certainty {
	const sure = millionths(shareOf(own));
	return { pairMillionths: sure, booksMillionths: sure, aloneMillionths: 1_000_000 - sure, marginBits: own, runnerUp: null };
}

function millionths(wrong: number): number {
	return Math.min(999_999, Math.max(1, Math.round(1_000_000 / (1 + wrong))));
}

type Tally = {
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

function newTally(own: MilliBits): Tally {
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

/** Adds one other explanation; how far it counts as wrong depends on whether its members are the same. */
function count(tally: Tally, bits: MilliBits, same: number): void {
	const share = ratioOf(bits - tally.own);
	if (same === TWIN) tally.twins += share;
	else {
		tally.wrong += share;
		tally.margin = Math.min(tally.margin, tally.own - bits);
	}
	if (same === ALIKE) tally.alike += share;
	if (same === OTHER) tally.booksWrong += share;
}

function rival(tally: Tally, { right, left, bits }: { readonly right: number; readonly left: number; readonly bits: MilliBits }): void {
	const behind = Math.max(0, tally.own - bits);
	if ((right < 0 && left < 0) || ((tally.rivalRight >= 0 || tally.rivalLeft >= 0) && behind >= tally.rivalBehind)) return;
	tally.rivalRight = right;
	tally.rivalLeft = left;
	tally.rivalBehind = behind;
}

/** A way to go on from one end of a pair: the row taken first, the sum of all that follows as bits, and the best of it. */
type End = { readonly row: number; readonly bits: MilliBits; readonly best: MilliBits };
type Cycle = { readonly right: number; readonly left: number; readonly bits: MilliBits };
const ALONE: End = { row: -1, bits: 0, best: 0 };
type Rows = { readonly l0: number; readonly r0: number };

/** What becomes of the left row when it loses its partner: it stays alone, or takes another, whose own partner takes another, and so on, or back to the start. */
function waysFromLeft(
	edges: Edges,
	{ edgeOfLeft, edgeOfRight }: Assignment,
	{ l0, r0 }: Rows,
): { readonly fromLeft: readonly End[]; readonly cycles: readonly Cycle[] } {
	let steps = 0;
	let first = -1;
	const visited = new Set([r0]);
	const cycles: Cycle[] = [];
	/** Sum of shares of all ways for a left row without partner; `sum` are the bits gained on the way to it. */
	const waysOf = (l: number, depth: number, sum: MilliBits): number => {
		let ways = 1;
		const back = edgeBetween(edges, l, r0);
		if (back >= 0) cycles.push({ right: first, left: l, bits: sum + (edges.bits[back] ?? 0) });
		if (depth === 0) return ways;
		for (let e = edges.start[l] ?? 0; e < (edges.start[l + 1] ?? 0) && steps < STEPS_MOST; e++) {
			if (edgeOfLeft[l] !== e && !visited.has(edges.right[e] ?? 0)) ways += via(e, depth, sum);
		}
		return ways;
	};
	const via = (e: number, depth: number, sum: MilliBits): number => {
		steps++;
		const r = edges.right[e] ?? 0;
		const gain = edges.bits[e] ?? 0;
		const mate = edgeOfRight[r] ?? -1;
		if (mate < 0) return ratioOf(gain);
		const change = gain - (edges.bits[mate] ?? 0);
		if (sum + change < -HORIZON) return 0;
		visited.add(r);
		const ways = ratioOf(change) * waysOf(edges.left[mate] ?? 0, depth - 1, sum + change);
		visited.delete(r);
		return ways;
	};
	const fromLeft: End[] = [ALONE];
	for (let e = edges.start[l0] ?? 0; e < (edges.start[l0 + 1] ?? 0); e++) {
		first = edges.right[e] ?? 0;
		if (first === r0) continue;
		const ways = via(e, DEPTH, 0);
		if (ways > 0) fromLeft.push({ row: first, bits: milliLog2(ways), best: change(edges, e, edgeOfRight[first]) });
	}
	return { fromLeft, cycles };
}

/** What becomes of the right row: it stays alone, or has another taker, who gives up its own partner, which then stays alone or finds one more. */
function waysFromRight(edges: Edges, { edgeOfLeft }: Assignment, { l0, r0 }: Rows): End[] {
	const ends: End[] = [ALONE];
	for (let k = edges.startRight[r0] ?? 0; k < (edges.startRight[r0 + 1] ?? 0); k++) {
		const e = edges.byRight[k] ?? 0;
		const l = edges.left[e] ?? 0;
		if (l === l0) continue;
		const gained = change(edges, e, edgeOfLeft[l]);
		const mate = edgeOfLeft[l] ?? -1;
		if (mate < 0) ends.push({ row: l, bits: gained, best: gained });
		if (mate < 0 || gained < -HORIZON) continue;
		const freed = edges.right[mate] ?? 0;
		let ways = 1;
		for (let j = edges.startRight[freed] ?? 0; j < (edges.startRight[freed + 1] ?? 0); j++) {
			const other = edges.byRight[j] ?? 0;
			const taker = edges.left[other] ?? 0;
			if (taker !== l && taker !== l0) ways += ratioOf(change(edges, other, edgeOfLeft[taker]));
		}
		ends.push({ row: l, bits: gained + milliLog2(ways), best: gained });
	}
	return ends;
}

/** What an edge gains over the one it replaces, if any. */
function change(edges: Edges, e: number, replaced: number | undefined): MilliBits {
	return (edges.bits[e] ?? 0) - (replaced === undefined || replaced < 0 ? 0 : (edges.bits[replaced] ?? 0));
}

function edgeBetween(edges: Edges, l: number, r: number): number {
	let low = edges.start[l] ?? 0;
	let high = edges.start[l + 1] ?? 0;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((edges.right[middle] ?? 0) < r) low = middle + 1;
		else high = middle;
	}
	return low < (edges.start[l + 1] ?? 0) && edges.right[low] === r ? low : -1;
}
