import { SHOP_DEFAULT } from '../../domain/ledger/shop.ts';
import { shopDay } from '../../domain/ledger/shop-day.ts';
import type { Problem } from '../../domain/problems.ts';
import { ok, type Result } from '../../domain/result.ts';
import { shopSettlementRules } from '../../domain/settlement/shop-rules.ts';
import type { Ports } from '../ports.ts';

/** How often facts may change under the engine before the rest is left to the next run. */
const OUTDATED_MAX = 3;

/**
 * Compares payouts with the bank again, where bills, statements or due times have changed. Called with every comparison, by one window
 * at a time; cheap where nothing changed. Problems: `engine_stopped`, and those of the storage.
 */
export async function settlePayouts(ports: Ports): Promise<Result<{ readonly pending: boolean }, Problem>> {
	for (let outdated = 0; outdated < OUTDATED_MAX; outdated++) {
		const now = ports.clock.now().at;
		const read = await ports.derived.payoutFacts(now);
		if (!read) return ok({ pending: false });
		const shop = (await ports.ledger.shop()) ?? SHOP_DEFAULT;
		const { cutoverMinutes } = shop;
		const rules = shopSettlementRules(await ports.receipts.sourceEdits(), shopDay(shop, now));
		const settled = await ports.engine.settle({ ...read.facts, rules, cutoverMinutes, now });
		if (!settled.ok) return settled;
		if ((await ports.derived.savePayouts(settled.value, read.mark)) === 'saved') return ok({ pending: false });
	}
	return ok({ pending: true });
}
