import { describe, expect, test } from 'vitest';
import { recordSale } from '../../../../src/commands/ledger/record-sale.ts';
import type { FeedPage } from '../../../../src/commands/ports.ts';
import { pullFeed } from '../../../../src/commands/receipts/pull-feed.ts';
import { problem } from '../../../../src/domain/problems.ts';
import { COVERAGE_STEP_MS, COVERAGE_STEP_QUIET_MS } from '../../../../src/domain/receipts/feed-groups.ts';
import { fail, ok } from '../../../../src/domain/result.ts';
import { HOUR_MS } from '../../../../src/domain/time.ts';
import { NOON, receipt } from '../../../support/ledger-fixture.ts';
import { receiptsThatStand } from '../../../support/memory-fold.ts';
import { type MemoryPorts, memoryPorts } from '../../../support/memory-ports.ts';
import { expectProblem, success } from '../../../support/outcomes.ts';

const covered = (to: number, source = 'till'): FeedPage['coverage'] => [{ source, leg: 'terminal', interval: { from: NOON - HOUR_MS, to }, tenders: null }];
const page = (next: string, ids: readonly string[], change: Partial<FeedPage> = {}): FeedPage => {
	const receipts = ids.map((id) => receipt(id, { source: 'till' }));
	return { receipts, next, more: false, coverage: covered(NOON), withdrawn: [], ...change };
};
const standing = (ports: MemoryPorts) => [...receiptsThatStand(ports.memory).keys()].sort();
const shop = { practice: false };

