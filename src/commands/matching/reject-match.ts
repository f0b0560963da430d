import type { EntryId, SaleId } from '../../domain/ids.ts';
import { type Problem, problem } from '../../domain/problems.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { draft, type Ports } from '../ports.ts';

export type RejectMatchInput = { readonly sales: readonly string[]; readonly receipts: readonly string[] };

/**
 * 不是同一笔: none of these sales is any of these receipts; each pair is a decision of its own, all in one commit.
 * Problems: `sale_not_found`, `receipt_not_found`, and those of the storage.
 */
export async function rejectMatch(ports: Ports, input: RejectMatchInput): Promise<Result<{ readonly decisions: readonly EntryId[] }, Problem>> {
	const sales = await Promise.all(input.sales.map((id) => ports.ledger.sale(id as SaleId)));
	if (sales.length === 0 || sales.includes(null)) return fail(problem('sale_not_found'));
	const receipts = await Promise.all(input.receipts.map((id) => ports.receipts.receipt(id)));
	if (receipts.length === 0 || receipts.includes(null)) return fail(problem('receipt_not_found'));
	const entries = input.sales.flatMap((sale) => input.receipts.map((receipt) => draft(ports, 'match-rejected', { sale, receipt })));
	const committed = await ports.ledger.commit(entries);
	return committed.ok ? ok({ decisions: entries.map((entry) => entry.id) }) : committed;
}
