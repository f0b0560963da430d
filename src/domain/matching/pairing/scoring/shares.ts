import { SECOND_MS } from '../../../time.ts';
import { WEIGHTS } from '../../weights.ts';
import type { Edges } from '../edges.ts';
import type { PairingInput } from '../input.ts';
import type { LateBlocks } from '../searching/late-blocks.ts';
import { agreeInAmount, type Side } from '../side.ts';
import type { Assignment } from '../solving/assignment.ts';
import type { DayShares } from './model.ts';
import type { Scorer } from './scoring.ts';

/** What is believed of any day before it has been looked at. */
export const NO_SHARES: DayShares = { missingLeft: new Map(), missingRight: new Map(), late: new Map(), tips: new Map() };

type FirstRound = { readonly edges: Edges; readonly assignment: Assignment; readonly scorer: Scorer; readonly blocks: LateBlocks };

/** What a first pairing says about each day: how much is missing on either side, how late people log, whether they tip. */
export function sharesOf(input: PairingInput, { edges, assignment, scorer, blocks }: FirstRound): DayShares {
	const { left, right } = input;
	const late = tally();
	const tipped = tally();
	const stated = new Set<number>();
	const isLateAt = (r: number) => 6 * Math.max(input.scatter.spread[r] ?? WEIGHTS.time.spread, 15);
	assignment.edgeOfRight.forEach((edge, r) => {
		const day = right.day[r] ?? -1;
		if (right.tipKnown[r] === 1 && (right.net[r] ?? 0) < (right.amount[r] ?? 0)) stated.add(day);
		if (edge < 0) return;
		const l = edges.left[edge] ?? 0;
		late.put(day, Math.abs((right.at[r] ?? 0) - (left.at[l] ?? 0)) > isLateAt(r) * SECOND_MS);
		if (right.tipKnown[r] === 0) tipped.put(day, !agreeInAmount(left, right, { l, r }) && scorer.parts(l, r).amount === 'tip_like');
	});
	const { guess, rows, least, most } = WEIGHTS.missingShare;
	const missing = (side: Side, isExplained: (row: number) => boolean, edgeOf: Int32Array) => {
		const counts = tally();
		for (let row = 0; row < side.size; row++) {
			if (side.standing[row] === 'live') counts.put(side.day[row] ?? -1, edgeOf[row] === -1 && !isExplained(row));
		}
		return counts.shares((hits, all) => clamp((hits + guess * rows) / (all + rows), least, most));
	};
	return {
		missingLeft: missing(left, (l) => input.takenLeft[l] === 1 || blocks.left[l] === 1, assignment.edgeOfLeft),
		missingRight: missing(right, (r) => input.takenRight[r] === 1 || blocks.to[r] !== 0, assignment.edgeOfRight),
		late: late.shares((hits, all) => clamp((hits + WEIGHTS.time.broadShare * 40) / (all + 40), 0.03, 0.4)),
		tips: tipped.shares((hits, all, day) => tipShareOf(hits, all, stated.has(day))),
	};
}

function tipShareOf(hits: number, all: number, stated: boolean): number {
	const { share } = WEIGHTS.tips;
	const [guess, rows] = stated ? [share.stated, share.rowsStated] : [UNTOLD, share.rowsUnstated];
	return clamp((hits + guess * rows) / (all + rows), share.least, share.most);
}
/** Where nobody states a tip, the count alone decides whether there are any. */
const UNTOLD = 0.004;

function tally() {
	const counts = new Map<number, { hits: number; all: number }>();
	return {
		put: (day: number, hit: boolean) => {
			const count = counts.get(day) ?? { hits: 0, all: 0 };
			counts.set(day, { hits: count.hits + (hit ? 1 : 0), all: count.all + 1 });
		},
		shares: (of: (hits: number, all: number, day: number) => number) => new Map([...counts].map(([day, { hits, all }]) => [day, of(hits, all, day)])),
	};
}

function clamp(value: number, least: number, most: number): number {
	return Math.min(most, Math.max(least, value));
}
