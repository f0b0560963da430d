import { SECOND_MS } from '../../time.ts';
import { REACH, WEIGHTS } from '../weights.ts';
import { firstAt, type Postings, postings } from './posting.ts';
import type { KeyHits } from './searching/key-hits.ts';
import type { Side } from './side.ts';

/** One clock on one business day: how far it is ahead of the other side's, and how widely payments scatter around that. */
export type ClockDay = {
	readonly clock: string;
	readonly day: string;
	readonly skewMs: number;
	readonly spreadSeconds: number;
	/** Payments that speak for the skew; 0 where it is taken from its neighbours or not known at all. */
	readonly anchors: number;
	readonly known: boolean;
};

/** Two sides and the pairs whose keys agree. */
export type Sides = { readonly left: Side; readonly right: Side; readonly hits: KeyHits };

/** For each row of the right side, the name of its clock and its day. */
export type Clocked = { readonly clock: string; readonly day: string };

/**
 * Estimates each clock and day without keys: equal amounts on both sides differ by the skew far more often than by any
 * other time. Where too few payments speak, neighbouring days of the same clock, then other clocks of the day, stand in. A clock
 * for which nothing is found within hours is looked for up to `farSeconds` away: its date may be wrong.
 */
export function estimateClocks(sides: Sides, rows: readonly Clocked[], farSeconds: number = REACH.clockSeconds): ClockDay[] {
	const groups = groupRows(rows);
	const search = searchFor(sides, farSeconds);
	const seen = groups.map((group) => ({ ...group, found: findSkew(group.rows, search) }));
	const solid = seen.flatMap(({ clock, day, found }) => (found ? [{ clock, day, ...found }] : []));
	return seen.map(({ clock, day, found }) => (found ? { clock, day, ...found, known: true } : fromNeighbours(clock, day, solid)));
}

/** What a clock that was not estimated itself is taken for. */
export function nearestClock(clock: string, day: string, estimated: readonly ClockDay[]): ClockDay {
	return fromNeighbours(
		clock,
		day,
		estimated.filter((one) => one.anchors > 0),
	);
}

function fromNeighbours(clock: string, day: string, solid: readonly Solid[]): ClockDay {
	const near = neighbour(clock, day, solid);
	if (near) return { clock, day, skewMs: near.skewMs, spreadSeconds: Math.min(near.spreadSeconds * 2, WEIGHTS.time.spreadMost), anchors: 0, known: true };
	return { clock, day, skewMs: 0, spreadSeconds: WEIGHTS.time.unknownClockSpread, anchors: 0, known: false };
}

type Group = { readonly clock: string; readonly day: string; readonly rows: readonly number[] };
type Solid = Found & { readonly clock: string; readonly day: string };
type Found = { readonly skewMs: number; readonly spreadSeconds: number; readonly anchors: number };

