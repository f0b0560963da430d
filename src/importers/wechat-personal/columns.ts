/** Columns of a personal wallet's bill (微信支付账单); brackets are written half-width here, as `columnName` reads them. */
export const COLUMN = {
	transactionNo: '交易单号',
	time: '交易时间',
	type: '交易类型',
	direction: '收/支',
	amount: '金额(元)',
	state: '当前状态',
	orderNo: '商户单号',
} as const;

/** The names by which the bill is known. */
export const REQUIRED = [COLUMN.transactionNo, COLUMN.time, COLUMN.type, COLUMN.direction, COLUMN.amount] as const;

/** Everything about the other party and the owner's own means. */
const PRIVATE = ['交易对方', '商品', '支付方式', '备注'];

/** Every column that the bill has. */
export const KNOWN = [...Object.values(COLUMN), ...PRIVATE];
