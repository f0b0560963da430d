import type { Receipt } from '../../receipts/receipt.ts';
import type { Comparison, ComparisonInput } from '../comparison.ts';
import type { SaleRow } from '../rows.ts';
import { WEIGHTS } from '../weights.ts';
import type { Payment } from './payments.ts';

/**
 * What it says about a logged refund and a refund receipt that both name their original: whether those two are one payment.
 */
export function refundLinks(
	sales: Comparison,
	matched: ReadonlyMap<number, { readonly rights: readonly number[] }>,
	refunds: ComparisonInput['sales'],
	originalOf: (receipt: Receipt) => Receipt | null,
): (refund: SaleRow, receipt: Payment) => number {
	const named = new Set(refunds.map(({ row }) => row.ref));
	const paymentsOfSale = new Map<string, readonly number[]>();
	if (named.size > 0) for (const [l, { rights }] of matched) if (named.has(sales.sales[l]?.id ?? '')) paymentsOfSale.set(sales.sales[l]?.id ?? '', rights);
	const originals = new Map<Payment, number>();
	const originalPlace = (payment: Payment): number => {
		const known = originals.get(payment);
		if (known !== undefined) return known;
		const original = payment.members.map((row) => originalOf(row)).find((one) => one !== null);
		const place = original ? (sales.placeOfReceipt().get(original.id) ?? -1) : -1;
		originals.set(payment, place);
		return place;
	};
	return (refund, payment) => {
		const paid = refund.ref === null ? undefined : paymentsOfSale.get(refund.ref);
		const place = originalPlace(payment);
		if (!paid || place < 0) return 0;
		return paid.includes(place) ? WEIGHTS.refundLinkAgrees : WEIGHTS.refundLinkDiffers;
	};
}
