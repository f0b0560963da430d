import type { BillReading } from '../../domain/receipts/reading.ts';
import type { ParseContext } from '../importer.ts';
import { readChinaums } from '../shared/chinaums/read.ts';
import type { TableSource } from '../shared/table/table-source.ts';
import { LAYOUTS } from './layouts.ts';

/** Reads a ChinaUMS 对账数据 workbook, or one of the shorter ones of terminals and branches; also saved as text. */
export function parseChinaumsXlsx(table: TableSource, context: ParseContext): BillReading {
	return readChinaums(table, context, { format: 'chinaums-xlsx', layouts: LAYOUTS });
}
