import type { ReceiptKind } from '../../../domain/receipts/receipt.ts';

/** By what means, which some acquirers write before what was done: 微信支付, 银联扫码支付, POS消费. */
const MEANS = '(?:微信|支付宝|银联|云闪付|银行卡|二维码|扫码|刷卡|钱包|POS|QQ|翼|京东|数字人民币|数币|主扫|被扫|线上|线下|订单)*';
const PAID = '(?:消费|支付|付款|收款)';
/** Undoing a sale is a void. What undoes a refund, and holding money (预授权) with all that follows it, stays unknown: a person has to look. */
const KINDS: readonly (readonly [RegExp, ReceiptKind])[] = [
	[new RegExp(`^${MEANS}${PAID}$`, 'i'), 'sale'],
	[new RegExp(`^${MEANS}(?:${PAID}|交易)?(?:部分|全额)?(?:退货|退款)$`, 'i'), 'refund'],
	[new RegExp(`^${MEANS}(?:${PAID}|交易)?(?:撤销|撤单|冲正)$`, 'i'), 'void'],
];
/** A trade's type is a short word. */
const LENGTH_MAX = 20;

/** What an acquirer's 交易类型 makes of a row; null for a type that is not known. */
export function tradeKindOf(type: string): ReceiptKind | null {
	if (type.length > LENGTH_MAX) return null;
	return KINDS.find(([pattern]) => pattern.test(type))?.[1] ?? null;
}
