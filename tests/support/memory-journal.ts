import type { Journal, JournalLine, JournalReading } from '../../src/storage/journal/journal.ts';
import { openSegment, type SyncFile } from '../../src/storage/journal/segment.ts';

/** A file in memory; `bytes` is what a disk would hold. */
export type MemoryFile = SyncFile & { bytes: Uint8Array };

export function memoryFile(bytes: Uint8Array = new Uint8Array()): MemoryFile {
	const file: MemoryFile = {
		bytes,
		read: (target, { at }) => {
			const part = file.bytes.subarray(at, at + target.length);
			target.set(part);
			return part.length;
		},
		write: (source, { at }) => {
			const grown = new Uint8Array(Math.max(file.bytes.length, at + source.length));
			grown.set(file.bytes);
			grown.set(source, at);
			file.bytes = grown;
			return source.length;
		},
		getSize: () => file.bytes.length,
		flush: () => undefined,
		close: () => undefined,
	};
	return file;
}

/** A journal over one file in memory, written and read like the real one. */
export function memoryJournal(file: MemoryFile = memoryFile()): Journal {
	const segment = openSegment(file);
	const reading = ({ texts, damaged }: { readonly texts: readonly string[]; readonly damaged: number }): JournalReading => ({
		lines: texts.map((text) => JSON.parse(text) as JournalLine),
		damaged,
	});
	return {
		available: () => true,
		append: (line, { flush }) => {
			segment.append(JSON.stringify(line), flush);
			return Promise.resolve(true);
		},
		readTails: () => Promise.resolve(reading(segment.tail())),
		readAll: () => Promise.resolve(reading(segment.all())),
		close: () => {
			segment.close();
			return Promise.resolve();
		},
	};
}
