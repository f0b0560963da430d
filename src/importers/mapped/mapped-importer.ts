import type { BillMapping } from '../../domain/receipts/bill-mapping.ts';
import type { TableImporter } from '../importer.ts';
import { sniffLayout } from './layout.ts';
import { parseMapped } from './parse.ts';

/** A mapping as a format: known by the very set of its column names, below any preamble. */
export function mappedImporter(mapping: BillMapping): TableImporter {
	return {
		id: mapping.id,
		takes: 'table',
		sniff: (head) => sniffLayout(head, mapping.layout),
		parse: (table, context) => parseMapped(table, context, mapping),
	};
}
