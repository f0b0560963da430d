import { writeXlsx } from 'hucre/xlsx';
import type { BillReading } from '../../src/domain/receipts/reading.ts';
import { readBytes } from './bills.ts';

export type WorkbookCell = string | number | Date | null;

/** The bytes of a workbook with one sheet of these rows. */
export function workbookOf(rows: readonly (readonly WorkbookCell[])[]): Promise<Uint8Array> {
	return writeXlsx({ sheets: [{ name: 'Sheet1', rows: rows.map((cells) => [...cells]) }] });
}

/** The one bill on a sheet of these rows; fails the test where there is none or more. */
export async function billOfRows(rows: readonly (readonly WorkbookCell[])[]): Promise<BillReading> {
	const reading = await readBytes(await workbookOf(rows), 'x.xlsx');
	if (!reading.ok) throw new Error(`not read: ${reading.error.code}`);
	const [bill, ...others] = reading.value.bills;
	if (!bill || others.length > 0) throw new Error(`${reading.value.bills.length} bills`);
	return bill;
}

/** What a spreadsheet makes of text: cells that look like short numbers and moments become such. */
export function asTyped(cell: string): WorkbookCell {
	if (/^-?\d{1,9}(\.\d+)?$/.test(cell)) return Number(cell);
	const moment = /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)$/.exec(cell);
	if (!moment) return cell === '' ? null : cell;
	const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = moment.slice(1).map(Number);
	return new Date(Date.UTC(year, month - 1, day, hour, minute, second));
}
