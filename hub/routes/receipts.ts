import type { Context } from 'hono';
import type { PageWire } from '../../src/feeds/protocol.ts';
import { refuse } from '../web/problem-answer.ts';
import { contentOf, send } from '../web/send.ts';
import type { HubState } from './hub-state.ts';
import { readyFor } from './ready.ts';

/** `GET /hub/v1/receipts`: what is new after a cursor. */
export async function receipts(c: Context, state: HubState): Promise<Response> {
	const limit = await readyFor(c, state);
	if (typeof limit !== 'number') return limit;
	const slice = state.journal.slice(c.req.query('after') ?? '', limit);
	if (!slice.ok) return refuse(c, slice.error);
	const { items, withdrawn, next, more } = slice.value;
	// Whoever has not everything yet must not take himself for complete, or sales would look missing whose receipts are on their way.
	const coverage = more ? [] : state.sources.flatMap((source) => [...source.coverage()]);
	const page: PageWire = { receipts: [...items], next, more, coverage, withdrawn: [...withdrawn] };
	return send(c, contentOf('application/json; charset=utf-8', Buffer.from(JSON.stringify(page))), 'private, no-cache');
}
