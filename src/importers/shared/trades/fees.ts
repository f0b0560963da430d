import type { Minor } from '../../../domain/money.ts';
import type { ReceiptKind } from '../../../domain/receipts/receipt.ts';

/**
 * The fee of a trade as cost of the shop. On rows that give money back exports differ in their signs, so the settled amount decides:
 * what is settled is the amount less the fee. Where it does not tell, a fee without a sign beside an amount without a sign
 * is taken as given back.
 */
export function signedFee(fee: Minor | null, row: { readonly kind: ReceiptKind; readonly written: Minor; readonly settledMinor: Minor | null }): Minor | null {
	if (fee === null || fee === 0 || row.kind === 'adjustment') return fee;
	const direction = row.kind === 'sale' ? 1 : -1;
	const fromSettled = row.settledMinor === null ? null : direction * (Math.abs(row.written) - row.settledMinor);
	if (fromSettled !== null && Math.abs(fromSettled) === Math.abs(fee)) return fromSettled;
	return direction < 0 && row.written > 0 && fee > 0 ? 0 - fee : fee;
}
