import type { FileBytes } from '../domain/receipts/read-options.ts';

/** How long a worker may say nothing before it is taken to hang. Milliseconds. */
export type Silence = {
	/** Until it has begun: it may have to be fetched first, on a slow tablet. */
	readonly startMs: number;
	/** Between two messages after that. */
	readonly workMs: number;
};

const START_MS = 20_000;
const COMPARE_MS = 60_000;
/** A small file is read in a few milliseconds, so that little more than a second of silence means that it never will be. */
const READ_MS = 1_500;
/** A tablet reads some megabytes a second and speaks up forty times meanwhile; this is many times what it needs. */
const BYTES_PER_MS = 1_000;
/** What is packed may hold so many times its size, and is unpacked without a word. */
const PACKED_RATIO = 20;

export const SILENCE_COMPARING: Silence = { startMs: START_MS, workMs: COMPARE_MS };

/** For reading a file: in proportion to what has to be read. */
export function silenceReading({ bytes }: FileBytes): Silence {
	const weight = bytes.length * (isPacked(bytes) ? PACKED_RATIO : 1);
	return { startMs: START_MS, workMs: READ_MS + weight / BYTES_PER_MS };
}

/** An archive or workbook, by its first bytes: `PK` or those of an OLE file. */
function isPacked([first, second]: Uint8Array): boolean {
	return (first === 0x50 && second === 0x4b) || (first === 0xd0 && second === 0xcf);
}
