import { SECOND_MS } from '../../../time.ts';
import { floats, integers } from '../../columns.ts';
import type { ShopHabits } from '../../habits.ts';
import { REACH, WEIGHTS } from '../../weights.ts';
import { type MilliBits, milliLog2 } from '../bits.ts';
import { beginOf, endOf, firstAt, postings } from '../posting.ts';
import type { Side } from '../side.ts';
import { runningKeys } from './running-keys.ts';
import { type TipHabits, tipHabits } from './tips.ts';

/** What a day looks like, as far as scores depend on it. Nothing here looks beyond a day, so that far rows change nothing. */
export type Model = {
	/** What pairing a row at all is worth. */
	readonly priorLeft: Int32Array;
	readonly priorRight: Int32Array;
	/** Scatter of time differences around each right row's clock, in seconds. */
	readonly spread: Float64Array;
	/** Share of payments logged with a long delay, by right row. */
	readonly broadShare: Float64Array;
	/** Payments per second around a right row, as bits. */
	readonly rateBits: Int32Array;
	/** Payments of its amount (without tip) per second around a right row, itself left out, as bits. */
	readonly valueBits: Int32Array;
	/** The same for its total. */
	readonly totalBits: Int32Array;
	/** Bits of an equal and of a differing tender and terminal by right row; 0 where they say nothing. */
	readonly tender: Agreement;
	readonly terminal: Agreement;
	/** Share of payments with a tip that the receipt does not state, as bits by right row; and of those without. */
	readonly tipped: Int32Array;
	readonly untipped: Int32Array;
	/** 1 where a right row has the amount of the payment before it on its terminal. */
	readonly likeTheLast: Uint8Array;
	/** Fields whose printed numbers run on, on the day of a right row. */
	readonly runningKeys: ReturnType<typeof runningKeys>;
	/** What people tip, by day. */
	readonly tipHabits: TipHabits;
};
export type Agreement = { readonly equal: Int32Array; readonly differs: Int32Array };

/** Shares of a day that the first pass corrects. */
export type DayShares = {
	readonly missingLeft: ReadonlyMap<number, number>;
	readonly missingRight: ReadonlyMap<number, number>;
	readonly late: ReadonlyMap<number, number>;
	readonly tips: ReadonlyMap<number, number>;
};

export type Scatter = { readonly spread: Float64Array; readonly known: Uint8Array };

/** What does not depend on the shares of a day, made once. */
export type ModelBase = Pick<Model, 'rateBits' | 'valueBits' | 'totalBits' | 'tender' | 'terminal' | 'tipHabits' | 'runningKeys' | 'likeTheLast'> & {
	readonly twins: Uint8Array;
};

export function modelBase(left: Side, right: Side, habits: ShopHabits): ModelBase {
	return {
		...densities(right),
		tender: agreement({ left, right }, 'tender', habits.tenderDiffers),
		terminal: agreement({ left, right }, 'terminal', habits.terminalDiffers),
		tipHabits: tipHabits(right),
		runningKeys: runningKeys(left, right),
		likeTheLast: repeats(right),
		twins: twinsOf(right),
	};
}

export function modelOf(
	base: ModelBase,
	{ left, right, scatter, habits }: { readonly left: Side; readonly right: Side; readonly scatter: Scatter; readonly habits: ShopHabits },
	shares: DayShares,
): Model {
	const priorRight = priorsOf(right, 'receipt', shares.missingRight);
	base.twins.forEach((twin, r) => {
		if (twin === 1) priorRight[r] = Math.min(priorRight[r] ?? 0, WEIGHTS.standingPrior.twin);
	});
	const { stated } = WEIGHTS.tips.share;
	const tipShare = (r: number) => shares.tips.get(right.day[r] ?? -1) ?? (base.tipHabits.has(right.day[r] ?? -1) ? stated : habits.tipped);
	return {
		...base,
		priorLeft: priorsOf(left, 'sale', shares.missingLeft),
		priorRight,
		spread: scatter.spread,
		broadShare: floats(right.size, (r) => {
			if (scatter.known[r] !== 1) return WEIGHTS.time.unknownClockBroadShare;
			return shares.late.get(right.day[r] ?? -1) ?? WEIGHTS.time.broadShare;
		}),
		tipped: integers(right.size, (r) => milliLog2(tipShare(r))),
		untipped: integers(right.size, (r) => milliLog2(1 - tipShare(r))),
	};
}

/** Rows of another customer whose amount is that of the payment before, on the same terminal within minutes. */
function repeats(right: Side): Uint8Array {
	const repeated = new Uint8Array(right.size);
	const last = new Map<number, number>();
	for (let r = 0; r < right.size; r++) {
		if (right.standing[r] !== 'live') continue;
		const terminal = right.terminal[r] ?? -1;
		const before = last.get(terminal) ?? -1;
		last.set(terminal, r);
		if (before < 0 || (right.at[r] ?? 0) - (right.at[before] ?? 0) > REACH.lastSeconds * SECOND_MS) continue;
		if (right.value[before] === right.value[r]) repeated[r] = 1;
	}
	return repeated;
}

function priorsOf(side: Side, of: 'sale' | 'receipt', missing: ReadonlyMap<number, number>): Int32Array {
	const special: Readonly<Record<string, MilliBits>> = WEIGHTS.standingPrior[of];
	const byDay = new Map([...missing].map(([day, share]) => [day, milliLog2((1 - share) / share)]));
	const usual = milliLog2((1 - WEIGHTS.missingShare.guess) / WEIGHTS.missingShare.guess);
	return integers(side.size, (row) => special[side.standing[row] ?? 'live'] ?? byDay.get(side.day[row] ?? -1) ?? usual);
}

