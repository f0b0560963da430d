import type { Tender } from '../ledger/tender.ts';

/** Who pays shops out, by the name under which a bank statement shows it. */
export const PAYERS = [
	'tenpay',
	'alipay',
	'chinaums',
	'unionpay',
	'lakala',
	'allinpay',
	'shouqianba',
	'acquirer_cn',
	'adyen',
	'stripe',
	'square',
	'sumup',
	'paypal',
	'zettle',
	'toast',
	'clover',
	'worldline',
] as const;
export type Payer = (typeof PAYERS)[number];

type Known = {
	readonly payer: Payer;
	/** In small letters, without blanks between Chinese characters; a Latin name counts as whole words only. */
	readonly names: readonly string[];
	/** Format ids whose payments it pays out. */
	readonly sources: readonly string[];
};

/**
 * Settlement payers of the bill formats (reference: formats §15, Chinese bank files). The order decides: 银联商务 is asked for
 * before 银联, whose name is part of it. `acquirer_cn` stands for acquirers without a bill format of their own.
 */
const KNOWN: readonly Known[] = [
	{
		payer: 'tenpay',
		names: ['财付通', '微信支付', 'tenpay', 'wechat pay', 'wechatpay', 'weixin pay'],
		sources: ['wechat-trade-bill', 'wechat-fund-flow', 'wechat-personal'],
	},
	{
		payer: 'alipay',
		names: ['支付宝', '网商银行', '蚂蚁', 'alipay', 'mybank', 'ant group'],
		sources: ['alipay-trade', 'alipay-account'],
	},
	{ payer: 'chinaums', names: ['银联商务', '全民付', 'chinaums', 'china ums', 'unionpay merchant services'], sources: ['chinaums-tsv', 'chinaums-xlsx'] },
	{ payer: 'lakala', names: ['拉卡拉', 'lakala'], sources: ['lakala-jy'] },
	{ payer: 'allinpay', names: ['通联支付', '通联', 'allinpay'], sources: ['allinpay'] },
	{ payer: 'shouqianba', names: ['收钱吧', '喔噻', 'shouqianba', 'wosai'], sources: ['shouqianba-csv'] },
	{
		payer: 'acquirer_cn',
		names: ['汇付', '富友', '随行付', '乐刷', '快钱', '易宝', '网银在线', '京东支付', '新大陆', '国通星驿', '嘉联', '瑞银信', '海科融通', '现代金控', '付临门'],
		sources: [],
	},
	{ payer: 'unionpay', names: ['中国银联', '银联', 'unionpay', 'china unionpay'], sources: ['unionpay-zm'] },
	{ payer: 'adyen', names: ['adyen'], sources: ['adyen-settlement'] },
	{ payer: 'stripe', names: ['stripe'], sources: ['stripe-payments', 'stripe-itemised'] },
	{ payer: 'zettle', names: ['zettle', 'izettle', 'paypal zettle'], sources: ['zettle-receipts'] },
	{ payer: 'paypal', names: ['paypal', 'pay pal'], sources: ['paypal-settlement'] },
	{ payer: 'sumup', names: ['sumup', 'sum up'], sources: ['sumup-transactions'] },
	{
		payer: 'square',
		names: ['squareup', 'square inc', 'square payout', 'square financial', 'square transfer', 'block inc', 'sq'],
		sources: ['square-transactions'],
	},
	{ payer: 'toast', names: ['toast inc', 'toast dep', 'toast deposit', 'toast deposits', 'toast payout', 'toasttab'], sources: ['toast-payment-details'] },
	{ payer: 'clover', names: ['clover', 'fiserv', 'first data', 'bankcard dep', 'merchant bankcd'], sources: [] },
	{ payer: 'worldline', names: ['worldline', 'six payment', 'payone', 'concardis', 'elavon', 'global payments', 'worldpay', 'nexi'], sources: [] },
];

/** UnionPay's own files tell of payments that ChinaUMS pays out, and the other way round. */
const ALSO: Partial<Readonly<Record<Payer, Payer>>> = { chinaums: 'unionpay', unionpay: 'chinaums', zettle: 'paypal' };

/** The wallet that pays a tender out where no acquirer stands between. */
const WALLETS: Partial<Readonly<Record<Tender, Payer>>> = { wechat: 'tenpay', alipay: 'alipay', unionpay_qr: 'unionpay', card: 'chinaums' };

const IN_CHINA: ReadonlySet<Payer> = new Set<Payer>(['tenpay', 'alipay', 'chinaums', 'unionpay', 'lakala', 'allinpay', 'shouqianba', 'acquirer_cn']);

/** Whether it pays out through banks in China, on their working days. */
export function paysInChina(payer: Payer): boolean {
	return IN_CHINA.has(payer);
}

/** Format ids whose payments a payer pays out. */
export function sourcesOfPayer(payer: Payer): readonly string[] {
	return KNOWN.find((known) => known.payer === payer)?.sources ?? [];
}

/** Who may pay out the payments of a source: its format's payers, or one that its name tells; none where anybody may. */
export function payersOfSource(source: string): readonly Payer[] {
	const known = KNOWN.find(({ sources }) => sources.includes(source))?.payer ?? payerNamedIn(source);
	if (known === null) return [];
	const also = ALSO[known];
	return also ? [known, also] : [known];
}

export function walletOf(tender: Tender | null): Payer | null {
	return tender === null ? null : (WALLETS[tender] ?? null);
}

/** The payer whose name stands in a text; null where none does. */
export function payerNamedIn(text: string): Payer | null {
	const plain = ` ${plainWords(text)} `;
	const joined = plain.replace(/ /g, '');
	return KNOWN.find(({ names }) => names.some((name) => (isLatin(name) ? plain.includes(` ${name} `) : joined.includes(name))))?.payer ?? null;
}

/** Small letters and digits with single blanks between; full-width forms become plain ones. */
function plainWords(text: string): string {
	return text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}

function isLatin(name: string): boolean {
	return /^[a-z0-9 ]+$/.test(name);
}
