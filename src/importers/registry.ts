import { parseAlipayAccount } from './alipay-account/parse.ts';
import { sniffAlipayAccount } from './alipay-account/sniff.ts';
import { parseAlipayTrade } from './alipay-trade/parse.ts';
import { sniffAlipayTrade } from './alipay-trade/sniff.ts';
import { parseAllinpay } from './allinpay/parse.ts';
import { sniffAllinpay } from './allinpay/sniff.ts';
import { parseCanonicalReceipts } from './canonical-receipts/parse.ts';
import { sniffCanonicalReceipts } from './canonical-receipts/sniff.ts';
import { parseChinaumsTsv } from './chinaums-tsv/parse.ts';
import { sniffChinaumsTsv } from './chinaums-tsv/sniff.ts';
import { parseChinaumsXlsx } from './chinaums-xlsx/parse.ts';
import { sniffChinaumsXlsx } from './chinaums-xlsx/sniff.ts';
import type { Importer } from './importer.ts';
import { parseLakalaJy } from './lakala-jy/parse.ts';
import { sniffLakalaJy } from './lakala-jy/sniff.ts';
import { parseShouqianbaCsv } from './shouqianba-csv/parse.ts';
import { sniffShouqianbaCsv } from './shouqianba-csv/sniff.ts';
import { parseUnionpayZm } from './unionpay-zm/parse.ts';
import { sniffUnionpayZm } from './unionpay-zm/sniff.ts';
import { parseWechatFundFlow } from './wechat-fund-flow/parse.ts';
import { sniffWechatFundFlow } from './wechat-fund-flow/sniff.ts';
import { parseWechatPersonal } from './wechat-personal/parse.ts';
import { sniffWechatPersonal } from './wechat-personal/sniff.ts';
import { parseWechatTradeBill } from './wechat-trade-bill/parse.ts';
import { sniffWechatTradeBill } from './wechat-trade-bill/sniff.ts';

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
];

export function importerOf(id: string): Importer | null {
	return IMPORTERS.find((importer) => importer.id === id) ?? null;
}
