import type { ServerOptions } from 'node:http';
import type { HttpBindings } from '@hono/node-server';
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { refuse } from './problem-answer.ts';

export type HubEnv = { Bindings: Partial<HttpBindings> };

const BODY_BYTES_MAX = 1024 * 1024;
/** A tablet that installs the app asks some hundred files at once; several may do so behind one address. */
const BURST = 1_500;
const PER_SECOND = 200;
const CALLERS_MAX = 10_000;
export const CONNECTIONS_MAX = 500;
/** A connection on which nothing moves for so long is closed, also one that does not take its answer. */
export const IDLE_MS = 60_000;

/** Times after which Node cuts off who sends slowly, in milliseconds. */
export const SLOWNESS_LIMITS: ServerOptions = {
	headersTimeout: 10_000,
	requestTimeout: 20_000,
	keepAliveTimeout: 30_000,
	connectionsCheckingInterval: 2_000,
	maxHeaderSize: 16 * 1024,
};

export const limitBody: MiddlewareHandler = bodyLimit({ maxSize: BODY_BYTES_MAX, onError: (c) => refuse(c, 'body_too_large') });

/** A bucket of requests for each address, which fills up again as time passes. */
export function limitRate(elapsed: () => number): MiddlewareHandler<HubEnv> {
	const buckets = new Map<string, { left: number; at: number }>();
	return async (c, next) => {
		const caller = c.env?.incoming?.socket.remoteAddress ?? '';
		const at = elapsed();
		const bucket = buckets.get(caller) ?? { left: BURST, at };
		const left = Math.min(BURST, bucket.left + ((at - bucket.at) * PER_SECOND) / 1_000);
		buckets.delete(caller);
		buckets.set(caller, { left: Math.max(0, left - 1), at });
		const oldest = buckets.size > CALLERS_MAX ? buckets.keys().next() : null;
		if (oldest && !oldest.done) buckets.delete(oldest.value);
		return left < 1 ? refuse(c, 'too_many_requests') : next();
	};
}
