import type { Problem } from '../domain/problems.ts';
import type { FileBytes, OnProgress, ReadOptions } from '../domain/receipts/read-options.ts';
import type { BillReading } from '../domain/receipts/reading.ts';
import type { Result } from '../domain/result.ts';

/** What one file holds: several bills where it is an archive. */
export type FileReading = { readonly bills: readonly BillReading[] };

export type ReadFile = (file: FileBytes, options: ReadOptions, onProgress?: OnProgress) => Result<FileReading, Problem>;

export type ParseContext = ReadOptions & { readonly name: string; readonly encoding: BillReading['encoding']; readonly onProgress: OnProgress };

/** A format's two halves. `text` is the decoded file without its byte order mark. */
export type TextImporter = {
	/** Format id, as `--as` takes it. */
	readonly id: string;
	/**
	 * Where the format's own column names stand in the beginning of a file (in characters), or null where they do not.
	 * In a file made of two, the format that stands first is read, so that nothing before its names is taken for a preamble.
	 */
	readonly sniff: (head: string) => number | null;
	readonly parse: (text: string, context: ParseContext) => BillReading;
};
