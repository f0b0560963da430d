import { maskCardNumbers } from '../domain/card-numbers.ts';
import { type Problem, problem } from '../domain/problems.ts';
import type { FileBytes, OnProgress, ReadOptions } from '../domain/receipts/read-options.ts';
import type { BillReading } from '../domain/receipts/reading.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { ReadFile, TextImporter } from './importer.ts';
import { IMPORTERS, importerOf } from './registry.ts';
import { noteDamage } from './shared/bytes/damage.ts';
import { isBinary } from './shared/bytes/magic.ts';
import { decodeText } from './shared/bytes/text.ts';
import { isPacked, unpack } from './shared/bytes/unpack.ts';
import { hasTooManyLines } from './shared/table/lines.ts';

/** Larger files are refused; a bill of 100,000 rows has about 30 MB. */
export const FILE_BYTES_MAX = 64 * 1024 * 1024;

/**
 * Reads a bill or an archive of bills. What the file is, is told by its bytes and column names, never by its name.
 * Never throws for any bytes; what cannot be read at all is a problem, what cannot be read in part stands in the bill.
 */
export const readFile: ReadFile = (file, options, onProgress = () => {}) => {
	if (file.bytes.length === 0) return fail(problem('file_empty'));
	if (file.bytes.length > FILE_BYTES_MAX) return fail(problem('file_too_large', `more than ${FILE_BYTES_MAX} bytes`));
	const formats = options.format === null ? IMPORTERS : [importerOf(options.format)].filter((importer) => importer !== null);
	if (formats.length === 0) return fail(problem('format_unknown', `no format ${maskCardNumbers(options.format ?? '')}`));
	if (isPacked(file.bytes)) return readPacked(file, { options, formats, onProgress });
	const bill = readBill(file, { options, formats, onProgress });
	return bill.ok ? ok({ bills: [bill.value] }) : bill;
};

type Reading = { readonly options: ReadOptions; readonly formats: readonly TextImporter[]; readonly onProgress: OnProgress };

/** Bills of an archive in the order of their names; entries that are no bill, such as a summary, are passed over. */
function readPacked(file: FileBytes, reading: Reading): ReturnType<ReadFile> {
	const entries: Result<readonly FileBytes[], Problem> = unpack(file);
	if (!entries.ok) return entries;
	const bills: BillReading[] = [];
	for (const [i, entry] of entries.value.entries()) {
		const onProgress: OnProgress = (done) => reading.onProgress((i + done) / entries.value.length);
		const bill = readBill(entry, { ...reading, onProgress });
		if (bill.ok) bills.push(bill.value);
		else if (bill.error.code !== 'format_unknown') return bill;
	}
	return bills.length > 0 ? ok({ bills }) : fail(problem('format_unknown'));
}

function readBill(file: FileBytes, { options, formats, onProgress }: Reading): Result<BillReading, Problem> {
	const decoded = isBinary(file.bytes) ? null : decodeText(file.bytes, (head) => firstFitting(formats, head));
	if (!decoded) return fail(problem('format_unknown'));
	if (hasTooManyLines(decoded.text)) return fail(problem('file_too_large', 'too many lines'));
	const context = { ...options, name: file.name, encoding: decoded.encoding, onProgress };
	return ok(noteDamage(decoded.recognised.parse(decoded.text, context), decoded));
}

/** The format whose column names stand first. */
function firstFitting(formats: readonly TextImporter[], head: string): TextImporter | null {
	let first: { importer: TextImporter; at: number } | null = null;
	for (const importer of formats) {
		const at = importer.sniff(head);
		if (at !== null && (first === null || at < first.at)) first = { importer, at };
	}
	return first?.importer ?? null;
}
