import { type DescribedTable, describeTable } from '../../../../commands/receipts/describe-table.ts';
import type { FileBytes } from '../../../../domain/receipts/read-options.ts';
import type { Services } from '../../../shell/services.ts';

/** A table in no known format, of which somebody has to say what its columns are. */
export type UnknownTable = { readonly file: FileBytes; readonly described: DescribedTable };

/** Looks whether a file in no known format is a table; null where it is none. */
export async function lookForTable({ ports }: Services, file: FileBytes): Promise<UnknownTable | null> {
	const described = await describeTable(ports, { file });
	return described.ok ? { file, described: described.value } : null;
}
