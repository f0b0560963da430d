import type { Minor } from '../../money.ts';
import type { Comparison } from '../comparison.ts';
import type { Band } from '../outcome.ts';
import type { MilliBits } from '../pairing/bits.ts';
import type { Pair } from '../pairing/input.ts';
import { amountDifference } from '../pairing/scoring/amounts.ts';
import type { Side } from '../pairing/side.ts';
import { REACH } from '../weights.ts';
import { bandOf } from './bands.ts';

/** A match as found, by row numbers of its comparison. */
export type FoundMatch = {
	readonly lefts: readonly number[];
	readonly rights: readonly number[];
	readonly band: Band;
	readonly probabilityMillionths: number;
	readonly differenceMinor: Minor;
	readonly bits: MilliBits;
	readonly runnerUp: { readonly left: number; readonly right: number; readonly bitsBehind: MilliBits } | null;
	readonly confirmed: boolean;
	readonly approximate: boolean;
};

/** A sale and a payment that belong together but are no match. */
export type FoundClash = { readonly kind: 'tender_mismatch' | 'offline_declined' | 'status_mismatch' | 'both_undone'; readonly l: number; readonly r: number };

export type Verdicts = { readonly matches: readonly FoundMatch[]; readonly clashes: readonly FoundClash[] };

/** A clash names two rows as one story, so it must be more likely than not. */
const CLASH_FROM_MILLIONTHS = 500_000;

/** Says what each pair means, by how both of its sides stand. */
export function verdictsOf(comparison: Comparison): Verdicts {
	const matches: FoundMatch[] = [];
	const clashes: FoundClash[] = [];
	const sure = { pairMillionths: 1_000_000, booksMillionths: 1_000_000, aloneMillionths: 0, marginBits: 60_000, runnerUp: null, bits: 0, approximate: false };
	const judge = (pair: Pair, confirmed: boolean) => {
		const [l, r] = [pair.lefts[0] ?? -1, pair.rights[0] ?? -1];
		const clash = clashOf(comparison, pair, confirmed);
		if (clash === 'none') return;
		if (clash !== null) {
			const likely = Math.max(pair.pairMillionths, pair.booksMillionths) >= CLASH_FROM_MILLIONTHS;
			if (clash === 'both_undone' || likely) clashes.push({ kind: clash, l, r });
			return;
		}
		const differenceMinor = differenceOf(comparison, pair.lefts, pair.rights);
		const band = confirmed ? 'auto' : capped(bandOf(pair, needsLook(comparison, pair, differenceMinor)), comparison, pair);
		if (band === null) return;
		const { lefts, rights, bits, runnerUp, approximate } = pair;
		matches.push({ lefts, rights, band, probabilityMillionths: pair.pairMillionths, differenceMinor, bits, runnerUp, confirmed, approximate });
	};
	for (const one of comparison.confirmed) judge({ ...one, ...sure }, true);
	for (const pair of comparison.pairs) judge(pair, false);
	return { matches, clashes };
}

/** Amounts that differ many times over, not even at one time, and without a slip to explain it, are only ever proposed, whatever else agrees. */
function capped(band: Band | null, { left, right, scorer }: Comparison, { lefts, rights }: Pair): Band | null {
	const [l, r] = [lefts[0] ?? -1, rights[0] ?? -1];
	if (band !== 'suggested' || lefts.length > 1 || rights.length > 1) return band;
	const [sale, receipt] = [left.amount[l] ?? 0, right.amount[r] ?? 0];
	if (Math.max(sale, receipt) <= Math.min(sale, receipt) * WILD_TIMES) return band;
	const { amount, seconds } = scorer.parts(l, r);
	return amount === 'differs' && Math.abs(seconds) > REACH.differSeconds ? 'review' : band;
}
const WILD_TIMES = 5;

type Rows = { readonly lefts: readonly number[]; readonly rights: readonly number[] };

