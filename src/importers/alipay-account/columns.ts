/** Columns of 账务明细; brackets are written half-width here, as `columnName` reads them. */
export const COLUMN = {
	flowNo: '账务流水号',
	tradeNo: '业务流水号',
	orderNo: '商户订单号',
	time: '发生时间',
	income: '收入金额(+元)',
	outgo: '支出金额(-元)',
	channel: '交易渠道',
	type: '业务类型',
	remark: '备注',
} as const;

/** The names by which the bill is known. */
export const REQUIRED = [COLUMN.flowNo, COLUMN.tradeNo, COLUMN.income, COLUMN.outgo] as const;

/** The other party, and what was written about goods and movement. */
export const PRIVATE = ['对方账号', '对方账户', '对方名称', '商品名称', COLUMN.remark];

/** Every column that the bill has or had. */
export const KNOWN = [...Object.values(COLUMN), '账户余额(元)'];
