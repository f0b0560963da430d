/** Columns of a 交易明细; their names are padded with blanks. */
export const COLUMN = {
	bookedOn: '记账日',
	day: '交易日期',
	outgo: '支出',
	income: '收入',
	balance: '账户余额',
	currency: '币种',
	summary: '摘要',
	counterparty: '对方户名',
	place: '交易地点',
	/** Newer files put what the payer wrote where the place stood. */
	remark: '交易地点/附言',
} as const;

/** The names by which the file is known; the first stands in no other line. */
export const REQUIRED = [COLUMN.bookedOn, COLUMN.day, COLUMN.outgo, COLUMN.income, COLUMN.counterparty] as const;

/** Numbers of accounts. */
export const PRIVATE = ['对方账号', '账号', '卡号'];

/** Every column that the file has. */
export const KNOWN = [...Object.values(COLUMN), '交易时间', '对方账号'];
