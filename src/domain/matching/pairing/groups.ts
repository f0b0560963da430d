import { SECOND_MS } from '../../time.ts';
import { floats } from '../columns.ts';
import type { ShopHabits } from '../habits.ts';
import { REACH, WEIGHTS } from '../weights.ts';
import { type MilliBits, milliLog2, shareOf } from './bits.ts';
import { firstRowAt } from './posting.ts';
import type { Model } from './scoring/model.ts';
import type { Scorer } from './scoring/scoring.ts';
import type { CandidateContext } from './searching/candidates.ts';
import type { Side } from './side.ts';

/** One sale paid in two or three parts, or two or three sales paid at once. */
export type Group = {
	readonly lefts: readonly number[];
	readonly rights: readonly number[];
	readonly bits: MilliBits;
	/** Bits more than its members are worth as they are paired now. */
	readonly gain: MilliBits;
	/** Shares of other groups that compete for a member, relative to this one. */
	readonly rivals: number;
};

/** What a row's present pair is worth: 0 for a row that is alone. `open` rows may be given up for a group. */
export type Present = {
	readonly bitsLeft: (l: number) => MilliBits;
	readonly bitsRight: (r: number) => MilliBits;
	readonly mateOfRight: (r: number) => number;
	readonly openLeft: Uint8Array;
	readonly openRight: Uint8Array;
};

/** A group must explain this much more than the pairs that it breaks. */
const GAIN_LEAST: MilliBits = 1_500;

/** Finds groups whose parts add up to the minor unit, best first, no row twice. */
type GroupContext = CandidateContext & { readonly habits: ShopHabits };

export function findGroups(context: GroupContext, model: Model, present: Present): Group[] {
	const found = [...splits(context, model, present), ...combined(context, model, present)].filter((group) => group.gain > GAIN_LEAST);
	// They are found in the order of their rows, in which those of one gain stay.
	found.sort((a, b) => b.gain - a.gain);
	const usedLeft = new Map<number, Group>();
	const usedRight = new Map<number, Group>();
	const rivals = new Map<Group, number>();
	const chosen: Group[] = [];
	for (const group of found) {
		const before = new Set([...group.lefts.map((l) => usedLeft.get(l)), ...group.rights.map((r) => usedRight.get(r))].filter((one) => one !== undefined));
		for (const better of before) rivals.set(better, (rivals.get(better) ?? 0) + shareOf(better.gain - group.gain));
		if (before.size > 0) continue;
		chosen.push(group);
		for (const l of group.lefts) usedLeft.set(l, group);
		for (const r of group.rights) usedRight.set(r, group);
	}
	return chosen.map((group) => ({ ...group, rivals: rivals.get(group) ?? 0 }));
}

function splits(context: GroupContext, model: Model, present: Present): Group[] {
	const { left, right, forbidden, scorer } = context;
	const pool = openPool(right, (r) => present.openRight[r] === 1 && context.takenRight[r] !== 1 && isMoney(right, r));
	const found: Group[] = [];
	for (let l = 0; l < left.size; l++) {
		if (present.openLeft[l] !== 1 || context.takenLeft[l] === 1 || left.standing[l] !== 'live') continue;
		const near = nearRows(pool, right, left.at[l] ?? 0).filter((r) => right.currency[r] === left.currency[l] && !forbidden(l, r));
		for (const target of new Set([left.amount[l] ?? 0, left.net[l] ?? 0])) {
			for (const rights of sums(near, right, target)) {
				let bits = (model.priorLeft[l] ?? 0) + rarityOf(context.habits, rights.length) - (rights.length - 1) * PARTS + likeness(scorer, [l], rights);
				for (const r of rights) bits += (model.priorRight[r] ?? 0) + scorer.timeDensity(l, r) - (model.totalBits[r] ?? 0);
				found.push({ lefts: [l], rights, bits, gain: bits - worthOf(present, [l], rights), rivals: 0 });
			}
		}
	}
	return found;
}

