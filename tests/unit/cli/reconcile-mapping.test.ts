import { describe, expect, test } from 'vitest';
import type { Io } from '../../../src/cli/io.ts';
import { reconcileCommand } from '../../../src/cli/reconcile.ts';
import { mappingFileText } from '../../../src/domain/receipts/mapping/mapping-file.ts';
import { mappingOf } from '../../support/mappings.ts';

const SALES = 'id,recorded_at,kind,amount,currency,tender,terminal_id\ns1,2026-11-20T12:00:00+08:00,sale,50.00,CNY,card,T1\n';
const TABLE = 'Paid at;Sum;Till\n2026-11-20 12:00:12;50.00;3\n';
const OTHER = 'When;Taken;Till\n2026-11-20 12:40:00;7.00;3\n';
const CANONICAL = 'id,occurred_at,kind,status,amount,currency,tender\nr1,2026-11-20T12:00:12+08:00,sale,success,50.00,CNY,card\n';
const kiosk = mappingOf({ dateTime: 'Paidat', amount: 'Sum' });
const stall = mappingOf({ dateTime: 'When', amount: 'Taken' }, { name: 'Stall', id: 'mapped:Stall' });
const FILES = { 'sales.csv': SALES, 'table.csv': TABLE, 'other.csv': OTHER, 'canonical.csv': CANONICAL };
const MAPS = { 'maps/kiosk.json': mappingFileText(kiosk), 'maps/stall.json': mappingFileText(stall) };
const KIOSK = ['--as', 'maps/kiosk.json'];

async function run(words: readonly string[], more: Readonly<Record<string, string>> = {}) {
	const files: Readonly<Record<string, string>> = { ...FILES, ...MAPS, ...more };
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
	const status = await reconcileCommand(['--sales', 'sales.csv', '--now', '2026-11-22T12:00:00+08:00', '--json', ...words], io);
	return { status, ...said, answer: status === 0 ? JSON.parse(said.out) : null };
}

describe('reconcile --as mapping.json', () => {
	test('reads tables in no known format by the mappings that fit, also with other columns beside', async () => {
		const { status, err, answer } = await run(['--receipts', 'table.csv', 'other.csv', ...KIOSK, '--as', 'maps/stall.json']);
		expect([status, err]).toEqual([0, '']);
		expect(answer.summary).toMatchObject({ sales: 1, receipts: 2, matchedSales: 1, byKind: { missing_in_ledger: 1 } });
	});

	test('the order of the words changes nothing', async () => {
		const one = await run(['--receipts', 'table.csv', 'other.csv', '--as', 'maps/kiosk.json', 'maps/stall.json']);
		const two = await run(['--as', 'maps/stall.json', '--receipts', 'other.csv', '--as', 'maps/kiosk.json', '--receipts', 'table.csv']);
		expect(two.out).toBe(one.out);
	});

	test('a format that is known is read as such, and a mapping that was not needed is said', async () => {
		const { status, err, answer } = await run(['--receipts', 'canonical.csv', ...KIOSK]);
		expect([status, err]).toEqual([0, 'The mapping Kiosk was not needed: no file is read by it.\n']);
		expect(answer.matches).toMatchObject([{ sales: ['s1'], receipts: ['r1'] }]);
	});

	test('a table of the very columns of a mapping is none of a bank, though its names are common', async () => {
		const table = 'Date,Time,Description,Amount\n2026-11-20,12:00:12,Lunch,50.00\n';
		const explained = mappingOf({ date: 'Date', time: 'Time', amount: 'Amount' }, { others: ['Description'] });
		const files = { 'plain.csv': table, 'plain.json': mappingFileText(explained) };
		expect((await run(['--receipts', 'plain.csv', '--as', 'plain.json'], files)).answer.summary).toMatchObject({ receipts: 1, matchedSales: 1 });
	});

	test.each([
		[
			'no mapping fits',
			['--receipts', 'other.csv', ...KIOSK],
			3,
			'other.csv: is in no known format, and no mapping fits: Kiosk needs the columns Paidat, Sum.',
		],
		['the JSON is bad', ['--receipts', 'table.csv', '--as', 'bad.json'], 2, 'The mapping bad.json cannot be used: it is no JSON.'],
		['the mapping is not there', ['--receipts', 'table.csv', '--as', 'gone.json'], 2, 'The mapping gone.json cannot be opened.'],
		['a format is named', ['--receipts', 'table.csv', '--as', 'alipay-trade'], 2, '--as takes the .json file of a mapping, not alipay-trade'],
	])('where %s it says so and prints no answer', async (_, words, code, sentence) => {
		const { status, err, out } = await run(words, { 'bad.json': '{' });
		expect([status, out]).toEqual([code, '']);
		expect(err).toContain(sentence);
	});
});
