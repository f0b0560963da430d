import { SECOND_MS } from '../../../time.ts';
import { floats } from '../../columns.ts';
import { REACH } from '../../weights.ts';
import type { EdgeList } from '../edges.ts';
import { beginOf, endOf, firstAt, firstRowAt, type Postings, postings } from '../posting.ts';
import { isWithinTip } from '../scoring/amounts.ts';
import type { Scorer } from '../scoring/scoring.ts';
import type { Side } from '../side.ts';
import type { KeyHits } from './key-hits.ts';
import type { LateBlocks, OpenRows } from './late-blocks.ts';

/** What a search for candidates works with. `forbidden` are pairs that a person rejected; `taken` rows are already spoken for. */
export type CandidateContext = {
	readonly left: Side;
	readonly right: Side;
	readonly scorer: Scorer;
	readonly forbidden: (l: number, r: number) => boolean;
	readonly takenLeft: Uint8Array;
	readonly takenRight: Uint8Array;
	readonly lateSeconds: number;
	readonly blocks: LateBlocks;
	/** Only to learn what kind of day it is: fewer candidates will do. */
	readonly quick: boolean;
	/** Whether amounts may differ at all. */
	readonly differences: boolean;
	/** Days on which unstated tips are usual; null where there are none. */
	readonly tipping: ReadonlySet<number> | null;
};

/** A search under way: the context, where its findings go, and the right side's lists by total and by amount without tip. */
export type Search = CandidateContext & { readonly edges: EdgeList; readonly total: Postings; readonly net: Postings | null };

export function searchFor(context: CandidateContext, edges: EdgeList): Search {
	const { right } = context;
	const net = right.tipKnown.includes(1) ? postings(right.netValue, () => true) : null;
	return { ...context, edges, total: postings(right.value, () => true), net };
}

/** Equal amounts near in time, and agreeing keys at any time within reach. */
export function addLikelyPairs(search: Search, hits: KeyHits): void {
	const { left } = search;
	for (let l = 0; l < left.size; l++) {
		if (search.takenLeft[l] === 1) continue;
		const value = left.value[l] ?? 0;
		// Without tips there is one list, and most shops have none.
		if (!search.net && left.netValue[l] === value) addNearest(search, l, search.total, value);
		else for (const { lists, value } of listsFor(search, l)) addNearest(search, l, lists, value);
	}
	hits.left.forEach((l, k) => {
		if (left.standing[l] !== 'cash') consider(search, l, hits.right[k] ?? 0);
	});
}

/**
 * For rows that are still alone or weakly paired: receipts posted late, amounts with a slip or an unknown tip, and any
 * other amount close in time.
 */
export function addUnlikelyPairs(search: Search, open: OpenRows): void {
	const { left, right } = search;
	const late = { ...search, isOpen: (r: number) => open.right[r] === 1 && search.takenRight[r] !== 1 };
	const openTimes = openTimesOf(right, late.isOpen);
	for (let l = 0; l < left.size; l++) {
		if (open.left[l] !== 1 || search.takenLeft[l] === 1 || left.standing[l] === 'cash') continue;
		for (const { lists, value } of listsFor(search, l)) addLate(late, l, lists, value);
		if (search.differences) addDiffering(search, l, openTimes);
	}
}

/** For receipts that were posted late in a block: the open sales of that amount in the block's window. */
export function addPostedPairs(search: Search, open: OpenRows): void {
	const { left, right, blocks } = search;
	if (!blocks.any) return;
	const lists = postings(left.value, (l) => open.left[l] === 1 && left.standing[l] === 'live');
	for (let r = 0; r < right.size; r++) {
		if (blocks.to[r] === 0) continue;
		const at = right.at[r] ?? 0;
		const ofNet = right.netValue[r] ?? 0;
		const value = endOf(lists, ofNet) > beginOf(lists, ofNet) ? ofNet : (right.value[r] ?? 0);
		const end = endOf(lists, value);
		const from = firstAt(lists.rows, left.at, at - (blocks.to[r] ?? 0) * SECOND_MS, beginOf(lists, value), end);
		for (let k = from; k < end && k < from + POSTED_MOST; k++) {
			const l = lists.rows[k] ?? 0;
			if ((left.at[l] ?? 0) > at - (blocks.from[r] ?? 0) * SECOND_MS) break;
			consider(search, l, r);
		}
	}
}
const POSTED_MOST = 30;

/** Receipts whose total or net is the sale's total or net. */
function listsFor({ left, total, net }: Search, l: number): readonly { readonly lists: Postings; readonly value: number }[] {
	const both = net ? [total, net] : [total];
	const value = left.value[l] ?? 0;
	const netValue = left.netValue[l] ?? 0;
	return [...new Set([value, netValue])].flatMap((one) => both.map((lists) => ({ lists, value: one })));
}

