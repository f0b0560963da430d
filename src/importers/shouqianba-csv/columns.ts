import type { Layout } from '../shared/table/layouts.ts';
import type { TradeColumns } from '../shared/trades/trade-row.ts';

/** A column of money, which some exports call by its unit too. */
const money = (...names: readonly string[]) => names.flatMap((name) => [name, `${name}(元)`]);

/** Columns of an aggregator's export, by the names of 收钱吧's two and of those that look like them; brackets as `columnName` reads them. */
export const COLUMNS = {
	amount: money('订单金额', '交易金额'),
	settled: money('结算金额'),
	fee: money('手续费', '交易手续费'),
	terminal: ['终端号', '终端编号'],
	batchNo: [],
	traceNo: [],
	rrn: [],
	authCode: [],
	card: [],
	orderNo: ['商户订单号'],
	channelOrderNo: ['收款通道订单号', '支付通道订单号', '通道订单号', '渠道订单号'],
	originalRef: ['原收款通道订单号', '原商户订单号'],
	clearingDay: [],
} satisfies TradeColumns;

export const TYPE = ['交易类型', '订单类型'];
export const STATE = ['订单状态', '交易状态', '支付状态'];
/** A date, with the time of day in a column of its own. */
export const DAY = '交易日期';
export const CLOCK = ['时间', '交易时间'];
/** A date with the time of day. */
export const MOMENT = ['订单时间', '交易时间', '支付时间', '付款时间', '交易完成时间'];
/** Words about how it was paid. */
export const MEANS = ['收款通道', '支付方式', '付款方式', '支付渠道'];

/** By which an export is known: the channel's number, the shop's, when, and how much. */
export const LAYOUTS: readonly [Layout, ...Layout[]] = layouts();

function layouts(): [Layout, ...Layout[]] {
	const times = [...MOMENT.map((name) => [name]), ...CLOCK.map((name) => [DAY, name])];
	const [first, ...others] = COLUMNS.channelOrderNo.flatMap((channelOrderNo) =>
		times.flatMap((time) => COLUMNS.amount.map((amount): Layout => ({ required: [channelOrderNo, '商户订单号', amount, ...time] }))),
	);
	return [first ?? { required: ['收款通道订单号'] }, ...others];
}

/** Who paid and who took it, and what was written about it. */
export const PRIVATE = ['付款账户', '付款账号', '商品名称', '操作员', '收银员', '备注', '订单备注'];

/** Every column that is known from these exports. */
export const KNOWN = [
	...[...Object.values(COLUMNS).flat(), ...TYPE, ...STATE, DAY, ...CLOCK, ...MOMENT, ...MEANS],
	...[
		'收钱吧订单号',
		'商户内部订单号',
		'交易模式',
		'实收金额',
		'扣率',
		'费率%',
		'费率',
		'商户名称',
		'商户号',
		'门店名称',
		'门店号',
		'终端名称',
		'终端类型',
		'设备号',
	],
	...['货币类型', '商户优惠', '收钱吧优惠', '收款通道优惠', '消费者实付金额'],
];
