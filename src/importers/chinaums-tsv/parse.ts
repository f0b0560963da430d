import type { BillReading } from '../../domain/receipts/reading.ts';
import type { ParseContext } from '../importer.ts';
import { readChinaums } from '../shared/chinaums/read.ts';
import type { TableSource } from '../shared/table/table-source.ts';
import { LAYOUTS } from './layouts.ts';

/** Reads a ChinaUMS 对账明细 in text, as the portal or the SFTP folder hands it out. */
export function parseChinaumsTsv(table: TableSource, context: ParseContext): BillReading {
	return readChinaums(table, context, { format: 'chinaums-tsv', layouts: LAYOUTS });
}
