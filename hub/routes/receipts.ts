import type { Context } from 'hono';
import { PAGE_LIMIT_MAX, type PageWire } from '../../src/feeds/protocol.ts';
import { refuse } from '../web/problem-answer.ts';
import { contentOf, send } from '../web/send.ts';
import type { HubState } from './hub-state.ts';

/** `GET /hub/v1/receipts`: what is new after a cursor. */
export async function receipts(c: Context, state: HubState): Promise<Response> {
	const limit = readLimit(c.req.query('limit'));
	if (limit === null) return refuse(c, 'limit_bad');
	const refreshed = await Promise.allSettled(state.sources.map((source) => source.refresh()));
	for (const outcome of refreshed) if (outcome.status === 'rejected') state.log(`a source could not write down what it has: ${String(outcome.reason)}`);
	const silent = state.sources.find((source) => source.state() === 'starting');
	if (silent) return refuse(c, 'source_silent', silent.name);
	const slice = state.journal.slice(c.req.query('after') ?? '', limit);
	if (!slice.ok) return refuse(c, slice.error);
	const { receipts, withdrawn, next, more } = slice.value;
	// Whoever has not everything yet must not take himself for complete, or sales would look missing whose receipts are on their way.
	const coverage = more ? [] : state.sources.flatMap((source) => [...source.coverage()]);
	const page: PageWire = { receipts: [...receipts], next, more, coverage, withdrawn: [...withdrawn] };
	return send(c, contentOf('application/json; charset=utf-8', Buffer.from(JSON.stringify(page))), 'private, no-cache');
}

function readLimit(text: string | undefined): number | null {
	if (text === undefined || text === '') return PAGE_LIMIT_MAX;
	const limit = /^\d{1,4}$/.test(text) ? Number(text) : 0;
	return limit >= 1 && limit <= PAGE_LIMIT_MAX ? limit : null;
}
