import type { Encoding } from '../domain/receipts/reading.ts';
import { parseAdyenSettlement } from './adyen-settlement/parse.ts';
import { sniffAdyenSettlement } from './adyen-settlement/sniff.ts';
import { parseAlipayTrade } from './alipay-trade/parse.ts';
import { sniffAlipayTrade } from './alipay-trade/sniff.ts';
import { parseCanonicalReceipts } from './canonical-receipts/parse.ts';
import { sniffCanonicalReceipts } from './canonical-receipts/sniff.ts';
import { parseChinaumsTsv } from './chinaums-tsv/parse.ts';
import { sniffChinaumsTsv } from './chinaums-tsv/sniff.ts';
import type { Importer } from './importer.ts';
import { parsePaypalSettlement } from './paypal-settlement/parse.ts';
import { sniffPaypalSettlement } from './paypal-settlement/sniff.ts';
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
	{ id: 'alipay-trade', takes: 'table', sniff: sniffAlipayTrade, parse: parseAlipayTrade },
	{ id: 'chinaums-tsv', takes: 'table', sniff: sniffChinaumsTsv, parse: parseChinaumsTsv },
	{ id: 'square-transactions', takes: 'table', encodings: WESTERN, sniff: sniffSquareTransactions, parse: parseSquareTransactions },
	{ id: 'stripe-payments', takes: 'table', encodings: WESTERN, sniff: sniffStripePayments, parse: parseStripePayments },
	{ id: 'stripe-itemised', takes: 'table', encodings: WESTERN, sniff: sniffStripeItemised, parse: parseStripeItemised },
	{ id: 'adyen-settlement', takes: 'table', encodings: WESTERN, sniff: sniffAdyenSettlement, parse: parseAdyenSettlement },
	{ id: 'sumup-transactions', takes: 'table', encodings: WESTERN, sniff: sniffSumupTransactions, parse: parseSumupTransactions },
	{ id: 'toast-payment-details', takes: 'table', encodings: WESTERN, sniff: sniffToastPaymentDetails, parse: parseToastPaymentDetails },
	{ id: 'zettle-receipts', takes: 'table', encodings: WESTERN, sniff: sniffZettleReceipts, parse: parseZettleReceipts },
	{ id: 'paypal-settlement', takes: 'table', encodings: WESTERN, sniff: sniffPaypalSettlement, parse: parsePaypalSettlement },
];

export function importerOf(id: string): Importer | null {
	return IMPORTERS.find((importer) => importer.id === id) ?? null;
}