/** Null for a match, `none` for rows that have nothing to do with each other in the end. */
function clashOf({ standing, payments }: Comparison, { lefts, rights }: Rows, confirmed: boolean): FoundClash['kind'] | 'none' | null {
	const stands = (l: number) => standing[l] === 'live' || (standing[l] === 'cash' && confirmed);
	const paid = (r: number) => payments[r]?.standing === 'live' || payments[r]?.standing === 'pending';
	if (lefts.every(stands) && rights.every(paid)) return null;
	if (lefts.length > 1 || rights.length > 1) return 'none';
	const [sale, receipt] = [standing[lefts[0] ?? -1], payments[rights[0] ?? -1]?.standing];
	if (sale === 'cash') return receipt === 'live' ? 'tender_mismatch' : 'none';
	if (sale === 'live') return receipt === 'failed' ? 'offline_declined' : 'status_mismatch';
	if (receipt === 'live') return 'status_mismatch';
	return sale === 'reversed' && receipt === 'undone' ? 'both_undone' : 'none';
}

/** Signed receipts − signed sales; a refund gives money back, so more of it is less for the shop. */
export function differenceOf(comparison: Comparison, lefts: readonly number[], rights: readonly number[]): Minor {
	const { left, right } = comparison;
	if (lefts.length === 1 && rights.length === 1 && left.amount[lefts[0] ?? -1] === right.amount[rights[0] ?? -1]) return 0;
	const sold = totalOf(left, lefts);
	// Records that a person confirmed may be of one payment on several legs; those of one leg are then the whole.
	const readings = [rights, ...legsOf(comparison, rights)].map((rows) => amountDifference(sold, totalOf(right, rows)));
	const difference = readings.reduce((best, one) => (Math.abs(one) < Math.abs(best) ? one : best));
	return difference === 0 ? 0 : difference * (comparison.sales[lefts[0] ?? -1]?.kind === 'refund' ? -1 : 1);
}

function totalOf(side: Side, rows: readonly number[]): { readonly amount: Minor; readonly net: Minor } {
	const add = (values: Float64Array) => rows.reduce((sum, row) => sum + (values[row] ?? 0), 0);
	return { amount: add(side.amount), net: add(side.net) };
}

function legsOf({ payments }: Comparison, rights: readonly number[]): number[][] {
	if (rights.length < 2) return [];
	const legs = (['terminal', 'provider'] as const).map((leg) => rights.filter((r) => payments[r]?.members.some((row) => row.leg === leg)));
	return legs.every((rows) => rows.length > 0) ? legs : [];
}

function needsLook(
	comparison: Comparison,
	pair: { readonly lefts: readonly number[]; readonly rights: readonly number[]; readonly approximate: boolean },
	difference: Minor,
): boolean {
	if (pair.approximate || difference !== 0 || pair.lefts.length > 1 || pair.rights.length > 1) return true;
	const r = pair.rights[0] ?? -1;
	if (comparison.payments[r]?.standing !== 'live' || tendersDiffer(comparison, pair.lefts, pair.rights)) return true;
	return keysContradict(comparison, pair.lefts[0] ?? -1, r);
}

/** Keys were typed, and none of them is this payment's: copied from another slip, or of another payment. */
function keysContradict({ left, scorer }: Comparison, l: number, r: number): boolean {
	if (left.keyed[l] !== 1) return false;
	const told = scorer.parts(l, r).keys.filter(({ field }) => field !== 'batchNo');
	return told.length > 0 && told.every(({ relation }) => relation === 'differs');
}

/** A payment under another tender than logged. A split payment may be in several tenders, as long as the logged one is among them. */
export function tendersDiffer({ left, right }: Comparison, lefts: readonly number[], rights: readonly number[]): boolean {
	const paid = rights.map((r) => right.tender[r] ?? -1);
	if (paid.includes(-1)) return false;
	return lefts.some((l) => (left.tender[l] ?? -1) >= 0 && !paid.includes(left.tender[l] ?? -1));
}
