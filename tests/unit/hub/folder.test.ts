import { mkdir, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Journal } from '../../../hub/journal/journal.ts';
import { readBills } from '../../../hub/reading/read-bills.ts';
import { type BillReader, readerInThread } from '../../../hub/reading/reader.ts';
import { createResting } from '../../../hub/sources/folder/resting.ts';
import { createFolderScan } from '../../../hub/sources/folder/scan.ts';
import { mappingFileText } from '../../../src/domain/receipts/mapping/mapping-file.ts';
import type { StatementReading } from '../../../src/domain/receipts/statement.ts';
import { readFile } from '../../../src/importers/read-file.ts';
import { mappingOf } from '../../support/mappings.ts';
import { temporaryFolder, temporaryJournal } from './support/hub-fixtures.ts';

const HEADER =
	'id,occurred_at,kind,status,amount,tip,fee,currency,tender,terminal_id,batch_no,trace_no,rrn,auth_code,last4,merchant_order_no,channel_order_no,original_ref,settlement_date';
const row = (id: string, amount = '10.00') => `${id},2026-11-20T12:00:00+08:00,sale,success,${amount},,,CNY,card,01086601,,,,,,,,,`;
const bill = (...rows: string[]) => `${[HEADER, ...rows].join('\n')}\n`;

/** Looks at a folder of its own whenever the test says so, with a clock that the test turns. */
async function watched() {
	const folder = await temporaryFolder();
	const journal = await temporaryJournal();
	const logged: string[] = [];
	let clock = Date.now();
	const context = { now: () => clock, elapsed: () => clock, log: (line: string) => logged.push(line) };
	const read: string[] = [];
	const reader: Pick<BillReader, 'read'> = {
		read: (file, source) => {
			read.push(file.name);
			return readerInThread().read(file, source);
		},
	};
	const { scan, state } = createFolderScan({ name: 'folder:bills', folder, reader, version: '1' }, journal, context);
	const ids = () => journal.parts().flatMap(({ receipts }) => [...receipts.keys()]);
	/** A look, some time, and another look. */
	const pass = async (ms: number) => {
		await scan();
		clock += ms;
		await scan();
	};
	return { folder, journal, state, scan, ids, pass, logged, read };
}

describe('a folder of bills', () => {
	test('gives the receipts of every file once its size rests', async () => {
		const { folder, state, scan, ids, pass } = await watched();
		expect(state()).toBe('starting');
		await scan();
		expect(state()).toBe('ok');
		await writeFile(join(folder, 'a.csv'), bill(row('1')));
		await pass(1_000);
		expect(ids()).toEqual([]);
		await pass(600);
		expect(ids()).toEqual(['1']);
	});

	test('waits while a file still grows', async () => {
		const { folder, ids, pass } = await watched();
		for (let rows = 1; rows <= 3; rows++) {
			await writeFile(join(folder, 'a.csv'), bill(...Array.from({ length: rows }, (_, n) => row(String(n)))));
			await pass(1_000);
			expect(ids()).toEqual([]);
		}
		await pass(2_000);
		expect(ids()).toEqual(['0', '1', '2']);
	});

	test('takes at once what was lying there for long', async () => {
		const { folder, scan, ids } = await watched();
		await writeFile(join(folder, 'a.csv'), bill(row('1')));
		await utimes(join(folder, 'a.csv'), new Date(0), new Date(0));
		await scan();
		expect(ids()).toEqual(['1']);
	});

	test('says what a changed file says now, and what a deleted file said no more', async () => {
		const { folder, ids, pass } = await watched();
		await writeFile(join(folder, 'a.csv'), bill(row('1'), row('2')));
		await pass(2_000);
		await writeFile(join(folder, 'a.csv'), bill(row('2'), row('3')));
		await pass(2_000);
		expect(ids()).toEqual(['2', '3']);
		await rm(join(folder, 'a.csv'));
		await pass(2_000);
		expect(ids()).toEqual(['2', '3']);
		await pass(2_000);
		expect(ids()).toEqual([]);
	});

	test('does not look at what a program is still writing, but does once it is renamed', async () => {
		const { folder, ids, pass } = await watched();
		await writeFile(join(folder, 'a.csv.part'), bill(row('1')));
		await writeFile(join(folder, '.b.csv'), bill(row('2')));
		await pass(5_000);
		expect(ids()).toEqual([]);
		await rename(join(folder, 'a.csv.part'), join(folder, 'a.csv'));
		await pass(5_000);
		expect(ids()).toEqual(['1']);
	});

	test('reads bills in folders below and reports what it cannot read, without stopping', async () => {
		const { folder, journal, ids, pass } = await watched();
		await mkdir(join(folder, '2026', '11'), { recursive: true });
		await writeFile(join(folder, '2026', '11', 'a.csv'), bill(row('1'), row('2', 'ten')));
		await writeFile(join(folder, 'b.csv'), 'nothing,known\n1,2\n');
		await writeFile(join(folder, 'c.csv'), '');
		await pass(2_000);
		expect(ids()).toEqual(['1']);
		const problems = journal.problems().map(({ file, line, code }) => ({ file, line, code }));
		expect(problems).toContainEqual({ file: '2026/11/a.csv', line: 3, code: 'amount_unreadable' });
		expect(problems).toContainEqual({ file: 'b.csv', line: null, code: 'format_unknown' });
		expect(problems).toContainEqual({ file: 'c.csv', line: null, code: 'file_empty' });
	});

	test('takes nothing back because the folder cannot be read, says so once, and goes on', async () => {
		const { folder, state, ids, pass, logged } = await watched();
		await writeFile(join(folder, 'a.csv'), bill(row('1')));
		await pass(2_000);
		await rename(folder, `${folder}-away`);
		await pass(60_000);
		expect([state(), ids(), logged.length]).toEqual(['failing', ['1'], 1]);
		await rename(`${folder}-away`, folder);
		await pass(2_000);
		expect([state(), ids()]).toEqual(['ok', ['1']]);
	});
});

