import type { EntryId, SaleId } from '../../domain/ids.ts';
import type { Sale } from '../../domain/ledger/sale.ts';
import { groupFault } from '../../domain/matching/group-fault.ts';
import { type Problem, problem } from '../../domain/problems.ts';
import type { Receipt } from '../../domain/receipts/receipt.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { draft, type Ports } from '../ports.ts';

/** Each group is one payment: one sale and one receipt, one sale paid in parts, or several sales paid at once. */
export type ConfirmMatchInput = { readonly groups: readonly { readonly sales: readonly string[]; readonly receipts: readonly string[] }[] };

/**
 * 对上了, also 是同一笔 and "confirm all certain ones": binds the members of each group for ever, all groups in one commit.
 * Amounts may differ (then the difference stays a discrepancy).
 * Problems: `sale_not_found`, `already_reversed`, `receipt_not_found`, `members_differ` (currency, direction, or several on both sides), and those of the storage.
 */
export async function confirmMatch(ports: Ports, input: ConfirmMatchInput): Promise<Result<{ readonly decisions: readonly EntryId[] }, Problem>> {
	if (input.groups.length === 0) return fail(problem('members_differ', 'no members'));
	for (const group of input.groups) {
		const fault = await faultOf(ports, group);
		if (fault) return fail(fault);
	}
	const entries = input.groups.map(({ sales, receipts }) => draft(ports, 'match-confirmed', { sales, receipts }));
	const committed = await ports.ledger.commit(entries);
	return committed.ok ? ok({ decisions: entries.map((entry) => entry.id) }) : committed;
}

async function faultOf(ports: Ports, group: ConfirmMatchInput['groups'][number]): Promise<Problem | null> {
	const sales = await Promise.all(group.sales.map((id) => ports.ledger.sale(id as SaleId)));
	if (sales.includes(null)) return problem('sale_not_found');
	const receipts = await Promise.all(group.receipts.map((id) => ports.receipts.receipt(id)));
	if (receipts.includes(null)) return problem('receipt_not_found');
	return groupFault(sales as Sale[], receipts as Receipt[]);
}
