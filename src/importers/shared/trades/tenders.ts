import type { Tender } from '../../../domain/ledger/tender.ts';

/** What an acquirer writes about how somebody paid (支付类型, 支付渠道, 收款通道 …), by the words in it; the first that fits. */
const WORDS: readonly (readonly [RegExp, Tender])[] = [
	[/微信/, 'wechat'],
	[/支付宝|花呗/, 'alipay'],
	[/云闪付|银联(?:二维码|扫码|钱包)|银联.*(?:二维码|扫码)/, 'unionpay_qr'],
	[/储值|会员|礼品|购物卡|余额/, 'other'],
	[/卡|借记|贷记/, 'card'],
	[/现金/, 'cash'],
	[/数字人民币|数币|翼支付|和包|京东|QQ/i, 'other'],
];

/** The tender that the words name; null where they name none. */
export function tenderOf(words: string): Tender | null {
	return WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}
