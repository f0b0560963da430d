import { cp, mkdir, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { SourceSpec } from '../../hub/settings.ts';
import { createFeedClient } from '../../src/feeds/feed-client.ts';
import { type PageWire, readHealth, readPage, readProblems } from '../../src/feeds/protocol.ts';
import { eventually, temporaryFolder } from '../unit/hub/support/hub-fixtures.ts';
import { faultsOf, openApi } from '../unit/hub/support/openapi.ts';
import { type RunningHub, runHub } from '../unit/hub/support/running-hub.ts';

const HEADER =
	'id,occurred_at,kind,status,amount,tip,fee,currency,tender,terminal_id,batch_no,trace_no,rrn,auth_code,last4,merchant_order_no,channel_order_no,original_ref,settlement_date';
const row = (n: number) =>
	`r${n},2026-11-20T12:${String(n).padStart(2, '0')}:00+08:00,sale,success,${10 + n}.00,,0.06,CNY,card,01086601,,,${100000 + n},,1234,,,,`;
const ROWS = 12;

/** A folder with a bill of twelve receipts and a line that cannot be read, lying there for long. */
async function billFolder(): Promise<string> {
	const folder = join(await temporaryFolder(), 'bills');
	await mkdir(folder);
	const file = join(folder, 'bill.csv');
	await writeFile(file, `${[HEADER, ...Array.from({ length: ROWS }, (_, n) => row(n)), row(50).replace('60.00', 'sixty')].join('\n')}\n`);
	await utimes(file, new Date(0), new Date(0));
	return folder;
}

type Feed = { readonly hub: RunningHub; readonly restart: () => Promise<RunningHub>; readonly sourceName: string };

async function feedOf(sources: readonly SourceSpec[], sourceName: string): Promise<Feed> {
	const dataFolder = await temporaryFolder();
	const hub = await runHub({ sources, dataFolder });
	const restart = async () => {
		await hub.stop();
		return runHub({ sources, dataFolder });
	};
	return { hub, restart, sourceName };
}

const feeds: Readonly<Record<string, () => Promise<Feed>>> = {
	'a folder': async () => feedOf([{ kind: 'folder', folder: await billFolder() }], 'folder:bills'),
	'a simulator': async () => {
		const feed = await feedOf([{ kind: 'simulator', scenario: 'clean', seed: '1' }], 'simulator');
		for (let n = 0; n < ROWS; n++) await feed.hub.post('/hub/v1/simulator/payments', { amount: `${10 + n}.00`, tender: 'card' });
		await feed.hub.post('/hub/v1/simulator/advance', { seconds: 60 });
		return feed;
	},
	'an upstream': async () => {
		const upstream = await runHub({ sources: [{ kind: 'folder', folder: await billFolder() }], token: 'upstream-token' });
		return feedOf([{ kind: 'upstream', url: upstream.url, token: 'upstream-token' }], `upstream:${new URL(upstream.url).host}`);
	},
};

async function page(hub: RunningHub, query = ''): Promise<PageWire> {
	const answer = await hub.get(`/hub/v1/receipts${query}`);
	const json: unknown = await answer.json();
	expect(faultsOf('Page', json)).toBe('');
	const read = readPage(json);
	if (!read.ok) throw new Error(read.error);
	return read.value;
}

async function pages(hub: RunningHub, limit: number): Promise<PageWire[]> {
	const all: PageWire[] = [];
	for (let after = ''; ; ) {
		const next = await page(hub, `?limit=${limit}&after=${after}`);
		all.push(next);
		if (!next.more) return all;
		after = next.next;
	}
}

describe.each(Object.entries(feeds))('the feed of %s', (_, open) => {
	test('answers in the documented shape, with the receipts of its source and what they cover', async () => {
		const { hub } = await open();
		const { receipts, coverage, more, withdrawn } = await page(hub);
		expect([receipts.length, more, withdrawn]).toEqual([ROWS, false, []]);
		expect(receipts.map(({ amount }) => amount).sort()).toEqual(Array.from({ length: ROWS }, (_, n) => `${10 + n}.00`).sort());
		expect(coverage.length).toBeGreaterThan(0);
		for (const { source } of coverage) expect(receipts[0]?.source).toBe(source);
		for (const { occurredAt } of receipts) {
			const at = Date.parse(occurredAt);
			expect(coverage.some(({ from, to }) => Date.parse(from) <= at && at < Date.parse(to))).toBe(true);
		}
	});

	test('gives the same in pages of any size, and coverage with the last page only', async () => {
		const { hub } = await open();
		const whole = await page(hub);
		for (const limit of [1, 5, 12, 500]) {
			const parts = await pages(hub, limit);
			expect(parts.flatMap(({ receipts }) => receipts)).toEqual(whole.receipts);
			expect(parts.at(-1)?.next).toBe(whole.next);
			for (const { coverage } of parts.slice(0, -1)) expect(coverage).toEqual([]);
			for (const { receipts } of parts) expect(receipts.length).toBeLessThanOrEqual(limit);
		}
	});

	test('answers the same cursor with the same again, and after a restart too', async () => {
		const { hub, restart } = await open();
		const first = await page(hub, '?limit=5');
		expect(await page(hub, '?limit=5')).toEqual(first);
		const rest = await page(hub, `?after=${first.next}`);
		const again = await restart();
		expect(await page(again, '?limit=5')).toEqual(first);
		expect((await page(again, `?after=${first.next}`)).receipts).toEqual(rest.receipts);
		expect((await page(again, `?after=${rest.next}`)).receipts).toEqual([]);
	});

	test('answers 304 to who has the answer already', async () => {
		const { hub } = await open();
		const first = await hub.get('/hub/v1/receipts?limit=3');
		const etag = first.headers.get('ETag') ?? '';
		expect(etag).not.toBe('');
		const second = await hub.get('/hub/v1/receipts?limit=3', { 'If-None-Match': etag });
		expect([second.status, await second.text()]).toEqual([304, '']);
		expect((await hub.get('/hub/v1/receipts?limit=4', { 'If-None-Match': etag })).status).toBe(200);
	});

	test.each([
		['limit=0', 'limit_bad'],
		['limit=501', 'limit_bad'],
		['limit=ten', 'limit_bad'],
		['limit=-1', 'limit_bad'],
		['after=nonsense', 'cursor_bad'],
		[`after=${Buffer.from('0123456789abcdef.3').toString('base64url')}`, 'cursor_unknown'],
	])('refuses %s with 400 %s', async (query, code) => {
		const { hub } = await open();
		const answer = await hub.get(`/hub/v1/receipts?${query}`);
		const json: unknown = await answer.json();
		expect([answer.status, answer.headers.get('Content-Type'), faultsOf('Problem', json)]).toEqual([400, 'application/problem+json; charset=utf-8', '']);
		expect(json).toMatchObject({ status: 400, code });
	});

	test('tells its health and problems in the documented shape', async () => {
		const { hub, sourceName } = await open();
		const health: unknown = await (await hub.get('/hub/v1/health')).json();
		expect(faultsOf('Health', health)).toBe('');
		const read = readHealth(health);
		expect(read).toMatchObject({
			ok: true,
			value: { name: 'counterfoil-hub', version: '9.9.9', sources: [{ name: sourceName, state: 'ok', latest: expect.any(String) }] },
		});
		const problems: unknown = await (await hub.get('/hub/v1/problems')).json();
		expect(faultsOf('Problems', problems)).toBe('');
		const counted = read.ok ? read.value.sources[0]?.problems : null;
		expect(readProblems(problems)).toMatchObject({ ok: true, value: Array.from({ length: counted ?? -1 }, () => ({ source: sourceName })) });
	});

	test('is pulled whole by the tablet’s client, sources and all', async () => {
		const { hub } = await open();
		const client = createFeedClient({ baseUrl: hub.url, token: null, fetch: (url, init) => fetch(url, init) });
		expect(await client.health()).toMatchObject({ ok: true });
		const ids: string[] = [];
		for (let after: string | null = null; ; ) {
			const pulled: Awaited<ReturnType<typeof client.pull>> = await client.pull(after, 5);
			if (!pulled.ok) throw new Error(pulled.error.code);
			ids.push(...pulled.value.receipts.map(({ id }) => id));
			after = pulled.value.next;
			if (!pulled.value.more) break;
		}
		expect(ids).toEqual((await page(hub)).receipts.map(({ id }) => id));
	});
});

describe('a folder', () => {
	test('reports the line that it could not read', async () => {
		const { hub } = await (feeds['a folder'] as () => Promise<Feed>)();
		expect(await (await hub.get('/hub/v1/problems')).json()).toMatchObject({
			problems: [{ source: 'folder:bills', file: 'bill.csv', line: ROWS + 2, code: 'amount_unreadable', message: expect.any(String) }],
		});
	});

	test('is told apart from a namesake', async () => {
		const [one, two] = [await billFolder(), await billFolder()];
		const hub = await runHub({ sources: [one, two].map((folder) => ({ kind: 'folder', folder })) });
		const health = readHealth(await (await hub.get('/hub/v1/health')).json());
		const names = health.ok ? health.value.sources.map(({ name }) => name) : [];
		expect(new Set(names).size).toBe(2);
		expect((await page(hub)).receipts).toHaveLength(ROWS);
	});
});

describe('an upstream', () => {
	test('that never answered is 503, and one that went away is served from memory', async () => {
		const dataFolder = await temporaryFolder();
		const bills = await billFolder();
		const upstreamData = await temporaryFolder();
		const upstream = await runHub({ sources: [{ kind: 'folder', folder: bills }], dataFolder: upstreamData });
		const port = Number(new URL(upstream.url).port);
		await upstream.stop();
		const hub = await runHub({ sources: [{ kind: 'upstream', url: upstream.url, token: null }], dataFolder });
		const silent = await hub.get('/hub/v1/receipts');
		expect([silent.status, ((await silent.json()) as { code: string }).code]).toEqual([503, 'source_silent']);
		expect(silent.headers.get('Retry-After')).not.toBeNull();

		const back = await runHub({ sources: [{ kind: 'folder', folder: bills }], dataFolder: upstreamData, port });
		await eventually(
			() => hub.get('/hub/v1/receipts').then(({ status }) => status),
			(status) => status === 200,
		);
		await back.stop();
		await hub.stop();
		const again = await runHub({ sources: [{ kind: 'upstream', url: upstream.url, token: null }], dataFolder });
		const { receipts, coverage } = await page(again);
		expect([receipts.length, coverage]).toEqual([ROWS, []]);
	});

	test('that lost its memory is read anew, and what it no longer gives is taken back', async () => {
		const bills = await billFolder();
		const first = await runHub({ sources: [{ kind: 'folder', folder: bills }] });
		const port = Number(new URL(first.url).port);
		const hub = await runHub({ sources: [{ kind: 'upstream', url: first.url, token: null }] });
		const { next } = await page(hub);
		await first.stop();
		const fewer = await temporaryFolder();
		await cp(bills, fewer, { recursive: true });
		await writeFile(join(fewer, 'bill.csv'), `${[HEADER, row(1), row(30)].join('\n')}\n`);
		await utimes(join(fewer, 'bill.csv'), new Date(0), new Date(0));
		await runHub({ sources: [{ kind: 'folder', folder: fewer }], port });
		const after = await eventually(
			() => page(hub, `?after=${next}`),
			({ receipts }) => receipts.length > 0,
			12_000,
		);
		expect(after.receipts.map(({ id }) => id)).toEqual(['r30']);
		expect(after.withdrawn).toContain('r0');
		expect(after.withdrawn).toHaveLength(ROWS - 1);
	});

	test('keeps the name `practice`, so that invented receipts are known as such behind any number of hubs', async () => {
		const upstream = await runHub();
		const hub = await runHub({ sources: [{ kind: 'upstream', url: upstream.url, token: null }] });
		const { receipts, coverage } = await page(hub);
		expect(receipts).toHaveLength(117);
		expect(new Set([...receipts, ...coverage].map(({ source }) => source))).toEqual(new Set(['practice']));
	});
});

describe('a hub without sources', () => {
	test('serves the practice shop, and takes it back once it has real ones', async () => {
		const dataFolder = await temporaryFolder();
		const practice = await runHub({ dataFolder });
		const { next, receipts } = await page(practice);
		expect(receipts).toHaveLength(117);
		await practice.stop();
		const real = await runHub({ dataFolder, sources: [{ kind: 'folder', folder: await billFolder() }] });
		const after = await page(real, `?after=${next}`);
		expect(after.withdrawn).toHaveLength(117);
		expect(after.receipts).toHaveLength(ROWS);
	});
});

test('the document is OpenAPI 3.1 and names every route of the hub', () => {
	expect(openApi.openapi).toBe('3.1.0');
	const simulator = ['payments', 'advance', 'truth'].map((name) => `/hub/v1/simulator/${name}`);
	expect(Object.keys(openApi.paths).sort()).toEqual(
		[...['health', 'receipts', 'statements', 'problems'].map((name) => `/hub/v1/${name}`), ...simulator].sort(),
	);
	expect(faultsOf('Page', { receipts: [{}], next: '', more: 1 })).not.toBe('');
});

test('receipts of a file that was deleted are taken back', async () => {
	const folder = await billFolder();
	const hub = await runHub({ sources: [{ kind: 'folder', folder }] });
	const { next } = await page(hub);
	await rm(join(folder, 'bill.csv'));
	const after = await eventually(
		() => page(hub, `?after=${next}`),
		({ withdrawn }) => withdrawn.length > 0,
	);
	expect([after.withdrawn.length, after.coverage]).toEqual([ROWS, []]);
});
