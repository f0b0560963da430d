import { canonicalJson } from '../../log/canonical-json.ts';
import type { Instant } from '../../time.ts';

type Row = { readonly id: string; readonly at: Instant };

/** Rows in canonical order (time, id, content), each id once; `conflicts` are the ids that came with other content. */
export type Distinct<T> = { readonly rows: readonly T[]; readonly conflicts: readonly string[] };

/**
 * The same id with the same content counts once; with other content the first in canonical order is kept and each other
 * content is a conflict. `content` leaves out what may differ between two copies of one row.
 */
export function distinctRows<T extends Row>(rows: readonly T[], content: (row: T) => unknown): Distinct<T> {
	const sorted = inOrder(rows);
	const ids = new Set<string>();
	for (const row of sorted) ids.add(row.id);
	if (ids.size === sorted.length) return { rows: sorted, conflicts: [] };
	const seen = new Map<string, T[]>();
	for (const row of sorted) {
		const same = seen.get(row.id);
		if (same) same.push(row);
		else seen.set(row.id, [row]);
	}
	const kept = new Set<T>();
	const conflicts: string[] = [];
	for (const [id, same] of seen) {
		const contents = new Map<string, T>();
		for (const row of same) {
			const text = canonicalJson(content(row));
			const copy = contents.get(text);
			if (!copy || canonicalJson(row) < canonicalJson(copy)) contents.set(text, row);
		}
		const ordered = [...contents].sort(([a, rowA], [b, rowB]) => rowA.at - rowB.at || (a < b ? -1 : 1));
		const first = ordered[0];
		if (first) kept.add(first[1]);
		for (let k = 1; k < ordered.length; k++) conflicts.push(id);
	}
	// The same object may have been given twice, so each is let through once.
	return { rows: sorted.filter((row) => kept.delete(row)), conflicts: conflicts.sort() };
}

function inOrder<T extends Row>(rows: readonly T[]): T[] {
	const copy = [...rows];
	for (let k = 1; k < copy.length; k++) if (byTimeThenId(copy[k - 1] as T, copy[k] as T) > 0) return copy.sort(byTimeThenId);
	return copy;
}

/** Earlier first; at one time the smaller id, by code units. */
export function byTimeThenId(a: Row, b: Row): number {
	return a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
