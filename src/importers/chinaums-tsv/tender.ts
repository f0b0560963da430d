import type { Tender } from '../../domain/ledger/tender.ts';

/** What stands in 支付类型 or 支付产品, by the words in it; the first that fits. */
const WORDS: readonly (readonly [RegExp, Tender])[] = [
	[/微信/, 'wechat'],
	[/支付宝/, 'alipay'],
	[/云闪付|银联(?:二维码|扫码)|银联.*(?:二维码|扫码)/, 'unionpay_qr'],
	[/卡|刷卡|借记|贷记/, 'card'],
	[/数字人民币|翼支付|和包|京东/, 'other'],
];

/** The tender that the words name; null where they name none. */
export function tenderOf(words: string): Tender | null {
	return WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}
