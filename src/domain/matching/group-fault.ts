import type { Sale } from '../ledger/sale.ts';
import { type Problem, problem } from '../problems.ts';
import type { Leg, Receipt } from '../receipts/receipt.ts';

/**
 * Why these cannot be one payment; null where they can. One payment has one currency and one direction, and on one of its sides
 * a single record (per leg: the terminal's and the provider's record of one payment are one).
 */
export function groupFault(sales: readonly Sale[], receipts: readonly Receipt[]): Problem | null {
	if (sales.length === 0 || receipts.length === 0) return problem('members_differ', 'one side is empty');
	if (sales.some((sale) => sale.reversedBy !== null)) return problem('already_reversed');
	if (new Set([...sales, ...receipts].map((row) => row.currency)).size > 1) return problem('members_differ', 'currency');
	const givesBack = [...sales.map((sale) => sale.kind === 'refund'), ...receipts.map((receipt) => receipt.kind !== 'sale')];
	if (new Set(givesBack).size > 1) return problem('members_differ', 'direction');
	return sales.length > 1 && severalInOneLeg(receipts) ? problem('members_differ', 'several on both sides') : null;
}

function severalInOneLeg(receipts: readonly Receipt[]): boolean {
	const legs = new Set<Leg>(receipts.map((receipt) => receipt.leg));
	return receipts.length > legs.size;
}
