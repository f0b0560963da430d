import type { Tender } from '../../../domain/ledger/tender.ts';

/** Stripe's payment methods by the tender they are; the others are wallets, transfers and credits. */
const TENDERS: Readonly<Record<string, Tender>> = {
	...{ card: 'card', card_present: 'card', interac_present: 'card', alipay: 'alipay', wechat_pay: 'wechat', wechat: 'wechat', cash: 'cash' },
};

/** The tender of a payment method as Stripe names it; `unnamed` where it names none. */
export function stripeTender(method: string, unnamed: Tender | null): Tender | null {
	return method === '' ? unnamed : (TENDERS[method.toLowerCase().replaceAll(' ', '_')] ?? 'other');
}
