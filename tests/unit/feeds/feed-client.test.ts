import { describe, expect, test } from 'vitest';
import { createFeedClient } from '../../../src/feeds/feed-client.ts';

type Asked = { readonly url: string; readonly headers: Headers };

/** A client whose network answers from a list, in order; the last answer repeats. */
function clientOf(...answers: (() => Response | Promise<Response>)[]) {
	const asked: Asked[] = [];
	const fetch = (url: string, init: RequestInit) => {
		asked.push({ url, headers: new Headers(init.headers) });
		const answer = answers[Math.min(asked.length, answers.length) - 1];
		return new Promise<Response>((resolve, reject) => {
			init.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
			if (answer) Promise.resolve().then(answer).then(resolve, reject);
		});
	};
	return { asked, client: createFeedClient({ baseUrl: '', token: 'secret-token', fetch, healthTimeoutMs: 30, pullTimeoutMs: 30 }) };
}

const receipt = {
	...{
		id: 'r1',
		source: 'practice',
		leg: 'terminal',
		occurredAt: '2026-11-20T12:01:09+08:00',
		kind: 'sale',
		status: 'success',
		amount: '28.50',
		tip: null,
		fee: null,
	},
	...{ currency: 'CNY', tender: 'card', terminalId: '01086601', batchNo: null, traceNo: null, rrn: null, authCode: null, last4: null, merchantOrderNo: null },
	...{ channelOrderNo: null, originalRef: null, settlementDate: null, line: null },
};
const page = { receipts: [receipt], next: 'c1', more: false, coverage: [], withdrawn: ['r0'] };
const json =
	(body: unknown, status = 200, headers: Record<string, string> = {}) =>
	() =>
		new Response(JSON.stringify(body), { status, headers });
const problem = (status: number, code: string) => json({ type: 'about:blank', title: 'x', status, code }, status);

describe('pulling', () => {
	test('asks from the cursor and answers receipts under the names of their sources', async () => {
		const { client, asked } = clientOf(json(page));
		const pulled = await client.pull('a b&c', 50);
		expect(asked[0]?.url).toBe('/hub/v1/receipts?limit=50&after=a%20b%26c');
		expect(asked[0]?.headers.get('Authorization')).toBe('Bearer secret-token');
		expect(pulled).toMatchObject({
			ok: true,
			value: { next: 'c1', more: false, withdrawn: ['r0'], receipts: [{ id: 'r1', source: 'practice', amountMinor: 2850 }] },
		});
	});

	test('asks for the same place with the ETag and takes 304 for the page it has', async () => {
		const { client, asked } = clientOf(json(page, 200, { ETag: 'W/"1"' }), () => new Response(null, { status: 304 }));
		const first = await client.pull(null, 500);
		const second = await client.pull(null, 500);
		expect(asked.map(({ headers }) => headers.get('If-None-Match'))).toEqual([null, 'W/"1"']);
		expect(second).toEqual(first);
	});

	test('does not send the ETag of one place for another', async () => {
		const { client, asked } = clientOf(json(page, 200, { ETag: 'W/"1"' }));
		await client.pull(null, 500);
		await client.pull('c1', 500);
		expect(asked[1]?.headers.get('If-None-Match')).toBeNull();
	});

	test('begins again where the hub has lost the place', async () => {
		const { client, asked } = clientOf(problem(400, 'cursor_unknown'), json(page));
		expect((await client.pull('old', 500)).ok).toBe(true);
		expect(asked[1]?.url).toBe('/hub/v1/receipts?limit=500');
	});

	test('does not begin again for ever', async () => {
		const { client, asked } = clientOf(problem(400, 'cursor_unknown'));
		expect(await client.pull('old', 500)).toMatchObject({ ok: false, error: { code: 'hub_refused' } });
		expect(asked).toHaveLength(2);
	});
});

describe('what goes wrong has a code', () => {
	test.each([
		['no network', () => Promise.reject(new TypeError('Failed to fetch')), 'hub_unreachable'],
		['a request that hangs', () => new Promise<Response>(() => {}), 'hub_unreachable'],
		['a source that never answered', problem(503, 'source_silent'), 'hub_unreachable'],
		['a gateway without a hub behind it', () => new Response('<html>', { status: 502 }), 'hub_unreachable'],
		['too many requests', problem(429, 'too_many_requests'), 'hub_unreachable'],
		['a missing token', problem(401, 'token_missing'), 'hub_refused'],
		['a host without a hub', () => new Response('<!doctype html>', { status: 404 }), 'hub_answer_unreadable'],
		['a captive portal', () => new Response('<!doctype html>', { status: 200 }), 'hub_answer_unreadable'],
		['a page of another shape', json({ ...page, receipts: [{ ...receipt, amount: 1 }] }), 'hub_answer_unreadable'],
	] as [string, () => Promise<Response> | Response, string][])('%s', async (_, answer, code) => {
		const { client } = clientOf(answer);
		expect(await client.pull(null, 500)).toMatchObject({ ok: false, error: { code } });
	});
});

test('health tells the hub’s time and how its sources are', async () => {
	const { client } = clientOf(
		json({ name: 'counterfoil-hub', version: '1', time: '2026-11-20T12:00:00+08:00', sources: [{ name: 's', state: 'ok', latest: null, problems: 0 }] }),
	);
	expect(await client.health()).toEqual({ ok: true, value: { at: Date.UTC(2026, 10, 20, 4), sources: [{ name: 's', state: 'ok' }] } });
});
