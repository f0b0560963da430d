import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Context } from 'hono';

/** Bytes to send, with their packed forms as far as they were ever asked for. */
export type Content = { readonly type: string; readonly bytes: Buffer; readonly etag: string; readonly packed: Map<Packing, Promise<Buffer>> };
type Packing = 'br' | 'gzip';

const PACK_BYTES_MIN = 1_024;
const PACKABLE = /^text\/|json|javascript|xml|manifest|csv/;
const BROTLI_QUALITY = 9;

const brotli = promisify(brotliCompress);
const zipped = promisify(gzip);

export function contentOf(type: string, bytes: Buffer): Content {
	return { type, bytes, etag: `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`, packed: new Map() };
}

/** Answers with the content, packed if the asker can unpack it, or with 304 if he has it already. */
export async function send(c: Context, content: Content, cacheControl: string): Promise<Response> {
	c.header('Cache-Control', cacheControl);
	c.header('ETag', content.etag);
	c.header('Vary', 'Accept-Encoding');
	if (isKnown(c.req.header('If-None-Match'), content.etag)) return c.body(null, 304);
	const packing = packingFor(c.req.header('Accept-Encoding') ?? '', content);
	if (packing) c.header('Content-Encoding', packing);
	const bytes = packing ? await pack(content, packing) : content.bytes;
	c.header('Content-Type', content.type);
	return c.body(new Uint8Array(bytes));
}

function isKnown(header: string | undefined, etag: string): boolean {
	return (header ?? '').split(',').some((known) => known.trim() === etag || known.trim() === '*');
}

function packingFor(accepted: string, { type, bytes }: Content): Packing | null {
	if (bytes.length < PACK_BYTES_MIN || !PACKABLE.test(type)) return null;
	const offers = accepted.split(',').map((offer) => offer.trim().toLowerCase());
	const takes = (packing: Packing) => offers.some((offer) => offer === packing || (offer.startsWith(`${packing};`) && !/q=0(\.0*)?$/.test(offer)));
	// Answers that are made anew for each asker are packed by the faster of the two.
	return takes('br') && !type.includes('json') ? 'br' : takes('gzip') ? 'gzip' : null;
}

function pack(content: Content, packing: Packing): Promise<Buffer> {
	const known = content.packed.get(packing);
	if (known) return known;
	const packed = packing === 'gzip' ? zipped(content.bytes) : brotli(content.bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } });
	content.packed.set(packing, packed);
	return packed;
}
