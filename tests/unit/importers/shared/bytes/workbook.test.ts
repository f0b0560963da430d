import { strToU8, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { unpack } from '../../../../../src/importers/shared/bytes/unpack.ts';
import { isWorkbook, openXls, openXlsx } from '../../../../../src/importers/shared/bytes/workbook.ts';
import { fixtureBytes, problemsOf, readBytes, wechatBill, wechatRow } from '../../../../support/bills.ts';

async function openBytes(bytes: Uint8Array) {
	const entries = unpack({ name: 'x.xlsx', bytes });
	if (!entries.ok) throw new Error(entries.error.code);
	expect(isWorkbook(entries.value)).toBe(true);
	return openXlsx(entries.value);
}
const entriesOf = (bytes: Uint8Array) => {
	const entries = unpack({ name: 'x.xlsx', bytes });
	return entries.ok ? Object.fromEntries(entries.value.map((entry) => [entry.name, entry.bytes])) : {};
};
const WECHAT_CELLS = wechatBill([wechatRow({ goods: '面,加蛋' })], ['1', '10.00', '0.00', '0.00', '0.06', '10.00', '0.00'])
	.trim()
	.split('\n')
	.map((line) => (line.startsWith('`') ? line.slice(1).split(',`') : line.split(',')));

describe('a workbook', () => {
	test('gives the rows of every sheet, each as wide as the widest', async () => {
		const opened = await openBytes(
			await writeXlsx({
				sheets: [
					{ name: 'a', rows: [['x'], [1, 2.5, null]] },
					{ name: 'b', rows: [['y']] },
				],
			}),
		);
		expect(opened.ok && opened.value.map(({ rows }) => rows)).toEqual([
			[
				['x', ''],
				['1', '2.5'],
			],
			[['y']],
		]);
	});

	test('is read as the same bill would be from text', async () => {
		const reading = await readBytes(await writeXlsx({ sheets: [{ name: '账单', rows: WECHAT_CELLS }] }), 'bill.xlsx');
		const bill = reading.ok ? reading.value.bills[0] : undefined;
		expect(bill).toMatchObject({
			format: 'wechat-trade-bill',
			encoding: null,
			footer: { present: true, agrees: true },
			totals: { count: 1, salesMinor: 1000 },
		});
		expect(bill && problemsOf(bill)).toEqual([]);
	});

	test('says in which rows a formula stands, and reads what it last came to', async () => {
		const row = WECHAT_CELLS[1]?.indexOf('10.00') ?? 0;
		const cells = new Map([[`1,${row}`, { value: 10, formula: '5+5', formulaResult: 10 }]]);
		const reading = await readBytes(await writeXlsx({ sheets: [{ name: '账单', rows: WECHAT_CELLS, cells }] }));
		const bill = reading.ok ? reading.value.bills[0] : undefined;
		expect(bill && problemsOf(bill)).toEqual(['2:formula_cell']);
		expect(bill?.totals.salesMinor).toBe(1000);
	});

	test('may lie in a zip beside others', async () => {
		const workbook = await writeXlsx({ sheets: [{ name: '账单', rows: WECHAT_CELLS }] });
		const reading = await readBytes(zipSync({ 'a.xlsx': workbook, 'b.txt': strToU8('summary') }), 'x.zip');
		expect(reading.ok && reading.value.bills.map(({ format }) => format)).toEqual(['wechat-trade-bill']);
	});

	test('without any known table is in no known format', async () => {
		const reading = await readBytes(await writeXlsx({ sheets: [{ name: 'a', rows: [['Hello', 'World']] }] }));
		expect(reading.ok || reading.error.code).toBe('format_unknown');
	});
});

describe('a workbook that is refused', () => {
	const codeOf = async (bytes: Uint8Array) => {
		const reading = await readBytes(bytes, 'x.xlsx');
		return reading.ok ? 'read' : reading.error.code;
	};
	const sheetXml = (body: string) =>
		strToU8(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${body}</sheetData></worksheet>`);
	const withSheet = async (body: string) => {
		const entries = entriesOf(await writeXlsx({ sheets: [{ name: 'a', rows: [['x']] }] }));
		return zipSync({ ...entries, 'xl/worksheets/sheet1.xml': sheetXml(body) });
	};

	test('two cells far apart do not become a sheet of seventeen billion', async () => {
		const far = await withSheet('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>');
		expect(await codeOf(far)).toMatch(/^archive_/);
	});

	test('one long text shown in every cell', async () => {
		const text = 'x'.repeat(30_000);
		const shared = `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>${text}</t></si></sst>`;
		const cells = Array.from({ length: 3_000 }, (_, i) => `<row r="${i + 1}"><c r="A${i + 1}" t="s"><v>0</v></c></row>`).join('');
		const entries = entriesOf(await writeXlsx({ sheets: [{ name: 'a', rows: [['x']] }] }));
		expect(await codeOf(zipSync({ ...entries, 'xl/sharedStrings.xml': strToU8(shared), 'xl/worksheets/sheet1.xml': sheetXml(cells) }))).toBe(
			'archive_too_large',
		);
	});

	test('a bomb behind a sheet', async () => {
		const entries = entriesOf(await writeXlsx({ sheets: [{ name: 'a', rows: [['x']] }] }));
		expect(await codeOf(zipSync({ ...entries, 'xl/worksheets/sheet1.xml': new Uint8Array(80_000_000) }, { level: 9 }))).toBe('archive_too_large');
	});

	test('a damaged one, and one cut off', async () => {
		expect(await codeOf(await withSheet('<row r="1"><c r="A1"><v>'))).toMatch(/^(archive_unreadable|format_unknown)$/);
		const xls = fixtureBytes('ccb-xls/交易明细.xls');
		expect(await codeOf(xls.slice(0, 1_000))).toMatch(/^(archive_unreadable|format_unknown)$/);
	});
});

test('a legacy workbook gives its rows', async () => {
	const opened = await openXls(fixtureBytes('ccb-xls/交易明细.xls'));
	expect(opened.ok && opened.value[0]?.rows[3]?.slice(0, 2)).toEqual(['账　　号：', '6227*********0002']);
});
