import type { Comparison } from '../comparison.ts';
import type { Side } from '../pairing/side.ts';
import type { FoundMatch } from './verdicts.ts';

/**
 * Sales that cannot be told apart get their receipts in time order. Which of them has which is not known anyway, and
 * people read lists from top to bottom.
 */
export function inTimeOrder(comparison: Comparison, matches: readonly FoundMatch[]): FoundMatch[] {
	const single = new Map<number, FoundMatch>();
	for (const match of matches)
		if (match.lefts.length === 1 && match.rights.length === 1 && !match.confirmed && match.band !== 'review') single.set(match.lefts[0] ?? -1, match);
	const swapped = new Map<FoundMatch, FoundMatch>();
	for (const chain of chains(comparison, [...single.keys()])) {
		const present = chain.map((l) => single.get(l)).filter((match) => match !== undefined);
		const rights = present.map((match) => match.rights[0] ?? -1);
		const ordered = [...rights].sort((a, b) => a - b);
		if (ordered.every((r, k) => r === rights[k]) || !exchangeable(comparison, chain, ordered)) continue;
		present.forEach((match, k) => {
			const [l, r] = [chain[k] ?? -1, ordered[k] ?? -1];
			swapped.set(match, { ...match, rights: [r], bits: comparison.scorer.score(l, r) });
		});
	}
	return matches.map((match) => swapped.get(match) ?? match);
}

/** Runs of matched sales in which each is a twin of the one before. */
function chains({ left, same }: Comparison, lefts: readonly number[]): number[][] {
	const found: number[][] = [];
	for (const list of lookalikes(left, lefts)) {
		let run: number[] = [];
		for (const l of list) {
			const last = run[run.length - 1];
			if (last !== undefined && same.leftTwins(last, l)) run.push(l);
			else {
				if (run.length > 1) found.push(run);
				run = [l];
			}
		}
		if (run.length > 1) found.push(run);
	}
	return found;
}

/** Rows without keys of one amount, tip, tender and terminal, in row order. */
function lookalikes(left: Side, rows: readonly number[]): number[][] {
	// Words are small numbers, so that all of this fits into two numbers; texts of them would have to be made for each row.
	const room = rows.reduce((most, l) => Math.max(most, left.tender[l] ?? -1, left.terminal[l] ?? -1), 0) + 2;
	const byValue = new Map<number, Map<number, number[]>>();
	const found: number[][] = [];
	for (const l of [...rows].sort((a, b) => a - b)) {
		if (left.keyed[l] === 1) continue;
		const value = left.value[l] ?? 0;
		const rest = ((left.netValue[l] ?? 0) * room + (left.tender[l] ?? -1) + 1) * room + (left.terminal[l] ?? -1) + 1;
		const ofValue = byValue.get(value) ?? new Map<number, number[]>();
		const known = ofValue.get(rest);
		if (known) {
			known.push(l);
			continue;
		}
		const list = [l];
		found.push(list);
		byValue.set(value, ofValue.set(rest, list));
	}
	return found;
}

/** Only receipts that cannot be told apart either may change places; others keep the sale that fits them best. */
function exchangeable({ same, forbidden }: Comparison, chain: readonly number[], ordered: readonly number[]): boolean {
	const twins = ordered.every((r, k) => k === 0 || same.rightTwins(ordered[k - 1] ?? -1, r, chain[0] ?? -1));
	return twins && chain.every((l, k) => !forbidden(l, ordered[k] ?? -1));
}
