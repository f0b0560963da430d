import type { Context } from 'hono';
import { contentOf, send } from '../web/send.ts';
import type { HubState } from './hub-state.ts';

const SHOWN_MAX = 1_000;

/** `GET /hub/v1/problems`: lines that the sources could not read. */
export function problems(c: Context, { journal }: HubState): Promise<Response> {
	const body = { problems: journal.problems().slice(0, SHOWN_MAX) };
	return send(c, contentOf('application/json; charset=utf-8', Buffer.from(JSON.stringify(body))), 'private, no-cache');
}
