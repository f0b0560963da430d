import { writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../unit/hub/support/hub-fixtures.ts';
import { faultsOf } from '../unit/hub/support/openapi.ts';
import { builtApp, type RunningHub, runHub } from '../unit/hub/support/running-hub.ts';

/** The path exactly as it stands here, which `fetch` would tidy up first. */
function ask(
	hub: RunningHub,
	path: string,
	{ method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<{ status: number; body: string }> {
	return new Promise((resolve, reject) => {
		const { hostname, port } = new URL(hub.url);
		const asked = request({ hostname, port, path, method, headers, agent: false }, (answer) => {
			const chunks: Buffer[] = [];
			answer.on('data', (chunk: Buffer) => chunks.push(chunk));
			answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks).toString() }));
		});
		asked.on('error', reject);
		asked.end();
	});
}

const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code;

describe('the app', () => {
	test.each(['/', '/sell', '/cases/0198', '/sell?practice=1', '/does/not/exist'])('%s opens the page, which is asked for anew each time', async (path) => {
		const hub = await runHub({ appFolders: [await builtApp()] });
		const answer = await hub.get(path);
		expect([answer.status, answer.headers.get('Content-Type'), answer.headers.get('Cache-Control')]).toEqual([200, 'text/html; charset=utf-8', 'no-cache']);
		expect(await answer.text()).toContain('<title>Counterfoil</title>');
	});

	test('keeps hashed files for ever and everything else fresh', async () => {
		const hub = await runHub({ appFolders: [await builtApp({ 'assets/plain.js': 'x', 'icons/icon-192.png': 'png' })] });
		const cache = async (path: string) => (await hub.get(path)).headers.get('Cache-Control');
		expect(await cache('/assets/app-Ab3_xyZ9.js')).toBe('public, max-age=31536000, immutable');
		for (const path of ['/sw.js', '/index.html', '/manifest.webmanifest', '/assets/plain.js', '/icons/icon-192.png'])
			expect(await cache(path)).toBe('no-cache');
	});

	test.each([
		['/sw.js', 'text/javascript; charset=utf-8'],
		['/manifest.webmanifest', 'application/manifest+json; charset=utf-8'],
		['/icons/icon-192.png', 'image/png'],
		['/demo/sales.csv', 'text/csv; charset=utf-8'],
	])('%s is of type %s', async (path, type) => {
		const hub = await runHub({ appFolders: [await builtApp({ 'icons/icon-192.png': 'png', 'demo/sales.csv': 'a,b' })] });
		expect((await hub.get(path)).headers.get('Content-Type')).toBe(type);
	});

	test.each(['/assets/gone-12345678.js', '/assets/gone', '/assets/', '/gone.js', '/.vite/manifest.json', '/hub/v1/other', '/hub'])(
		'%s is 404, never the page',
		async (path) => {
			const hub = await runHub({ appFolders: [await builtApp()] });
			const answer = await hub.get(path);
			expect([answer.status, await codeOf(answer)]).toEqual([404, 'not_found']);
		},
	);

	test.each(['/../secret.txt', '/..%2fsecret.txt', '/assets/..%2f..%2fsecret.txt', '/%2e%2e/secret.txt', '/..%5csecret.txt', '/assets/%00.js', '/%ff'])(
		'%s does not lead out of its folder',
		async (path) => {
			const app = await builtApp();
			await writeFile(join(app, '..', 'secret.txt'), 'secret');
			const hub = await runHub({ appFolders: [app] });
			const answer = await ask(hub, path);
			expect(answer.status).toBe(404);
			expect(answer.body).not.toContain('secret');
		},
	);

	test('still gives hashed files of the builds before, but no other file of theirs', async () => {
		const before = await builtApp({ 'assets/old-11111111.js': 'old', 'old.txt': 'old' });
		const hub = await runHub({ appFolders: [await builtApp(), before] });
		expect(await (await hub.get('/assets/old-11111111.js')).text()).toBe('old');
		expect((await hub.get('/old.txt')).status).toBe(404);
	});

	test('serves a new build without a restart', async () => {
		const app = await builtApp();
		const hub = await runHub({ appFolders: [app] });
		await hub.get('/');
		await writeFile(join(app, 'index.html'), '<!doctype html><title>Second</title>');
		expect(await (await hub.get('/')).text()).toContain('Second');
	});

	test('is packed for who can unpack it, and answered with 304 to who has it', async () => {
		const hub = await runHub({ appFolders: [await builtApp()] });
		const path = '/assets/app-Ab3_xyZ9.js';
		const plain = await hub.get(path, { 'Accept-Encoding': 'identity' });
		expect([plain.headers.get('Content-Encoding'), plain.headers.get('Vary')]).toEqual([null, 'Accept-Encoding']);
		for (const packing of ['br', 'gzip']) {
			const packed = await hub.get(path, { 'Accept-Encoding': packing });
			expect(packed.headers.get('Content-Encoding')).toBe(packing);
			expect(await packed.text()).toBe(await (await hub.get(path)).text());
		}
		expect((await hub.get(path, { 'If-None-Match': plain.headers.get('ETag') ?? '' })).status).toBe(304);
	});

	test('is 503 while it is being built, and the feed answers meanwhile', async () => {
		const hub = await runHub({ appFolders: null });
		const answer = await hub.get('/sell');
		expect([answer.status, await codeOf(answer)]).toEqual([503, 'app_unavailable']);
		expect((await hub.get('/hub/v1/receipts')).status).toBe(200);
	});

	test('sends a file shared before the service worker stood to the import page', async () => {
		const hub = await runHub({ appFolders: [await builtApp()] });
		const answer = await fetch(`${hub.url}/share-target`, { method: 'POST', body: new FormData(), redirect: 'manual' });
		expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/import']);
	});
});

