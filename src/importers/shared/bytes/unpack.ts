import { Gunzip, Inflate } from 'fflate';
import { type Problem, type ProblemCode, problem } from '../../../domain/problems.ts';
import type { FileBytes } from '../../../domain/receipts/read-options.ts';
import { fail, ok, type Result } from '../../../domain/result.ts';
import { crc32 } from './crc32.ts';
import { isGzip, isZip } from './magic.ts';
import { readZipDirectory, type ZipEntry, type ZipFault } from './zip-directory.ts';

/** All files of an archive together, unpacked. */
const UNPACKED_BYTES_MAX = 64 * 1024 * 1024;
/** Tables shrink to a tenth, repetitive ones to a hundredth; a bomb to a thousandth. */
const RATIO_MAX = 250;
/** Below this size the ratio says nothing. */
const RATIO_FROM_BYTES = 4 * 1024 * 1024;
/** Packed bytes handed to the inflater at once: at most about 16 MB come out before the next count. */
const CHUNK_BYTES = 16 * 1024;

/** Header and trailer of a gzip file. */
const GZIP_BYTES_MIN = 18;

export function isPacked(bytes: Uint8Array): boolean {
	return isZip(bytes) || isGzip(bytes);
}

/**
 * Unpacks a zip or gzip file in memory, in the order of the names. Bytes are counted while they come out, so what the
 * directory claims does not matter; checksums are verified. An archive is taken whole or not at all.
 */
export function unpack(file: FileBytes): Result<readonly FileBytes[], Problem> {
	return isGzip(file.bytes) ? unpackGzip(file) : unpackZip(file);
}

const FAULTS = { damaged: 'archive_unreadable', encrypted: 'archive_locked', 'too many files': 'archive_too_large' } as const satisfies Record<
	ZipFault,
	ProblemCode
>;

function unpackZip(file: FileBytes): Result<readonly FileBytes[], Problem> {
	const directory = readZipDirectory(file.bytes);
	if (!directory.ok) return fail(problem(FAULTS[directory.error], directory.error));
	const files: FileBytes[] = [];
	let left = UNPACKED_BYTES_MAX;
	for (const entry of directory.value) {
		const bytes = unpackEntry(entry, left);
		if (!bytes.ok) return fail(bytes.error);
		left -= bytes.value.length;
		files.push({ name: entry.name, bytes: bytes.value });
	}
	return ok(files.sort((a, b) => (a.name < b.name ? -1 : 1)));
}

function unpackEntry({ method, data, crc }: ZipEntry, left: number): Result<Uint8Array, Problem> {
	if (method !== 0 && method !== 8) return fail(problem('archive_unreadable', `compression method ${method}`));
	const bytes = method === 0 ? limited(data, left) : inflate(data, left, 'raw');
	if (bytes.ok && crc32(bytes.value) !== crc) return fail(problem('archive_unreadable', 'checksum'));
	return bytes;
}

function unpackGzip(file: FileBytes): Result<readonly FileBytes[], Problem> {
	if (file.bytes.length < GZIP_BYTES_MIN) return fail(problem('archive_unreadable', 'cut off'));
	const bytes = inflate(file.bytes, UNPACKED_BYTES_MAX, 'gzip');
	if (!bytes.ok) return bytes;
	const trailer = new DataView(file.bytes.buffer, file.bytes.byteOffset + file.bytes.length - 8, 8);
	if (trailer.getUint32(0, true) !== crc32(bytes.value)) return fail(problem('archive_unreadable', 'checksum'));
	return ok([{ name: file.name.replace(/\.gz(?:ip)?$/i, ''), bytes: bytes.value }]);
}

function limited(bytes: Uint8Array, left: number): Result<Uint8Array, Problem> {
	return bytes.length > left ? fail(problem('archive_too_large')) : ok(bytes);
}

function inflate(packed: Uint8Array, left: number, kind: 'raw' | 'gzip'): Result<Uint8Array, Problem> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	const take = (chunk: Uint8Array) => {
		chunks.push(chunk);
		size += chunk.length;
	};
	const stream = kind === 'raw' ? new Inflate(take) : new Gunzip(take);
	try {
		for (let at = 0; at < packed.length || at === 0; at += CHUNK_BYTES) {
			stream.push(packed.subarray(at, at + CHUNK_BYTES), at + CHUNK_BYTES >= packed.length);
			if (size > left || (size > RATIO_FROM_BYTES && size > packed.length * RATIO_MAX)) return fail(problem('archive_too_large'));
		}
	} catch {
		return fail(problem('archive_unreadable', 'packed data is damaged'));
	}
	return ok(concatenate(chunks, size));
}

function concatenate(chunks: readonly Uint8Array[], size: number): Uint8Array {
	const whole = new Uint8Array(size);
	let at = 0;
	for (const chunk of chunks) {
		whole.set(chunk, at);
		at += chunk.length;
	}
	return whole;
}
