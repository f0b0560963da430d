import { type DecodedLines, decodeLines, encodeLine } from './line-codec.ts';

/** The part of FileSystemSyncAccessHandle that a segment needs. */
export type SyncFile = {
	readonly read: (bytes: Uint8Array, options: { readonly at: number }) => number;
	readonly write: (bytes: Uint8Array, options: { readonly at: number }) => number;
	readonly getSize: () => number;
	readonly flush: () => void;
	readonly close: () => void;
};

/** Bytes from the end in which the last commits of a window are looked for; where no whole line lies in them, the whole segment is read. */
export const TAIL_BYTES = 65_536;
/** Zeros that are written ahead: making a file longer costs Chromium a millisecond, writing into it a fifth of that. */
const RESERVE_BYTES = 262_144;
/** When this little is left, more is reserved. */
const RESERVE_BYTES_MIN = 65_536;

export type Segment = {
	/** Writes a line, with `flush` until it is durable. Throws where it cannot; what was there before stays readable. */
	readonly append: (text: string, flush: boolean) => void;
	/** Makes room for the next lines; to be called when nobody waits. Never throws. */
	readonly reserve: () => void;
	readonly tail: () => DecodedLines;
	readonly all: () => DecodedLines;
	readonly close: () => void;
};

/** A file to which one window alone appends: lines, then zeros. */
export function openSegment(file: SyncFile): Segment {
	let capacity = file.getSize();
	let end = endTornLine(file, capacity);
	const append = (text: string, flush: boolean) => {
		const line = encodeLine(text);
		try {
			const written = file.write(line, { at: end });
			if (written !== line.length) throw new Error(`only ${written} of ${line.length} bytes were written`);
			if (flush) file.flush();
		} catch (error) {
			blank(file, end, line.length);
			throw error;
		}
		end += line.length;
		capacity = Math.max(capacity, end);
	};
	const reserve = () => {
		if (capacity - end >= RESERVE_BYTES_MIN) return;
		try {
			file.write(new Uint8Array(RESERVE_BYTES), { at: capacity });
			file.flush();
			capacity = file.getSize();
		} catch {
			// Without room ahead lines still go in, only more slowly.
		}
	};
	const read = (from: number) => bytesOf(file, from, end);
	return { append, reserve, tail: () => tailOf(read, end), all: () => decodeLines(read(0)), close: () => file.close() };
}

/** The lines at the end of `size` bytes. */
function tailOf(read: (from: number) => Uint8Array, size: number): DecodedLines {
	if (size <= TAIL_BYTES) return decodeLines(read(0));
	const tail = decodeLines(read(size - TAIL_BYTES), true);
	return tail.texts.length > 0 ? tail : decodeLines(read(0));
}

/** What of a segment file as it stands on disk is lines. */
export function withoutReserve(bytes: Uint8Array): Uint8Array {
	let end = bytes.length;
	while (end > 0 && bytes[end - 1] === 0) end -= 1;
	return bytes.subarray(0, end);
}

/** The lines at the end of a whole segment file that another window writes. */
export function tailOfFile(bytes: Uint8Array): DecodedLines {
	const lines = withoutReserve(bytes);
	return tailOf((from) => lines.subarray(from), lines.length);
}

/** Where lines end. A line that a crash left unfinished gets an end, so that the next one begins cleanly. */
function endTornLine(file: SyncFile, capacity: number): number {
	let end = capacity;
	for (let from = capacity; from > 0 && end === from; ) {
		const upTo = from;
		from = Math.max(0, upTo - RESERVE_BYTES);
		end = from + withoutReserve(bytesOf(file, from, upTo)).length;
	}
	if (end === 0 || bytesOf(file, end - 1, end)[0] === 10) return end;
	file.write(new Uint8Array([10]), { at: end });
	return end + 1;
}

function bytesOf(file: SyncFile, from: number, to: number): Uint8Array {
	const bytes = new Uint8Array(to - from);
	file.read(bytes, { at: from });
	return bytes;
}

function blank(file: SyncFile, from: number, length: number): void {
	try {
		file.write(new Uint8Array(length), { at: from });
	} catch {
		// What remains is unfinished and ignored when read.
	}
}
