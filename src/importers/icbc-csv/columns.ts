/** Columns of 明细查询, version 1 (13 of them) and version 2 (15). */
export const COLUMN = {
	day: '交易日期',
	summary: '摘要',
	details: '交易详情',
	place: '交易场所',
	income: '记账金额(收入)',
	outgo: '记账金额(支出)',
	currency: '记账币种',
	counterparty: '对方户名',
} as const;

/** The names by which the file is known; the first stands in no other line. */
export const REQUIRED = [COLUMN.day, COLUMN.summary, COLUMN.income, COLUMN.counterparty] as const;

/** Numbers of accounts. */
export const PRIVATE = ['对方账户', '卡号'];

/** Every column that a version has. */
export const KNOWN = [...Object.values(COLUMN), ...['交易国家或地区简称', '钞/汇', '交易金额(收入)', '交易金额(支出)', '交易币种', '余额', '对方账户']];