function combined(context: GroupContext, model: Model, present: Present): Group[] {
	const { left, right, forbidden, scorer } = context;
	const pool = openPool(left, (l) => present.openLeft[l] === 1 && context.takenLeft[l] !== 1 && left.standing[l] === 'live');
	const found: Group[] = [];
	for (let r = 0; r < right.size; r++) {
		if (present.openRight[r] !== 1 || context.takenRight[r] === 1 || !isMoney(right, r)) continue;
		const near = nearRows(pool, left, right.at[r] ?? 0).filter((l) => left.currency[l] === right.currency[r] && !forbidden(l, r));
		for (const target of new Set([right.amount[r] ?? 0, right.net[r] ?? 0])) {
			for (const lefts of sums(near, left, target)) {
				let bits =
					(model.priorRight[r] ?? 0) +
					rarityOf(context.habits, lefts.length) -
					(model.totalBits[r] ?? 0) +
					(model.rateBits[r] ?? 0) +
					likeness(scorer, lefts, [r]);
				for (const l of lefts) bits += (model.priorLeft[l] ?? 0) + scorer.timeDensity(l, r) - (model.rateBits[r] ?? 0);
				found.push({ lefts, rights: [r], bits, gain: bits - worthOf(present, lefts, [r]), rivals: 0 });
			}
		}
	}
	return found;
}

/** What the members' present pairs are worth; a pair between two members counts once. */
function worthOf({ bitsLeft, bitsRight, mateOfRight }: Present, lefts: readonly number[], rights: readonly number[]): MilliBits {
	let sum = 0;
	for (const l of lefts) sum += bitsLeft(l);
	for (const r of rights) if (!lefts.includes(mateOfRight(r))) sum += bitsRight(r);
	return sum;
}

/** How rare groups of two and of three members are. */
function rarityOf({ grouped }: ShopHabits, members: number): MilliBits {
	return milliLog2(members === 2 ? grouped : grouped / 4);
}
/** An amount can be parted in many ways, so one given way proves less. */
const PARTS = milliLog2(WEIGHTS.grouped.parts);

/** What tenders, terminals and keys say: parts may be paid in several tenders, and a cashier copies the keys of one slip. */
function likeness(scorer: Scorer, lefts: readonly number[], rights: readonly number[]): MilliBits {
	let sum = 0;
	let bestKeys: MilliBits | null = null;
	for (const l of lefts) {
		for (const r of rights) {
			const parts = scorer.parts(l, r);
			sum += Math.max(parts.tenderBits, OTHER_WAY) + Math.max(parts.terminalBits, OTHER_WAY);
			if (parts.keys.length === 0) continue;
			const keys = parts.keys.reduce((all, key) => all + key.milliBits, 0);
			bestKeys = bestKeys === null ? keys : Math.max(bestKeys, keys);
		}
	}
	return sum + (bestKeys ?? 0);
}
const OTHER_WAY: MilliBits = -1_500;

function isMoney(right: Side, r: number): boolean {
	return right.standing[r] === 'live' || right.standing[r] === 'pending';
}

type Pool = { readonly rows: readonly number[]; readonly at: Float64Array };

function openPool(side: Side, use: (row: number) => boolean): Pool {
	const rows: number[] = [];
	for (let row = 0; row < side.size; row++) if (use(row)) rows.push(row);
	return { rows, at: floats(rows.length, (k) => side.at[rows[k] ?? 0] ?? 0) };
}

/** The nearest open rows within reach, a bounded number, in row order. */
function nearRows({ rows, at }: Pool, side: Side, time: number): number[] {
	const reach = REACH.groupSeconds * SECOND_MS;
	let up = firstRowAt(at, time);
	let down = up - 1;
	const near: number[] = [];
	while (near.length < REACH.groupMembersMost) {
		const above = up < rows.length ? (at[up] ?? 0) - time : Number.POSITIVE_INFINITY;
		const below = down >= 0 ? time - (at[down] ?? 0) : Number.POSITIVE_INFINITY;
		if (Math.min(above, below) > reach) break;
		near.push(rows[above < below ? up++ : down--] ?? 0);
	}
	return near.sort((a, b) => (side.at[a] ?? 0) - (side.at[b] ?? 0) || a - b);
}

/** Every two or three of the rows that add up to the target exactly. */
function sums(rows: readonly number[], side: Side, target: number): number[][] {
	const found: number[][] = [];
	for (let i = 0; i < rows.length; i++) {
		const a = side.amount[rows[i] ?? 0] ?? 0;
		if (a >= target) continue;
		for (let j = i + 1; j < rows.length; j++) {
			const ab = a + (side.amount[rows[j] ?? 0] ?? 0);
			if (ab === target) found.push([rows[i] ?? 0, rows[j] ?? 0]);
			if (ab >= target) continue;
			for (let k = j + 1; k < rows.length; k++) {
				if (ab + (side.amount[rows[k] ?? 0] ?? 0) === target) found.push([rows[i] ?? 0, rows[j] ?? 0, rows[k] ?? 0]);
			}
		}
	}
	return found;
}
