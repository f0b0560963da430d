/** Columns of the fund bill (资金账单); brackets are written half-width here, as `columnName` reads them. */
export const COLUMN = {
	flowNo: '资金流水单号',
	time: '记账时间',
	/** Number of the payment or refund that moved the money. */
	transactionNo: '微信支付业务单号',
	type: '业务类型',
	direction: '收支类型',
	amount: '收支金额(元)',
	orderNo: '业务凭证号',
} as const;

/** The names by which the bill is known. */
export const REQUIRED = [COLUMN.flowNo, COLUMN.time, COLUMN.amount] as const;

/** Who asked for the movement, and what was written about it. */
export const PRIVATE = ['资金变更提交申请人', '备注'];

/** Every column that the bill has. */
export const KNOWN = [...Object.values(COLUMN), '业务名称', '账户结余(元)'];

/** What 收支类型 says. */
export const INCOME = '收入';
export const OUTGO = '支出';

/** First name of the line of totals; it counts the rows. */
export const TOTAL_COUNT = '资金流水总笔数';
