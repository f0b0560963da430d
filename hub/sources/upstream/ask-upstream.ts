import { fail, type Result } from '../../../src/domain/result.ts';
import { PAGE_LIMIT_MAX, readError } from '../../../src/feeds/protocol.ts';

export type UpstreamAddress = {
	/** Origin, or the base under which `/hub/v1/receipts` stands. */
	readonly url: string;
	readonly token: string | null;
};

/** `again`: the place is unknown there, so that everything is to be read anew. `absent`: it has no such route. */
export type UpstreamFault = { readonly kind: 'again' | 'absent' | 'failed'; readonly message: string };
/** One of the feeds of an upstream: where it stands, and how its pages are read. */
export type UpstreamRoute<Page> = { readonly path: string; readonly read: (json: unknown) => Result<Page, string> };

const TIMEOUT_MS = 15_000;
const BYTES_MAX = 16 * 1024 * 1024;

/** One page of another feed of this shape. */
export async function askUpstream<Page>(
	{ url, token }: UpstreamAddress,
	{ path, read }: UpstreamRoute<Page>,
	after: string,
): Promise<Result<Page, UpstreamFault>> {
	const query = new URLSearchParams({ limit: String(PAGE_LIMIT_MAX), ...(after === '' ? {} : { after }) });
	try {
		const response = await fetch(`${url.replace(/\/+$/, '')}${path}?${query}`, {
			headers: { Accept: 'application/json', ...(token === null ? {} : { Authorization: `Bearer ${token}` }) },
			redirect: 'error',
			signal: AbortSignal.timeout(TIMEOUT_MS),
		});
		const text = await boundedText(response);
		// A server that knows receipts only may answer anything there, JSON or not.
		if (response.status === 404) return fail({ kind: 'absent', message: `it has no ${path}` });
		const json = JSON.parse(text) as unknown;
		if (response.status !== 200) return fail(faultOf(response.status, json));
		const page = read(json);
		return page.ok ? page : fail({ kind: 'failed', message: `its answer at ${path} is not a page (${page.error})` });
	} catch (error) {
		return fail({ kind: 'failed', message: reasonOf(error) });
	}
}

function faultOf(status: number, json: unknown): UpstreamFault {
	const error = readError(json);
	const code = error.ok ? error.value.code : 'no code';
	return { kind: code === 'cursor_unknown' ? 'again' : 'failed', message: `it answered ${status} (${code})` };
}

/** Stops reading where the answer is larger than any page can be. */
async function boundedText(response: Response): Promise<string> {
	const chunks: Uint8Array[] = [];
	let length = 0;
	for await (const chunk of response.body ?? []) {
		length += chunk.length;
		if (length > BYTES_MAX) throw new Error('its answer is too large');
		chunks.push(chunk);
	}
	return Buffer.concat(chunks).toString('utf8');
}

function reasonOf(error: unknown): string {
	if (error instanceof SyntaxError) return 'its answer is not JSON';
	if (!(error instanceof Error)) return String(error);
	const cause = error.cause instanceof Error && 'code' in error.cause ? String(error.cause.code) : null;
	return cause ?? error.message;
}
