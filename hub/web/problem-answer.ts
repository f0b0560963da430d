import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** Everything that the hub refuses, by code; the words are for the operator, the app has its own. */
const PROBLEMS = {
	token_missing: [401, 'This hub asks for a token.'],
	host_unknown: [421, 'This hub is not reached under that name.'],
	origin_foreign: [403, 'Other sites may not write here.'],
	not_found: [404, 'There is nothing here.'],
	method_not_allowed: [405, 'This can only be read.'],
	body_too_large: [413, 'The body is larger than 1 MB.'],
	too_many_requests: [429, 'Too many requests; try again in a moment.'],
	limit_bad: [400, 'limit must be a whole number from 1 to 500.'],
	cursor_bad: [400, 'after is no cursor of this feed.'],
	cursor_unknown: [400, 'after is no place in this feed any more; read again from the beginning.'],
	source_silent: [503, 'A source has not answered yet.'],
	payment_unreadable: [400, 'The payment cannot be read.'],
	seconds_bad: [400, 'seconds must be a whole number from 1 to 2678400.'],
	app_unavailable: [503, 'The app is being built.'],
	failed: [500, 'The hub failed; its log says more.'],
} as const satisfies Record<string, readonly [ContentfulStatusCode, string]>;

export type HubProblemCode = keyof typeof PROBLEMS;

/** An error as RFC 9457 wants it, with the code that programs go by. */
export function refuse(c: Context, code: HubProblemCode, detail?: string): Response {
	const [status, title] = PROBLEMS[code];
	if (code === 'too_many_requests' || status === 503) c.header('Retry-After', '2');
	if (code === 'token_missing') c.header('WWW-Authenticate', 'Bearer');
	c.header('Cache-Control', 'no-store');
	c.header('Content-Type', 'application/problem+json; charset=utf-8');
	return c.body(JSON.stringify({ type: 'about:blank', title, status, code, ...(detail === undefined ? {} : { detail }) }), status);
}
