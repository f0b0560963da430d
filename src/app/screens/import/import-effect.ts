import type { Discrepancy } from '../../../domain/discrepancies/discrepancy.ts';
import type { ComparisonSnapshot } from '../../../storage/queries/import-preview.ts';

/** What an import changed in the comparison: what came, what went by itself, and what is matched that was not. */
export type ImportEffect = {
	readonly newlyMatched: number;
	readonly found: readonly Discrepancy[];
	readonly cleared: readonly Discrepancy[];
	readonly awaiting: number;
};

export function effectOf(before: ComparisonSnapshot, after: ComparisonSnapshot): ImportEffect {
	return {
		newlyMatched: [...after.matchedSales].filter((sale) => !before.matchedSales.has(sale)).length,
		found: [...after.open.values()].filter(({ id }) => !before.open.has(id)).sort((a, b) => b.amountMinor - a.amountMinor),
		cleared: [...before.open.values()].filter(({ id }) => !after.open.has(id)),
		awaiting: after.awaiting,
	};
}