function consider({ scorer, forbidden, takenLeft, takenRight, edges }: Search, l: number, r: number): void {
	if (takenLeft[l] === 1 || takenRight[r] === 1 || forbidden(l, r)) return;
	const bits = scorer.score(l, r);
	// A pair that is worth less than staying apart is in no best pairing.
	if (bits > 0) edges.add(l, r, bits);
}

/** The nearest of the list within reach, from the middle outwards, so that a crowd of equal amounts costs a bounded number. */
function addNearest(search: Search, l: number, lists: Postings, value: number): void {
	const reach = (search.left.standing[l] === 'cash' ? REACH.cashSeconds : REACH.coreSeconds) * SECOND_MS;
	const at = search.left.at[l] ?? 0;
	const times = search.right.at;
	const { rows } = lists;
	const begin = beginOf(lists, value);
	const end = endOf(lists, value);
	let up = firstAt(rows, times, at, begin, end);
	let down = up - 1;
	const most = search.quick ? REACH.nearestQuick : REACH.nearest;
	for (let taken = 0; taken < most; ) {
		const above = up < end ? (times[rows[up] ?? 0] ?? 0) - at : Number.POSITIVE_INFINITY;
		const below = down >= begin ? at - (times[rows[down] ?? 0] ?? 0) : Number.POSITIVE_INFINITY;
		if (Math.min(above, below) > reach) return;
		const r = (above < below ? rows[up++] : rows[down--]) ?? 0;
		if (search.takenRight[r] === 1) continue;
		consider(search, l, r);
		taken++;
	}
}

/** The few open receipts of this amount that follow within the days a terminal may be late, and the few before. */
function addLate(search: Search & { readonly isOpen: (r: number) => boolean }, l: number, lists: Postings, value: number): void {
	const at = search.left.at[l] ?? 0;
	const times = search.right.at;
	const { rows } = lists;
	const begin = beginOf(lists, value);
	const end = endOf(lists, value);
	const middle = firstAt(rows, times, at, begin, end);
	for (let k = middle, found = 0; k < end && found < REACH.lateNearest && k < middle + LOOK_MOST; k++) {
		const r = rows[k] ?? 0;
		if ((times[r] ?? 0) - at > search.lateSeconds * SECOND_MS) break;
		if (!search.isOpen(r)) continue;
		consider(search, l, r);
		found++;
	}
	for (let k = middle - 1, found = 0; k >= begin && found < REACH.lateNearest && k > middle - LOOK_MOST; k--) {
		const r = rows[k] ?? 0;
		if (at - (times[r] ?? 0) > EARLY_MS) break;
		if (!search.isOpen(r)) continue;
		consider(search, l, r);
		found++;
	}
}
/** A sale may be logged this long after its receipt: from paper slips, at the end of the day. */
const EARLY_MS = 12 * 3_600 * SECOND_MS;
const LOOK_MOST = 400;

type OpenTimes = { readonly rows: Int32Array; readonly at: Float64Array };

function openTimesOf(right: Side, isOpen: (r: number) => boolean): OpenTimes {
	const rows: number[] = [];
	for (let r = 0; r < right.size; r++) if (isOpen(r) && (right.standing[r] === 'live' || right.standing[r] === 'pending')) rows.push(r);
	return { rows: Int32Array.from(rows), at: floats(rows.length, (k) => right.at[rows[k] ?? 0] ?? 0) };
}

/** Open receipts of another amount close in time: the nearest few, and some more that a tip would explain. */
function addDiffering(search: Search, l: number, open: OpenTimes): void {
	const { left, right } = search;
	const at = left.at[l] ?? 0;
	const amount = left.amount[l] ?? 0;
	const reach = REACH.differSeconds * SECOND_MS;
	const tipReach = REACH.tipSeconds * SECOND_MS;
	let up = firstRowAt(open.at, at);
	let down = up - 1;
	let others = 0;
	let tipped = 0;
	for (let looked = 0; looked < REACH.differLooked && (others < REACH.differNearest || tipped < REACH.tipNearest); looked++) {
		const above = up < open.rows.length ? (open.at[up] ?? 0) - at : Number.POSITIVE_INFINITY;
		const below = down >= 0 ? at - (open.at[down] ?? 0) : Number.POSITIVE_INFINITY;
		const off = Math.min(above, below);
		if (off > tipReach) return;
		const r = open.rows[above < below ? up++ : down--] ?? 0;
		if (right.tipKnown[r] === 0 && isWithinTip(amount, right.amount[r] ?? 0) && tipped++ < REACH.tipNearest) consider(search, l, r);
		else if (off <= reach && others++ < REACH.differNearest) consider(search, l, r);
	}
}
