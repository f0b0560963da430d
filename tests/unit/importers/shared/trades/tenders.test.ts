import { expect, test } from 'vitest';
import { tenderOf } from '../../../../../src/importers/shared/trades/tenders.ts';

test.each([
	['微信', 'wechat'],
	['微信支付', 'wechat'],
	['支付宝', 'alipay'],
	['支付宝花呗', 'alipay'],
	['云闪付', 'unionpay_qr'],
	['银联二维码', 'unionpay_qr'],
	['银联扫码支付', 'unionpay_qr'],
	['有卡支付', 'card'],
	['银行卡', 'card'],
	['刷卡', 'card'],
	['储值卡', 'other'],
	['会员卡余额', 'other'],
	['数字人民币', 'other'],
	['QQ钱包', 'other'],
	['现金记账', 'cash'],
	['扫码', null],
	['', null],
])('payment by %j is of tender %s', (words, tender) => {
	expect(tenderOf(words)).toBe(tender);
});
