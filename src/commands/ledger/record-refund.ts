import type { SaleId } from '../../domain/ids.ts';
import { refundFault } from '../../domain/ledger/refunds.ts';
import { type RecordedSale, type SaleInput, saleBody } from '../../domain/ledger/sale-body.ts';
import { SHOP_DEFAULT } from '../../domain/ledger/shop.ts';
import { type Problem, problem } from '../../domain/problems.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { draft, type Ports } from '../ports.ts';

/** `amountMinor` is what goes back to the customer, above zero. */
export type RecordRefundInput = SaleInput & {
	/** The sale that is given back, where it is known. */
	readonly refundOf: SaleId | null;
};

/**
 * Records a refund that happens now. Where its sale is named, all refunds of it together may not exceed it.
 * Problems: `sale_not_found`, `already_reversed`, `refund_exceeds_sale`, `not_allowed_now` (the sale named is itself a refund), and those of `recordSale`.
 */
export async function recordRefund(ports: Ports, input: RecordRefundInput): Promise<Result<RecordedSale, Problem>> {
	const fault = input.refundOf === null ? null : await faultOf(ports, input.refundOf, input.amountMinor);
	if (fault) return fail(fault);
	const [shop, outage] = await Promise.all([ports.ledger.shop(), ports.ledger.openOutage()]);
	const { at } = ports.clock.now();
	const body = saleBody(input, { shop: shop ?? SHOP_DEFAULT, at, clockSuspect: ports.clock.suspect(), outage, enteredFor: null });
	if (!body.ok) return body;
	const entry = draft(ports, 'refund-recorded', { ...body.value, refundOf: input.refundOf });
	const committed = await ports.ledger.commit([entry]);
	if (!committed.ok) return committed;
	return ok({ id: entry.id, seq: committed.value.entries[0]?.seq ?? 0, at: entry.at, day: body.value.day });
}

async function faultOf(ports: Ports, refundOf: SaleId, amountMinor: number): Promise<Problem | null> {
	const [sale, earlier] = await Promise.all([ports.ledger.sale(refundOf), ports.ledger.refundsOf(refundOf)]);
	return sale ? refundFault(sale, earlier, amountMinor) : problem('sale_not_found');
}
