import type { Shop } from '../../domain/ledger/shop.ts';
import type { Database } from './source.ts';

/** The shop as set up; null on an empty device. */
export async function shopOf(db: Database): Promise<Shop | null> {
	const row = await db.meta.get('shop');
	return row?.key === 'shop' ? row.shop : null;
}
