import { CLEARING_CUT_MINUTES } from '../clearing-cut.ts';
import { fact, type SourceProfile } from '../profile.ts';
import { ORIGIN } from './origins.ts';

const china = { region: 'cn', leg: 'provider', unit: 'major' } as const;
const BEIJING = 'Asia/Shanghai';

const WECHAT: SourceProfile = {
	...china,
	id: 'wechat',
	name: { 'zh-CN': '微信支付', en: 'WeChat Pay' },
	aliases: ['微信', 'WeChat', '财付通'],
	speaksFor: ['wechat-trade-bill', 'wechat-fund-flow', 'wechat-personal'],
	tenders: ['wechat'],
	basedOn: 'usual',
	facts: [
		// Made from 09:00 on; merchants are told to fetch it after 10:00.
		fact('billDue', { days: 1, atMinutes: 600 }, ORIGIN.wechatBill),
		fact('dayCut', 0, ORIGIN.wechatBill),
		fact('zone', BEIJING, ORIGIN.wechatBill),
		fact('refundDays', 365, ORIGIN.wechatRefund),
		// Bills can be fetched for three months.
		fact('inquiryDays', 90, ORIGIN.wechatBill),
		// Complaints about mini-programs: 72 hours, 48 since then.
		fact('replyDays', 3, ORIGIN.wechatComplaint),
		fact('replyDays', 2, ORIGIN.wechatComplaint, '2024-03-25'),
		fact('hotline', '95017', ORIGIN.wechatSupport),
		fact('portal', 'pay.weixin.qq.com', ORIGIN.wechatSupport),
		fact('materials', ['transaction_numbers', 'back_office_screenshot', 'customer_statement'], ORIGIN.materials),
	],
};

const ALIPAY: SourceProfile = {
	...china,
	id: 'alipay',
	name: { 'zh-CN': '支付宝', en: 'Alipay' },
	aliases: ['Alipay', '蚂蚁'],
	speaksFor: ['alipay-trade', 'alipay-account'],
	tenders: ['alipay'],
	basedOn: 'usual',
	facts: [
		fact('billDue', { days: 1, atMinutes: 600 }, ORIGIN.alipayBill),
		fact('dayCut', 0, ORIGIN.alipayBill),
		fact('zone', BEIJING, ORIGIN.alipayBill),
		// Cancelling goes only on the same day in Beijing.
		fact('voidDays', 0, ORIGIN.alipayRefund),
		// Usually twelve months, by contract.
		fact('refundDays', 365, ORIGIN.alipayRefund),
		fact('inquiryDays', 90, ORIGIN.assumed),
		fact('hotline', '95188', ORIGIN.alipaySupport),
		fact('portal', 'b.alipay.com', ORIGIN.common),
		fact('materials', ['transaction_numbers', 'back_office_screenshot', 'customer_statement'], ORIGIN.materials),
	],
};

/** The rules of the network, which hold for cards and network codes whoever takes them. */
const UNIONPAY: SourceProfile = {
	...china,
	id: 'unionpay',
	name: { 'zh-CN': '银联（银行卡、云闪付）', en: 'UnionPay (cards, QuickPass codes)' },
	aliases: ['中国银联', '银联', 'UnionPay', '云闪付'],
	speaksFor: ['unionpay-zm'],
	unit: 'minor',
	tenders: [],
	basedOn: 'usual',
	facts: [
		fact('dayCut', CLEARING_CUT_MINUTES, ORIGIN.unionpayMobile),
		fact('zone', BEIJING, ORIGIN.unionpay),
		fact('voidDays', 0, ORIGIN.posVoid),
		// Beyond eleven months a refund needs the slip.
		fact('refundDays', 330, ORIGIN.chinaums),
		// The original is searchable for 180 days after clearing; inquiries are refused after 360.
		fact('inquiryDays', 180, ORIGIN.unionpay),
		// Credit cards: the money is claimed (请款) within 60 days of clearing; debit cards know no such claim.
		fact('claimDays', 60, ORIGIN.unionpay),
		fact('replyDays', 20, ORIGIN.slipReply),
		fact('forwardDays', 1, ORIGIN.assumed),
		fact('hotline', '95516', ORIGIN.common),
		fact('materials', ['sales_slip', 'transaction_numbers', 'itemised_receipt', 'application_form'], ORIGIN.unionpay),
	],
};

const UNIONPAY_MOBILE: SourceProfile = {
	...china,
	id: 'unionpay-mobile',
	name: { 'zh-CN': '银联手机支付（易联）', en: 'UnionPay mobile payment (PayEco)' },
	aliases: ['易联', 'PayEco'],
	speaksFor: [],
	tenders: [],
	basedOn: 'unionpay',
	facts: [
		fact('dayCut', CLEARING_CUT_MINUTES, ORIGIN.unionpayMobile),
		fact('materials', ['transaction_numbers', 'application_form', 'business_licence'], ORIGIN.unionpayMobile),
	],
};

const CHINAUMS: SourceProfile = {
	...china,
	id: 'chinaums',
	name: { 'zh-CN': '银联商务', en: 'ChinaUMS' },
	aliases: ['ChinaUMS', '全民付'],
	speaksFor: ['chinaums-tsv', 'chinaums-xlsx'],
	tenders: [],
	basedOn: 'unionpay',
	facts: [
		fact('dayCut', CLEARING_CUT_MINUTES, ORIGIN.unionpayMobile),
		fact('refundDays', 330, ORIGIN.chinaums),
		fact('hotline', '95534', ORIGIN.common),
		fact('materials', ['sales_slip', 'transaction_numbers', 'application_form'], ORIGIN.chinaums),
	],
};

const LAKALA: SourceProfile = {
	...china,
	id: 'lakala',
	name: { 'zh-CN': '拉卡拉', en: 'Lakala' },
	aliases: ['Lakala', '考拉'],
	speaksFor: ['lakala-jy'],
	unit: 'minor',
	tenders: [],
	basedOn: 'unionpay',
	facts: [
		// Payments from 23:00 on are paid out one day later.
		fact('dayCut', CLEARING_CUT_MINUTES, ORIGIN.cardPayout),
		fact('payout', { days: 1, basis: 'working', atMinutes: 840, weekendsMerged: true, minimumMinor: null }, ORIGIN.cardPayout),
		fact('repairDays', 3, ORIGIN.cardPayout),
		fact('hotline', '95016', ORIGIN.cardPayout),
		fact('portal', '商户通 App → 服务中心 → 在线客服', ORIGIN.cardPayout),
		fact('materials', ['sales_slip', 'transaction_numbers', 'bank_statement'], ORIGIN.cardPayout),
	],
};

const ALLINPAY: SourceProfile = {
	...china,
	id: 'allinpay',
	name: { 'zh-CN': '通联支付', en: 'Allinpay' },
	aliases: ['通联', '收银宝', 'Allinpay'],
	speaksFor: ['allinpay'],
	tenders: [],
	basedOn: 'unionpay',
	facts: [
		fact('billDue', { days: 1, atMinutes: 360 }, ORIGIN.allinpay),
		// Its files hold calendar days.
		fact('dayCut', 0, ORIGIN.allinpay),
	],
};

export const CHINA: readonly SourceProfile[] = [WECHAT, ALIPAY, UNIONPAY, UNIONPAY_MOBILE, CHINAUMS, LAKALA, ALLINPAY];
