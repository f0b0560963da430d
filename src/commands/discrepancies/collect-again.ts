import { COLLECTABLE } from '../../domain/discrepancies/collectable.ts';
import { decidable, refOf } from '../../domain/discrepancies/decidable.ts';
import type { Discrepancy } from '../../domain/discrepancies/discrepancy.ts';
import { QUERY_WAYS, type QueryWay } from '../../domain/discrepancies/entries.ts';
import type { DiscrepancyId, EntryId, SaleId } from '../../domain/ids.ts';
import type { Sale } from '../../domain/ledger/sale.ts';
import { saleBody } from '../../domain/ledger/sale-body.ts';
import { SHOP_DEFAULT } from '../../domain/ledger/shop.ts';
import type { Tender } from '../../domain/ledger/tender.ts';
import { typedText } from '../../domain/ledger/typed-text.ts';
import { type Problem, problem } from '../../domain/problems.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { draft, type Ports } from '../ports.ts';

export type CollectAgainInput = {
	readonly discrepancy: DiscrepancyId;
	/** How the result of the first payment was queried; null where it was not, and then nothing is recorded. */
	readonly queried: QueryWay | null;
	readonly tender: Tender;
	readonly terminalId: string | null;
	readonly cashier: string;
	readonly note?: string | null;
};

export type CollectedAgain = { readonly decision: EntryId; readonly sale: SaleId; readonly seq: number };

/**
 * 补收款: the customer is there and pays again, after the first payment was queried and found not to exist. Records the new sale
 * and marks the old one as failed, so that the money stands in the books once.
 * Problems: `query_first`, `discrepancy_gone`, `not_allowed_now` (a kind in which money did come in, or decided already),
 * `sale_not_found`, and those of the storage.
 */
export async function collectAgain(ports: Ports, input: CollectAgainInput): Promise<Result<CollectedAgain, Problem>> {
	const { queried } = input;
	if (queried === null || !QUERY_WAYS.includes(queried)) return fail(problem('query_first'));
	const discrepancy = decidable(await ports.derived.discrepancy(input.discrepancy));
	if (!discrepancy.ok) return discrepancy;
	if (!COLLECTABLE.has(discrepancy.value.kind)) return fail(problem('not_allowed_now', 'money did come in'));
	const [old, shop, outage] = await Promise.all([unpaidSale(ports, discrepancy.value), ports.ledger.shop(), ports.ledger.openOutage()]);
	if (!old) return fail(problem('sale_not_found'));
	const note = typedText(input.note);
	const details = { amountMinor: old.amountMinor, tipMinor: old.tipMinor, tender: input.tender, terminalId: input.terminalId, cashier: input.cashier, note };
	const { at } = ports.clock.now();
	const body = saleBody(details, { shop: shop ?? SHOP_DEFAULT, at, clockSuspect: ports.clock.suspect(), outage, enteredFor: null });
	if (!body.ok) return body;
	const sale = draft(ports, 'sale-recorded', body.value);
	const failed = draft(ports, 'sale-annotated', { sale: old.id, state: 'failed' });
	const unpaid = { sale: old.id, state: old.state };
	const decision = draft(ports, 'discrepancy-collected', { ...refOf(discrepancy.value), queried, sale: sale.id, unpaid, note });
	const committed = await ports.ledger.commit([sale, failed, decision]);
	return committed.ok ? ok({ decision: decision.id, sale: sale.id, seq: committed.value.entries[0]?.seq ?? 0 }) : committed;
}

/** The sale that was not paid. Where several cannot be told apart, the latest of those that no receipt was given to. */
async function unpaidSale(ports: Ports, discrepancy: Discrepancy): Promise<Sale | null> {
	const [members, matches] = await Promise.all([
		Promise.all(discrepancy.sales.map((id) => ports.ledger.sale(id as SaleId))),
		ports.derived.matchesOfDay(discrepancy.day),
	]);
	const matched = new Set(matches.filter((match) => match.band !== 'review').flatMap((match) => match.sales));
	const standing = members.filter((sale): sale is Sale => sale !== null && sale.kind === 'sale' && sale.reversedBy === null && !matched.has(sale.id));
	return standing.sort((a, b) => a.at - b.at).at(-1) ?? null;
}
