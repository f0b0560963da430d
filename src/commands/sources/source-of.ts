import type { LimitsOf } from '../../domain/cases/deadlines.ts';
import { SHOP_DEFAULT } from '../../domain/ledger/shop.ts';
import { type AskedAbout, profileToAsk } from '../../domain/receipts/source-profiles/shop-sources.ts';
import type { Ports } from '../ports.ts';

/** Whom to ask about a payment, with what the shop knows better about them. */
export async function sourceOf({ ledger, receipts }: Pick<Ports, 'ledger' | 'receipts'>, about: AskedAbout): Promise<LimitsOf> {
	const [shop, sources, edits] = await Promise.all([ledger.shop(), receipts.sources(), receipts.sourceEdits()]);
	return { profile: profileToAsk(about, { sources, terminals: (shop ?? SHOP_DEFAULT).terminals }), edits };
}
