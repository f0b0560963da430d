import { fail, ok, type Result } from '../../../domain/result.ts';

/** One file of a zip as its directory describes it. Sizes are claims until the data was inflated. */
export type ZipEntry = { readonly name: string; readonly method: number; readonly crc: number; readonly data: Uint8Array };

export type ZipFault = 'damaged' | 'encrypted' | 'too many files';

/** More files than any provider packs. */
const ENTRIES_MAX = 200;
const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
/** The end record stands within so many bytes of the end: its own length and a comment. */
const END_SEARCH_BYTES = 22 + 0xffff;

/** Lists a zip's files by its central directory; folders are left out. */
export function readZipDirectory(bytes: Uint8Array): Result<readonly ZipEntry[], ZipFault> {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const end = findEnd(view);
	if (end === null) return fail('damaged');
	const count = view.getUint16(end + 10, true);
	if (count > ENTRIES_MAX) return fail('too many files');
	const entries: ZipEntry[] = [];
	let at = view.getUint32(end + 16, true);
	for (let i = 0; i < count; i++) {
		if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY_SIGNATURE) return fail('damaged');
		const entry = readEntry(bytes, view, at);
		if (!entry.ok) return entry;
		if (!entry.value.name.endsWith('/')) entries.push(entry.value);
		at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
	}
	return ok(entries);
}

function findEnd(view: DataView): number | null {
	const last = view.byteLength - 22;
	for (let at = last; at >= 0 && at >= view.byteLength - END_SEARCH_BYTES; at--) {
		if (view.getUint32(at, true) === END_SIGNATURE) return at;
	}
	return null;
}

function readEntry(bytes: Uint8Array, view: DataView, at: number): Result<ZipEntry, ZipFault> {
	const flags = view.getUint16(at + 8, true);
	if (flags & 1) return fail('encrypted');
	const local = view.getUint32(at + 42, true);
	if (local + 30 > bytes.length || view.getUint32(local, true) !== LOCAL_SIGNATURE) return fail('damaged');
	const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
	const stop = start + view.getUint32(at + 20, true);
	if (stop > bytes.length) return fail('damaged');
	const name = bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true));
	return ok({ name: decodeName(name), method: view.getUint16(at + 10, true), crc: view.getUint32(at + 16, true), data: bytes.subarray(start, stop) });
}

/** Chinese providers write names in GBK and do not say so. */
function decodeName(bytes: Uint8Array): string {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return new TextDecoder('gb18030').decode(bytes);
	}
}
