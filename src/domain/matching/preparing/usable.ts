import type { RowProblem } from '../outcome.ts';

type Row = { readonly id: string; readonly at: number; readonly amountMinor: number };

/** Rows that can be judged; the others have no time or no amount that could be reckoned with, and are named as problems. */
export function usableRows<T extends Row>(
	rows: readonly T[],
	side: 'sale' | 'receipt',
): { readonly rows: readonly T[]; readonly problems: readonly RowProblem[] } {
	const problems: RowProblem[] = [];
	const usable = rows.filter((row) => {
		const fault = faultOf(row);
		if (fault !== null) problems.push({ sale: null, receipt: null, [side]: row.id, code: 'row_unusable', message: fault });
		return fault === null;
	});
	return { rows: usable, problems };
}

function faultOf({ at, amountMinor }: Row): string | null {
	if (!Number.isFinite(at) || Math.abs(at) > INSTANT_MOST) return 'the row has no time that could be compared';
	if (!Number.isSafeInteger(amountMinor) || amountMinor < 0) return 'the row has no amount that could be compared';
	return null;
}
/** As far as dates go. */
const INSTANT_MOST = 8_640_000_000_000_000;
