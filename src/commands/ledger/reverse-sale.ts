import type { EntryId, SaleId } from '../../domain/ids.ts';
import type { SaleReversed } from '../../domain/ledger/entries.ts';
import { type Problem, problem } from '../../domain/problems.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { draft, type Ports } from '../ports.ts';

export type ReverseSaleInput = {
	readonly sale: SaleId;
	/** `undo` if left out. */
	readonly reason?: SaleReversed['reason'];
};

/**
 * Undoes a whole sale or refund by a reversing entry; the sale itself stays in the log. A sale that was refunded in part or whole is
 * undone only after its refunds, so that no refund is left without a sale.
 * Problems: `sale_not_found`, `already_reversed`, `not_allowed_now` (refunds of it stand), and those of the storage.
 */
export async function reverseSale(ports: Ports, input: ReverseSaleInput): Promise<Result<{ readonly entry: EntryId }, Problem>> {
	const [sale, refunds] = await Promise.all([ports.ledger.sale(input.sale), ports.ledger.refundsOf(input.sale)]);
	if (!sale) return fail(problem('sale_not_found'));
	if (sale.reversedBy !== null) return fail(problem('already_reversed'));
	if (refunds.length > 0) return fail(problem('not_allowed_now', 'refunds of this sale stand'));
	const entry = draft(ports, 'sale-reversed', { sale: input.sale, reason: input.reason ?? 'undo' });
	const committed = await ports.ledger.commit([entry]);
	return committed.ok ? ok({ entry: entry.id }) : committed;
}
