import type { EntryId } from '../../domain/ids.ts';
import { type Problem, problem } from '../../domain/problems.ts';
import type { BillMapping } from '../../domain/receipts/bill-mapping.ts';
import { checkMapping } from '../../domain/receipts/mapping/check-mapping.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { draft, type Ports } from '../ports.ts';

/**
 * Remembers how tables of one layout are read; what was saved for the layout before is replaced. A mapping that is called like another one is
 * about the same source and takes over its id, so that a bill in a new layout does not count twice what came in the old one.
 * Problems: `mapping_invalid`, and those of the storage.
 */
export async function saveMapping(
	ports: Ports,
	input: { readonly mapping: BillMapping },
): Promise<Result<{ readonly entry: EntryId; readonly mapping: BillMapping }, Problem>> {
	const checked = checkMapping(input.mapping);
	if (!checked.ok) return fail(problem('mapping_invalid', `${checked.error.code} ${checked.error.at}`));
	const namesake = (await ports.receipts.mappings()).find(({ mapping }) => mapping.name === checked.value.name);
	const mapping = namesake ? { ...checked.value, id: namesake.mapping.id } : checked.value;
	const entry = draft(ports, 'bill-mapping-saved', { mapping });
	const committed = await ports.ledger.commit([entry]);
	return committed.ok ? ok({ entry: entry.id, mapping }) : committed;
}
