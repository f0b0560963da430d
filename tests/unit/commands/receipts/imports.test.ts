import { describe, expect, test } from 'vitest';
import { commitImport } from '../../../../src/commands/receipts/commit-import.ts';
import { previewImport } from '../../../../src/commands/receipts/preview-import.ts';
import { withdrawImport } from '../../../../src/commands/receipts/withdraw-import.ts';
import { asEntryId } from '../../../../src/domain/ids.ts';
import { problem } from '../../../../src/domain/problems.ts';
import type { BillReading } from '../../../../src/domain/receipts/reading.ts';
import { fail, ok } from '../../../../src/domain/result.ts';
import { DAY_MS } from '../../../../src/domain/time.ts';
import { bill } from '../../../support/builders.ts';
import { DAY, NOON, receipt } from '../../../support/ledger-fixture.ts';
import { receiptsThatStand } from '../../../support/memory-fold.ts';
import { type MemoryOptions, type MemoryPorts, memoryPorts } from '../../../support/memory-ports.ts';
import { expectProblem, success } from '../../../support/outcomes.ts';

const file = (name: string) => ({ name, bytes: new TextEncoder().encode(name) });

function portsReading(bills: readonly BillReading[], hash: string, options: MemoryOptions = {}): MemoryPorts {
	const ports = memoryPorts(options);
	ports.nextReading.value = ok({ hash, bills, statements: [] });
	return ports;
}

async function takeIn(ports: MemoryPorts, name: string, bills: readonly BillReading[]) {
	ports.nextReading.value = ok({ hash: `hash of ${name}`, bills, statements: [] });
	const preview = success(await previewImport(ports, { file: file(name) }));
	return success(await commitImport(ports, preview));
}

const standing = (ports: MemoryPorts) => [...receiptsThatStand(ports.memory).values()];

describe('previewing a file', () => {
	test('tells new, known and changed receipts apart and stores nothing', async () => {
		const ports = memoryPorts();
		const pending = receipt('r2', { status: 'pending' });
		await takeIn(ports, 'first.csv', [bill([receipt('r1', { line: 2 }), pending])]);
		const before = ports.memory.entries.length;
		ports.nextReading.value = ok({ hash: 'other', bills: [bill([receipt('r1', { line: 9 }), receipt('r2'), receipt('r3')])], statements: [] });
		const preview = success(await previewImport(ports, { file: file('second.csv') }));
		expect(preview.knownAs).toBeNull();
		expect(preview.bills[0]?.counts).toEqual({ new: 1, known: 1, changed: 1 });
		expect(preview.bills[0]?.rows.map((row) => [row.receipt.id, row.standing, row.before?.status ?? null])).toEqual([
			['r1', 'known', null],
			['r2', 'changed', 'pending'],
			['r3', 'new', null],
		]);
		expect(ports.memory.entries).toHaveLength(before);
		expect(ports.kept.has('other')).toBe(false);
	});

	test('a source that numbers anew each day brings new receipts', async () => {
		const ports = memoryPorts();
		await takeIn(ports, 'first.csv', [bill([receipt('000001')])]);
		ports.nextReading.value = ok({ hash: 'other', bills: [bill([receipt('000001', { at: NOON + DAY_MS })])], statements: [] });
		expect(success(await previewImport(ports, { file: file('second.csv') })).bills[0]?.counts).toEqual({ new: 1, known: 0, changed: 0 });
	});

	test('says that the same bytes were taken in before', async () => {
		const ports = memoryPorts();
		const { imports } = await takeIn(ports, 'first.csv', [bill([receipt('r1')])]);
		expect(success(await previewImport(ports, { file: file('first.csv') })).knownAs).toMatchObject({ id: imports[0], name: 'first.csv' });
	});

	test('a file that cannot be read, or says nothing, is a problem', async () => {
		const ports = memoryPorts();
		ports.nextReading.value = fail(problem('archive_unreadable'));
		expectProblem(await previewImport(ports, { file: file('x.zip') }), 'archive_unreadable');
		ports.nextReading.value = ok({ hash: 'h', bills: [bill([], { coverage: null })], statements: [] });
		expectProblem(await previewImport(ports, { file: file('x.csv') }), 'nothing_readable');
	});

	test('reads by the zone and the cut-over of the shop, in the format chosen', async () => {
		let options: unknown;
		const ports = portsReading([], 'h', {
			engine: {
				read: async (_file, given) => {
					options = given;
					return fail(problem('format_unknown'));
				},
			},
		});
		await previewImport(ports, { file: file('x.csv'), format: 'alipay-trade' });
		expect(options).toEqual({ format: 'alipay-trade', zone: 'Asia/Shanghai', cutoverMinutes: 240, mappings: [], mapping: null, sources: {} });
	});
});

