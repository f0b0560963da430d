import { fact, type ShippedFact, type SourceProfile } from '../profile.ts';
import { ORIGIN } from './origins.ts';

type Abroad = Pick<SourceProfile, 'id' | 'name'> & Partial<SourceProfile> & { readonly facts: readonly ShippedFact[] };

const abroad = (profile: Abroad): SourceProfile => ({
	...{ region: 'abroad', leg: 'provider', unit: 'major', aliases: [], speaksFor: [], tenders: [], basedOn: 'cards-abroad' },
	...profile,
});
/** Names that are the same everywhere. */
const named = (name: string) => ({ 'zh-CN': name, en: name });

export const ABROAD: readonly SourceProfile[] = [
	abroad({
		id: 'stripe',
		name: named('Stripe'),
		speaksFor: ['stripe-payments', 'stripe-itemised'],
		facts: [fact('zone', 'UTC', ORIGIN.stripe), fact('portal', 'dashboard.stripe.com', ORIGIN.common)],
	}),
	abroad({
		id: 'square',
		name: named('Square'),
		speaksFor: ['square-transactions'],
		// Stored payments are declined unless the terminal is connected again within 24 hours of the first.
		facts: [fact('forwardDays', 1, ORIGIN.square), fact('materials', ['transaction_numbers', 'itemised_receipt', 'back_office_screenshot'], ORIGIN.square)],
	}),
	abroad({
		id: 'adyen',
		name: named('Adyen'),
		speaksFor: ['adyen-settlement'],
		facts: [fact('materials', ['sales_slip', 'transaction_numbers'], ORIGIN.adyen)],
	}),
	abroad({ id: 'clover', name: named('Clover'), facts: [fact('forwardDays', 7, ORIGIN.clover)] }),
	abroad({ id: 'moneris', name: named('Moneris'), facts: [] }),
	abroad({ id: 'sumup', name: named('SumUp'), speaksFor: ['sumup-transactions'], facts: [fact('materials', ['transaction_numbers'], ORIGIN.sumup)] }),
	abroad({ id: 'toast', name: named('Toast'), speaksFor: ['toast-payment-details'], facts: [] }),
	abroad({ id: 'zettle', name: named('Zettle'), speaksFor: ['zettle-receipts'], facts: [] }),
	abroad({ id: 'paypal', name: named('PayPal'), speaksFor: ['paypal-settlement'], basedOn: 'usual', facts: [] }),
	abroad({
		id: 'alipay-plus',
		name: { 'zh-CN': '支付宝跨境（Antom）', en: 'Alipay cross-border (Antom)' },
		aliases: ['Antom', 'Alipay+'],
		basedOn: 'alipay',
		facts: [
			fact('voidDays', 0, ORIGIN.alipayRefund),
			fact('refundDays', 365, ORIGIN.alipayRefund),
			fact('hotline', '', ORIGIN.assumed),
			fact('portal', 'global.alipay.com', ORIGIN.common),
		],
	}),
	abroad({
		id: 'nccc',
		name: { 'zh-CN': '联合信用卡中心（台湾）', en: 'NCCC (Taiwan)' },
		aliases: ['NCCC', '聯合信用卡處理中心'],
		region: 'tw',
		facts: [
			fact('zone', 'Asia/Taipei', ORIGIN.nccc),
			fact('hotline', '02-2715-1754, 0800-211-925', ORIGIN.nccc),
			fact('portal', 'nccc.com.tw, 聯卡e客服', ORIGIN.nccc),
			fact('materials', ['sales_slip', 'transaction_numbers'], ORIGIN.nccc),
		],
	}),
];
