/** Columns of 业务明细; brackets are written half-width here, as `columnName` reads them. */
export const COLUMN = {
	tradeNo: '支付宝交易号',
	orderNo: '商户订单号',
	type: '业务类型',
	finishedAt: '完成时间',
	terminal: '终端号',
	orderAmount: '订单金额(元)',
	received: '商家实收(元)',
	discount: '商家优惠(元)',
	/** What the shop's own coupons paid; stands behind the coupon's name. */
	envelope: '商家红包消费金额(元)',
	refundNo: '退款批次号/请求号',
	fee: '服务费(元)',
	shared: '分润(元)',
	remark: '备注',
} as const;

/** The names by which the bill is known. */
export const REQUIRED = [COLUMN.tradeNo, COLUMN.orderNo, COLUMN.type, COLUMN.orderAmount] as const;

/** The payer's account, and what was written about goods, staff and customer. */
export const PRIVATE = ['对方账户', '商品名称', '操作员', COLUMN.remark];

/** Every column that the bill has. */
export const KNOWN = [
	...Object.values(COLUMN),
	...[
		'商品名称',
		'创建时间',
		'门店编号',
		'门店名称',
		'操作员',
		'对方账户',
		'支付宝红包(元)',
		'集分宝(元)',
		'支付宝优惠(元)',
		'券核销金额(元)',
		'券名称',
		'卡消费金额(元)',
	],
];
