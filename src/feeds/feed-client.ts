import type { Feed, FeedPage, FeedStatementPage } from '../commands/ports.ts';
import { type Problem, problem } from '../domain/problems.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { type Instant, parseIso, SECOND_MS } from '../domain/time.ts';
import {
	coverageFromWire,
	HEALTH_PATH,
	type PageWire,
	PROBLEMS_PATH,
	RECEIPTS_PATH,
	readError,
	readHealth,
	readPage,
	readProblems,
	readStatementPage,
	receiptFromWire,
	STATEMENTS_PATH,
	type StatementPageWire,
	statementFromWire,
} from './protocol.ts';

export type FeedClientOptions = {
	/** Empty: the origin that served the app. */
	readonly baseUrl: string;
	/** Sent as bearer token where the hub asks for one. */
	readonly token: string | null;
	readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
	readonly healthTimeoutMs?: number;
	readonly pullTimeoutMs?: number;
};

/** Name under which the place in the feed is remembered. */
export const FEED_NAME = 'hub';
const HEALTH_TIMEOUT_MS = 5 * SECOND_MS;
const PULL_TIMEOUT_MS = 20 * SECOND_MS;

type Reply = { readonly status: number; readonly etag: string | null; readonly json: unknown };
type Remembered<Page> = { readonly url: string; readonly etag: string; readonly page: Page };
/** Takes a page after a place; null where the hub has no such feed. */
type Pull<Page> = (after: string | null, limit: number) => Promise<Result<Page | null, Problem>>;
type Route<Wire, Page> = {
	readonly path: string;
	readonly readPage: (json: unknown) => Result<Wire, string>;
	readonly pageOf: (wire: Wire) => Page;
	readonly optional: boolean;
};

/**
 * The hub's feed over HTTP. `hub_unreachable`: no answer, or one that asks to come again; `hub_refused`: an answer that
 * will not change by asking again; `hub_answer_unreadable`: something answers that is not this hub (a captive portal, a
 * host without a hub) or not in its shape.
 * Receipts keep the name of their source: those of `practice` are invented, and it is the command that takes receipts
 * into a ledger which must leave them out outside practice mode.
 */
export function createFeedClient(options: FeedClientOptions): Feed {
	const receipts = puller(options, { path: RECEIPTS_PATH, readPage, pageOf, optional: false });
	const statements = puller(options, { path: STATEMENTS_PATH, readPage: readStatementPage, pageOf: statementPageOf, optional: true });
	const pull: Feed['pull'] = async (after, limit) => {
		const page = await receipts(after, limit);
		if (!page.ok) return page;
		return page.value === null ? fail(problem('hub_answer_unreadable')) : ok(page.value);
	};
	return { name: FEED_NAME, health: () => health(options), pull, pullStatements: statements, problems: () => problems(options) };
}

/** The page that was given last is remembered, so that the hub need not send it twice. */
function puller<Wire, Page>(options: FeedClientOptions, route: Route<Wire, Page>): Pull<Page> {
	let last: Remembered<Page> | null = null;
	return async function pull(after, limit) {
		const url = `${options.baseUrl}${route.path}?limit=${limit}${after === null ? '' : `&after=${encodeURIComponent(after)}`}`;
		const known = last?.url === url ? last : null;
		const reply = await ask(options, url, { timeoutMs: options.pullTimeoutMs ?? PULL_TIMEOUT_MS, etag: known?.etag ?? null });
		if (!reply.ok) return reply;
		if (reply.value.status === 304 && known) return ok(known.page);
		// The hub lost the place that the cursor named; ids are stable, so that reading again from the beginning changes nothing.
		if (after !== null && reply.value.status === 400 && codeOf(reply.value) === 'cursor_unknown') return pull(null, limit);
		if (reply.value.status === 404 && route.optional) return ok(null);
		if (reply.value.status !== 200) return fail(refusal(reply.value));
		const wire = route.readPage(reply.value.json);
		if (!wire.ok) return fail(problem('hub_answer_unreadable', wire.error));
		const page = route.pageOf(wire.value);
		last = reply.value.etag === null ? null : { url, etag: reply.value.etag, page };
		return ok(page);
	};
}

async function problems(options: FeedClientOptions): ReturnType<Feed['problems']> {
	const reply = await ask(options, `${options.baseUrl}${PROBLEMS_PATH}`, { timeoutMs: options.pullTimeoutMs ?? PULL_TIMEOUT_MS, etag: null });
	if (!reply.ok) return reply;
	if (reply.value.status !== 200) return fail(refusal(reply.value));
	const wire = readProblems(reply.value.json);
	return wire.ok ? ok(wire.value) : fail(problem('hub_answer_unreadable', wire.error));
}

async function health(options: FeedClientOptions): ReturnType<Feed['health']> {
	const reply = await ask(options, `${options.baseUrl}${HEALTH_PATH}`, { timeoutMs: options.healthTimeoutMs ?? HEALTH_TIMEOUT_MS, etag: null });
	if (!reply.ok) return reply;
	if (reply.value.status !== 200) return fail(refusal(reply.value));
	const wire = readHealth(reply.value.json);
	if (!wire.ok) return fail(problem('hub_answer_unreadable', wire.error));
	return ok({ at: instantOf(wire.value.time), sources: wire.value.sources.map(({ name, state }) => ({ name, state })) });
}

/** Fetches JSON within the time given, body included; what is not JSON counts as an answer without content. */
async function ask(options: FeedClientOptions, url: string, how: { timeoutMs: number; etag: string | null }): Promise<Result<Reply, Problem>> {
	const controller = new AbortController();
	const timer = setTimeout(() => controller.abort(), how.timeoutMs);
	const headers: Record<string, string> = { Accept: 'application/json' };
	if (options.token !== null) headers.Authorization = `Bearer ${options.token}`;
	if (how.etag !== null) headers['If-None-Match'] = how.etag;
	try {
		const response = await options.fetch(url, { headers, signal: controller.signal, cache: 'no-store', credentials: 'same-origin', redirect: 'error' });
		const text = await response.text();
		return ok({ status: response.status, etag: response.headers.get('ETag'), json: parsed(text) });
	} catch (error) {
		return fail(problem('hub_unreachable', controller.signal.aborted ? 'timeout' : String(error)));
	} finally {
		clearTimeout(timer);
	}
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function refusal(reply: Reply): Problem {
	const code = codeOf(reply);
	const detail = `${reply.status}${code === null ? '' : ` ${code}`}`;
	if (reply.status >= 500 || reply.status === 429 || reply.status === 408) return problem('hub_unreachable', detail);
	return problem(code === null ? 'hub_answer_unreadable' : 'hub_refused', detail);
}

function codeOf(reply: Reply): string | null {
	const error = readError(reply.json);
	return error.ok ? error.value.code : null;
}

function pageOf(wire: PageWire): FeedPage {
	const { next, more, withdrawn } = wire;
	return { receipts: wire.receipts.map(receiptFromWire), next, more, coverage: wire.coverage.map(coverageFromWire), withdrawn };
}

function statementPageOf({ statements, next, more, withdrawn }: StatementPageWire): FeedStatementPage {
	return { statements: statements.map(statementFromWire), next, more, withdrawn };
}

function instantOf(text: string): Instant {
	return parseIso(text)?.at ?? 0;
}
