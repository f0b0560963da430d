import { SECOND_MS } from '../../../time.ts';
import { REACH, WEIGHTS } from '../../weights.ts';
import { beginOf, endOf, firstAt, type Postings, postings } from '../posting.ts';
import type { KeyHits } from '../searching/key-hits.ts';
import type { Side } from '../side.ts';

/** Two sides and the pairs whose keys agree. */
export type Sides = { readonly left: Side; readonly right: Side; readonly hits: KeyHits };

/** A skew with how widely payments scatter around it, and how many speak for it. */
export type Found = { readonly skewMs: number; readonly spreadSeconds: number; readonly anchors: number };

export type Search = {
	readonly left: Side;
	readonly right: Side;
	readonly lists: Postings;
	/** For each receipt the sales of which a key agrees, each once, however many keys say so. */
	readonly keyed: ReadonlyMap<number, ReadonlySet<number>>;
	readonly bins: Bins;
	/** For clocks whose date may be wrong. */
	readonly farBins: Bins | null;
};

/** A histogram of differences; the bin in the middle is 0. */
export type Bins = { readonly weight: Float64Array; readonly half: number; readonly seconds: number };

const BIN_SECONDS = 10;
/** Half a minute on either side of a bin is one peak. */
const BOX = 3;
const PAIRS_MOST = 30_000;
export const NEAR_SECONDS = 15 * 60;

function binsFor(seconds: number): Bins {
	const half = Math.floor(seconds / BIN_SECONDS);
	return { weight: new Float64Array(2 * half + 1), half, seconds };
}

export function searchFor({ left, right, hits }: Sides, farSeconds: number): Search {
	const lists = postings(left.value, (row) => left.standing[row] === 'live' || left.standing[row] === 'reversed');
	const keyed = new Map<number, Set<number>>();
	hits.right.forEach((r, k) => {
		keyed.set(r, (keyed.get(r) ?? new Set()).add(hits.left[k] ?? 0));
	});
	const farBins = farSeconds > REACH.clockSeconds ? binsFor(farSeconds) : null;
	return { left, right, lists, keyed, bins: binsFor(REACH.clockSeconds), farBins };
}

/** Differences (seconds) of one group with what each is worth: an amount that many share is worth little. */
export type Differences = { readonly seconds: number[]; readonly worth: number[]; readonly row: number[] };

/** What the rows say: the skew, what share of them speaks for it, and the differences that it was read off. */
export type Reading = { readonly found: Found | null; readonly share: number; readonly differences: Differences };

/** The skew that these differences agree on; null where nothing stands out. */
export function peakOf(differences: Differences, bins: Bins): Found | null {
	const peak = findPeak(differences, bins);
	return peak && refine(differences, peak.seconds);
}

export function findWithin(rows: readonly number[], search: Search, bins: Bins): Reading {
	const differences = gather(rows, search, bins.seconds);
	const peak = differences.seconds.length === 0 ? null : findPeak(differences, bins);
	if (peak === null) return { found: null, share: 0, differences };
	return { found: likelier(differences, refine(differences, peak.seconds), refine(differences, 0)), share: peak.voices / rows.length, differences };
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
	const stride = strideFor(rows, (r) => {
		const value = right.netValue[r] ?? 0;
		return othersOf(r) > SHARED_BY_MANY ? endOf(lists, value) - beginOf(lists, value) : 0;
	});
	rows.forEach((r, position) => {
		const at = right.at[r] ?? 0;
		const byKey = keyed.get(r);
		for (const l of byKey ?? []) if (Math.abs(at - (left.at[l] ?? 0)) <= reach) put(r, l, 1);
		const others = othersOf(r);
		if (others > SHARED_BY_MANY && position % stride !== 0) return;
		const value = right.value[r] ?? 0;
		const netValue = right.netValue[r] ?? 0;
		for (const one of value === netValue ? [value] : [netValue, value]) {
			const [begin, end] = [beginOf(lists, one), endOf(lists, one)];
			const from = firstAt(lists.rows, left.at, at - reach, begin, end);
			const to = firstAt(lists.rows, left.at, at + reach, begin, end);
			const worth = 1 / Math.max(to - from, others);
			for (let k = from; k < to; k++) {
				const l = lists.rows[k] ?? 0;
				// A payment speaks once: what its key has said its amount does not say again.
				if (!byKey?.has(l)) put(r, l, worth);
			}
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

/** Sorted as a column: numbers in a list are compared many times more slowly. */
export function middleOf(values: readonly number[]): number | null {
	const sorted = new Float64Array(values).sort();
	return sorted[sorted.length >> 1] ?? null;
}

function clamp(value: number, least: number, most: number): number {
	return Math.min(most, Math.max(least, value));
}
