/** Columns of 对账明细, 17 or 25 of them in varying order. */
export const COLUMN = {
	reference: '参考号',
	clearingDay: '清算日期',
	day: '交易日期',
	clock: '交易时间',
	terminal: '终端号',
	amount: '交易金额',
	settled: '清算金额',
	fee: '手续费',
	traceNo: '流水号',
	type: '交易类型',
	card: '卡号',
	orderNo: '商户订单号',
	channelOrderNo: '银商订单号',
	refundOf: '退货订单号',
	paymentType: '支付类型',
	paymentProduct: '支付产品',
} as const;

/** The names by which the file is known. */
export const REQUIRED = [COLUMN.reference, COLUMN.clearingDay, COLUMN.day, COLUMN.clock, COLUMN.terminal, COLUMN.amount] as const;

/** The card, and what customer and shop wrote. */
export const PRIVATE = [COLUMN.card, '备注', '付款附言'];

/** Every column that an export has or had. */
export const KNOWN = [
	...Object.values(COLUMN),
	...['商户号', '商户名称', '分店简称', '发卡行', '卡类型', '子订单号', '实际支付金额', '备注', '付款附言', '钱包优惠金额', '商户优惠金额'],
];