test('a row that no tablet could take is left out and reported, so that it holds up nobody', async () => {
	const bytes = new TextEncoder().encode(bill(row('1'), row('2')));
	const withEndlessNumber: typeof readFile = async (file, options) => {
		const read = await readFile(file, options);
		if (!read.ok) return read;
		const bills = read.value.bills.map((one) => ({
			...one,
			receipts: one.receipts.map((receipt) => (receipt.id === '2' ? { ...receipt, rrn: '0'.repeat(300) } : receipt)),
		}));
		return { ok: true, value: { ...read.value, bills } };
	};
	const { receipts, problems } = await readBills({ name: 'a.csv', bytes, mark: 'm' }, 'folder:bills', withEndlessNumber);
	expect(receipts.map(({ id }) => id)).toEqual(['1']);
	expect(problems).toMatchObject([{ line: 3, code: 'row_unreadable' }]);
});

test('a bank statement is passed on beside the bills, under the name of its file', async () => {
	const bytes = new TextEncoder().encode(bill(row('1')));
	const withStatement: typeof readFile = async (file, options) => {
		const read = await readFile(file, options);
		const line = { id: 'b1', bookedOn: '2026-11-20', valueOn: null, amountMinor: 100, currency: 'CNY', counterparty: null, reference: null, text: '', line: 2 };
		const statement: StatementReading = {
			...{ format: 'camt053', encoding: 'utf-8', leg: 'bank', currency: 'CNY', offset: 480, coverage: null, lines: [line], problems: [] },
			...{ totals: { count: 1, creditsMinor: 100, debitsMinor: 0 }, footer: { present: false, agrees: null } },
		};
		return read.ok ? { ok: true, value: { ...read.value, statements: [statement] } } : read;
	};
	const { receipts, statements, problems } = await readBills({ name: 'a.zip', bytes, mark: 'm' }, 'folder:bills', withStatement);
	expect(receipts.map(({ id }) => id)).toEqual(['1']);
	expect(statements).toMatchObject([
		{ source: 'folder:bills', file: 'a.zip', format: 'camt053', lines: [{ id: 'b1', amount: '1.00', bookedOn: '2026-11-20' }] },
	]);
	expect(problems).toEqual([]);
});

