import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test } from 'vitest';
import type { FeedStatementPage, Ports } from '../../../../src/commands/ports.ts';
import { commitImport } from '../../../../src/commands/receipts/commit-import.ts';
import { previewImport } from '../../../../src/commands/receipts/preview-import.ts';
import { pullStatements } from '../../../../src/commands/receipts/pull-statements.ts';
import { withdrawImport } from '../../../../src/commands/receipts/withdraw-import.ts';
import { problem } from '../../../../src/domain/problems.ts';
import type { FeedStatement } from '../../../../src/domain/receipts/feed-statement.ts';
import type { BankLine } from '../../../../src/domain/receipts/statement.ts';
import { fail, ok } from '../../../../src/domain/result.ts';
import { memoryPorts } from '../../../support/memory-ports.ts';
import { expectProblem, success } from '../../../support/outcomes.ts';
import { credit, wholeDays } from '../../../support/settlement-rows.ts';
import { statement } from '../../../support/statements.ts';
import { storedPorts } from '../../../support/stored-ports.ts';

const MONDAY = '2026-11-23';
/** Equal but for what tells them apart: a bank may book the same amount twice. */
const TWINS = [credit(MONDAY, '10.00', { id: 'twin' }), credit(MONDAY, '10.00', { id: 'twin#2' })];

const passedOn = (id: string, lines: readonly BankLine[], change: Partial<FeedStatement> = {}): FeedStatement => ({
	...{ id, source: 'folder:bank', file: `${id}.sta`, format: 'mt940', part: 1, parts: 1, lines, problems: [] },
	coverage: wholeDays('2026-11-16', '2026-11-25'),
	footer: { present: true, agrees: true },
	...change,
});
const page = (next: string, statements: readonly FeedStatement[], change: Partial<FeedStatementPage> = {}): FeedStatementPage => ({
	...{ statements, next, more: false, withdrawn: [] },
	...change,
});
const shop = { practice: false };
const lineIds = async (ports: Ports) => (await ports.receipts.bankLines()).map(({ id }) => id);

const closing: (() => void)[] = [];
afterEach(() => {
	for (const close of closing.splice(0)) close();
});

/** What commands see, over plain memory and over the tablet's own database. */
const surroundings = {
	memory: async () => memoryPorts(),
	'the tablet’s database': async () => {
		const { ports, close } = await storedPorts({});
		closing.push(close);
		return ports as ReturnType<typeof memoryPorts>;
	},
};

