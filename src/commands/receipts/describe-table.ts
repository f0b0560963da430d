import { SHOP_DEFAULT } from '../../domain/ledger/shop.ts';
import type { Problem } from '../../domain/problems.ts';
import { mappingForLayout, type SavedMapping } from '../../domain/receipts/mapping/saved-mappings.ts';
import type { TableDescription } from '../../domain/receipts/mapping/table-description.ts';
import type { FileBytes, StopSignal } from '../../domain/receipts/read-options.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { Ports } from '../ports.ts';

export type DescribeTableInput = { readonly file: FileBytes; readonly signal?: StopSignal };

/** A table that no format knows, and what was said before about tables with the same columns, or with others beside them. */
export type DescribedTable = { readonly table: TableDescription; readonly saved: SavedMapping | null };

/**
 * Looks at a file in no known format: its columns, its first rows, and what each seems to be. Nothing is stored.
 * Problems: those of reading; `format_unknown` where the file holds no table.
 */
export async function describeTable(ports: Ports, { file, signal }: DescribeTableInput): Promise<Result<DescribedTable, Problem>> {
	const { zone, currency } = (await ports.ledger.shop()) ?? SHOP_DEFAULT;
	const described = await ports.engine.describe(file, { zone, currency }, signal);
	if (!described.ok) return described;
	const saved = mappingForLayout(await ports.receipts.mappings(), described.value.proposal.layout);
	return ok({ table: described.value, saved });
}
