import { expect, test } from 'vitest';
import { tradeKindOf } from '../../../../../src/importers/shared/trades/kinds.ts';

test.each([
	...['消费', '支付', '微信支付', '支付宝支付', '银联扫码支付', '云闪付支付', 'POS消费', '数字人民币支付'].map((type) => [type, 'sale']),
	...['退货', '退款', '微信退款', '支付宝退款', '银联扫码退款', '消费退货', '部分退款'].map((type) => [type, 'refund']),
	...['撤销', '消费撤销', '微信撤销', '支付宝支付撤销', '撤单', '消费冲正'].map((type) => [type, 'void']),
	...['预授权', '预授权完成', '预授权撤销', '退货撤销', '撤销冲正', '积分消费', '代付', '转账', '余额查询', '', '消费消费', '微'.repeat(500)].map((type) => [
		type,
		null,
	]),
])('a trade of type %s is a %s', (type, kind) => {
	expect(tradeKindOf(type ?? '')).toBe(kind);
});
