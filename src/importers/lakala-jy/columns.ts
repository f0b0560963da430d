import type { Layout } from '../shared/table/layouts.ts';
import type { TradeColumns } from '../shared/trades/trade-row.ts';

/** A column of money under the names that say its unit, or do not. */
const money = (name: string) => [`${name}(分)`, `${name}(元)`, name] as const;
const AMOUNT = money('交易金额');

/** Columns of a JY file; brackets are written half-width here, as `columnName` reads them. */
export const COLUMNS = {
	amount: AMOUNT,
	settled: money('结算金额'),
	fee: money('手续费'),
	terminal: ['终端号'],
	batchNo: ['批次号'],
	traceNo: ['凭证号'],
	rrn: ['系统参考号', '参考号'],
	authCode: ['授权码', '授权号'],
	card: ['卡号'],
	orderNo: ['商户订单号'],
	channelOrderNo: ['拉卡拉流水号'],
	originalRef: ['原拉卡拉流水号'],
	clearingDay: [],
} satisfies TradeColumns;

export const TYPE = '交易类型';
export const DAY = '交易日期';
export const CLOCK = '交易时间';
/** Words about how it was paid. */
export const MEANS = ['支付渠道', '支付方式'];

const layout = (amount: string): Layout => ({ required: ['拉卡拉流水号', '支付渠道', amount] });
/** By which the file is known, whatever its amounts are called. */
export const LAYOUTS = [layout(AMOUNT[0]), layout(AMOUNT[1]), layout(AMOUNT[2])] as const;

/** The card, and what was written about the payment. */
export const PRIVATE = ['卡号', '备注'];

/** Every column that the file has or may have. */
export const KNOWN = [...Object.values(COLUMNS).flat(), TYPE, DAY, CLOCK, ...MEANS, '商户编号', '分支机构', '银行名称', '支付订单号', '外部流水号', '备注'];
