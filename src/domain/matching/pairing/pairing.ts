import { SECOND_MS } from '../../time.ts';
import { marks } from '../columns.ts';
import { REACH } from '../weights.ts';
import { type Edges, edgeList, keptEdges } from './edges.ts';
import { findGroups, type Group, type Present } from './groups.ts';
import type { Pair, PairingInput } from './input.ts';
import { type DayShares, type ModelBase, modelBase, modelOf } from './scoring/model.ts';
import { samenessOf } from './scoring/sameness.ts';
import { NEVER, type Scorer, scorerOf } from './scoring/scoring.ts';
import { NO_SHARES, sharesOf } from './scoring/shares.ts';
import { addLikelyPairs, addPostedPairs, addUnlikelyPairs, type CandidateContext, searchFor } from './searching/candidates.ts';
import type { KeyHits } from './searching/key-hits.ts';
import { findLateBlocks, type LateBlocks, type OpenRows } from './searching/late-blocks.ts';
import { windowsByNumber } from './searching/taken-order.ts';
import { agreeInAmount, type Side } from './side.ts';
import { type Assignment, assign } from './solving/assignment.ts';
import { certaintyOf } from './solving/posterior.ts';

export type Pairing = { readonly pairs: readonly Pair[]; readonly scorer: Scorer };

/**
 * Decides jointly who belongs to whom: candidates, scores, the best assignment, groups, and how sure each is.
 * The first round is there only to learn what kind of day it is.
 */
export function pairSides(input: PairingInput): Pairing {
	const base = modelBase(input.left, input.right, input.habits);
	const byNumber = windowsByNumber(input);
	const first = round(input, { base, shares: NO_SHARES, blocks: byNumber, quick: true });
	input.onProgress(0.4);
	const blocks = findLateBlocks(input, openAfter(first, input), byNumber);
	const shares = sharesOf(input, { ...first, blocks });
	const second = round(input, { base, shares, blocks, quick: false });
	input.onProgress(0.65);
	return { pairs: [...certain(input, second), ...second.groups.map(pairOfGroup)], scorer: second.scorer };
}

/** Rows that the first round left alone, or paired so oddly that a late block may explain them better. */
function openAfter({ edges, assignment }: Round, { left, right }: PairingInput): OpenRows {
	const odd = (edge: number) => {
		if (edge < 0) return true;
		const l = edges.left[edge] ?? 0;
		const r = edges.right[edge] ?? 0;
		if (!agreeInAmount(left, right, { l, r })) return (edges.bits[edge] ?? 0) < REACH.weak;
		return Math.abs((right.at[r] ?? 0) - (left.at[l] ?? 0)) > ODD_SECONDS * SECOND_MS;
	};
	return {
		left: marks(left.size, (l) => odd(assignment.edgeOfLeft[l] ?? -1)),
		right: marks(right.size, (r) => odd(assignment.edgeOfRight[r] ?? -1)),
	};
}
const ODD_SECONDS = 600;

/** From this share of unstated tips on, every pair of a day is open to doubt. */
const TIPPING = 0.08;

type Round = { readonly edges: Edges; readonly assignment: Assignment; readonly scorer: Scorer; readonly groups: readonly Group[] };

type RoundOptions = { readonly base: ModelBase; readonly shares: DayShares; readonly blocks: LateBlocks; readonly quick: boolean };

function round(input: PairingInput, { base, shares, blocks, quick }: RoundOptions): Round {
	const { left, right } = input;
	const model = modelOf(base, input, shares);
	const scorer = scorerOf({ ...input, model, blocks });
	const tipping = new Set([...shares.tips].filter(([, share]) => share >= TIPPING).map(([day]) => day));
	const context: CandidateContext = { ...input, scorer, blocks, quick, differences: !input.printed, tipping: tipping.size > 0 ? tipping : null };
	const solved = solve(context, input.hits);
	const groups = quick || input.printed ? [] : findGroups({ ...context, habits: input.habits }, model, presentOf(solved, left, right));
	if (groups.length === 0) return { ...solved, scorer, groups };
	const lefts = new Set(groups.flatMap((group) => group.lefts));
	const rights = new Set(groups.flatMap((group) => group.rights));
	const edges = keptEdges(
		solved.edges,
		(l) => !lefts.has(l),
		(r) => !rights.has(r),
	);
	return { edges, assignment: assign(edges, left.size, right.size), scorer, groups };
}