describe('pulling the feed', () => {
	test('takes in page by page until there is no more, each with the place to go on from', async () => {
		const ports = memoryPorts();
		ports.hubPages.push(page('c1', ['r1', 'r2'], { more: true }), page('c2', ['r3']));
		expect(success(await pullFeed(ports, shop))).toMatchObject({ busy: false, more: false, pages: 2, receipts: 3 });
		expect(ports.memory.entries.map(({ body }) => 'cursor' in body && body.cursor)).toEqual(['c1', 'c2']);
		expect(ports.memory.commits).toHaveLength(2);
		expect(await ports.receipts.cursor('hub')).toBe('c2');
		expect(standing(ports)).toEqual(['r1', 'r2', 'r3']);
	});

	test('nothing new leaves no entry', async () => {
		const ports = memoryPorts();
		ports.hubPages.push(page('c1', ['r1']));
		await pullFeed(ports, shop);
		await pullFeed(ports, shop);
		const entries = ports.memory.entries.length;
		expect(success(await pullFeed(ports, shop))).toMatchObject({ receipts: 0, imports: [] });
		expect(ports.memory.entries).toHaveLength(entries);
	});

	test.each([
		['while sales are made', true, COVERAGE_STEP_MS],
		['in a quiet shop', false, COVERAGE_STEP_QUIET_MS],
	])('time newly covered is written down without receipts %s, but not more often than every step', async (_, selling, step) => {
		const ports = memoryPorts();
		if (selling) await recordSale(ports, { amountMinor: 2_000, tender: 'card', terminalId: null, cashier: '' });
		const before = ports.memory.entries.length;
		const from = Math.ceil(NOON / step) * step;
		const look = (to: number) => {
			ports.hubPages[0] = page('c1', [], { coverage: covered(to) });
			return pullFeed(ports, shop);
		};
		for (const to of [from, from + 1_000, from + step - 1]) await look(to);
		expect(ports.memory.entries).toHaveLength(before + 1);
		await look(from + step);
		expect(ports.memory.entries.slice(before)).toMatchObject([{}, { body: { count: 0, coverage: { to: from + step } } }]);
	});

	test('cut between two pages it goes on where it was, and nothing comes twice', async () => {
		const ports = memoryPorts();
		ports.hubPages.push(page('c1', ['r1'], { more: true }), page('c2', ['r2'], { more: true }), page('c3', ['r3']));
		const first = success(await pullFeed(ports, { practice: false, pagesMax: 1 }));
		expect(first).toMatchObject({ more: true, pages: 1 });
		expect(success(await pullFeed(ports, shop))).toMatchObject({ pages: 2, receipts: 2, more: false });
		expect(standing(ports)).toEqual(['r1', 'r2', 'r3']);
		expect(ports.memory.entries).toHaveLength(3);
	});

	test('a page that could not be stored is pulled again', async () => {
		const ports = memoryPorts();
		ports.hubPages.push(page('c1', ['r1']));
		ports.memory.refuseNext = problem('storage_full');
		expectProblem(await pullFeed(ports, shop), 'storage_full');
		expect(await ports.receipts.cursor('hub')).toBeNull();
		await pullFeed(ports, shop);
		expect(standing(ports)).toEqual(['r1']);
	});

	test('a hub that cannot be reached is a problem, and the pages before it are safe', async () => {
		let pulls = 0;
		const ports = memoryPorts({
			feed: {
				pull: async () => {
					pulls += 1;
					return pulls === 1 ? ok(page('c1', ['r1'], { more: true })) : fail(problem('hub_unreachable'));
				},
			},
		});
		expectProblem(await pullFeed(ports, shop), 'hub_unreachable');
		expect(standing(ports)).toEqual(['r1']);
	});

	test('a hub that promises more from the same place is not asked for ever', async () => {
		const ports = memoryPorts({ feed: { pull: async () => ok(page('c1', ['r1'], { more: true })) } });
		expectProblem(await pullFeed(ports, shop), 'hub_answer_unreadable');
		expect(ports.memory.entries).toHaveLength(1);
	});

	test('receipts that the hub takes back no longer stand', async () => {
		const ports = memoryPorts();
		ports.hubPages.push(page('c1', ['r1', 'r2']), page('c2', [], { withdrawn: ['r1'] }));
		await pullFeed(ports, shop);
		await pullFeed(ports, shop);
		expect(standing(ports)).toEqual(['r2']);
	});

	test('each source gets its own entry, all of a page in one commit', async () => {
		const ports = memoryPorts();
		const mixed = [receipt('r1', { source: 'till' }), receipt('p1', { source: 'wallet', leg: 'provider' })];
		ports.hubPages.push({ receipts: mixed, next: 'c1', more: false, coverage: [...covered(NOON), ...covered(NOON, 'wallet')], withdrawn: [] });
		await pullFeed(ports, shop);
		expect(ports.memory.commits).toHaveLength(1);
		const bodies = ports.memory.entries.map(({ body }) => body);
		expect(bodies).toMatchObject([
			{ name: 'hub', format: 'till', leg: 'terminal', count: 1, cursor: 'c1' },
			{ format: 'wallet', leg: 'provider', count: 1, cursor: 'c1' },
			{ format: 'wallet', leg: 'terminal', count: 0 },
		]);
	});

	test('invented receipts never get into the books of a shop, and real ones never into practice', async () => {
		const mixed = page('c1', [], { receipts: [receipt('real', { source: 'till' }), receipt('invented', { source: 'practice' })] });
		const books = memoryPorts();
		books.hubPages.push(mixed);
		await pullFeed(books, shop);
		expect(standing(books)).toEqual(['real']);
		const practice = memoryPorts();
		practice.hubPages.push(mixed);
		await pullFeed(practice, { practice: true });
		expect(standing(practice)).toEqual(['invented']);
	});

	test('a hub with nothing but practice leaves a shop untouched, however many pages it has', async () => {
		const ports = memoryPorts();
		for (let i = 1; i <= 5; i++) ports.hubPages.push(page(`c${i}`, [], { receipts: [receipt(`p${i}`, { source: 'practice' })], coverage: [], more: i < 5 }));
		expect(success(await pullFeed(ports, { practice: false, pagesMax: 1 }))).toMatchObject({ more: false, pages: 0, receipts: 0 });
		expect(ports.memory.entries).toEqual([]);
	});

	test("a live terminal's silence counts at once, a provider's bill speaks when it is due", async () => {
		const ports = memoryPorts();
		const wallet: FeedPage['coverage'] = [{ source: 'wallet', leg: 'provider', interval: { from: NOON, to: NOON + HOUR_MS }, tenders: ['wechat'] }];
		ports.hubPages.push(page('c1', ['r1'], { coverage: [...covered(NOON), ...wallet] }));
		await pullFeed(ports, shop);
		const { coverage } = (await ports.derived.facts(['2026-11-20'])).facts;
		expect(coverage.map(({ leg, dueWhenCovered }) => [leg, dueWhenCovered ?? false])).toEqual([
			['terminal', true],
			['provider', false],
		]);
	});

	test('a second window that pulls at the same time does nothing', async () => {
		const ports = memoryPorts();
		ports.hubPages.push(page('c1', ['r1']));
		const [first, second] = await Promise.all([pullFeed(ports, shop), pullFeed(ports, shop)]);
		expect([success(first).busy, success(second).busy]).toEqual([false, true]);
		expect(ports.memory.entries).toHaveLength(1);
	});

	test('a stop ends after the page at hand', async () => {
		const stop = { aborted: false, addEventListener: () => undefined };
		const ports = memoryPorts({
			feed: {
				pull: async () => {
					stop.aborted = true;
					return ok(page('c1', ['r1'], { more: true }));
				},
			},
		});
		expect(success(await pullFeed(ports, { practice: false, signal: stop }))).toMatchObject({ more: true, pages: 1 });
	});
});
