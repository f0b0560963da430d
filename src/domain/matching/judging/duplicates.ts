import { SECOND_MS } from '../../time.ts';
import type { Comparison } from '../comparison.ts';
import { REACH } from '../weights.ts';

/** A sale charged more than once: the payment it keeps, and the payments too many. */
export type Duplicate = { readonly kept: number; readonly extra: readonly number[] };

type Matched = ReadonlyMap<number, { readonly lefts: readonly number[] }>;

/**
 * Finds, among payments without a ledger entry, those that repeat a matched payment: the same card or order number, the
 * same amount, minutes apart. `matched` are the payments that have a sale, with the sales of each. A payment of which a person said
 * that it is not this sale repeats nothing: it is a sale of its own that nobody logged.
 */
export function findDuplicates({ payments, right, forbidden }: Comparison, unlogged: readonly number[], matched: Matched): Duplicate[] {
	const bySign = new Map<string, number[]>();
	const signs = (r: number): string[] => {
		const keys = right.keys[r];
		const tail = ` ${right.amount[r]} ${right.currency[r]} ${payments[r]?.lead.kind}`;
		return [keys?.last4 ? `card ${keys.last4}${tail}` : '', keys?.merchantOrderNo ? `order ${keys.merchantOrderNo}${tail}` : ''].filter((sign) => sign !== '');
	};
	// Most payments share neither card nor order with one of those, and their signs need not be made.
	const cards = new Set(unlogged.map((r) => right.keys[r]?.last4 ?? ''));
	const orders = new Set(unlogged.map((r) => right.keys[r]?.merchantOrderNo ?? ''));
	const mayRepeat = (r: number) => cards.has(right.keys[r]?.last4 || NO_KEY) || orders.has(right.keys[r]?.merchantOrderNo || NO_KEY);
	for (const r of [...matched.keys()].filter(mayRepeat).sort((a, b) => a - b)) {
		for (const sign of signs(r)) {
			const list = bySign.get(sign);
			if (list) list.push(r);
			else bySign.set(sign, [r]);
		}
	}
	const extras = new Map<number, number[]>();
	for (const r of unlogged) {
		const near = signs(r)
			.flatMap((sign) => bySign.get(sign) ?? [])
			.filter((kept) => !matched.get(kept)?.lefts.some((l) => forbidden(l, r)));
		const kept = nearest(near, (other) => Math.abs((right.at[other] ?? 0) - (right.at[r] ?? 0)));
		if (kept === null) continue;
		const list = extras.get(kept);
		if (list) list.push(r);
		else extras.set(kept, [r]);
	}
	return [...extras].sort(([a], [b]) => a - b).map(([kept, extra]) => ({ kept, extra }));
}

/** No key is written like this. */
const NO_KEY = ' ';

function nearest(rows: readonly number[], off: (row: number) => number): number | null {
	let best: number | null = null;
	for (const row of rows) if (off(row) <= REACH.duplicateSeconds * SECOND_MS && (best === null || off(row) < off(best))) best = row;
	return best;
}
