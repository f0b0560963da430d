import type { Encoding } from '../domain/receipts/reading.ts';
import { parseAdyenSettlement } from './adyen-settlement/parse.ts';
import { sniffAdyenSettlement } from './adyen-settlement/sniff.ts';
import { parseAlipayAccount } from './alipay-account/parse.ts';
import { sniffAlipayAccount } from './alipay-account/sniff.ts';
import { parseAlipayTrade } from './alipay-trade/parse.ts';
import { sniffAlipayTrade } from './alipay-trade/sniff.ts';
import { parseAllinpay } from './allinpay/parse.ts';
import { sniffAllinpay } from './allinpay/sniff.ts';
import { parseBankCsv } from './bank-csv/parse.ts';
import { sniffBankCsv } from './bank-csv/sniff.ts';
import { parseCamt053 } from './camt053/parse.ts';
import { sniffCamt053 } from './camt053/sniff.ts';
import { parseCanonicalReceipts } from './canonical-receipts/parse.ts';
import { sniffCanonicalReceipts } from './canonical-receipts/sniff.ts';
import { parseCcbXls } from './ccb-xls/parse.ts';
import { sniffCcbXls } from './ccb-xls/sniff.ts';
import { parseChinaumsTsv } from './chinaums-tsv/parse.ts';
import { sniffChinaumsTsv } from './chinaums-tsv/sniff.ts';
import { parseChinaumsXlsx } from './chinaums-xlsx/parse.ts';
import { sniffChinaumsXlsx } from './chinaums-xlsx/sniff.ts';
import { parseIcbcCsv } from './icbc-csv/parse.ts';
import { sniffIcbcCsv } from './icbc-csv/sniff.ts';
import type { Importer } from './importer.ts';
import { parseLakalaJy } from './lakala-jy/parse.ts';
import { sniffLakalaJy } from './lakala-jy/sniff.ts';
import { parseMt940 } from './mt940/parse.ts';
import { sniffMt940 } from './mt940/sniff.ts';
import { parseOfx } from './ofx/parse.ts';
import { sniffOfx } from './ofx/sniff.ts';
import { parsePaypalSettlement } from './paypal-settlement/parse.ts';
import { sniffPaypalSettlement } from './paypal-settlement/sniff.ts';
import { parseQif } from './qif/parse.ts';
import { sniffQif } from './qif/sniff.ts';
import { parseShouqianbaCsv } from './shouqianba-csv/parse.ts';
import { sniffShouqianbaCsv } from './shouqianba-csv/sniff.ts';
import { parseSquareTransactions } from './square-transactions/parse.ts';
import { sniffSquareTransactions } from './square-transactions/sniff.ts';
import { parseStripeItemised } from './stripe-itemised/parse.ts';
import { sniffStripeItemised } from './stripe-itemised/sniff.ts';
import { parseStripePayments } from './stripe-payments/parse.ts';
import { sniffStripePayments } from './stripe-payments/sniff.ts';
import { parseSumupTransactions } from './sumup-transactions/parse.ts';
import { sniffSumupTransactions } from './sumup-transactions/sniff.ts';
import { parseToastPaymentDetails } from './toast-payment-details/parse.ts';
import { sniffToastPaymentDetails } from './toast-payment-details/sniff.ts';
import { parseUnionpayZm } from './unionpay-zm/parse.ts';
import { sniffUnionpayZm } from './unionpay-zm/sniff.ts';
import { parseWechatFundFlow } from './wechat-fund-flow/parse.ts';
import { sniffWechatFundFlow } from './wechat-fund-flow/sniff.ts';
import { parseWechatPersonal } from './wechat-personal/parse.ts';
import { sniffWechatPersonal } from './wechat-personal/sniff.ts';
import { parseWechatTradeBill } from './wechat-trade-bill/parse.ts';
import { sniffWechatTradeBill } from './wechat-trade-bill/sniff.ts';
import { parseZettleReceipts } from './zettle-receipts/parse.ts';
import { sniffZettleReceipts } from './zettle-receipts/sniff.ts';

