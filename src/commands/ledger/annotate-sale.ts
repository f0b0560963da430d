import type { EntryId, SaleId } from '../../domain/ids.ts';
import { annotationOf, type SaleChange } from '../../domain/ledger/annotation.ts';
import { type Problem, problem } from '../../domain/problems.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { draft, type Ports } from '../ports.ts';

/** Only the fields that change; null clears one. Amounts are never changed: that is a reversal and a new sale. */
export type AnnotateSaleInput = { readonly sale: SaleId } & SaleChange;

/**
 * Adds to a sale or corrects it (补充): numbers, result, tender, terminal, slip number, note. `entry` is null where nothing differs.
 * Free text and numbers are masked of card numbers. Problems: `sale_not_found`, `already_reversed`, and those of the storage.
 */
export async function annotateSale(ports: Ports, { sale: id, ...change }: AnnotateSaleInput): Promise<Result<{ readonly entry: EntryId | null }, Problem>> {
	const sale = await ports.ledger.sale(id);
	if (!sale) return fail(problem('sale_not_found'));
	if (sale.reversedBy !== null) return fail(problem('already_reversed'));
	const body = annotationOf(sale, change);
	if (body === null) return ok({ entry: null });
	const entry = draft(ports, 'sale-annotated', body);
	const committed = await ports.ledger.commit([entry]);
	return committed.ok ? ok({ entry: entry.id }) : committed;
}