describe('taking a file in', () => {
	test('records the bill with its receipts, its period and its problem lines', async () => {
		const ports = memoryPorts();
		const problems: BillReading['problems'] = [{ line: 7, code: 'amount_unreadable', message: 'amount', text: '4,8.00' }];
		const read = bill([receipt('r1')], { problems, footer: { present: true, agrees: true } });
		const { imports } = await takeIn(ports, 'bill 4111111111111111.csv', [read]);
		expect(ports.memory.entries).toMatchObject([
			{
				id: imports[0],
				kind: 'receipts-imported',
				body: { origin: 'file', name: 'bill ************1111.csv', count: 1, problems: 1, footerAgrees: true, cursor: null },
			},
		]);
		expect(ports.memory.batches.get(imports[0] ?? asEntryId(''))).toMatchObject({ coverage: [{ source: 'canonical-receipts', leg: 'terminal' }], problems });
		expect(standing(ports)).toHaveLength(1);
	});

	test('every bill of an archive comes in one commit', async () => {
		const ports = memoryPorts();
		const bills = [bill([receipt('r1')]), bill([], { format: 'wechat-trade-bill', coverage: null }), bill([receipt('r2')], { format: 'alipay-trade' })];
		const { imports } = await takeIn(ports, 'bills.zip', bills);
		expect(imports).toHaveLength(2);
		expect(ports.memory.commits).toHaveLength(1);
		expect(ports.memory.entries.map(({ body }) => 'format' in body && body.format)).toEqual(['canonical-receipts', 'alipay-trade']);
	});

	test('the same bytes again change nothing', async () => {
		const ports = memoryPorts();
		const first = await takeIn(ports, 'first.csv', [bill([receipt('r1')])]);
		const again = await takeIn(ports, 'first.csv', [bill([receipt('r1')])]);
		expect(again).toEqual({ imports: first.imports, already: true });
		expect(ports.memory.entries).toHaveLength(1);
	});

	test('a bill of a day without payments still records its period', async () => {
		const ports = memoryPorts();
		const { already } = await takeIn(ports, 'quiet.csv', [bill([])]);
		expect(already).toBe(false);
		expect(ports.memory.entries).toMatchObject([{ body: { count: 0, coverage: { from: Date.parse(`${DAY}T04:00:00+08:00`) } } }]);
	});

	test('nothing is taken in where its bytes cannot be kept', async () => {
		const ports = portsReading([bill([receipt('r1')])], 'h', { evidence: { put: async () => fail(problem('storage_full')) } });
		const preview = success(await previewImport(ports, { file: file('x.csv') }));
		expectProblem(await commitImport(ports, preview), 'storage_full');
		expect(ports.memory.entries).toEqual([]);
	});

	test('a refused commit takes in none of the bills', async () => {
		const ports = portsReading([bill([receipt('r1')]), bill([receipt('r2')])], 'h');
		const preview = success(await previewImport(ports, { file: file('x.zip') }));
		ports.memory.refuseNext = problem('not_saved');
		expectProblem(await commitImport(ports, preview), 'not_saved');
		expect(standing(ports)).toEqual([]);
		expect((await commitImport(ports, preview)).ok).toBe(true);
	});
});

describe('withdrawing an import', () => {
	test('gives back exactly what stood before it', async () => {
		const ports = memoryPorts();
		await takeIn(ports, 'first.csv', [bill([receipt('r1', { status: 'pending' }), receipt('r2')])]);
		const before = standing(ports);
		const second = await takeIn(ports, 'second.csv', [bill([receipt('r1'), receipt('r2'), receipt('r3')])]);
		expect(standing(ports)).not.toEqual(before);
		success(await withdrawImport(ports, { imports: second.imports }));
		expect(standing(ports)).toEqual(before);
	});

	test('takes away nothing that another import carries too', async () => {
		const ports = memoryPorts();
		const first = await takeIn(ports, 'first.csv', [bill([receipt('r1')])]);
		await takeIn(ports, 'second.csv', [bill([receipt('r1'), receipt('r2')])]);
		success(await withdrawImport(ports, { imports: first.imports }));
		expect(standing(ports).map(({ id }) => id)).toEqual(['r1', 'r2']);
	});

	test('lets the same file in again', async () => {
		const ports = memoryPorts();
		const first = await takeIn(ports, 'first.csv', [bill([receipt('r1')])]);
		await withdrawImport(ports, { imports: first.imports });
		expect(await takeIn(ports, 'first.csv', [bill([receipt('r1')])])).toMatchObject({ already: false });
		expect(standing(ports)).toHaveLength(1);
	});

	test('withdraws all bills of an archive in one commit', async () => {
		const ports = memoryPorts();
		const { imports } = await takeIn(ports, 'bills.zip', [bill([receipt('r1')]), bill([receipt('r2')])]);
		expect(success(await withdrawImport(ports, { imports })).withdrawn).toEqual(imports);
		expect(ports.memory.commits).toHaveLength(2);
		expect(standing(ports)).toEqual([]);
	});

	test('is a problem for an import that nobody knows or that is withdrawn already', async () => {
		const ports = memoryPorts();
		expectProblem(await withdrawImport(ports, { imports: [asEntryId('gone')] }), 'import_not_found');
		expectProblem(await withdrawImport(ports, { imports: [] }), 'import_not_found');
		const { imports } = await takeIn(ports, 'first.csv', [bill([receipt('r1')])]);
		await withdrawImport(ports, { imports });
		expectProblem(await withdrawImport(ports, { imports }), 'import_withdrawn');
	});
});
