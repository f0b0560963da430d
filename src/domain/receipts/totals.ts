import type { Currency, Minor } from '../money.ts';
import type { BillReading } from './reading.ts';
import type { Receipt } from './receipt.ts';

/**
 * Totals of a bill: successful sales; refunds and voids that succeeded or are
 * under way; fees of all rows and fees that are rows. Amounts in other currencies than the bill's only count as receipts.
 */
export function billTotals(receipts: readonly Receipt[], currency: Currency): BillReading['totals'] {
	let salesMinor: Minor = 0;
	let refundsMinor: Minor = 0;
	let feesMinor: Minor = 0;
	for (const receipt of receipts) {
		if (receipt.currency !== currency) continue;
		if (receipt.kind === 'sale' && receipt.status === 'success') salesMinor += receipt.amountMinor;
		if (takesBack(receipt)) refundsMinor += receipt.amountMinor;
		feesMinor += (receipt.feeMinor ?? 0) + (receipt.kind === 'fee' ? receipt.amountMinor : 0);
	}
	return { count: receipts.length, salesMinor, refundsMinor, feesMinor };
}

function takesBack({ kind, status }: Receipt): boolean {
	return (kind === 'refund' || kind === 'void') && (status === 'success' || status === 'pending');
}
