import { describe, expect, test } from 'vitest';
import type { Io } from '../../../src/cli/io.ts';
import { readCommand } from '../../../src/cli/read.ts';
import { mappingFileText } from '../../../src/domain/receipts/mapping/mapping-file.ts';
import { mappingOf, tableBytes } from '../../support/mappings.ts';

const TABLE = 'Paid at;Sum;Kind\n02/11/2026 10:15;12,50;Sale\n02/11/2026 10:40;-2,00;Back\n';
const MAPPING = mappingOf(
	{ dateTime: 'Paidat', amount: 'Sum', kind: 'Kind' },
	{ zone: 'Europe/Paris', currency: 'EUR', decimalMark: ',', dayOrder: 'dmy', words: { kind: { Sale: 'sale', Back: 'refund' }, status: {}, tender: {} } },
);

async function run(args: readonly string[], files: Readonly<Record<string, string>>) {
	const said = { out: '', err: '' };
	const io: Io = {
		out: (text) => {
			said.out += text;
		},
		err: (text) => {
			said.err += text;
		},
		readFile: async (path) => {
			const content = files[path];
			if (content === undefined) throw new Error('ENOENT');
			return new TextEncoder().encode(content);
		},
		now: () => 0,
	};
	return { status: await readCommand(args, io), ...said };
}
const as = (mapping: string, table = TABLE) => run(['table.csv', '--as', 'maps/kiosk.json', '--json'], { 'table.csv': table, 'maps/kiosk.json': mapping });

describe('read --as mapping.json', () => {
	test('reads the table as the mapping says', async () => {
		const { status, out, err } = await as(mappingFileText(MAPPING));
		expect([status, err]).toEqual([0, '']);
		expect(JSON.parse(out)).toMatchObject({
			format: 'mapped:Kiosk',
			encoding: 'utf-8',
			leg: 'provider',
			coverage: { from: '2026-11-02T00:00:00+01:00', to: '2026-11-03T00:00:00+01:00' },
			receipts: [
				{ occurredAt: '2026-11-02T10:15:00+01:00', kind: 'sale', status: 'success', amount: '12.50', currency: 'EUR', tender: 'card', line: 2 },
				{ occurredAt: '2026-11-02T10:40:00+01:00', kind: 'refund', status: 'success', amount: '2.00', currency: 'EUR', tender: 'card', line: 3 },
			],
			totals: { count: 2, sales: '12.50', refunds: '2.00', fees: '0.00' },
			footer: { present: false, agrees: null },
			problems: [],
		});
	});

	test('without the mapping the table is in no known format', async () => {
		const { status, err } = await run(['table.csv'], { 'table.csv': TABLE });
		expect([status, err]).toEqual([3, expect.stringContaining('is in no known format')]);
	});

	test.each([
		['{"version": 1', 'The mapping kiosk.json cannot be used: it is no JSON.'],
		['[1]', 'The mapping kiosk.json cannot be used: it is no mapping of a bill.'],
		[mappingFileText({ ...MAPPING, zone: 'Nowhere' }), 'The mapping kiosk.json cannot be used: zone has a value that is not known.'],
		[mappingFileText({ ...MAPPING, columns: { dateTime: 'Paidat' } }), 'it names no column with the amount'],
	])('a mapping that is none exits 2 and says why: %#', async (mapping, words) => {
		const { status, out, err } = await as(mapping);
		expect([status, out]).toEqual([2, '']);
		expect(err).toContain(words);
	});

	test('a mapping that is not there, and an id that is none, exit 2', async () => {
		expect(await run(['table.csv', '--as', 'gone.json'], { 'table.csv': TABLE })).toMatchObject({
			status: 2,
			err: expect.stringContaining('The mapping gone.json cannot be opened.'),
		});
		expect(await run(['table.csv', '--as', 'kiosk'], { 'table.csv': TABLE })).toMatchObject({
			status: 2,
			err: expect.stringContaining('There is no format kiosk.'),
		});
	});

	test('a mapping that does not fit the file exits 3', async () => {
		expect(await as(mappingFileText(MAPPING), TABLE.replace('Sum', 'Amount'))).toMatchObject({
			status: 3,
			out: '',
			err: 'table.csv: does not fit the mapping Kiosk: its column names are others.\n',
		});
	});

	test('reads a table without column names by its places, and one without times as was said', async () => {
		const nameless = mappingOf({ dateTime: '#1', channelOrderNo: '#3', amount: '#4' }, { others: ['#2', '#5', '#6'] });
		const table = new TextDecoder().decode(tableBytes('zh-nameless.txt'));
		const { status, out } = await as(mappingFileText(nameless), table);
		expect(status).toBe(0);
		expect(JSON.parse(out)).toMatchObject({
			totals: { count: 5, sales: '58.50', refunds: '12.50' },
			problems: [],
			receipts: [{ line: 1 }, {}, {}, {}, { line: 5 }],
		});
		expect(await as(mappingFileText(nameless), table.replaceAll(';', ';;'))).toMatchObject({
			status: 3,
			err: 'table.csv: does not fit the mapping Kiosk: its days and amounts stand at other places.\n',
		});

		const days = mappingOf({ date: '日期', amount: '金额', merchantOrderNo: '小票号' }, { others: ['付款方式'], timeOfDay: '12:00' });
		const read = await as(mappingFileText(days), new TextDecoder().decode(tableBytes('zh-days-alone.csv')));
		expect(JSON.parse(read.out)).toMatchObject({
			receipts: [{ occurredAt: '2026-11-02T12:00:00+08:00', kind: 'sale' }, {}, { occurredAt: '2026-11-03T12:00:00+08:00', kind: 'refund' }],
			problems: [{ line: null, code: 'time_assumed' }],
		});
		const silent = mappingFileText(mappingOf({ date: '日期', amount: '金额' }));
		expect(await as(silent)).toMatchObject({ status: 2, err: expect.stringContaining('no timeOfDay for a table without times') });
	});
});
