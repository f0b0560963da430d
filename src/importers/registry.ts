import { parseAlipayTrade } from './alipay-trade/parse.ts';
import { sniffAlipayTrade } from './alipay-trade/sniff.ts';
import { parseCanonicalReceipts } from './canonical-receipts/parse.ts';
import { sniffCanonicalReceipts } from './canonical-receipts/sniff.ts';
import { parseChinaumsTsv } from './chinaums-tsv/parse.ts';
import { sniffChinaumsTsv } from './chinaums-tsv/sniff.ts';
import type { TextImporter } from './importer.ts';
import { parseWechatTradeBill } from './wechat-trade-bill/parse.ts';
import { sniffWechatTradeBill } from './wechat-trade-bill/sniff.ts';

/** Every format that can be read, by its id. A new one is a folder, a line here and a fixture. */
export const IMPORTERS: readonly TextImporter[] = [
	{ id: 'canonical-receipts', sniff: sniffCanonicalReceipts, parse: parseCanonicalReceipts },
	{ id: 'wechat-trade-bill', sniff: sniffWechatTradeBill, parse: parseWechatTradeBill },
	{ id: 'alipay-trade', sniff: sniffAlipayTrade, parse: parseAlipayTrade },
	{ id: 'chinaums-tsv', sniff: sniffChinaumsTsv, parse: parseChinaumsTsv },
];

export function importerOf(id: string): TextImporter | null {
	return IMPORTERS.find((importer) => importer.id === id) ?? null;
}
