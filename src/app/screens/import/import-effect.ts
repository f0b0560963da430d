import type { Discrepancy } from '../../../domain/discrepancies/discrepancy.ts';
import type { ComparisonSnapshot } from '../../../storage/queries/import-preview.ts';

/** What an import changed in the comparison: what came, what went by itself, and what is matched that was not. Discrepancies by id. */
export type ImportEffect = {
	readonly newlyMatched: number;
	readonly found: readonly string[];
	readonly cleared: readonly string[];
	readonly awaiting: number;
};

export function effectOf(before: ComparisonSnapshot, after: ComparisonSnapshot): ImportEffect {
	return {
		newlyMatched: [...after.matchedSales].filter((sale) => !before.matchedSales.has(sale)).length,
		found: without(after.open, before.open),
		cleared: without(before.open, after.open),
		awaiting: after.awaiting,
	};
}

/** Ids that are not among the others; in their order. */
function without(ids: readonly string[], others: readonly string[]): readonly string[] {
	if (ids.length === 0 || others.length === 0) return ids;
	const known = new Set(others);
	return ids.filter((id) => !known.has(id));
}

/** The largest of many discrepancies, and the kind that most of them have. */
export type Outstanding = { readonly largest: readonly Discrepancy[]; readonly kind: Discrepancy['kind'] | null };

/** Collects what stands out, one discrepancy after the other, so that a hundred thousand need not be held at once. */
export function outstanding(namedMax: number): { readonly add: (one: Discrepancy) => void; readonly get: () => Outstanding } {
	let largest: readonly Discrepancy[] = [];
	const counts = new Map<Discrepancy['kind'], number>();
	return {
		add: (one) => {
			counts.set(one.kind, (counts.get(one.kind) ?? 0) + 1);
			const smallest = largest.at(-1);
			if (smallest && largest.length === namedMax && smallest.amountMinor >= one.amountMinor) return;
			largest = [...largest, one].sort((a, b) => b.amountMinor - a.amountMinor).slice(0, namedMax);
		},
		get: () => ({ largest, kind: [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null }),
	};
}
