import type { Context } from 'hono';
import type { StatementPageWire } from '../../src/feeds/protocol.ts';
import { refuse } from '../web/problem-answer.ts';
import { contentOf, send } from '../web/send.ts';
import type { HubState } from './hub-state.ts';
import { readyFor } from './ready.ts';

/** `GET /hub/v1/statements`: bank statements that are new after a cursor. */
export async function statements(c: Context, state: HubState): Promise<Response> {
	const limit = await readyFor(c, state);
	if (typeof limit !== 'number') return limit;
	const slice = state.journal.statements(c.req.query('after') ?? '', limit);
	if (!slice.ok) return refuse(c, slice.error);
	const { items, withdrawn, next, more } = slice.value;
	const page: StatementPageWire = { statements: [...items], next, more, withdrawn: [...withdrawn] };
	return send(c, contentOf('application/json; charset=utf-8', Buffer.from(JSON.stringify(page))), 'private, no-cache');
}
