import type { Assignment } from './assignment.ts';
import { type MilliBits, milliLog2, ratioOf } from './bits.ts';
import type { Edges } from './edges.ts';

/** How sure a chosen pair is, and what the next best explanation would be. */
export type Certainty = {
	/** That this pair is right, counting as right whatever cannot be told apart by the contract. */
	readonly pairMillionths: number;
	/** That the books come out the same: members that look alike may also change partners among themselves. */
	readonly booksMillionths: number;
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
const STEPS_MOST = 600;
const NO_RIVAL: MilliBits = 60_000;

/**
 * Adds up all other explanations of a pair: paths and cycles through the edges that alternate between chosen and not
 * chosen ones, up to a depth. (Looking at direct rivals only is overconfident where two equal pairs may be swapped.)
 */
export function certaintyOf(edge: number, edges: Edges, { edgeOfLeft, edgeOfRight }: Assignment, same: Sameness): Certainty {
	const l0 = edges.left[edge] ?? 0;
	const r0 = edges.right[edge] ?? 0;
	const own = edges.bits[edge] ?? 0;
	const walk = walkOf(edges, edgeOfLeft, edgeOfRight);
	const cycles: { readonly right: number; readonly left: number; readonly bits: MilliBits }[] = [];
	const fromLeft = walk.fromLeft(l0, r0, (firstRight, lastLeft, bits) => cycles.push({ right: firstRight, left: lastLeft, bits }));
	const fromRight = walk.fromRight(r0, l0);
	const tally = tallyOf(own);
	for (const a of [{ row: -1, bits: 0, best: 0 }, ...fromLeft]) {
		for (const b of [{ row: -1, bits: 0, best: 0 }, ...fromRight]) {
			const twin = (a.row >= 0 && same.rightTwins(r0, a.row, l0)) || (b.row >= 0 && same.leftTwins(l0, b.row));
			const alike = twin || (a.row >= 0 && same.rightAlike(r0, a.row, l0)) || (b.row >= 0 && same.leftAlike(l0, b.row));
			tally.add(a.bits + b.bits, { twin, alike, right: a.row, left: b.row, best: a.best + b.best });
		}
	}
	for (const cycle of cycles) {
		const twin = same.rightTwins(r0, cycle.right, l0) || same.leftTwins(l0, cycle.left);
		const alike = twin || same.rightAlike(r0, cycle.right, l0) || same.leftAlike(l0, cycle.left);
		tally.add(cycle.bits, { twin, alike, right: cycle.right, left: cycle.left, best: cycle.bits });
	}
	const rival = tally.rival();
	return {
		pairMillionths: millionths(tally.wrong()),
		booksMillionths: millionths(tally.booksWrong()),
		marginBits: tally.margin(),
		runnerUp: rival && { left: rival.right >= 0 ? l0 : rival.left, right: rival.right >= 0 ? rival.right : r0, bitsBehind: rival.bitsBehind },
	};
}

function millionths(wrong: number): number {
	return Math.min(999_999, Math.max(1, Math.round(1_000_000 / (1 + wrong))));
}

type Other = { readonly twin: boolean; readonly alike: boolean; readonly right: number; readonly left: number; readonly best: MilliBits };

function tallyOf(own: MilliBits) {
	let wrong = 0;
	let booksWrong = 0;
	let margin: MilliBits = NO_RIVAL;
	let rival: { right: number; left: number; bitsBehind: MilliBits } | null = null;
	return {
		add: (bits: MilliBits, other: Other) => {
			const behind = own - bits;
			const share = ratioOf(-behind);
			if (!other.twin) {
				wrong += share;
				margin = Math.min(margin, behind);
			}
			if (!other.alike) booksWrong += share;
			const bitsBehind = Math.max(0, own - other.best);
			if ((other.right >= 0 || other.left >= 0) && (rival === null || bitsBehind < rival.bitsBehind))
				rival = { right: other.right, left: other.left, bitsBehind };
		},
		wrong: () => wrong,
		booksWrong: () => booksWrong,
		margin: () => Math.max(0, margin),
		rival: (): { readonly right: number; readonly left: number; readonly bitsBehind: MilliBits } | null => rival,
	};
}

/** All ways to go on from one end, by the row taken first: the sum of them as bits, and the best of them. */
type Ends = readonly { readonly row: number; readonly bits: MilliBits; readonly best: MilliBits }[];

function walkOf(edges: Edges, edgeOfLeft: Int32Array, edgeOfRight: Int32Array) {
	let steps = 0;
	const visited = new Set<number>();
	/** Sum of shares of all ways for left row `l`, which lost its partner: stay alone, or take another. */
	const waysOfLeft = (l: number, depth: number, so: MilliBits, onClose: ((l: number, bits: MilliBits) => void) | null): number => {
		let sum = 1;
		onClose?.(l, so);
		if (depth === 0) return sum;
		for (let e = edges.start[l] ?? 0; e < (edges.start[l + 1] ?? 0) && steps < STEPS_MOST; e++) {
			const r = edges.right[e] ?? 0;
			if (visited.has(r) || edgeOfLeft[l] === e) continue;
			sum += viaRight(e, r, depth, so, onClose);
		}
		return sum;
	};
	const viaRight = (e: number, r: number, depth: number, so: MilliBits, onClose: ((l: number, bits: MilliBits) => void) | null): number => {
		steps++;
		const gain = edges.bits[e] ?? 0;
		const mate = edgeOfRight[r] ?? -1;
		if (mate < 0) return ratioOf(gain);
		const change = gain - (edges.bits[mate] ?? 0);
		if (so + change < -HORIZON) return 0;
		visited.add(r);
		const ways = ratioOf(change) * waysOfLeft(edges.left[mate] ?? 0, depth - 1, so + change, onClose);
		visited.delete(r);
		return ways;
	};
	return {
		fromLeft: (l0: number, r0: number, onCycle: (firstRight: number, lastLeft: number, bits: MilliBits) => void): Ends => {
			steps = 0;
			visited.clear();
			visited.add(r0);
			const ends: { row: number; bits: MilliBits; best: MilliBits }[] = [];
			for (let e = edges.start[l0] ?? 0; e < (edges.start[l0 + 1] ?? 0); e++) {
				const r = edges.right[e] ?? 0;
				if (r === r0) continue;
				const close = (l: number, bits: MilliBits) => {
					const back = edgeBetween(edges, l, r0);
					if (back >= 0) onCycle(r, l, bits + (edges.bits[back] ?? 0));
				};
				const sum = viaRight(e, r, DEPTH, 0, close);
				if (sum > 0) ends.push({ row: r, bits: milliLog2(sum), best: directBits(edges, edgeOfRight, e, r) });
			}
			return ends;
		},
		fromRight: (r0: number, l0: number): Ends => rightEnds(edges, edgeOfLeft, r0, l0),
	};
}

function directBits(edges: Edges, edgeOfRight: Int32Array, e: number, r: number): MilliBits {
	const mate = edgeOfRight[r] ?? -1;
	return (edges.bits[e] ?? 0) - (mate < 0 ? 0 : (edges.bits[mate] ?? 0));
}

/** Other takers of right row `r0`, each giving up its own partner, which then stays alone or finds one more. */
function rightEnds(edges: Edges, edgeOfLeft: Int32Array, r0: number, l0: number): Ends {
	const ends: { row: number; bits: MilliBits; best: MilliBits }[] = [];
	for (let k = edges.startRight[r0] ?? 0; k < (edges.startRight[r0 + 1] ?? 0); k++) {
		const e = edges.byRight[k] ?? 0;
		const l = edges.left[e] ?? 0;
		if (l === l0) continue;
		const mate = edgeOfLeft[l] ?? -1;
		const gain = edges.bits[e] ?? 0;
		if (mate < 0) {
			ends.push({ row: l, bits: gain, best: gain });
			continue;
		}
		const change = gain - (edges.bits[mate] ?? 0);
		if (change < -HORIZON) continue;
		const freed = edges.right[mate] ?? 0;
		let sum = 1;
		for (let j = edges.startRight[freed] ?? 0; j < (edges.startRight[freed + 1] ?? 0); j++) {
			const other = edges.byRight[j] ?? 0;
			const taker = edges.left[other] ?? 0;
			if (taker === l || taker === l0) continue;
			sum += ratioOf(directBitsOfLeft(edges, edgeOfLeft, other, taker));
		}
		ends.push({ row: l, bits: change + milliLog2(sum), best: change });
	}
	return ends;
}

function directBitsOfLeft(edges: Edges, edgeOfLeft: Int32Array, e: number, l: number): MilliBits {
	const mate = edgeOfLeft[l] ?? -1;
	return (edges.bits[e] ?? 0) - (mate < 0 ? 0 : (edges.bits[mate] ?? 0));
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
