import type { Problem } from '../domain/problems.ts';
import type { FileBytes, OnProgress, ReadOptions } from '../domain/receipts/read-options.ts';
import type { BillReading, Encoding } from '../domain/receipts/reading.ts';
import type { StatementReading } from '../domain/receipts/statement.ts';
import type { Result } from '../domain/result.ts';
import type { TableSource } from './shared/table/table-source.ts';

/** What one file holds: several where it is an archive or a workbook. */
export type FileReading = { readonly bills: readonly BillReading[]; readonly statements: readonly StatementReading[] };

export type ReadFile = (file: FileBytes, options: ReadOptions, onProgress?: OnProgress) => Promise<Result<FileReading, Problem>>;

export type ParseContext = ReadOptions & {
	readonly name: string;
	readonly encoding: BillReading['encoding'];
	readonly onProgress: OnProgress;
	/** Minutes after midnight at which the source's clearing day ends; null or left out: as is usual of the format. */
	readonly dayCut?: number | null;
};

type Reading = BillReading | StatementReading;

/** What is common to all: the id, as `--as` takes it and as the format's folder is called. */
type Named = {
	readonly id: string;
	/** The encodings it comes in, where other ones would only garble it: bytes of windows-1252 make sense in GBK too. Absent: any. */
	readonly encodings?: readonly Encoding[];
};

/** Knows a format by what stands in the beginning of its text. */
type Sniffed = {
	/**
	 * Where the format's own column names or tags stand in the beginning of a file (in characters), or null where they do not.
	 * In a file made of two, the format that stands first is read, so that nothing before its names is taken for a preamble.
	 */
	readonly sniff: (head: string) => number | null;
};

/** A format of rows under column names, in a text file or on a sheet of a workbook. */
export type TableImporter = Named &
	Sniffed & {
		readonly takes: 'table';
		readonly parse: (table: TableSource, context: ParseContext) => Reading;
		/** Of a file that also holds what is no business of the shop: problems name its lines but never repeat their words. */
		readonly hidesLines?: true;
	};

/** A format of text that is no table; `text` is the decoded file without its byte order mark. */
export type TextImporter = Named & Sniffed & { readonly takes: 'text'; readonly parse: (text: string, context: ParseContext) => Reading };

/** A format whose fields stand at fixed places of bytes. */
export type RecordsImporter = Named & {
	readonly takes: 'records';
	readonly sniff: (bytes: Uint8Array) => boolean;
	readonly parse: (bytes: Uint8Array, context: ParseContext) => Reading;
};

export type Importer = TableImporter | TextImporter | RecordsImporter;
