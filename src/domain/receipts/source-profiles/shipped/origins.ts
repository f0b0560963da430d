import type { Origin } from '../profile.ts';

const seen = (asOf: string, foundIn: string, confidence: Origin['confidence']): Origin => ({ asOf, foundIn, confidence });

/** Where the facts of the shipped table were found, and when those papers were written or looked at. */
export const ORIGIN = {
	assumed: seen('2026-11', 'Counterfoil', 'assumed'),
	common: seen('2026-11', 'common practice', 'unverified'),
	wechatBill: seen('2025-04', 'pay.weixin.qq.com: bill download', 'verified'),
	wechatRefund: seen('2025-09', 'pay.weixin.qq.com: refund best practice', 'verified'),
	wechatSupport: seen('2026-07', 'pay.weixin.qq.com: one-sided entries', 'verified'),
	wechatComplaint: seen('2024-03', 'developers.weixin.qq.com: complaints', 'verified'),
	alipayBill: seen('2019', 'blog.csdn.net', 'weak'),
	alipayRefund: seen('2026-11', 'docs.antom.com: refund', 'verified'),
	alipaySupport: seen('2026-11', 'yq.aliyun.com, an old forum', 'weak'),
	leshua: seen('2026-11', 'kancloud.cn: Leshua documents', 'verified'),
	lcsw: seen('2025-05', 'help.lcsw.cn: bill interface', 'verified'),
	tongqifu: seen('2026-11', 'showdoc: tppay', 'verified'),
	huawei: seen('2026-11', 'developer.huawei.com: bill query', 'verified'),
	cardPayout: seen('2026-11', 'agents of Lakala', 'weak'),
	unionpay: seen('2013', 'Q/CUP 054.2-2013', 'verified'),
	unionpayMobile: seen('2026-11', 'guide for merchants of UnionPay mobile payment', 'weak'),
	posVoid: seen('2026-11', 'casasmayor.com, after the UnionPay POS rules', 'weak'),
	slipReply: seen('2026-11', 'peixun.952552.com', 'weak'),
	chinaums: seen('2026-11', 'ChinaUMS user manual for merchants', 'weak'),
	allinpay: seen('2026-11', 'Allinpay bill interface', 'weak'),
	materials: seen('2026-11', 'materials named by providers', 'weak'),
	schemes: seen('2026-11', 'docs.chargeflow.io: network timelines', 'verified'),
	square: seen('2026-11', 'Square: offline mode', 'verified'),
	stripe: seen('2026-11', 'docs.stripe.com: Terminal', 'verified'),
	adyen: seen('2026-11', 'docs.adyen.com: point of sale', 'verified'),
	clover: seen('2026-11', 'docs.clover.com: offline payments', 'verified'),
	sumup: seen('2026-11', 'SumUp: debugging guide', 'verified'),
	nccc: seen('2026-11', 'nccc.com.tw', 'verified'),
} as const satisfies Readonly<Record<string, Origin>>;
