import { parseAlipayTrade } from './alipay-trade/parse.ts';
import { sniffAlipayTrade } from './alipay-trade/sniff.ts';
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
import { parseIcbcCsv } from './icbc-csv/parse.ts';
import { sniffIcbcCsv } from './icbc-csv/sniff.ts';
import type { Importer } from './importer.ts';
import { parseMt940 } from './mt940/parse.ts';
import { sniffMt940 } from './mt940/sniff.ts';
import { parseOfx } from './ofx/parse.ts';
import { sniffOfx } from './ofx/sniff.ts';
import { parseQif } from './qif/parse.ts';
import { sniffQif } from './qif/sniff.ts';
import { parseWechatTradeBill } from './wechat-trade-bill/parse.ts';
import { sniffWechatTradeBill } from './wechat-trade-bill/sniff.ts';

/**
 * Every format that can be read, by its id. A new one is a folder, a line here and a fixture. Where the names of two stand on the
 * same line, the one that is listed first is taken: those with the most particular names come first.
 */
export const IMPORTERS: readonly Importer[] = [
	{ id: 'canonical-receipts', takes: 'table', sniff: sniffCanonicalReceipts, parse: parseCanonicalReceipts },
	{ id: 'wechat-trade-bill', takes: 'table', sniff: sniffWechatTradeBill, parse: parseWechatTradeBill },
	{ id: 'alipay-trade', takes: 'table', sniff: sniffAlipayTrade, parse: parseAlipayTrade },
	{ id: 'chinaums-tsv', takes: 'table', sniff: sniffChinaumsTsv, parse: parseChinaumsTsv },
	{ id: 'icbc-csv', takes: 'table', sniff: sniffIcbcCsv, parse: parseIcbcCsv },
	{ id: 'ccb-xls', takes: 'table', sniff: sniffCcbXls, parse: parseCcbXls },
	{ id: 'camt053', takes: 'text', sniff: sniffCamt053, parse: parseCamt053 },
	{ id: 'mt940', takes: 'text', sniff: sniffMt940, parse: parseMt940 },
	{ id: 'ofx', takes: 'text', sniff: sniffOfx, parse: parseOfx },
	{ id: 'qif', takes: 'text', sniff: sniffQif, parse: parseQif },
	{ id: 'bank-csv', takes: 'table', sniff: sniffBankCsv, parse: parseBankCsv },
];

export function importerOf(id: string): Importer | null {
	return IMPORTERS.find((importer) => importer.id === id) ?? null;
}
