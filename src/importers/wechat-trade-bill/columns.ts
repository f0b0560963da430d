/** Columns of the trade bill. Which of them a bill has depends on its kind (ALL, SUCCESS, REFUND) and age. */
export const COLUMN = {
	time: '交易时间',
	merchant: '商户号',
	terminal: '设备号',
	transactionNo: '微信订单号',
	orderNo: '商户订单号',
	state: '交易状态',
	currency: '货币种类',
	settled: '应结订单金额',
	orderAmount: '订单金额',
	/** The order's amount in the old layout. */
	orderAmountOld: '总金额',
	refundAppliedAt: '退款申请时间',
	refundTransactionNo: '微信退款单号',
	refundNo: '商户退款单号',
	refundAmount: '退款金额',
	refundAsked: '申请退款金额',
	refundState: '退款状态',
	fee: '手续费',
} as const;

/** The names by which the bill is known. */
export const REQUIRED = [COLUMN.transactionNo, COLUMN.time, COLUMN.merchant, COLUMN.orderNo, COLUMN.state] as const;

/** The payer's id, and what the shop wrote about goods and customer. */
export const PRIVATE = ['用户标识', '商品名称', '商户数据包'];

/** First name of the line of totals; it counts the rows. */
export const TOTAL_COUNT = '总交易单数';

/** Which column each total adds up, in the present layout and the old ones. */
export const TOTALS: Readonly<Record<string, string>> = {
	应结订单总金额: COLUMN.settled,
	退款总金额: COLUMN.refundAmount,
	充值券退款总金额: '充值券退款金额',
	手续费总金额: COLUMN.fee,
	订单总金额: COLUMN.orderAmount,
	申请退款总金额: COLUMN.refundAsked,
	总交易额: COLUMN.orderAmountOld,
	总退款金额: COLUMN.refundAmount,
	总代金券或立减优惠退款金额: '代金券或立减优惠退款金额',
	总企业红包退款金额: '企业红包退款金额',
};

/** Every column that a layout has or had. */
export const KNOWN = [
	...Object.values(COLUMN),
	...['公众账号ID', '特约商户号', '子商户号', '用户标识', '交易类型', '付款银行', '代金券金额', '企业红包金额', '代金券或立减优惠金额', '充值券退款金额'],
	...['代金券或立减优惠退款金额', '企业红包退款金额', '退款类型', '商品名称', '商户数据包', '费率', '费率备注', '退款成功时间'],
];
