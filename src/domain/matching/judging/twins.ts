import { SECOND_MS } from '../../time.ts';
import type { Comparison } from '../comparison.ts';
import { beginOf, endOf, firstAt, type Postings, postings } from '../pairing/posting.ts';
import { NEVER } from '../pairing/scoring/scoring.ts';
import type { Side } from '../pairing/side.ts';
import { BANDS, REACH } from '../weights.ts';
import type { FoundMatch } from './verdicts.ts';

/** Rows that cannot be told apart: `open` of them have no partner, `paired` of them have one, and any of them could be the odd one out. */
export type TwinClass = { readonly open: readonly number[]; readonly paired: readonly number[] };

/** One-to-one matches of this side by row, as far as another row could stand in for it. */
export type Partners = ReadonlyMap<number, FoundMatch>;

/** Sales without receipt, each with the sales it cannot be told apart from. */
export function saleClasses(comparison: Comparison, open: readonly number[], partners: Partners): TwinClass[] {
	const { left, same, scorer, forbidden } = comparison;
	const canStandIn = (from: number, _other: number, partner: FoundMatch) => {
		const r = partner.rights[0] ?? -1;
		return !forbidden(from, r) && partner.bits - Math.max(NEVER, scorer.score(from, r)) < BANDS.alikeBits;
	};
	return classes(left, open, { partners, twins: same.leftTwins, alike: same.leftAlike, canStandIn });
}

/** Receipts without ledger entry, each with the receipts it cannot be told apart from. */
export function paymentClasses(comparison: Comparison, open: readonly number[], partners: Partners): TwinClass[] {
	const { right, left, same, scorer, forbidden } = comparison;
	const saleOf = (row: number) => partners.get(row)?.lefts[0] ?? -1;
	const keyed = (row: number) => left.keyed[saleOf(row)] === 1;
	const unkeyed = left.keyed.indexOf(0);
	const twins = (a: number, b: number) => !keyed(a) && !keyed(b) && unkeyed >= 0 && same.rightTwins(a, b, unkeyed);
	const alike = (a: number, b: number) => !keyed(b) && unkeyed >= 0 && same.rightAlike(a, b, unkeyed);
	const canStandIn = (from: number, other: number, partner: FoundMatch) => {
		const l = saleOf(other);
		return !forbidden(l, from) && partner.bits - Math.max(NEVER, scorer.score(l, from)) < BANDS.alikeBits;
	};
	return classes(right, open, { partners, twins, alike, canStandIn });
}

type Likeness = {
	readonly partners: Partners;
	readonly twins: (a: number, b: number) => boolean;
	readonly alike: (a: number, b: number) => boolean;
	/** Whether `from` could take over the partner of `other` at next to no cost. */
	readonly canStandIn: (from: number, other: number, partner: FoundMatch) => boolean;
};

function classes(side: Side, open: readonly number[], { partners, twins, alike, canStandIn }: Likeness): TwinClass[] {
	const waiting = new Set(open);
	const lists = postings(side.value, (row) => waiting.has(row) || partners.has(row));
	const nearby = (row: number): Nearby => ({
		lists,
		reachSeconds: waiting.has(row) ? REACH.coreSeconds : REACH.interchangeableSeconds,
	});
	const placed = new Set<number>();
	const found: TwinClass[] = [];
	for (const start of open) {
		if (placed.has(start)) continue;
		const members = new Set([start]);
		const queue = [start];
		for (let row = queue.pop(); row !== undefined; row = queue.pop()) {
			for (const other of lookalikes(side, row, nearby(row))) {
				if (members.has(other) || placed.has(other)) continue;
				const partner = partners.get(other);
				const bySwap = waiting.has(row) && partner !== undefined && alike(row, other) && canStandIn(row, other, partner);
				if (!twins(row, other) && !bySwap) continue;
				members.add(other);
				queue.push(other);
			}
		}
		for (const row of members) placed.add(row);
		const ordered = [...members].sort((a, b) => a - b);
		found.push({ open: ordered.filter((row) => waiting.has(row)), paired: ordered.filter((row) => !waiting.has(row)) });
	}
	return found;
}

type Nearby = { readonly lists: Postings; readonly reachSeconds: number };

/** Rows of the same amount near in time, as far as `reachSeconds`, a bounded number of them beyond two minutes. */
function lookalikes(side: Side, row: number, { lists, reachSeconds }: Nearby): number[] {
	const at = side.at[row] ?? 0;
	const value = side.value[row] ?? 0;
	const [begin, end] = [beginOf(lists, value), endOf(lists, value)];
	const close = firstAt(lists.rows, side.at, at - REACH.interchangeableSeconds * SECOND_MS, begin, end);
	const found: number[] = [];
	for (let k = Math.max(begin, close - REACH.nearest); k < end; k++) {
		const other = lists.rows[k] ?? 0;
		const off = (side.at[other] ?? 0) - at;
		if (off > reachSeconds * SECOND_MS || (off > REACH.interchangeableSeconds * SECOND_MS && found.length > LOOK_MOST)) break;
		if (other !== row && off >= -reachSeconds * SECOND_MS) found.push(other);
	}
	return found;
}
const LOOK_MOST = 60;
