import { mkdir, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { SourceSpec } from '../../hub/settings.ts';
import { createFeedClient } from '../../src/feeds/feed-client.ts';
import { readStatementPage, type StatementPageWire } from '../../src/feeds/protocol.ts';
import { readFile } from '../../src/importers/read-file.ts';
import { camtStatement } from '../support/camt-statement.ts';
import { eventually, temporaryFolder } from '../unit/hub/support/hub-fixtures.ts';
import { faultsOf } from '../unit/hub/support/openapi.ts';
import { type RunningHub, runHub } from '../unit/hub/support/running-hub.ts';

const PATH = '/hub/v1/statements';
const entry = (n: number) => ({ on: '2026-11-23', amount: `${100 + n}.50`, name: '财付通支付科技有限公司', reference: `B${n}` });
/** Two entries that agree in everything: a bank may book the same twice. */
const TWINS = [entry(1), entry(1)];
const ALMOST_LONG = Array.from({ length: 501 }, (_, n) => entry(n + 10));

async function bankFolder(files: Readonly<Record<string, string>>): Promise<string> {
	const folder = join(await temporaryFolder(), 'bank');
	await mkdir(folder);
	for (const [name, text] of Object.entries(files)) await put(folder, name, text);
	return folder;
}

/** As if it had been lying there for long, so that it is read at first sight. */
async function put(folder: string, name: string, text: string): Promise<void> {
	await writeFile(join(folder, name), text);
	await utimes(join(folder, name), new Date(0), new Date(0));
}

async function page(hub: RunningHub, query = ''): Promise<StatementPageWire> {
	const answer = await hub.get(PATH + query);
	const json: unknown = await answer.json();
	expect(faultsOf('StatementPage', json)).toBe('');
	const read = readStatementPage(json);
	if (!read.ok) throw new Error(read.error);
	return read.value;
}

const folderHub = (folder: string, dataFolder?: string) => runHub({ sources: [{ kind: 'folder', folder }], ...(dataFolder ? { dataFolder } : {}) });
const clientOf = ({ url }: { readonly url: string }) => createFeedClient({ baseUrl: url, token: null, fetch: (target, init) => fetch(target, init) });

const feeds: Readonly<Record<string, (files: Readonly<Record<string, string>>) => Promise<{ hub: RunningHub; restart: () => Promise<RunningHub> }>>> = {
	'a folder': async (files) => restartable([{ kind: 'folder', folder: await bankFolder(files) }]),
	'an upstream': async (files) => {
		const upstream = await runHub({ sources: [{ kind: 'folder', folder: await bankFolder(files) }], token: 'upstream-token' });
		return restartable([{ kind: 'upstream', url: upstream.url, token: 'upstream-token' }]);
	},
};

async function restartable(sources: readonly SourceSpec[]) {
	const dataFolder = await temporaryFolder();
	const hub = await runHub({ sources, dataFolder });
	const restart = async () => {
		await hub.stop();
		return runHub({ sources, dataFolder });
	};
	return { hub, restart };
}

describe.each(Object.entries(feeds))('the statements of %s', (_, open) => {
	test('come in the documented shape, with the lines that the importer reads in the file itself', async () => {
		const text = camtStatement(TWINS);
		const { hub } = await open({ 'november.xml': text });
		const { statements, more, withdrawn } = await page(hub);
		expect([statements.length, more, withdrawn]).toEqual([1, false, []]);
		expect(statements[0]).toMatchObject({ source: 'folder:bank', file: 'november.xml', format: 'camt053', part: 1, parts: 1, problems: [] });
		expect(statements[0]?.coverage).toEqual({ from: '2026-11-16T00:00:00+08:00', to: '2026-11-26T00:00:00+08:00' });
		const pulled = await clientOf(hub).pullStatements(null, 500);
		const byHand = await readFile(
			{ name: 'other-name.xml', bytes: new TextEncoder().encode(text) },
			{ format: null, zone: 'Asia/Shanghai', cutoverMinutes: 240 },
		);
		const lines = pulled.ok ? pulled.value?.statements.flatMap((one) => one.lines) : null;
		expect(lines).toEqual(byHand.ok && byHand.value.statements[0]?.lines);
		expect(new Set(lines?.map(({ id }) => id)).size).toBe(2);
	});

	test('are in parts where they are long, with what they cover in the last, and the same in pages of any size', async () => {
		const { hub } = await open({ 'long.xml': camtStatement(ALMOST_LONG), 'short.xml': camtStatement(TWINS) });
		const all: StatementPageWire[] = [];
		for (let after = ''; ; ) {
			const next = await page(hub, `?after=${after}`);
			expect(next.statements.reduce((sum, { lines }) => sum + lines.length, 0)).toBeLessThanOrEqual(500);
			all.push(next);
			if (!next.more) break;
			after = next.next;
		}
		const statements = all.flatMap((one) => one.statements);
		expect(statements.map(({ file, part, parts, lines, coverage }) => [file, part, parts, lines.length, coverage !== null])).toEqual([
			['long.xml', 1, 2, 500, false],
			['long.xml', 2, 2, 1, true],
			['short.xml', 1, 1, 2, true],
		]);
		const single = await page(hub, '?limit=1');
		expect([single.statements.length, single.more]).toEqual([1, true]);
	});

	test('answer the same cursor with the same again, after a restart too, and 304 to who has it', async () => {
		const { hub, restart } = await open({ 'a.xml': camtStatement(TWINS), 'b.xml': camtStatement([entry(7)]) });
		const first = await page(hub, '?limit=1');
		const etag = (await hub.get(`${PATH}?limit=1`)).headers.get('ETag') ?? '';
		expect((await hub.get(`${PATH}?limit=1`, { 'If-None-Match': etag })).status).toBe(304);
		const again = await restart();
		expect(await page(again, '?limit=1')).toEqual(first);
		const rest = await page(again, `?after=${first.next}`);
		expect(rest.statements.map(({ file }) => file)).toEqual(['b.xml']);
		expect((await page(again, `?after=${rest.next}`)).statements).toEqual([]);
	});

	test.each([
		['limit=0', 'limit_bad'],
		['limit=501', 'limit_bad'],
		['after=nonsense', 'cursor_bad'],
		[`after=${Buffer.from('0123456789abcdef.3').toString('base64url')}`, 'cursor_unknown'],
	])('refuse %s with 400 %s', async (query, code) => {
		const { hub } = await open({});
		const answer = await hub.get(`${PATH}?${query}`);
		const json: unknown = await answer.json();
		expect([answer.status, answer.headers.get('Content-Type'), faultsOf('Problem', json)]).toEqual([400, 'application/problem+json; charset=utf-8', '']);
		expect(json).toMatchObject({ status: 400, code });
	});
});

describe('a folder of statements', () => {
	test('says nothing of a file that is only called otherwise or lies there twice, and takes back what is gone', async () => {
		const folder = await bankFolder({ 'a.xml': camtStatement(TWINS) });
		const hub = await folderHub(folder);
		const { next, statements } = await page(hub);
		await put(folder, 'copy.xml', camtStatement(TWINS));
		await rename(join(folder, 'a.xml'), join(folder, 'renamed.xml'));
		await put(folder, 'b.xml', camtStatement([entry(7)]));
		const more = await eventually(
			() => page(hub, `?after=${next}`),
			(one) => one.statements.length > 0,
		);
		expect([more.statements.map(({ file }) => file), more.withdrawn]).toEqual([['b.xml'], []]);
		await rm(join(folder, 'copy.xml'));
		await rm(join(folder, 'renamed.xml'));
		const last = await eventually(
			() => page(hub, `?after=${more.next}`),
			({ withdrawn }) => withdrawn.length > 0,
			12_000,
		);
		expect(last).toMatchObject({ statements: [], withdrawn: [statements[0]?.id] });
	});

	test('masks what must not leave the hub, and keeps reference columns whole', async () => {
		const secret = { ...entry(1), name: '王芳 13800138000 622848 0402564890018', reference: '4111111111111111' };
		const hub = await folderHub(await bankFolder({ '6228480402564890018.xml': camtStatement([secret]) }));
		const [statement] = (await page(hub)).statements;
		expect(JSON.stringify(statement)).not.toMatch(/13800138000|6228480402564890018|622848 0402564890018/);
		expect([statement?.lines[0]?.reference, statement?.file]).toEqual(['4111111111111111', '***************0018.xml']);
	});

	test('is neither a problem nor a receipt, and only its bearer is given it', async () => {
		const folder = await bankFolder({ 'a.xml': camtStatement(TWINS) });
		const hub = await runHub({ sources: [{ kind: 'folder', folder }], token: 'the-token' });
		expect((await hub.get(PATH)).status).toBe(401);
		const headers = { Authorization: 'Bearer the-token' };
		expect(await (await hub.get('/hub/v1/problems', headers)).json()).toEqual({ problems: [] });
		expect(await (await hub.get('/hub/v1/receipts', headers)).json()).toMatchObject({ receipts: [], coverage: [] });
		const statements = (await (await hub.get(PATH, headers)).json()) as StatementPageWire;
		const cursor = await hub.get(`/hub/v1/receipts?after=${statements.next}`, headers);
		expect([cursor.status, ((await cursor.json()) as { code: string }).code]).toEqual([400, 'cursor_unknown']);
	});
});

describe('a feed without the route', () => {
	async function receiptsOnly(): Promise<string> {
		const server = createServer((request, response) => {
			const empty = JSON.stringify({ receipts: [], next: 'c1', more: false, coverage: [], withdrawn: [] });
			if (request.url?.startsWith('/hub/v1/receipts')) response.writeHead(200, { 'Content-Type': 'application/json' }).end(empty);
			else response.writeHead(404, { 'Content-Type': 'text/html' }).end('<!doctype html>not here');
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		onTestFinished(() => void server.close());
		const address = server.address();
		return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
	}

	test('is an upstream without statements, and no trouble', async () => {
		const hub = await runHub({ sources: [{ kind: 'upstream', url: await receiptsOnly(), token: null }] });
		expect((await page(hub)).statements).toEqual([]);
		expect(await (await hub.get('/hub/v1/health')).json()).toMatchObject({ sources: [{ state: 'ok' }] });
		expect(hub.logged).toEqual([]);
	});

	test('is a hub without statements to the tablet', async () => {
		expect(await clientOf({ url: await receiptsOnly() }).pullStatements(null, 500)).toEqual({ ok: true, value: null });
	});
});
