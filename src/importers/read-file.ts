import { maskCardNumbers } from '../domain/card-numbers.ts';
import { type Problem, problem } from '../domain/problems.ts';
import type { FileBytes, OnProgress, ReadOptions } from '../domain/receipts/read-options.ts';
import type { BillReading, Encoding } from '../domain/receipts/reading.ts';
import type { StatementReading } from '../domain/receipts/statement.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { FileReading, Importer, ParseContext, ReadFile } from './importer.ts';
import { mappedImporter } from './mapped/mapped-importer.ts';
import { IMPORTERS, importerOf } from './registry.ts';
import { noteDamage, noteFormulas } from './shared/bytes/damage.ts';
import { isBinary } from './shared/bytes/magic.ts';
import { type OpenedFile, openFile } from './shared/bytes/open.ts';
import { decodeText } from './shared/bytes/text.ts';
import type { Sheet } from './shared/bytes/workbook.ts';
import { hasTooManyLines } from './shared/table/lines.ts';
import { tableOfSheet, tableOfText } from './shared/table/table-source.ts';

/** Larger files are refused; a bill of 100,000 rows has about 30 MB. */
export const FILE_BYTES_MAX = 64 * 1024 * 1024;

/**
 * Reads a bill or statement, or an archive or workbook of them. What the file is, is told by its bytes and column names, never by its name.
 * Never rejects for any bytes; what cannot be read at all is a problem, what cannot be read in part stands in the bill.
 */
export const readFile: ReadFile = async (file, options, onProgress = () => {}) => {
	if (file.bytes.length === 0) return fail(problem('file_empty'));
	if (file.bytes.length > FILE_BYTES_MAX) return fail(problem('file_too_large', `more than ${FILE_BYTES_MAX} bytes`));
	const opened = await openFile(file);
	return opened.ok ? readOpened(opened.value, options, onProgress) : opened;
};

type Reading = BillReading | StatementReading;
type Attempt = { readonly options: ReadOptions; readonly formats: readonly Importer[]; readonly onProgress: OnProgress };

/** Reads what was packed in a file; entries and sheets that are no bill, such as a summary, are passed over. */
export function readOpened(files: readonly OpenedFile[], options: ReadOptions, onProgress: OnProgress): Result<FileReading, Problem> {
	const formats = formatsOf(options);
	if (formats.length === 0) return fail(problem('format_unknown', `no format ${maskCardNumbers(options.format ?? '')}`));
	const read = readIn(files, formats, options, onProgress);
	const { mappings = [], mappingsFit } = options;
	if (read.ok || read.error.code !== 'format_unknown' || options.format !== null || options.mapping || !mappingsFit || mappings.length === 0) return read;
	return readIn(
		files,
		mappings.map((mapping) => mappedImporter(mapping, false)),
		options,
		onProgress,
	);
}

/**
 * What a person said about a layout counts where no format knows it by names of its own; that a table is a bank statement is told by
 * common words alone, and gives way.
 */
function formatsOf({ format, mapping, mappings = [] }: ReadOptions): readonly Importer[] {
	if (mapping) return [mappedImporter(mapping, false)];
	if (format !== null) return [importerOf(format)].filter((importer) => importer !== null);
	const remembered = mappings.map((one) => mappedImporter(one, true));
	return IMPORTERS.flatMap((importer) => (importer.id === BY_COMMON_WORDS ? [...remembered, importer] : [importer]));
}

/** The format of tables that are known by the common words of bank statements, not by names of their own. */
export const BY_COMMON_WORDS = 'bank-csv';

function readIn(files: readonly OpenedFile[], formats: readonly Importer[], options: ReadOptions, onProgress: OnProgress): Result<FileReading, Problem> {
	const found: Reading[] = [];
	for (const [i, file] of files.entries()) {
		const attempt: Attempt = { options, formats, onProgress: (done) => onProgress((i + done) / files.length) };
		const read = 'sheets' in file ? readSheets(file, attempt) : readBytes(file, attempt);
		if (read.ok) found.push(...read.value);
		else if (read.error.code !== 'format_unknown' || files.length === 1) return read;
	}
	if (found.length === 0) return fail(problem('format_unknown'));
	return ok({ bills: found.filter((one) => one.leg !== 'bank'), statements: found.filter((one) => one.leg === 'bank') });
}

function readBytes(file: FileBytes, attempt: Attempt): Result<readonly Reading[], Problem> {
	if (isBinary(file.bytes)) return fail(problem('format_unknown'));
	const records = attempt.formats.find((format) => format.takes === 'records' && format.sniff(file.bytes));
	if (records?.takes === 'records') return ok([records.parse(file.bytes, contextOf(file.name, 'gb18030', attempt, records))]);
	const decoded = decodeText(file.bytes, (head, encoding) => firstFitting(attempt.formats, head, encoding));
	if (!decoded) return fail(problem('format_unknown'));
	if (hasTooManyLines(decoded.text)) return fail(problem('file_too_large', 'too many lines'));
	const { recognised: format, text } = decoded;
	const context = contextOf(file.name, decoded.encoding, attempt, format);
	const reading = format.takes === 'table' ? format.parse(tableOfText(text), context) : format.parse(text, context);
	return ok([withoutPrivateLines(format, noteDamage(reading, decoded))]);
}

function readSheets({ name, sheets }: { readonly name: string; readonly sheets: readonly Sheet[] }, attempt: Attempt): Result<readonly Reading[], Problem> {
	const tables = attempt.formats.filter((format) => format.takes === 'table');
	const read = sheets.flatMap((sheet) => {
		const table = tableOfSheet(sheet);
		const format = firstFitting(tables, table.lines.slice(0, HEAD_ROWS).join('\n'), null);
		return format?.takes === 'table' ? [withoutPrivateLines(format, noteFormulas(format.parse(table, contextOf(name, null, attempt, format)), sheet))] : [];
	});
	return read.length > 0 ? ok(read) : fail(problem('format_unknown'));
}

function withoutPrivateLines(format: SniffedImporter, reading: Reading): Reading {
	if (format.takes !== 'table' || !format.hidesLines) return reading;
	return { ...reading, problems: reading.problems.map((one) => ({ ...one, text: '' })) };
}

/** Rows of a sheet in which its column names are looked for. */
const HEAD_ROWS = 200;

/** What is known of the format's source comes before what holds for all. */
function contextOf(name: string, encoding: BillReading['encoding'], { options, onProgress }: Attempt, { id }: Importer): ParseContext {
	const own = options.sources?.[id];
	return { ...options, zone: own?.zone ?? options.zone, dayCut: own?.dayCut ?? null, name, encoding, onProgress };
}

type SniffedImporter = Exclude<Importer, { readonly takes: 'records' }>;

/** The format whose column names stand first, of those that come in the encoding. */
function firstFitting(formats: readonly Importer[], head: string, encoding: Encoding | null): SniffedImporter | null {
	let first: { importer: SniffedImporter; at: number } | null = null;
	for (const importer of formats) {
		if (importer.takes === 'records' || (encoding && importer.encodings?.includes(encoding) === false)) continue;
		const at = importer.sniff(head);
		if (at !== null && (first === null || at < first.at)) first = { importer, at };
	}
	return first?.importer ?? null;
}
