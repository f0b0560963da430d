import type { Layout } from '../table/layouts.ts';
import type { TradeColumns } from '../trades/trade-row.ts';

/** Columns of ChinaUMS (银联商务) exports, by all the names that they have had. */
export const COLUMNS = {
	amount: ['交易金额'],
	settled: ['清算金额', '结算金额'],
	fee: ['手续费', '商户手续费'],
	terminal: ['终端号', '终端编码', '终端编号', '终端'],
	batchNo: ['批次号'],
	traceNo: ['流水号', '凭证号'],
	rrn: ['参考号', '检索号', '检索参考号', '交易参考号', '系统参考号'],
	authCode: ['授权码', '授权号'],
	card: ['卡号', '交易卡号'],
	cardKind: ['卡类型', '卡类别'],
	orderNo: ['商户订单号', '订单号'],
	channelOrderNo: ['银商订单号'],
	originalRef: ['退货订单号', '银商原订单号', '原检索参考号', '原参考号'],
	clearingDay: ['清算日期', '清算时间'],
} satisfies TradeColumns;

export const TYPE = '交易类型';
/** A date, with the time of day in the column beside it. */
export const DAY = '交易日期';
/** A time of day, or a date with it. */
export const CLOCK = '交易时间';
/** A date with the time of day, or the time of day alone. */
export const MOMENTS = ['交易日期及时间', '交易日期时间', CLOCK, DAY];
/** Words about how it was paid. */
export const MEANS = ['支付类型', '支付产品', '交易方式', '支付方式'];

/** 对账明细 of the portal: 17 or 25 columns in varying order. */
export const PORTAL_TEXT: Layout = { required: ['参考号', '清算日期', DAY, CLOCK, '终端号', '交易金额'] };
/** The file that falls into a merchant's SFTP folder every day. */
export const SFTP_TEXT: Layout = { required: ['检索参考号', '交易日期及时间', TYPE, '交易金额'] };
/** 对账数据 of the portal as a workbook, 26 columns. */
export const PORTAL_SHEET: Layout = { required: ['检索号', '清算时间', CLOCK, '交易金额'] };
/** The shorter workbook whose 交易日期时间 holds the time of day alone. */
export const SHORT_SHEET: Layout = { required: ['参考号', '清算日期', '交易日期时间', TYPE, '交易金额'] };
/** What a 小U terminal's own page exports, 33 columns. */
export const TERMINAL_SHEETS: readonly Layout[] = [CLOCK, DAY].map((time) => ({ required: ['交易参考号', '银商订单号', TYPE, '交易金额', time] }));

/** The card, the buyer, and what customer, staff and shop wrote. */
export const PRIVATE = [...COLUMNS.card, '备注', '付款附言', '买家ID', '收银员'];

/** Every column that an export has or had. */
export const KNOWN = [
	...[...Object.values(COLUMNS).flat(), TYPE, ...MOMENTS, ...MEANS],
	...['商户号', '商户编码', '商编', '商户名称', '分店简称', '分店', '发卡行', '子订单号', '实际支付金额', '钱包优惠金额', '商户优惠金额'],
	...['优惠金额', '分期手续费', 'T0手续费', 'D1手续费', '集团名称'],
];