/** Formats from where nobody writes GBK. */
const WESTERN: readonly Encoding[] = ['utf-8', 'utf-16le', 'windows-1252'];

/**
 * Every format that can be read, by its id. A new one is a folder, a line here and a fixture. Where the names of two stand on the
 * same line, the one that is listed first is taken: those with the most particular names come first.
 */
export const IMPORTERS: readonly Importer[] = [
	{ id: 'canonical-receipts', takes: 'table', sniff: sniffCanonicalReceipts, parse: parseCanonicalReceipts },
	{ id: 'wechat-trade-bill', takes: 'table', sniff: sniffWechatTradeBill, parse: parseWechatTradeBill },
	{ id: 'wechat-fund-flow', takes: 'table', sniff: sniffWechatFundFlow, parse: parseWechatFundFlow },
	{ id: 'wechat-personal', takes: 'table', sniff: sniffWechatPersonal, parse: parseWechatPersonal, hidesLines: true },
	{ id: 'alipay-trade', takes: 'table', sniff: sniffAlipayTrade, parse: parseAlipayTrade },
	{ id: 'alipay-account', takes: 'table', sniff: sniffAlipayAccount, parse: parseAlipayAccount },
	{ id: 'unionpay-zm', takes: 'records', sniff: sniffUnionpayZm, parse: parseUnionpayZm },
	{ id: 'chinaums-tsv', takes: 'table', sniff: sniffChinaumsTsv, parse: parseChinaumsTsv },
	{ id: 'chinaums-xlsx', takes: 'table', sniff: sniffChinaumsXlsx, parse: parseChinaumsXlsx },
	{ id: 'allinpay', takes: 'table', sniff: sniffAllinpay, parse: parseAllinpay },
	{ id: 'lakala-jy', takes: 'table', sniff: sniffLakalaJy, parse: parseLakalaJy },
	{ id: 'shouqianba-csv', takes: 'table', sniff: sniffShouqianbaCsv, parse: parseShouqianbaCsv },
	{ id: 'square-transactions', takes: 'table', encodings: WESTERN, sniff: sniffSquareTransactions, parse: parseSquareTransactions },
	{ id: 'stripe-payments', takes: 'table', encodings: WESTERN, sniff: sniffStripePayments, parse: parseStripePayments },
	{ id: 'stripe-itemised', takes: 'table', encodings: WESTERN, sniff: sniffStripeItemised, parse: parseStripeItemised },
	{ id: 'adyen-settlement', takes: 'table', encodings: WESTERN, sniff: sniffAdyenSettlement, parse: parseAdyenSettlement },
	{ id: 'sumup-transactions', takes: 'table', encodings: WESTERN, sniff: sniffSumupTransactions, parse: parseSumupTransactions },
	{ id: 'toast-payment-details', takes: 'table', encodings: WESTERN, sniff: sniffToastPaymentDetails, parse: parseToastPaymentDetails },
	{ id: 'zettle-receipts', takes: 'table', encodings: WESTERN, sniff: sniffZettleReceipts, parse: parseZettleReceipts },
	{ id: 'paypal-settlement', takes: 'table', encodings: WESTERN, sniff: sniffPaypalSettlement, parse: parsePaypalSettlement },
	{ id: 'icbc-csv', takes: 'table', sniff: sniffIcbcCsv, parse: parseIcbcCsv },
	{ id: 'ccb-xls', takes: 'table', sniff: sniffCcbXls, parse: parseCcbXls },
	{ id: 'camt053', takes: 'text', sniff: sniffCamt053, parse: parseCamt053 },
	{ id: 'mt940', takes: 'text', encodings: WESTERN, sniff: sniffMt940, parse: parseMt940 },
	{ id: 'ofx', takes: 'text', sniff: sniffOfx, parse: parseOfx },
	{ id: 'qif', takes: 'text', sniff: sniffQif, parse: parseQif },
	{ id: 'bank-csv', takes: 'table', sniff: sniffBankCsv, parse: parseBankCsv },
];

export function importerOf(id: string): Importer | null {
	return IMPORTERS.find((importer) => importer.id === id) ?? null;
}
