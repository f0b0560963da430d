import type { TradeColumns } from '../shared/trades/trade-row.ts';

/** The 34 columns of 收银宝, in the order in which they stand where the file does not name them. */
export const NAMES = [
	...['商户号', '门店名称', '终端号', '交易时间', '交易类型', '交易批次号', '凭证号', '参考号', '卡号', '卡类别', '发卡行机构代码', '发卡行名称'],
	...['交易金额', '手续费', '交易日期', '交易单号', '订单号', '商户备注', '对接应用号', '原始金额', '结算金额', '产品类型', '分期贴息', '交易完成时间'],
	...['持卡人姓名', '持卡人身份证', '分期数', '优惠金额', '实付金额', '原交易单', '渠道交易类型', '出金方账户名称', '门店编号', '交易完成日期'],
] as const;

export const COLUMNS = {
	amount: ['交易金额'],
	settled: ['结算金额'],
	fee: ['手续费'],
	terminal: ['终端号'],
	batchNo: ['交易批次号'],
	traceNo: ['凭证号'],
	rrn: ['参考号'],
	authCode: ['授权码', '授权号'],
	card: ['卡号'],
	cardKind: ['卡类别'],
	orderNo: ['订单号'],
	channelOrderNo: ['交易单号'],
	originalRef: ['原交易单', '原交易单号'],
	clearingDay: [],
} satisfies TradeColumns;

export const TYPE = '交易类型';
export const DAY = '交易日期';
export const CLOCK = '交易时间';

/** The names by which the file is known. */
export const REQUIRED = ['交易批次号', '凭证号', '参考号', '交易单号', '交易金额', DAY] as const;

/** Who paid, and what was written about it. */
export const PRIVATE = ['卡号', '持卡人姓名', '持卡人身份证', '商户备注', '出金方账户名称'];

/** Every column that the file has or may have. */
export const KNOWN = [...NAMES, ...Object.values(COLUMNS).flat()];
