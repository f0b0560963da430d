import { fail, type Result } from '../../../src/domain/result.ts';
import { PAGE_LIMIT_MAX, type PageWire, RECEIPTS_PATH, readError, readPage } from '../../../src/feeds/protocol.ts';

export type UpstreamAddress = {
	/** Origin, or the base under which `/hub/v1/receipts` stands. */
	readonly url: string;
	readonly token: string | null;
};

/** `again`: the place is unknown there, so that everything is to be read anew. */
export type UpstreamFault = { readonly kind: 'again' | 'failed'; readonly message: string };

const TIMEOUT_MS = 15_000;
const BYTES_MAX = 16 * 1024 * 1024;

/** One page of another feed of this shape. */
export async function askUpstream({ url, token }: UpstreamAddress, after: string): Promise<Result<PageWire, UpstreamFault>> {
	const query = new URLSearchParams({ limit: String(PAGE_LIMIT_MAX), ...(after === '' ? {} : { after }) });
	try {
		const response = await fetch(`${url.replace(/\/+$/, '')}${RECEIPTS_PATH}?${query}`, {
			headers: { Accept: 'application/json', ...(token === null ? {} : { Authorization: `Bearer ${token}` }) },
			redirect: 'error',
			signal: AbortSignal.timeout(TIMEOUT_MS),
		});
		const json = JSON.parse(await boundedText(response)) as unknown;
		if (response.status !== 200) return fail(faultOf(response.status, json));
		const page = readPage(json);
		return page.ok ? page : fail({ kind: 'failed', message: `its answer is not a page of receipts (${page.error})` });
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
