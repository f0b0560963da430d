import { SHOP_DEFAULT, type Shop } from '../../domain/ledger/shop.ts';
import { checkShop } from '../../domain/ledger/shop-rules.ts';
import type { Problem } from '../../domain/problems.ts';
import { ok, type Result } from '../../domain/result.ts';
import { draft, type Ports } from '../ports.ts';

/** Only what changes; the rest stays as it is, or as `SHOP_DEFAULT` says on a new tablet. */
export type ConfigureShopInput = Partial<Shop>;

/**
 * Sets up the shop or changes its settings; the whole setting is written, so that any day can be judged by the rules of its time.
 * Days that were recorded keep their business day. Problems: `setting_invalid` (unknown zone or currency, no tender, a cut-over outside the day), and those of the storage.
 */
export async function configureShop(ports: Ports, input: ConfigureShopInput): Promise<Result<Shop, Problem>> {
	const before = (await ports.ledger.shop()) ?? SHOP_DEFAULT;
	const shop = checkShop({ ...before, ...input });
	if (!shop.ok) return shop;
	const committed = await ports.ledger.commit([draft(ports, 'shop-configured', { shop: shop.value })]);
	return committed.ok ? ok(shop.value) : committed;
}
