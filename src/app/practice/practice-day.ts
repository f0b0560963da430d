import type { Shop } from '../../domain/ledger/shop.ts';
import { SHOP_DEFAULT } from '../../domain/ledger/shop.ts';

/** A shipped bill: where it lies, and the name that its source gave it. */
export type PracticeBill = { readonly path: string; readonly name: string };

export const PRACTICE_SALES_PATH = '/practice/sales.csv';

/** The three bills that arrive on the morning after. */
export const PRACTICE_BILLS: readonly PracticeBill[] = [
	{ path: '/practice/wechat-trade-bill.csv', name: 'wechat-trade-bill.csv' },
	{ path: '/practice/alipay-20261120.csv', name: '20886660000000010156_20261120_业务明细.csv' },
	{ path: '/practice/chinaums-20261120.txt', name: 'chinaums-20261120.txt' },
];

/** The next clearing day: it brings the receipt of the card sale that the terminal took offline. */
export const PRACTICE_LATE_BILL: PracticeBill = { path: '/practice/late/chinaums-20261121.txt', name: 'chinaums-20261121.txt' };

export const PRACTICE_SHOP: Shop = {
	...SHOP_DEFAULT,
	name: '老王面馆',
	terminals: [
		{ id: '01086601', name: '1号机 · 前台', provider: '银联商务' },
		{ id: '01086602', name: '2号机 · 外卖窗', provider: '银联商务' },
	],
	cashiers: ['小李', '阿芳'],
};