function groupRows(rows: readonly Clocked[]): Group[] {
	const groups = new Map<string, { clock: string; day: string; rows: number[] }>();
	rows.forEach(({ clock, day }, row) => {
		const key = `${day} ${clock}`;
		const group = groups.get(key);
		if (group) group.rows.push(row);
		else groups.set(key, { clock, day, rows: [row] });
	});
	return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

type Search = {
	readonly left: Side;
	readonly right: Side;
	readonly lists: Postings;
	readonly keyed: ReadonlyMap<number, readonly number[]>;
	readonly bins: Bins;
	/** For clocks whose date may be wrong. */
	readonly farBins: Bins | null;
};

/** A histogram of differences; the bin in the middle is 0. */
type Bins = { readonly weight: Float64Array; readonly half: number; readonly seconds: number };

const BIN_SECONDS = 10;
/** Half a minute on either side of a bin is one peak. */
const BOX = 3;
const PAIRS_MOST = 30_000;
const NEAR_SECONDS = 15 * 60;

function binsFor(seconds: number): Bins {
	const half = Math.floor(seconds / BIN_SECONDS);
	return { weight: new Float64Array(2 * half + 1), half, seconds };
}

function searchFor({ left, right, hits }: Sides, farSeconds: number): Search {
	const lists = postings(left.value, (row) => left.standing[row] === 'live' || left.standing[row] === 'reversed');
	const keyed = new Map<number, number[]>();
	hits.right.forEach((r, k) => {
		const list = keyed.get(r);
		if (list) list.push(hits.left[k] ?? 0);
		else keyed.set(r, [hits.left[k] ?? 0]);
	});
	const farBins = farSeconds > REACH.clockSeconds ? binsFor(farSeconds) : null;
	return { left, right, lists, keyed, bins: binsFor(REACH.clockSeconds), farBins };
}

/** Differences (seconds) of one group with what each is worth: an amount that many share is worth little. */
type Differences = { readonly seconds: number[]; readonly worth: number[]; readonly row: number[] };

function findSkew(rows: readonly number[], search: Search): Found | null {
	const usable = rows.filter((row) => search.right.standing[row] !== 'failed');
	const near = findWithin(usable, search, search.bins);
	if (near.share >= SOLID_SHARE || !search.farBins || usable.length < FAR_ROWS_LEAST) return near.found;
	const far = findWithin(usable, search, search.farBins);
	return far.share >= SOLID_SHARE && far.share >= near.share * FAR_TIMES ? far.found : near.found;
}

/** From this share of all rows on a peak is beyond doubt; a wrong date needs so much more than any other explanation. */
const SOLID_SHARE = 0.3;
const FAR_TIMES = 1.8;
const FAR_ROWS_LEAST = 6;

function findWithin(rows: readonly number[], search: Search, bins: Bins): { readonly found: Found | null; readonly share: number } {
	const differences = gather(rows, search, bins.seconds);
	if (differences.seconds.length === 0) return { found: null, share: 0 };
	const peak = findPeak(differences, bins);
	if (peak === null) return { found: null, share: 0 };
	return { found: likelier(differences, refine(differences, peak.seconds), refine(differences, 0)), share: peak.voices / rows.length };
}

function gather(rows: readonly number[], { left, right, lists, keyed }: Search, seconds: number): Differences {
	const shared = new Map<number, number>();
	for (const row of rows) shared.set(right.netValue[row] ?? 0, (shared.get(right.netValue[row] ?? 0) ?? 0) + 1);
	const found: Differences = { seconds: [], worth: [], row: [] };
	const put = (r: number, l: number, worth: number) => {
		found.seconds.push(Math.round(((right.at[r] ?? 0) - (left.at[l] ?? 0)) / SECOND_MS));
		found.worth.push(worth);
		found.row.push(r);
	};
	const reach = seconds * SECOND_MS;
	const othersOf = (r: number) => shared.get(right.netValue[r] ?? 0) ?? 1;
	const stride = strideFor(rows, (r) => (othersOf(r) > SHARED_BY_MANY ? lists.get(right.netValue[r] ?? 0).length : 0));
	rows.forEach((r, position) => {
		const at = right.at[r] ?? 0;
		for (const l of keyed.get(r) ?? []) if (Math.abs(at - (left.at[l] ?? 0)) <= reach) put(r, l, 1);
		const others = othersOf(r);
		if (others > SHARED_BY_MANY && position % stride !== 0) return;
		const value = right.value[r] ?? 0;
		const netValue = right.netValue[r] ?? 0;
		for (const list of value === netValue ? [lists.get(value)] : [lists.get(netValue), lists.get(value)]) {
			const from = firstAt(list, left.at, at - reach);
			const to = firstAt(list, left.at, at + reach);
			const worth = 1 / Math.max(to - from, others);
			for (let k = from; k < to; k++) put(r, list[k] ?? 0, worth);
		}
	});
	return found;
}

const SHARED_BY_MANY = 8;

/** Of amounts that very many rows share only every n-th row is asked, so that the work stays bounded. */
function strideFor(rows: readonly number[], pairsOf: (row: number) => number): number {
	const pairs = rows.reduce((sum, row) => sum + pairsOf(row), 0);
	return Math.max(1, Math.ceil(pairs / PAIRS_MOST));
}

/**
 * The skew (seconds) where most worth lies within half a minute; null where nothing stands out. What a peak could at most be
 * worth is one difference for each row, so a true clock gathers most of that, and a chance meeting little.
 */
function findPeak({ seconds, worth, row }: Differences, { weight: bins, half }: Bins): { readonly seconds: number; readonly voices: number } | null {
	bins.fill(0);
	let possible = 0;
	let last = -1;
	let rows = 0;
	for (let k = 0; k < seconds.length; k++) {
		const bin = Math.round((seconds[k] ?? 0) / BIN_SECONDS) + half;
		bins[bin] = (bins[bin] ?? 0) + (worth[k] ?? 0);
		if (row[k] === last) continue;
		last = row[k] ?? -1;
		possible += worth[k] ?? 0;
		rows++;
	}
	const share = (peak: Peak) => peak.weight / possible;
	/** How many rows speak for a peak. */
	const voices = (peak: Peak) => (peak.weight * rows) / possible;
	const nearBins = NEAR_SECONDS / BIN_SECONDS;
	const near = highest(bins, half - nearBins, half + nearBins);
	const anywhere = highest(bins, BOX, 2 * half - BOX);
	const answer = (peak: Peak) => ({ seconds: (peak.bin - half) * BIN_SECONDS, voices: voices(peak) });
	if (share(anywhere) >= Math.max(0.3, share(near) * 1.5) && voices(anywhere) >= voices(near) + 3) return answer(anywhere);
	return share(near) >= 0.15 && voices(near) >= 2.4 ? answer(near) : null;
}

type Peak = { readonly bin: number; readonly weight: number };

function highest(bins: Float64Array, from: number, to: number): Peak {
	let sum = 0;
	for (let k = from - BOX; k < from + BOX; k++) sum += bins[k] ?? 0;
	let best = { bin: from, weight: -1 };
	let bestScore = -1;
	for (let bin = from; bin <= to; bin++) {
		sum += bins[bin + BOX] ?? 0;
		const score = sum * likelihood(Math.abs(bin - (bins.length >> 1)) * BIN_SECONDS);
		if (score > bestScore) {
			best = { bin, weight: sum };
			bestScore = score;
		}
		sum -= bins[bin - BOX] ?? 0;
	}
	return best;
}

/** Of peaks about as high (equal amounts at equal distances) the clock that is less wrong. */
function likelihood(skewSeconds: number): number {
	return 1 / (1 + Math.min(skewSeconds, 1_800) / 3_000);
}

/** The middle of what lies nearest to the peak for each payment, thrice, and how widely that scatters. */
function refine(differences: Differences, peak: number): Found {
	let skew = peak;
	for (const reach of [90, 180, 240]) skew = middleOf(nearestTo(differences, skew, reach)) ?? skew;
	const offs = nearestTo(differences, skew, 600).map((seconds) => Math.abs(seconds - skew));
	const middle = middleOf(offs) ?? WEIGHTS.time.spread;
	// Few payments say little about the spread, so the usual one is mixed in.
	const spread = (middle * 1.25 * offs.length + WEIGHTS.time.spread * 4) / (offs.length + 4);
	return {
		skewMs: skew * SECOND_MS,
		spreadSeconds: clamp(Math.round(spread), WEIGHTS.time.spreadLeast, WEIGHTS.time.spreadMost),
		anchors: Math.max(1, offs.length),
	};
}

/** Equal amounts at equal distances have several peaks of one height; then the clock is taken to be the less wrong one. */
function likelier(differences: Differences, found: Found, small: Found): Found {
	const voices = ({ skewMs }: Found) => nearestTo(differences, skewMs / SECOND_MS, 30).length;
	return Math.abs(small.skewMs) < Math.abs(found.skewMs) && voices(small) >= voices(found) * 0.97 ? small : found;
}

/** For each row its difference nearest to the centre, if within reach. Rows stand together in the lists. */
function nearestTo({ seconds, row }: Differences, centre: number, reach: number): number[] {
	const found: number[] = [];
	for (let k = 0; k < seconds.length; ) {
		const r = row[k];
		let best = Number.POSITIVE_INFINITY;
		for (; k < seconds.length && row[k] === r; k++) if (Math.abs((seconds[k] ?? 0) - centre) < Math.abs(best - centre)) best = seconds[k] ?? 0;
		if (Math.abs(best - centre) <= reach) found.push(best);
	}
	return found;
}

function middleOf(values: readonly number[]): number | null {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[sorted.length >> 1] ?? null;
}

const NEIGHBOUR_DAYS = 3;
const DAY = 86_400_000;

function neighbour(clock: string, day: string, solid: readonly Solid[]): Found | null {
	const here = Date.parse(day);
	const same = solid.filter((one) => one.clock === clock && Math.abs(Date.parse(one.day) - here) <= NEIGHBOUR_DAYS * DAY);
	const nearest = same.sort((a, b) => Math.abs(Date.parse(a.day) - here) - Math.abs(Date.parse(b.day) - here) || (a.day < b.day ? -1 : 1))[0];
	if (nearest) return nearest;
	const others = solid.filter((one) => one.day === day && Math.abs(one.skewMs) <= NEAR_SECONDS * SECOND_MS).sort((a, b) => a.skewMs - b.skewMs);
	const middle = others[others.length >> 1];
	return middle ? { ...middle, spreadSeconds: WEIGHTS.time.spreadMost / 2 } : null;
}

function clamp(value: number, least: number, most: number): number {
	return Math.min(most, Math.max(least, value));
}
