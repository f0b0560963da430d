import type { BillMapping } from '../../domain/receipts/bill-mapping.ts';
import type { TableImporter } from '../importer.ts';
import { sniffLayout } from './layout.ts';
import { parseMapped } from './parse.ts';

/**
 * A mapping as a format. One that is remembered reads the tables that have the very set of its column names (`same`); one that was asked for
 * also those with other columns beside those that it reads.
 */
export function mappedImporter(mapping: BillMapping, same: boolean): TableImporter {
	return {
		id: mapping.id,
		takes: 'table',
		sniff: (head) => sniffLayout(head, mapping, same),
		parse: (table, context) => parseMapped(table, context, mapping),
	};
}
