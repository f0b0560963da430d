import type { Sale } from './sale.ts';

/**
 * Whether a sale or refund counts as money taken or given: it stands, and it was not seen to fail or walk out.
 * An unknown result counts until it is known, so that nothing drops out of the books unnoticed.
 */
export function isTaking(sale: Pick<Sale, 'reversedBy' | 'state'>): boolean {
	return sale.reversedBy === null && (sale.state === 'paid_confirmed' || sale.state === 'result_unknown');
}
