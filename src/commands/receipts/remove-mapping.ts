import type { EntryId } from '../../domain/ids.ts';
import type { Problem } from '../../domain/problems.ts';
import { ok, type Result } from '../../domain/result.ts';
import { draft, type Ports } from '../ports.ts';

/**
 * Forgets a mapping: tables of its layout are asked about again. Bills that were read by it stay as they are; one that was removed or
 * replaced meanwhile is passed over. Problems: those of the storage.
 */
export async function removeMapping(ports: Ports, input: { readonly mapping: EntryId }): Promise<Result<null, Problem>> {
	const found = (await ports.receipts.mappings()).some(({ entry }) => entry === input.mapping);
	if (!found) return ok(null);
	const committed = await ports.ledger.commit([draft(ports, 'bill-mapping-removed', { mapping: input.mapping })]);
	return committed.ok ? ok(null) : committed;
}