/** Receipts that repeat an earlier one on the same card or order, minutes later: they may be the extra charge. */
function twinsOf(right: Side): Uint8Array {
	const twins = new Uint8Array(right.size);
	const lists = postings(right.value, (row) => right.standing[row] === 'live');
	for (let r = 0; r < right.size; r++) {
		if (right.standing[r] !== 'live') continue;
		const [begin, end] = [beginOf(lists, right.value[r] ?? 0), endOf(lists, right.value[r] ?? 0)];
		if (end - begin < 2) continue;
		const at = right.at[r] ?? 0;
		for (let k = firstAt(lists.rows, right.at, at - REACH.duplicateSeconds * SECOND_MS, begin, end); k < end; k++) {
			const other = lists.rows[k] ?? 0;
			if (other >= r) break;
			if (sameSign(right, r, other)) twins[r] = 1;
		}
	}
	return twins;
}

function sameSign({ keys }: Side, a: number, b: number): boolean {
	const [x, y] = [keys[a], keys[b]];
	return (
		x !== undefined && y !== undefined && ((x.last4 !== null && x.last4 === y.last4) || (x.merchantOrderNo !== null && x.merchantOrderNo === y.merchantOrderNo))
	);
}

const LOCAL_MS = REACH.localSeconds * SECOND_MS;
/** A rate is never taken from less than this many seconds, so that one lonely row does not look like a crowd. */
const RATE_SECONDS = 43_200;

function densities(right: Side): Pick<Model, 'rateBits' | 'valueBits' | 'totalBits'> {
	const counts = (row: number) => right.standing[row] === 'live' || right.standing[row] === 'pending';
	const fresh = freshness(right, counts);
	// Rows stand in order of time, so the first and the last nearby only ever move on.
	let from = 0;
	let to = 0;
	const all = floats(right.size, (r) => {
		const at = right.at[r] ?? 0;
		while (from < right.size && (right.at[from] ?? 0) < at - LOCAL_MS) from++;
		while (to < right.size && (right.at[to] ?? 0) < at + LOCAL_MS + 1) to++;
		return Math.max((to - from) / (2 * REACH.localSeconds), 1 / RATE_SECONDS);
	});
	const ofValue = (values: Int32Array) => {
		const lists = postings(values, counts);
		return integers(right.size, (r) => {
			const at = right.at[r] ?? 0;
			const [begin, end] = [beginOf(lists, values[r] ?? 0), endOf(lists, values[r] ?? 0)];
			const near = firstAt(lists.rows, right.at, at + LOCAL_MS + 1, begin, end) - firstAt(lists.rows, right.at, at - LOCAL_MS, begin, end);
			const others = Math.max(0, near - (counts(r) ? 1 : 0));
			return milliLog2(others / (2 * REACH.localSeconds) + (all[r] ?? 0) * (fresh[r] ?? 0));
		});
	};
	const totalBits = ofValue(right.value);
	return {
		rateBits: integers(right.size, (r) => milliLog2(all[r] ?? 1)),
		totalBits,
		valueBits: right.tipKnown.includes(1) ? ofValue(right.netValue) : totalBits,
	};
}

/** How likely the next payment is of one given amount that was not seen nearby: less likely where a day has many amounts. */
function freshness(right: Side, counts: (row: number) => boolean): Float64Array {
	const amounts = new Map<number, Set<number>>();
	for (let r = 0; r < right.size; r++) {
		if (!counts(r)) continue;
		const day = right.day[r] ?? -1;
		const set = amounts.get(day);
		if (set) set.add(right.net[r] ?? 0);
		else amounts.set(day, new Set([right.net[r] ?? 0]));
	}
	return floats(right.size, (r) => 1 / Math.max(24, 2 * (amounts.get(right.day[r] ?? -1)?.size ?? 0)));
}

/** What an equal word is worth against its share of the day; nothing where the two sides have no word in common. */
function agreement({ left, right }: { readonly left: Side; readonly right: Side }, field: 'tender' | 'terminal', differs: number): Agreement {
	const shares = new Map<number, Map<number, number>>();
	const known = new Map<number, number>();
	for (let r = 0; r < right.size; r++) {
		const word = right[field][r] ?? -1;
		if (word < 0) continue;
		const day = right.day[r] ?? -1;
		const of = shares.get(day) ?? new Map<number, number>();
		of.set(word, (of.get(word) ?? 0) + 1);
		shares.set(day, of);
		known.set(day, (known.get(day) ?? 0) + 1);
	}
	const spoken = wordsByDay(left, field);
	const equal = new Int32Array(right.size);
	const unequal = new Int32Array(right.size);
	for (let r = 0; r < right.size; r++) {
		const word = right[field][r] ?? -1;
		const day = right.day[r] ?? -1;
		const of = shares.get(day);
		const theirs = spoken.get(day);
		if (word < 0 || !of || (theirs && ![...of.keys()].some((one) => theirs.has(one)))) continue;
		const share = ((of.get(word) ?? 0) + 1) / ((known.get(day) ?? 0) + 2);
		equal[r] = milliLog2((1 - differs) / share);
		unequal[r] = milliLog2(differs / Math.max(1 - share, 0.05));
	}
	return { equal, differs: unequal };
}

function wordsByDay(side: Side, field: 'tender' | 'terminal'): ReadonlyMap<number, ReadonlySet<number>> {
	const words = new Map<number, Set<number>>();
	for (let row = 0; row < side.size; row++) {
		const word = side[field][row] ?? -1;
		if (word < 0) continue;
		const day = side.day[row] ?? -1;
		const known = words.get(day);
		if (known) known.add(word);
		else words.set(day, new Set([word]));
	}
	return words;
}