describe('every answer', () => {
	test.each([
		['/', 200],
		['/sw.js', 200],
		['/assets/app-Ab3_xyZ9.js', 200],
		['/hub/v1/health', 200],
		['/hub/v1/receipts', 401],
		['/assets/none.js', 404],
	])('carries the security headers (%s)', async (path, status) => {
		const hub = await runHub({ appFolders: [await builtApp()], token: 'the-token' });
		const { headers, status: answered } = await hub.get(path);
		expect(answered).toBe(status);
		const csp = headers.get('Content-Security-Policy') ?? '';
		for (const rule of [
			"default-src 'none'",
			"script-src 'self'",
			"connect-src 'self'",
			"frame-ancestors 'none'",
			"require-trusted-types-for 'script'",
			'trusted-types counterfoil-sw',
		]) {
			expect(csp.split('; ')).toContain(rule);
		}
		expect(csp).not.toMatch(/unsafe|https?:|\*/);
		expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
		expect(headers.get('Referrer-Policy')).toBe('no-referrer');
		expect(headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin');
		expect(headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin');
		expect(headers.get('Permissions-Policy')).toContain('camera=(self)');
		expect(headers.get('Permissions-Policy')).toContain('geolocation=()');
		expect(headers.get('Strict-Transport-Security')).toMatch(/max-age=\d+/);
	});
});

describe('a hub with a token', () => {
	test.each(['/hub/v1/receipts', '/hub/v1/statements', '/hub/v1/problems', '/hub/v1/simulator/truth'])('gives %s to its bearer only', async (path) => {
		const hub = await runHub({ token: 'the-token', sources: [{ kind: 'simulator', scenario: 'clean', seed: '1' }] });
		for (const headers of [{}, { Authorization: 'Bearer the-tokem' }, { Authorization: 'Basic the-token' }, { Authorization: 'Bearer' }]) {
			const refused = await hub.get(path, headers as Record<string, string>);
			expect([refused.status, refused.headers.get('WWW-Authenticate')]).toEqual([401, 'Bearer']);
			expect(faultsOf('Problem', await refused.json())).toBe('');
		}
		expect((await hub.get(path, { Authorization: 'Bearer the-token' })).status).toBe(200);
	});

	test('tells everybody that it is there', async () => {
		const hub = await runHub({ token: 'the-token' });
		const answer = await hub.get('/hub/v1/health');
		expect([answer.status, answer.headers.get('Cache-Control')]).toEqual([200, 'no-store']);
	});

	test('answers under any name, one without only under those of this machine', async () => {
		const [open, closed] = [await runHub({ token: 'the-token' }), await runHub()];
		const named = (hub: RunningHub, Host: string) => ask(hub, '/hub/v1/health', { headers: { Host } }).then(({ status }) => status);
		expect(await named(open, 'shop.example')).toBe(200);
		expect(await named(closed, 'shop.example')).toBe(421);
		expect(await named(closed, '127.0.0.1.shop.example')).toBe(421);
		for (const name of ['localhost', 'localhost:4173', '127.0.0.1:80', '[::1]:4173']) expect(await named(closed, name)).toBe(200);
	});
});

describe('what is too much is cut off', () => {
	test('a body over 1 MB', async () => {
		const hub = await runHub({ sources: [{ kind: 'simulator', scenario: 'clean', seed: '1' }] });
		const answer = await hub.post('/hub/v1/simulator/payments', { amount: '1'.repeat(1_100_000), tender: 'card' });
		expect([answer.status, await codeOf(answer)]).toEqual([413, 'body_too_large']);
	});

	test('a flood', async () => {
		// All at one moment, however long the machine takes.
		const hub = await runHub({ appFolders: [await builtApp()], elapsed: () => 0 });
		const codes: number[] = [];
		while (codes.length < 2_000 && !codes.includes(429)) {
			codes.push(...(await Promise.all(Array.from({ length: 100 }, () => hub.get('/hub/v1/health').then(({ status }) => status)))));
		}
		expect(codes.slice(0, 1_000).every((code) => code === 200)).toBe(true);
		expect(codes).toContain(429);
	});

	test('a request that dribbles in', { timeout: 30_000 }, async () => {
		const hub = await runHub();
		const { hostname, port } = new URL(hub.url);
		const begun = Date.now();
		const answer = await new Promise<string>((resolve, reject) => {
			const socket = connect(Number(port), hostname, () => socket.write('GET /hub/v1/health HTTP/1.1\r\nHost: localhost\r\nX-Slow: '));
			const drip = setInterval(() => socket.write('x'), 500);
			let text = '';
			socket.on('data', (chunk) => {
				text += chunk.toString();
			});
			socket.on('error', reject);
			socket.on('close', () => {
				clearInterval(drip);
				resolve(text);
			});
		});
		expect(answer).toMatch(/^(HTTP\/1\.1 408|$)/);
		expect(Date.now() - begun).toBeLessThan(15_000);
	});

	test.each(['POST', 'PUT', 'DELETE', 'PATCH'])('%s where there is only something to read', async (method) => {
		const hub = await runHub({ appFolders: [await builtApp()] });
		for (const path of ['/hub/v1/receipts', '/sell']) expect((await ask(hub, path, { method })).status).toBe(405);
	});
});

describe('the simulated terminal', () => {
	const simulated = () => runHub({ sources: [{ kind: 'simulator', scenario: 'faulty', seed: '1' }] });

	test('takes payments and tells the truth about them, in the documented shapes', async () => {
		const hub = await simulated();
		const paid = [];
		for (let n = 0; n < 10; n++) {
			const answer = await hub.post('/hub/v1/simulator/payments', { amount: `${20 + n}.50`, tender: n % 2 ? 'wechat' : 'card', terminalId: 'T9' });
			expect(answer.status).toBe(201);
			const payment = (await answer.json()) as { slip: unknown };
			expect(faultsOf('Payment', payment)).toBe('');
			paid.push(payment);
		}
		expect(paid.map(({ slip }) => slip === null)).toEqual(Array.from({ length: 10 }, (_, n) => n === 1));
		const advanced = await hub.post('/hub/v1/simulator/advance', { seconds: 60 });
		expect([advanced.status, Object.keys((await advanced.json()) as object)]).toEqual([200, ['now']]);
		const truth = (await (await hub.get('/hub/v1/simulator/truth')).json()) as {
			payments: { gap: string | null; printed: { id: string }[] }[];
		};
		expect(faultsOf('Truth', truth)).toBe('');
		expect(truth.payments.map(({ gap }) => gap).filter((gap) => gap !== null)).toEqual([
			'missing_at_terminal',
			'missing_in_ledger',
			'duplicate_charge',
			'amount_short',
			'tender_mismatch',
		]);
		const { receipts } = (await (await hub.get('/hub/v1/receipts')).json()) as { receipts: { id: string }[] };
		const told = truth.payments.flatMap(({ printed }) => printed);
		expect(receipts.map(({ id }) => id).sort()).toEqual(told.map(({ id }) => id).sort());
	});

	test.each([
		['no body', undefined],
		['no tender', { amount: '1.00' }],
		['cash', { amount: '1.00', tender: 'cash' }],
		['an amount as a number', { amount: 1, tender: 'card' }],
		['nothing to pay', { amount: '0.00', tender: 'card' }],
		['too many decimals', { amount: '1.001', tender: 'card' }],
		['a negative amount', { amount: '-1.00', tender: 'card' }],
		['a time without an offset', { amount: '1.00', tender: 'card', at: '2026-11-20T12:00:00' }],
		['a time long ago', { amount: '1.00', tender: 'card', at: '2001-11-20T12:00:00Z' }],
	])('refuses %s', async (_, body) => {
		const hub = await simulated();
		const answer = await hub.post('/hub/v1/simulator/payments', body);
		expect([answer.status, await codeOf(answer)]).toEqual([400, 'payment_unreadable']);
		expect(await (await hub.get('/hub/v1/simulator/truth')).json()).toMatchObject({ payments: [] });
	});

	test.each([0, -5, 1.5, 1e12, '60'])('does not advance by %j', async (seconds) => {
		const hub = await simulated();
		const answer = await hub.post('/hub/v1/simulator/advance', { seconds });
		expect([answer.status, await codeOf(answer)]).toEqual([400, 'seconds_bad']);
	});

	test('takes nothing from a page of another site', async () => {
		const hub = await simulated();
		for (const headers of [{ 'Sec-Fetch-Site': 'cross-site' }, { 'Content-Type': 'text/plain' }]) {
			const answer = await hub.post('/hub/v1/simulator/payments', { amount: '1.00', tender: 'card' }, headers as Record<string, string>);
			expect(answer.status).toBeGreaterThanOrEqual(400);
		}
		expect(await (await hub.get('/hub/v1/simulator/truth')).json()).toMatchObject({ payments: [] });
	});

	test('exists only where one is asked for, and on loopback', async () => {
		const practice = await runHub();
		const reachable = await runHub({ host: '0.0.0.0', token: 'the-token', sources: [{ kind: 'simulator', scenario: 'clean', seed: '1' }] });
		const port = new URL(reachable.url).port;
		const answers = [
			practice.get('/hub/v1/simulator/truth'),
			fetch(`http://127.0.0.1:${port}/hub/v1/simulator/truth`, { headers: { Authorization: 'Bearer the-token' } }),
		];
		for (const answer of await Promise.all(answers)) expect(answer.status).toBe(404);
	});
});

test('a second hub does not get the data folder of a running one, but does once that has ended', async () => {
	const dataFolder = await temporaryFolder();
	const first = await runHub({ dataFolder });
	await expect(runHub({ dataFolder })).rejects.toThrow('Another hub is using the data folder');
	await first.stop();
	await expect(runHub({ dataFolder })).resolves.toBeDefined();
});
