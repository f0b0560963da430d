import type { Minor } from '../../money.ts';
import type { Comparison } from '../comparison.ts';
import type { Band } from '../outcome.ts';
import { amountDifference } from '../pairing/amounts.ts';
import type { MilliBits } from '../pairing/bits.ts';
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
	const sure = { pairMillionths: 1_000_000, booksMillionths: 1_000_000, marginBits: 60_000, runnerUp: null, bits: 0, approximate: false };
	const pairs = [
		...comparison.confirmed.map((one) => ({ ...one, ...sure, confirmed: true })),
		...comparison.pairs.map((pair) => ({ ...pair, confirmed: false })),
	];
	for (const pair of pairs) {
		const [l, r] = [pair.lefts[0] ?? -1, pair.rights[0] ?? -1];
		const clash = clashOf(comparison, pair);
		if (clash === 'none') continue;
		if (clash !== null) {
			const likely = Math.max(pair.pairMillionths, pair.booksMillionths) >= CLASH_FROM_MILLIONTHS;
			if (clash === 'both_undone' || likely) clashes.push({ kind: clash, l, r });
			continue;
		}
		const differenceMinor = differenceOf(comparison, pair.lefts, pair.rights);
		const band = pair.confirmed ? 'auto' : bandOf({ ...pair, needsLook: needsLook(comparison, pair, differenceMinor) });
		if (band === null) continue;
		const { lefts, rights, bits, runnerUp, confirmed, approximate } = pair;
		matches.push({ lefts, rights, band, probabilityMillionths: pair.pairMillionths, differenceMinor, bits, runnerUp, confirmed, approximate });
	}
	return { matches, clashes };
}

type Found = { readonly lefts: readonly number[]; readonly rights: readonly number[]; readonly confirmed: boolean };

/** Null for a match, `none` for rows that have nothing to do with each other in the end. */
function clashOf({ standing, payments }: Comparison, { lefts, rights, confirmed }: Found): FoundClash['kind'] | 'none' | null {
	const sales = lefts.map((l) => standing[l] ?? 'live');
	const receipts = rights.map((r) => payments[r]?.standing ?? 'live');
	if (sales.every((one) => one === 'live' || (one === 'cash' && confirmed)) && receipts.every((one) => one === 'live' || one === 'pending')) return null;
	if (lefts.length > 1 || rights.length > 1) return 'none';
	const [sale, receipt] = [sales[0], receipts[0]];
	if (sale === 'cash') return receipt === 'live' ? 'tender_mismatch' : 'none';
	if (sale === 'live') return receipt === 'failed' ? 'offline_declined' : 'status_mismatch';
	if (receipt === 'live') return 'status_mismatch';
	return sale === 'reversed' && receipt === 'undone' ? 'both_undone' : 'none';
}

/** Signed receipts − signed sales; a refund gives money back, so more of it is less for the shop. */
export function differenceOf({ left, right, sales }: Comparison, lefts: readonly number[], rights: readonly number[]): Minor {
	const add = (rows: readonly number[], values: Float64Array) => rows.reduce((sum, row) => sum + (values[row] ?? 0), 0);
	const difference = amountDifference(
		{ amount: add(lefts, left.amount), net: add(lefts, left.net) },
		{ amount: add(rights, right.amount), net: add(rights, right.net) },
	);
	const sign = sales[lefts[0] ?? -1]?.kind === 'refund' ? -1 : 1;
	return difference === 0 ? 0 : difference * sign;
}

function needsLook(
	comparison: Comparison,
	pair: { readonly lefts: readonly number[]; readonly rights: readonly number[]; readonly approximate: boolean },
	difference: Minor,
): boolean {
	if (pair.approximate || difference !== 0 || pair.lefts.length > 1 || pair.rights.length > 1) return true;
	const r = pair.rights[0] ?? -1;
	return comparison.payments[r]?.standing !== 'live' || tendersDiffer(comparison, pair.lefts, pair.rights);
}

/** A payment under another tender than logged. A split payment may be in several tenders, as long as the logged one is among them. */
export function tendersDiffer({ left, right }: Comparison, lefts: readonly number[], rights: readonly number[]): boolean {
	const paid = rights.map((r) => right.tender[r] ?? -1);
	if (paid.includes(-1)) return false;
	return lefts.some((l) => (left.tender[l] ?? -1) >= 0 && !paid.includes(left.tender[l] ?? -1));
}
