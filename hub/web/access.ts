import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { refuse } from './problem-answer.ts';

/** Bearer token of the tablets; without one everybody on this machine may read. */
export function requireToken(token: string | null): MiddlewareHandler {
	const wanted = token === null ? null : digest(token);
	return async (c, next) => {
		if (wanted === null) return next();
		const given = /^Bearer +(\S+) *$/i.exec(c.req.header('Authorization') ?? '')?.[1] ?? '';
		return timingSafeEqual(digest(given), wanted) ? next() : refuse(c, 'token_missing');
	};
}

/** Equal lengths, so that the comparison takes the same time for every guess. */
function digest(text: string): Buffer {
	return createHash('sha256').update(text).digest();
}

/**
 * A hub without a token answers only under this machine's own names: else a foreign page whose name is pointed at
 * 127.0.0.1 could read the receipts as if it were ours.
 */
export function requireOwnName(open: boolean): MiddlewareHandler {
	return async (c, next) => {
		const host = (c.req.header('Host') ?? 'localhost').replace(/:\d+$/, '').toLowerCase();
		return open || isLoopback(host) || host.endsWith('.localhost') ? next() : refuse(c, 'host_unknown');
	};
}

/** Whether a host is this machine only. */
export function isLoopback(host: string): boolean {
	return host === 'localhost' || host === '::1' || host === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);
}

/** A page of another site cannot write: browsers name the site they come from. */
export const refuseForeignOrigin: MiddlewareHandler = async (c, next) => {
	const site = c.req.header('Sec-Fetch-Site');
	return site === undefined || site === 'same-origin' || site === 'none' ? next() : refuse(c, 'origin_foreign');
};
