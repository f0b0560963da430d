import type { Context } from 'hono';
import { PAGE_LIMIT_MAX } from '../../src/feeds/protocol.ts';
import { refuse } from '../web/problem-answer.ts';
import type { HubState } from './hub-state.ts';

/** What every page of a feed needs first: how much is asked for, and that each source has said what it has by now. Else the refusal. */
export async function readyFor(c: Context, state: HubState): Promise<number | Response> {
	const limit = readLimit(c.req.query('limit'));
	if (limit === null) return refuse(c, 'limit_bad');
	const refreshed = await Promise.allSettled(state.sources.map((source) => source.refresh()));
	for (const outcome of refreshed) if (outcome.status === 'rejected') state.log(`a source could not write down what it has: ${String(outcome.reason)}`);
	const silent = state.sources.find((source) => source.state() === 'starting');
	return silent ? refuse(c, 'source_silent', silent.name) : limit;
}

function readLimit(text: string | undefined): number | null {
	if (text === undefined || text === '') return PAGE_LIMIT_MAX;
	const limit = /^\d{1,4}$/.test(text) ? Number(text) : 0;
	return limit >= 1 && limit <= PAGE_LIMIT_MAX ? limit : null;
}