describe('mappings in a folder', () => {
	const TABLE = 'Paid at;Sum\n2026-11-20 12:00:00;50.00\n';
	const kiosk = mappingOf({ dateTime: 'Paidat', amount: 'Sum' });
	const codes = (journal: Journal) => journal.problems().map(({ file, code }) => [file, code]);
	const amounts = (journal: Journal) => journal.parts().flatMap(({ receipts }) => [...receipts.values()].map(({ amount, tender }) => `${amount} ${tender}`));

	test('explain tables of their columns: those that lie there and those that come', async () => {
		const { folder, journal, pass } = await watched();
		await writeFile(join(folder, 'table.csv'), TABLE);
		await pass(2_000);
		expect([amounts(journal), codes(journal)]).toEqual([[], [['table.csv', 'format_unknown']]]);
		await writeFile(join(folder, 'kiosk.counterfoil-mapping.json'), mappingFileText(kiosk));
		await pass(2_000);
		expect([amounts(journal), codes(journal)]).toEqual([['50.00 card'], []]);
		await writeFile(join(folder, 'next.csv'), TABLE.replace('50.00', '7.00'));
		await pass(2_000);
		expect(amounts(journal).sort()).toEqual(['50.00 card', '7.00 card']);
	});

	test('are read again with their tables where they change, and the tables where they go; other bills are left alone', async () => {
		const { folder, journal, pass, read } = await watched();
		await writeFile(join(folder, 'bill.csv'), bill(row('1')));
		await writeFile(join(folder, 'table.csv'), TABLE);
		await writeFile(join(folder, 'kiosk.mapping.json'), mappingFileText(kiosk));
		await pass(2_000);
		expect(amounts(journal).sort()).toEqual(['10.00 card', '50.00 card']);
		read.length = 0;
		await pass(2_000);
		expect(read).toEqual([]);
		await writeFile(join(folder, 'kiosk.mapping.json'), mappingFileText({ ...kiosk, tender: 'wechat' }));
		await pass(2_000);
		expect([amounts(journal).sort(), read]).toEqual([['10.00 card', '50.00 wechat'], ['table.csv']]);
		await rm(join(folder, 'kiosk.mapping.json'));
		await pass(2_000);
		expect(amounts(journal).sort()).toEqual(['10.00 card', '50.00 wechat']);
		await pass(2_000);
		expect([amounts(journal), codes(journal)]).toEqual([['10.00 card'], [['table.csv', 'format_unknown']]]);
	});

	test('a bad one and a second one for the same columns are named, and nothing stops for them', async () => {
		const { folder, journal, pass } = await watched();
		await writeFile(join(folder, 'table.csv'), TABLE);
		await writeFile(join(folder, 'a.mapping.json'), mappingFileText(kiosk));
		await writeFile(join(folder, 'b.mapping.json'), mappingFileText({ ...kiosk, tender: 'wechat' }));
		await writeFile(join(folder, 'c.mapping.json'), '{"version": 1');
		await pass(2_000);
		expect(amounts(journal)).toEqual(['50.00 card']);
		expect(codes(journal)).toEqual([
			['b.mapping.json', 'mapping_repeated'],
			['c.mapping.json', 'mapping_unusable'],
		]);
	});
});

describe('what was known and is away', () => {
	const files = (...paths: string[]) => paths.map((path) => ({ path, size: 1, mtimeMs: 0 }));

	test('is gone after some seconds', () => {
		const resting = createResting();
		expect(resting.gone(['a', 'b'], files('b'), 0)).toEqual([]);
		expect(resting.gone(['a', 'b'], files('b'), 2_999)).toEqual([]);
		expect(resting.gone(['a', 'b'], files('b'), 3_000)).toEqual(['a']);
	});

	test('is believed late where everything is away at once, as with an unplugged drive', () => {
		const resting = createResting();
		expect(resting.gone(['a', 'b', 'c'], [], 0)).toEqual([]);
		expect(resting.gone(['a', 'b', 'c'], [], 29_000)).toEqual([]);
		expect(resting.gone(['a', 'b', 'c'], [], 30_000)).toEqual(['a', 'b', 'c']);
	});

	test('is not gone if it comes back in between', () => {
		const resting = createResting();
		resting.gone(['a', 'b'], files('b'), 0);
		resting.gone(['a', 'b'], files('a', 'b'), 2_000);
		expect(resting.gone(['a', 'b'], files('b'), 4_000)).toEqual([]);
	});
});
