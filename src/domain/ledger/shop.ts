import type { Currency, Minor } from '../money.ts';
import { CUTOVER_MINUTES_DEFAULT } from '../time.ts';
import type { Tender } from './tender.ts';

export type Terminal = { readonly id: string; readonly name: string; readonly provider: string };

/** What kind of place it is, as far as people log payments otherwise there: at a counter, with tips at tables, at a stall in a rush. */
export const SHOP_KINDS = ['counter', 'restaurant', 'market'] as const;
export type ShopKind = (typeof SHOP_KINDS)[number];

/** The shop as set up on this tablet. */
export type Shop = {
	readonly name: string;
	readonly zone: string;
	readonly currency: Currency;
	/** When the business day ends, minutes after midnight. */
	readonly cutoverMinutes: number;
	readonly terminals: readonly Terminal[];
	readonly cashiers: readonly string[];
	/** In the order of the keys. */
	readonly tenders: readonly Tender[];
	/** Cash differences up to this are within tolerance. */
	readonly cashToleranceMinor: Minor;
	/** Left out where nobody has said: a counter. */
	readonly kind?: ShopKind;
};

export function kindOf({ kind }: Pick<Shop, 'kind'>): ShopKind {
	return kind ?? 'counter';
}

export const SHOP_DEFAULT: Shop = {
	name: '',
	zone: 'Asia/Shanghai',
	currency: 'CNY',
	cutoverMinutes: CUTOVER_MINUTES_DEFAULT,
	terminals: [{ id: '1', name: '1', provider: '' }],
	cashiers: [],
	tenders: ['card', 'wechat', 'alipay', 'unionpay_qr', 'cash'],
	cashToleranceMinor: 100,
};
