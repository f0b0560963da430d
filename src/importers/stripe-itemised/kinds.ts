import type { ReceiptKind } from '../../domain/receipts/receipt.ts';

/** What moves the balance without being a payment of a customer, its return, a cost or a payout. */
const ADJUSTMENTS = [
	...['dispute_reversal', 'refund_failure', 'charge_failure', 'partial_capture_reversal', 'payout_reversal', 'payout_minimum_balance_hold'],
	...['payout_minimum_balance_release', 'transfer', 'transfer_reversal', 'topup', 'topup_reversal', 'other_adjustment', 'currency_conversion'],
	...['platform_earning', 'platform_earning_refund', 'connect_collection_transfer', 'connect_reserved_funds', 'risk_reserved_funds', 'contribution'],
	...['advance', 'advance_funding', 'anticipation_repayment', 'financing_paydown', 'financing_paydown_reversal', 'financing_payout'],
	...['financing_payout_reversal', 'issuing_authorization_hold', 'issuing_authorization_release', 'issuing_transaction', 'issuing_dispute'],
];

const KINDS: ReadonlyMap<string, ReceiptKind> = new Map<string, ReceiptKind>([
	['charge', 'sale'],
	['payment', 'sale'],
	['refund', 'refund'],
	['dispute', 'chargeback'],
	['fee', 'fee'],
	['network_cost', 'fee'],
	['tax', 'fee'],
	['payout', 'payout'],
	...ADJUSTMENTS.map((category) => [category, 'adjustment'] as const),
]);

/** What a row of the category is; a fee that came back is an adjustment. Null for other words. */
export function kindOf(category: string, gross: number): ReceiptKind | null {
	const kind = KINDS.get(category) ?? null;
	return kind === 'fee' && gross > 0 ? 'adjustment' : kind;
}