describe.each(Object.entries(surroundings))('pulling statements, over %s', (_, open) => {
	test('takes in each statement as an import that says where it came from, with the place to go on from', async () => {
		const ports = await open();
		ports.hubStatements.push(page('c1', [passedOn('s1', TWINS)], { more: true }), page('c2', [passedOn('s2', [credit(MONDAY, '5.00')], { parts: 2 })]));
		const { imports, more } = success(await pullStatements(ports, shop));
		expect([imports.length, more]).toEqual([2, false]);
		expect(await lineIds(ports)).toHaveLength(3);
		expect(await ports.receipts.cursor('hub-statements')).toBe('c2');
		expect(await ports.receipts.cursor('hub')).toBeNull();
		const entries = await Promise.all(imports.map((id) => ports.ledger.entry(id)));
		expect(entries).toMatchObject([
			{
				body: { origin: 'feed', name: 's1.sta', format: 'mt940', leg: 'bank', count: 2, cursor: 'c1', via: { feed: 'hub-statements', source: 'folder:bank' } },
			},
			{ body: { name: 's2.sta (1/2)', count: 1, cursor: 'c2' } },
		]);
	});

	test('a page that comes again changes nothing, and leaves no entry', async () => {
		const ports = await open();
		ports.hubStatements.push(page('c1', [passedOn('s1', TWINS)]));
		await pullStatements(ports, shop);
		const { seq } = await ports.ledger.head();
		// The hub lost the place: it begins again, under new cursors.
		ports.hubStatements.splice(0, 1, page('n1', [passedOn('s1', TWINS)]));
		expect(success(await pullStatements(ports, shop)).imports).toEqual([]);
		expect((await ports.ledger.head()).seq).toBe(seq);
		expect(await ports.receipts.cursor('hub-statements')).toBe('n1');
		expect(await lineIds(ports)).toEqual(['twin', 'twin#2']);
	});

	test('cut off before the commit, everything comes again; nothing is half taken in', async () => {
		const ports = await open();
		ports.hubStatements.push(page('c1', [passedOn('s1', TWINS)]));
		const cut = { ...ports, ledger: { ...ports.ledger, commit: async () => fail(problem('storage_full')) } };
		expectProblem(await pullStatements(cut, shop), 'storage_full');
		expect([await lineIds(ports), await ports.receipts.cursor('hub-statements')]).toEqual([[], null]);
		expect(success(await pullStatements(ports, shop)).imports).toHaveLength(1);
	});

	test('a statement that the hub takes back is withdrawn, and taken in again when it is back', async () => {
		const ports = await open();
		ports.hubStatements.push(
			page('c1', [passedOn('s1', TWINS), passedOn('s2', [credit(MONDAY, '5.00')])]),
			page('c2', [], { withdrawn: ['s1', 'never-seen'] }),
		);
		await pullStatements(ports, shop);
		expect(success(await pullStatements(ports, shop)).withdrawn).toHaveLength(1);
		expect(await lineIds(ports)).toHaveLength(1);
		expect(await ports.receipts.cursor('hub-statements')).toBe('c2');
		ports.hubStatements.push(page('c3', [passedOn('s1', TWINS)]));
		expect(success(await pullStatements(ports, shop)).imports).toHaveLength(1);
		expect(await lineIds(ports)).toHaveLength(3);
	});

	test('what a person withdrew does not come back by itself', async () => {
		const ports = await open();
		ports.hubStatements.push(page('c1', [passedOn('s1', TWINS)]));
		const { imports } = success(await pullStatements(ports, shop));
		success(await withdrawImport(ports, { imports }));
		ports.hubStatements.splice(0, 1, page('n1', [passedOn('s1', TWINS)]));
		expect(success(await pullStatements(ports, shop)).imports).toEqual([]);
		expect(await lineIds(ports)).toEqual([]);
	});

	test('the same file taken in by hand adds no line, and keeps them when the hub takes its own back', async () => {
		const ports = await open();
		ports.hubStatements.push(page('c1', [passedOn('s1', TWINS)]), page('c2', [], { withdrawn: ['s1'] }));
		await pullStatements(ports, shop);
		const file = { name: 'bank.sta', bytes: new TextEncoder().encode('bank') };
		const reading = { hash: 'hash of the bytes', bills: [], statements: [statement(TWINS)] };
		const withReading = { ...ports, engine: { ...ports.engine, read: async () => ok(reading) } };
		expect(success(await previewImport(withReading, { file })).statements).toMatchObject([{ counts: { new: 0, known: 2, changed: 0 } }]);
		success(await commitImport(ports, { file, reading }));
		expect(await lineIds(ports)).toEqual(['twin', 'twin#2']);
		await pullStatements(ports, shop);
		expect(await lineIds(ports)).toEqual(['twin', 'twin#2']);
	});

	test('invented statements stay out of a shop’s ledger, and the pull goes on behind them', async () => {
		const ports = await open();
		ports.hubStatements.push(page('c1', [passedOn('s1', TWINS, { source: 'practice' })]));
		expect(success(await pullStatements(ports, shop)).imports).toEqual([]);
		expect([await lineIds(ports), await ports.receipts.cursor('hub-statements')]).toEqual([[], 'c1']);
	});
});

describe('pulling statements', () => {
	test('a hub that passes on none is no problem', async () => {
		const ports = memoryPorts({ feed: { pullStatements: async () => ok(null) } });
		expect(success(await pullStatements(ports, shop))).toEqual({ busy: false, more: false, imports: [], withdrawn: [] });
	});

	test('a second window that pulls at the same time does nothing', async () => {
		const ports = memoryPorts();
		ports.hubStatements.push(page('c1', [passedOn('s1', TWINS)]));
		const [first, second] = await Promise.all([pullStatements(ports, shop), pullStatements(ports, shop)]);
		expect([success(first).busy, success(second).busy]).toEqual([false, true]);
		expect(ports.memory.entries).toHaveLength(1);
	});

	test('a hub that does not move on is left alone', async () => {
		const ports = memoryPorts({ feed: { pullStatements: async (after) => ok(page(after ?? 'c1', [], { more: true })) } });
		expectProblem(await pullStatements(ports, shop), 'hub_answer_unreadable');
	});
});