/** Likely pairs first; what stays alone or weak then also meets the unlikely ones, and all is decided anew together. */
function solve(context: CandidateContext, hits: KeyHits): { readonly edges: Edges; readonly assignment: Assignment } {
	const { left, right } = context;
	const list = edgeList(left.size, right.size);
	const search = searchFor(context, list);
	addLikelyPairs(search, hits);
	const likely = list.done();
	const open = openRows(likely, assign(likely, left.size, right.size), context.quick ? 0 : REACH.weak);
	if (context.tipping) openTipped(context.tipping, { left, right }, open);
	addUnlikelyPairs(search, open);
	addPostedPairs(search, open);
	const edges = list.done();
	return { edges, assignment: assign(edges, left.size, right.size) };
}

/** On days on which people tip and nobody says how much, a total that equals a sale's amount may be another sale's with its tip. */
function openTipped(days: ReadonlySet<number>, { left, right }: Pick<PairingInput, 'left' | 'right'>, open: OpenRows): void {
	for (let l = 0; l < left.size; l++) if (days.has(left.day[l] ?? -1)) open.left[l] = 1;
	for (let r = 0; r < right.size; r++) if (right.tipKnown[r] === 0 && days.has(right.day[r] ?? -1)) open.right[r] = 1;
}

function openRows(edges: Edges, { edgeOfLeft, edgeOfRight }: Assignment, below: number): OpenRows {
	const weak = (edge: number) => edge < 0 || (edges.bits[edge] ?? NEVER) < below;
	return {
		left: marks(edgeOfLeft.length, (l) => weak(edgeOfLeft[l] ?? -1)),
		right: marks(edgeOfRight.length, (r) => weak(edgeOfRight[r] ?? -1)),
	};
}

/** Rows that a group may claim: alone, weakly paired, or paired with another amount. */
function presentOf({ edges, assignment }: { readonly edges: Edges; readonly assignment: Assignment }, left: Side, right: Side): Present {
	const { edgeOfLeft, edgeOfRight } = assignment;
	const bitsOf = (edge: number | undefined) => (edge === undefined || edge < 0 ? 0 : (edges.bits[edge] ?? 0));
	const open = openRows(edges, assignment, REACH.groupWeak);
	edgeOfLeft.forEach((e, l) => {
		const r = edges.right[e] ?? -1;
		if (e < 0 || agreeInAmount(left, right, { l, r })) return;
		open.left[l] = 1;
		open.right[r] = 1;
	});
	return {
		bitsLeft: (l) => bitsOf(edgeOfLeft[l]),
		bitsRight: (r) => bitsOf(edgeOfRight[r]),
		mateOfRight: (r) => edges.left[edgeOfRight[r] ?? -1] ?? -1,
		openLeft: open.left,
		openRight: open.right,
	};
}

function certain({ left, right }: PairingInput, { edges, assignment }: Round): Pair[] {
	const solved = { edges, assignment, same: samenessOf(left, right) };
	const pairs: Pair[] = [];
	assignment.edgeOfLeft.forEach((edge, l) => {
		if (edge < 0) return;
		const { pairMillionths, booksMillionths, aloneMillionths, marginBits, runnerUp } = certaintyOf(edge, solved);
		const approximate = assignment.approximate[l] === 1;
		pairs.push({
			lefts: [l],
			rights: [edges.right[edge] ?? 0],
			bits: edges.bits[edge] ?? 0,
			pairMillionths,
			booksMillionths,
			aloneMillionths,
			marginBits,
			runnerUp,
			approximate,
		});
	});
	return pairs;
}

function pairOfGroup(group: Group): Pair {
	const alone = 1 / Math.max(1, 2 ** Math.min(50, Math.floor(group.gain / 1_000)));
	const millionths = Math.min(999_999, Math.round(1_000_000 / (1 + alone + group.rivals)));
	return {
		lefts: group.lefts,
		rights: group.rights,
		bits: group.bits,
		pairMillionths: millionths,
		booksMillionths: millionths,
		aloneMillionths: 1_000_000 - millionths,
		marginBits: group.gain,
		runnerUp: null,
		approximate: false,
	};
}
