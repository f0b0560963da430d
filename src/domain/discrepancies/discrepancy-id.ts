import { asDiscrepancyId, type DiscrepancyId } from '../ids.ts';
import type { FoundDiscrepancy } from '../matching/outcome.ts';

/**
 * The same gap has the same id however often it is found, so that the work on it survives recomputation: it follows from
 * the kind and the members alone. The text is readable on purpose; its separators cannot occur in the members as written.
 */
export function discrepancyId({ kind, sales, receipts, payout }: Pick<FoundDiscrepancy, 'kind' | 'sales' | 'receipts' | 'payout'>): DiscrepancyId {
	// The rows of a day's payout come and go with its bills; the gap stays the same.
	if (payout !== undefined) return asDiscrepancyId(`${kind};payout;${encodeURIComponent(payout)}`);
	const members = (ids: readonly string[]) => [...ids].sort().map(encodeURIComponent).join(',');
	return asDiscrepancyId(`${kind};${members(sales)};${members(receipts)}`);
}
