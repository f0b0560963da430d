import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BillMapping, layoutOf, type MappedField } from '../../src/domain/receipts/bill-mapping.ts';
import type { TableDescription } from '../../src/domain/receipts/mapping/table-description.ts';
import type { BillReading } from '../../src/domain/receipts/reading.ts';
import { describeFile } from '../../src/importers/describe-file.ts';
import { readOpened } from '../../src/importers/read-file.ts';
import { OPTIONS } from './bills.ts';
import { ROOT } from './source-tree.ts';

const TABLES = join(ROOT, 'tests/fixtures/mapped');

/** Invented tables that no format knows. */
export const tableNames = (): string[] => readdirSync(TABLES);
export const tableBytes = (name: string): Uint8Array => new Uint8Array(readFileSync(join(TABLES, name)));

/** A mapping of a table with the columns that it reads; the layout is these and `others`. */
export function mappingOf(
	columns: Partial<Record<MappedField, string>>,
	{ others = [], ...rest }: Partial<BillMapping> & { readonly others?: readonly string[] } = {},
): BillMapping {
	return {
		version: 1,
		name: 'Kiosk',
		id: 'mapped:Kiosk',
		leg: 'provider',
		zone: 'Asia/Shanghai',
		currency: 'CNY',
		tender: 'card',
		unit: 'major',
		decimalMark: '.',
		dayOrder: 'ymd',
		fees: 'positive',
		columns,
		words: { kind: {}, status: {}, tender: {} },
		layout: layoutOf([...Object.values(columns), ...others]),
		...rest,
	};
}

/** The one bill that a text gives under a mapping; fails the test where there is none. */
export function mappedBill(content: string | Uint8Array, mapping: BillMapping): BillReading {
	const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
	const reading = readOpened([{ name: 'table.csv', bytes }], { ...OPTIONS, mapping }, () => {});
	if (!reading.ok) throw new Error(`not read: ${reading.error.code} ${reading.error.detail ?? ''}`);
	const [bill] = reading.value.bills;
	if (!bill) throw new Error('no bill');
	return bill;
}

/** What a file seems to be; fails the test where it holds no table. */
export async function described(content: string | Uint8Array, options = { zone: 'Asia/Shanghai', currency: 'CNY' }): Promise<TableDescription> {
	const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
	const table = await describeFile({ name: 'table.csv', bytes }, options);
	if (!table.ok) throw new Error(`no table: ${table.error.code}`);
	return table.value;
}
