import { createServer, type ServerResponse } from 'node:http';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createFeedClient } from '../../src/feeds/feed-client.ts';
import { runHub } from '../unit/hub/support/running-hub.ts';

/** A client of a server that answers as the test says, in real sockets. */
async function clientOf(answer: (response: ServerResponse) => void, timeoutMs = 300) {
	const server = createServer((_, response) => answer(response));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	const address = server.address();
	const port = typeof address === 'object' && address ? address.port : 0;
	return clientAt(`http://127.0.0.1:${port}`, null, timeoutMs);
}

const clientAt = (baseUrl: string, token: string | null = null, timeoutMs = 5_000) =>
	createFeedClient({ baseUrl, token, fetch: (url, init) => fetch(url, init), healthTimeoutMs: timeoutMs, pullTimeoutMs: timeoutMs });

describe('the tablet’s client on a bad line', () => {
	test('gives up on an answer that never begins', async () => {
		const client = await clientOf(() => {});
		expect(await client.health()).toMatchObject({ ok: false, error: { code: 'hub_unreachable', detail: 'timeout' } });
	});

	test('gives up on an answer that never ends', async () => {
		const client = await clientOf((response) => response.writeHead(200).write('{"receipts":['));
		expect(await client.pull(null, 500)).toMatchObject({ ok: false, error: { code: 'hub_unreachable', detail: 'timeout' } });
	});

	test('takes a connection that is cut in the middle of an answer for no answer', async () => {
		const client = await clientOf((response) => {
			response.writeHead(200, { 'Content-Length': 1_000 }).write('{"receipts":[');
			setTimeout(() => response.destroy(), 20);
		});
		expect(await client.pull(null, 500)).toMatchObject({ ok: false, error: { code: 'hub_unreachable' } });
	});

	test('does not follow a redirect to somewhere else', async () => {
		const hub = await runHub();
		const client = await clientOf((response) => response.writeHead(302, { Location: `${hub.url}/hub/v1/health` }).end(), 5_000);
		expect(await client.health()).toMatchObject({ ok: false, error: { detail: expect.not.stringContaining('timeout') } });
	});

	test('is told that nobody listens', async () => {
		const hub = await runHub();
		await hub.stop();
		expect(await clientAt(hub.url).health()).toMatchObject({ ok: false, error: { code: 'hub_unreachable' } });
	});
});

test('a hub with a token turns the client away without it, and lets it in with it', async () => {
	const hub = await runHub({ token: 'the-token' });
	expect(await clientAt(hub.url).pull(null, 500)).toMatchObject({ ok: false, error: { code: 'hub_refused', detail: '401 token_missing' } });
	expect(await clientAt(hub.url, 'the-token').pull(null, 500)).toMatchObject({ ok: true });
	expect(await clientAt(hub.url).health()).toMatchObject({ ok: true });
});

test('a client whose place the hub has lost is given everything from the beginning', async () => {
	const [first, second] = [await runHub(), await runHub()];
	const pulled = await clientAt(first.url).pull(null, 500);
	const again = await clientAt(second.url).pull(pulled.ok ? pulled.value.next : '', 500);
	expect(again.ok && again.value.receipts).toHaveLength(117);
});
