import { columnName } from '../shared/table/header.ts';
import type { Column } from './columns.ts';
import type { Role } from './names.ts';

/** Columns that only a bank's own list of an account has. */
const OF_A_BANK: readonly Role[] = ['valueOn', 'valuta', 'flag', 'account', 'private', 'payer', 'payee', 'balance'];

/** Names of a day, a text and a party that any list of payments may have as well; the last ones are what a shop calls its customer. */
const COMMON = new Set(
	words(`date datum fecha data dato 日期 交易日期 交易日 交易时间 日付 取引日 transactiondate transdate txndate tradedate
		name navn namn merchant merchantname`),
);

/** What a till or a terminal tells of a payment and a bank does not of an entry. */
const OF_PAYMENTS = new Set(
	words(`time timeofday uhrzeit zeit heure hora ora tijd tid klokkeslæt 时间 时刻 消费时间 支付时间 付款时间
		status state 状态 交易状态 订单状态 支付状态 tip tips gratuity trinkgeld pourboire propina 小费
		fee fees commission gebühr frais comisión 手续费 服务费 card cardnumber cardtype pan last4 卡号 卡种 卡类型
		terminal terminalid tid pos till register kasse 终端 收银台 paymentmethod method paymenttype zahlungsart modedepaiement 付款方式 收款方式
		orderno ordernumber order receipt receiptno receiptnumber invoice invoiceno bonnummer beleg belegnummer 订单号 小票号 单号
		cashier staff employee operator 收银员 操作员 店员 store shop branch location filiale 门店 店铺 网点
		item items product quantity qty menge 商品 菜品 数量 table tableno 桌号 discount rabatt 折扣 优惠 tax vat mwst 税额`),
);

/**
 * Whether a line with a day, an amount and a text names the columns of a bank statement. Where nothing in it is a bank's own, one column
 * that only lists of payments have is enough to leave it alone.
 */
export function looksLikeBank(cells: readonly string[], columns: readonly (Column | null)[]): boolean {
	return isOfBank(cells, columns) || !cells.some((cell) => OF_PAYMENTS.has(plain(cell)));
}

function isOfBank(cells: readonly string[], columns: readonly (Column | null)[]): boolean {
	// A shop's list may name the card of a payment, as a bank names that of the account.
	const roles = new Set(columns.flatMap((column, place) => (column && plain(cells[place] ?? '') !== '卡号' ? [column.role] : [])));
	if (OF_A_BANK.some((role) => roles.has(role)) || (roles.has('debit') && roles.has('credit'))) return true;
	return columns.some((column, place) => (column?.role === 'bookedOn' || column?.role === 'counterparty') && !COMMON.has(plain(cells[place] ?? '')));
}

function plain(cell: string): string {
	return columnName(cell)
		.toLowerCase()
		.replace(/[([（].*?[)\]）]/g, '')
		.replace(/[\s_.\-–*'’"/:：#]/g, '');
}

function words(text: string): readonly string[] {
	return text.trim().split(/\s+/);
}
