import { type DecodedLines, decodeLines, encodeLine } from './line-codec.ts';

/** The part of FileSystemSyncAccessHandle that a segment needs. */
export type SyncFile = {
	readonly read: (bytes: Uint8Array, options: { readonly at: number }) => number;
	readonly write: (bytes: Uint8Array, options: { readonly at: number }) => number;
	readonly truncate: (size: number) => void;
	readonly getSize: () => number;
	readonly flush: () => void;
	readonly close: () => void;
};

/** Bytes from the end in which the last commits of a window are looked for; a longer line makes the whole segment be read. */
export const TAIL_BYTES = 65_536;

export type Segment = {
	/** Writes a line, with `flush` until it is durable. Throws where it cannot; the segment is then as before. */
	readonly append: (text: string, flush: boolean) => void;
	readonly tail: () => DecodedLines;
	readonly all: () => DecodedLines;
	readonly close: () => void;
};

/** A file to which one window alone appends. */
export function openSegment(file: SyncFile): Segment {
	let end = endTornLine(file);
	const append = (text: string, flush: boolean) => {
		const line = encodeLine(text);
		try {
			const written = file.write(line, { at: end });
			if (written !== line.length) throw new Error(`only ${written} of ${line.length} bytes were written`);
			if (flush) file.flush();
		} catch (error) {
			cutBack(file, end);
			throw error;
		}
		end += line.length;
	};
	const read = (from: number) => {
		const bytes = new Uint8Array(end - from);
		file.read(bytes, { at: from });
		return bytes;
	};
	return { append, tail: () => tailOf((from) => read(from), end), all: () => decodeLines(read(0)), close: () => file.close() };
}

/** The lines at the end of a segment of `size` bytes; everything where no whole line lies within the tail. */
export function tailOf(read: (from: number) => Uint8Array, size: number): DecodedLines {
	if (size <= TAIL_BYTES) return decodeLines(read(0));
	const tail = decodeLines(read(size - TAIL_BYTES), true);
	return tail.texts.length > 0 ? tail : decodeLines(read(0));
}

/** A line that a crash left unfinished gets an end, so that the next one begins cleanly. */
function endTornLine(file: SyncFile): number {
	const size = file.getSize();
	if (size === 0) return 0;
	const last = new Uint8Array(1);
	file.read(last, { at: size - 1 });
	if (last[0] === 10) return size;
	file.write(new Uint8Array([10]), { at: size });
	return size + 1;
}

function cutBack(file: SyncFile, end: number): void {
	try {
		file.truncate(end);
	} catch {
		// What remains is unfinished and ignored when read.
	}
}
