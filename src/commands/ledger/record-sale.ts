import { type RecordedSale, type SaleInput, saleBody } from '../../domain/ledger/sale-body.ts';
import { SHOP_DEFAULT } from '../../domain/ledger/shop.ts';
import type { Problem } from '../../domain/problems.ts';
import { ok, type Result } from '../../domain/result.ts';
import { draft, type Ports } from '../ports.ts';

export type RecordSaleInput = SaleInput;

/**
 * Records a sale that happens now. Answers only when it is durable. The business day follows from the shop's zone and cut-over;
 * a wrong clock is marked, never a reason to refuse. While an outage is open the sale belongs to it.
 * Problems: `amount_missing`, `amount_too_large`, `tip_too_large`, and those of the storage.
 */
export async function recordSale(ports: Ports, input: RecordSaleInput): Promise<Result<RecordedSale, Problem>> {
	const [shop, outage] = await Promise.all([ports.ledger.shop(), ports.ledger.openOutage()]);
	const { at } = ports.clock.now();
	const body = saleBody(input, { shop: shop ?? SHOP_DEFAULT, at, clockSuspect: ports.clock.suspect(), outage, enteredFor: null });
	if (!body.ok) return body;
	const entry = draft(ports, 'sale-recorded', body.value);
	const committed = await ports.ledger.commit([entry]);
	if (!committed.ok) return committed;
	return ok({ id: entry.id, seq: committed.value.entries[0]?.seq ?? 0, at: entry.at, day: body.value.day });
}
