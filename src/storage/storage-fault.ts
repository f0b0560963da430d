/**
 * What a rejected storage call says about its cause. `stale`: the log moved on or the id is there already; `full`: no room;
 * `lost`: the connection is gone and a new one may work; `other`: anything else.
 */
export type StorageFault = 'stale' | 'full' | 'lost' | 'other';

/** Thrown inside a transaction whose head is no longer the one that was hashed against. */
export class HeadMovedError extends Error {
	override readonly name = 'HeadMovedError';
}

const LOST = new Set([
	'InvalidStateError',
	'UnknownError',
	'DatabaseClosedError',
	'OpenFailedError',
	'TransactionInactiveError',
	'NotFoundError',
	'MissingAPIError',
]);
const FULL_WORDS = /quota|full disk|disk (is )?full|no space|not enough (space|storage)|FILE_ERROR_NO_SPACE/i;
const LOST_WORDS = /connection|server lost|backing store|closing|internal error/i;

/**
 * A full disk shows itself in several disguises: Dexie wraps a quota error into an AbortError, and Chromium reports a disk
 * that is really full as AbortError or UnknownError.
 */
export function faultOf(error: unknown): StorageFault {
	const chain = causesOf(error);
	const names = chain.map((cause) => cause.name);
	const words = chain.map((cause) => cause.message).join(' ');
	if (names.includes('HeadMovedError') || names.includes('ConstraintError')) return 'stale';
	if (names.includes('QuotaExceededError') || FULL_WORDS.test(words)) return 'full';
	if (names.some((name) => LOST.has(name)) || LOST_WORDS.test(words)) return 'lost';
	return 'other';
}

/** Names and messages of the error and its causes (of a failed bulk call the first), for the log. */
export function describeFault(error: unknown): string {
	return causesOf(error)
		.map((cause) => `${cause.name}: ${cause.message}`)
		.join(' <- ')
		.slice(0, 500);
}

type Cause = { readonly name: string; readonly message: string };

function causesOf(error: unknown): Cause[] {
	const causes: Cause[] = [];
	let current: unknown = error;
	while (typeof current === 'object' && current !== null && causes.length < 5) {
		const { name, message, inner, failures } = current as { name?: unknown; message?: unknown; inner?: unknown; failures?: unknown };
		causes.push({ name: String(name ?? 'Error'), message: String(message ?? '') });
		current = inner ?? (Array.isArray(failures) ? failures[0] : null);
	}
	return causes.length > 0 ? causes : [{ name: 'Error', message: String(error) }];
}
