import type { Receipt } from '../../receipts/receipt.ts';
import type { Comparison } from '../comparison.ts';
import type { SaleRow } from '../rows.ts';
import { WEIGHTS } from '../weights.ts';
import type { Payment } from './payments.ts';

/**
 * What it says about a logged refund and a refund receipt that both name their original: whether those two are one payment.
 */
export function refundLinks(
	sales: Comparison,
	matched: ReadonlyMap<number, { readonly rights: readonly number[] }>,
	originalOf: (receipt: Receipt) => Receipt | null,
): (refund: SaleRow, receipt: Payment) => number {
	const paymentOfSale = once(() => new Map([...matched].map(([l, { rights }]) => [sales.sales[l]?.id ?? '', new Set(rights)])));
	const placeOf = once(() => new Map(sales.payments.flatMap((payment, r) => payment.members.map((row) => [row.id as string, r] as const))));
	const originals = new Map<Payment, number>();
	const originalPlace = (payment: Payment): number => {
		const known = originals.get(payment);
		if (known !== undefined) return known;
		const original = payment.members.map((row) => originalOf(row)).find((one) => one !== null);
		const place = original ? (placeOf().get(original.id) ?? -1) : -1;
		originals.set(payment, place);
		return place;
	};
	return (refund, payment) => {
		const named = refund.ref === null ? undefined : paymentOfSale().get(refund.ref);
		const place = originalPlace(payment);
		if (!named || place < 0) return 0;
		return named.has(place) ? WEIGHTS.refundLinkAgrees : WEIGHTS.refundLinkDiffers;
	};
}

/** Made when it is first needed: most days have no refund. */
function once<T>(make: () => T): () => T {
	let made: T | undefined;
	return () => {
		made ??= make();
		return made;
	};
}
