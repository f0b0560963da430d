import type { Tender } from '../../domain/ledger/tender.ts';
import type { ReceiptKind } from '../../domain/receipts/receipt.ts';

const ADJUSTMENTS = [
	...['RefundedReversed', 'ChargebackReversed', 'ChargebackReversedExternally', 'DepositCorrection', 'BalanceTransfer', 'ReserveAdjustment'],
	...['ManualCorrected', 'MerchantPayin', 'MerchantPayoutReversed', 'SettledReversed', 'PaidOut', 'PaidOutReversed'],
];

const KINDS: ReadonlyMap<string, ReceiptKind> = new Map<string, ReceiptKind>([
	['settled', 'sale'],
	['settledexternally', 'sale'],
	['settledininstallments', 'sale'],
	['refunded', 'refund'],
	['refundedexternally', 'refund'],
	['refundedininstallments', 'refund'],
	['chargeback', 'chargeback'],
	['secondchargeback', 'chargeback'],
	['chargebackexternally', 'chargeback'],
	['fee', 'fee'],
	['invoicededuction', 'fee'],
	['misccosts', 'fee'],
	['paymentcost', 'fee'],
	['merchantpayout', 'payout'],
	...ADJUSTMENTS.map((type) => [type.toLowerCase(), 'adjustment'] as const),
]);

/** What a row of the type is; null for other words. */
export function kindOf(type: string): ReceiptKind | null {
	return KINDS.get(type.toLowerCase()) ?? null;
}

/** The tender of a payment method as Adyen names it; null where it names none. */
export function tenderOf(method: string): Tender | null {
	const name = method.toLowerCase();
	if (name === '') return null;
	if (name.startsWith('alipay')) return 'alipay';
	return name.startsWith('wechatpay') ? 'wechat' : 'card';
}
