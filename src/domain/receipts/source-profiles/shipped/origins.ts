import type { Named, Origin } from '../profile.ts';

const seen = (asOf: string, foundIn: Named, confidence: Origin['confidence']): Origin => ({ asOf, foundIn, confidence });

/** Where the facts of the shipped table were found, and when those papers were written or looked at. */
export const ORIGIN = {
	assumed: seen('2026-11', { 'zh-CN': 'Counterfoil', en: 'Counterfoil' }, 'assumed'),
	common: seen('2026-11', { 'zh-CN': '惯例', en: 'common practice' }, 'unverified'),
	wechatBill: seen('2025-04', { 'zh-CN': '微信支付文档：账单下载', en: 'WeChat Pay docs: bill download' }, 'verified'),
	wechatRefund: seen('2025-09', { 'zh-CN': '微信支付文档：退款最佳实践', en: 'WeChat Pay docs: refund best practice' }, 'verified'),
	wechatSupport: seen('2026-07', { 'zh-CN': '微信支付文档：单边账防控', en: 'WeChat Pay docs: one-sided entries' }, 'verified'),
	wechatComplaint: seen('2024-03', { 'zh-CN': '微信开放文档：交易投诉', en: 'WeChat developer docs: complaints' }, 'verified'),
	alipayBill: seen('2019', { 'zh-CN': 'CSDN 博客', en: 'a blog on CSDN' }, 'weak'),
	alipayRefund: seen('2026-11', { 'zh-CN': 'Antom 文档：退款', en: 'Antom docs: refund' }, 'verified'),
	alipaySupport: seen('2026-11', { 'zh-CN': '阿里云旧论坛', en: 'an old forum of Aliyun' }, 'weak'),
	leshua: seen('2026-11', { 'zh-CN': '乐刷接口文档', en: 'Leshua interface docs' }, 'verified'),
	lcsw: seen('2025-05', { 'zh-CN': '利楚扫呗文档：对账单接口', en: 'Lcsw docs: bill interface' }, 'verified'),
	tongqifu: seen('2026-11', { 'zh-CN': '通企付接口文档', en: 'Tongqifu interface docs' }, 'verified'),
	huawei: seen('2026-11', { 'zh-CN': '华为开发者文档：账单查询', en: 'Huawei developer docs: bill query' }, 'verified'),
	cardPayout: seen('2026-11', { 'zh-CN': '拉卡拉代理商页面', en: 'pages of Lakala agents' }, 'weak'),
	unionpay: seen('2013', { 'zh-CN': '银联企业标准 Q/CUP 054.2-2013', en: 'UnionPay standard Q/CUP 054.2-2013' }, 'verified'),
	unionpayMobile: seen('2026-11', { 'zh-CN': '银联手机支付特约商户财务须知', en: 'UnionPay mobile payment: notes for accountants of merchants' }, 'weak'),
	posVoid: seen('2026-11', { 'zh-CN': '转述的银联 POS 应用规范', en: 'a report on the UnionPay POS rules' }, 'weak'),
	slipReply: seen('2026-11', { 'zh-CN': '行业培训题库', en: 'a quiz for trade training' }, 'weak'),
	chinaums: seen('2026-11', { 'zh-CN': '银联商务网上服务系统用户手册', en: 'ChinaUMS online service manual' }, 'weak'),
	allinpay: seen('2026-11', { 'zh-CN': '通联对账文件接口', en: 'Allinpay bill interface' }, 'weak'),
	materials: seen('2026-11', { 'zh-CN': '各家文档里提到的', en: 'named in papers of several providers' }, 'weak'),
	schemes: seen('2026-11', { 'zh-CN': '卡组织拒付时限汇总', en: 'a summary of network dispute times' }, 'verified'),
	square: seen('2026-11', { 'zh-CN': 'Square 文档：离线模式', en: 'Square docs: offline mode' }, 'verified'),
	stripe: seen('2026-11', { 'zh-CN': 'Stripe 文档：Terminal', en: 'Stripe docs: Terminal' }, 'verified'),
	adyen: seen('2026-11', { 'zh-CN': 'Adyen 文档：线下收款', en: 'Adyen docs: point of sale' }, 'verified'),
	clover: seen('2026-11', { 'zh-CN': 'Clover 文档：离线收款', en: 'Clover docs: offline payments' }, 'verified'),
	sumup: seen('2026-11', { 'zh-CN': 'SumUp 排错指南', en: 'SumUp debugging guide' }, 'verified'),
	nccc: seen('2026-11', { 'zh-CN': '联合信用卡中心特店问答', en: 'NCCC questions and answers for merchants' }, 'verified'),
} as const satisfies Readonly<Record<string, Origin>>;
