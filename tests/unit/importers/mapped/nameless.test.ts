import { describe, expect, test } from 'vitest';
import { formatIso } from '../../../../src/domain/time.ts';
import { readOpened } from '../../../../src/importers/read-file.ts';
import { OPTIONS } from '../../../support/bills.ts';
import { described, mappedBill, mappingOf } from '../../../support/mappings.ts';

/** A till's dump: time, way of paying, number, amount, who served, remark that is mostly empty. */
const ROWS = [
	'2026-11-02 10:15:00;微信;T1001;12.50;张小明;',
	'2026-11-02 10:40:12;现金;T1002;8.00;李建国;少糖',
	'2026-11-02 11:02:33;微信;T1003;-12.50;王丽华;',
	'2026-11-02 11:20:05;支付宝;T1004;31.00;赵一;',
	'2026-11-02 11:21:05;微信;T1005;7.00;钱二;',
];
const TABLE = `${ROWS.join('\r\n')}\r\n`;
const MAPPING = mappingOf(
	{ dateTime: '#1', tender: '#2', channelOrderNo: '#3', amount: '#4' },
	{
		others: ['#5', '#6'],
		words: { kind: {}, status: {}, tender: { 微信: 'wechat', 支付宝: 'alipay', 现金: 'cash' } },
	},
);
const facts = (text: string) =>
	mappedBill(text, MAPPING).receipts.map(({ at, offset, kind, tender, amountMinor, channelOrderNo, line }) => [
		formatIso({ at, offset }).slice(11, 19),
		kind,
		tender,
		amountMinor,
		channelOrderNo,
		line,
	]);
const EXPECTED = [
	['10:15:00', 'sale', 'wechat', 1_250, 'T1001', 1],
	['10:40:12', 'sale', 'cash', 800, 'T1002', 2],
	['11:02:33', 'refund', 'wechat', 1_250, 'T1003', 3],
	['11:20:05', 'sale', 'alipay', 3_100, 'T1004', 4],
	['11:21:05', 'sale', 'wechat', 700, 'T1005', 5],
];

describe('a table without column names', () => {
	test('offers its columns by their places, with what their cells tell', async () => {
		const { columns, rows, rowCount, proposal } = await described(TABLE);
		expect(columns.map(({ name }) => name)).toEqual(['#1', '#2', '#3', '#4', '#5', '#6']);
		expect(rowCount).toBe(5);
		expect(proposal).toMatchObject({ layout: ['#1', '#2', '#3', '#4', '#5', '#6'], columns: { dateTime: '#1', amount: '#4', tender: '#2' }, unit: 'major' });
		expect(rows[0]?.slice(0, 4)).toEqual(['2026-11-02 10:15:00', '微信', 'T1001', '12.50']);
	});

	test.each([
		['between semicolons', TABLE],
		['between commas, with quotes', TABLE.replaceAll(';', ',').replaceAll(',12.50', ',"12.50"')],
		['between tabs', TABLE.replaceAll(';', '\t')],
		['with a separator more at every end', TABLE.replaceAll('\r\n', ';\r\n')],
		['after an empty line', `\r\n${TABLE}`],
	])('is read by its places and physical lines, %s', (where, text) => {
		const moved = where.startsWith('after') ? 1 : 0;
		expect(facts(text)).toEqual(EXPECTED.map((row) => [...row.slice(0, 5), Number(row[5]) + moved]));
	});

	test('keeps and repeats nothing of columns that nobody explained', () => {
		const bill = mappedBill(TABLE.replace('8.00', 'eight'), MAPPING);
		expect(bill.problems).toMatchObject([{ line: 2, code: 'amount_unreadable' }]);
		expect(JSON.stringify(bill)).not.toMatch(/李建国|张小明|少糖/);
	});

	test('is remembered for tables of its width in which days and money stand at their places, and for no other', () => {
		const read = (text: string) => readOpened([{ name: 'table.csv', bytes: new TextEncoder().encode(text) }], { ...OPTIONS, mappings: [MAPPING] }, () => {});
		expect(read(TABLE)).toMatchObject({ ok: true, value: { bills: [{ format: 'mapped:Kiosk' }] } });
		expect(read(TABLE.replaceAll('少糖', ''))).toMatchObject({ ok: true });
		const narrow = ROWS.map((row) => row.split(';').slice(0, 3).join(';')).join('\n');
		const turned = ROWS.map((row) => row.split(';').reverse().join(';')).join('\n');
		const named = `Time;Kind;No;Sum;Who;Note\n${TABLE}`;
		for (const other of [narrow, turned, named, 'a;b;c;d;e;f\n']) expect(read(other)).toMatchObject({ ok: false, error: { code: 'format_unknown' } });
	});
});
