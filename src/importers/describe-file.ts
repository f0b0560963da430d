import { type Problem, problem } from '../domain/problems.ts';
import type { TableDescription } from '../domain/receipts/mapping/table-description.ts';
import type { DescribeOptions, FileBytes } from '../domain/receipts/read-options.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { describeFound } from './mapped/describe.ts';
import { type FoundTable, findTable } from './mapped/find-table.ts';
import { FILE_BYTES_MAX } from './read-file.ts';
import { isBinary } from './shared/bytes/magic.ts';
import { type OpenedFile, openFile } from './shared/bytes/open.ts';
import { decodeText } from './shared/bytes/text.ts';
import { hasTooManyLines } from './shared/table/lines.ts';
import { tableOfSheet, tableOfText } from './shared/table/table-source.ts';

/**
 * Looks at a file in no known format for a table of payments: the surest one of all files of an archive and sheets of a workbook.
 * Problems: those of opening; `format_unknown` where there is no table with dates and amounts.
 */
export async function describeFile(file: FileBytes, options: DescribeOptions): Promise<Result<TableDescription, Problem>> {
	if (file.bytes.length === 0) return fail(problem('file_empty'));
	if (file.bytes.length > FILE_BYTES_MAX) return fail(problem('file_too_large', `more than ${FILE_BYTES_MAX} bytes`));
	const opened = await openFile(file);
	if (!opened.ok) return opened;
	const surest = opened.value.flatMap(tablesOf).reduce<FoundTable | null>((best, table) => (best && best.score >= table.score ? best : table), null);
	return surest ? ok(describeFound(surest, options)) : fail(problem('format_unknown', 'no table with dates and amounts'));
}

function tablesOf(file: OpenedFile): FoundTable[] {
	if ('sheets' in file) return file.sheets.flatMap((sheet) => findTable(tableOfSheet(sheet)) ?? []);
	if (isBinary(file.bytes)) return [];
	// In the encoding under which known names show; else in the first under which there is a table at all.
	const decoded = decodeText(file.bytes, (head) => wellKnown(tableIn(head))) ?? decodeText(file.bytes, tableIn);
	if (!decoded || hasTooManyLines(decoded.text)) return [];
	return [findTable(tableOfText(decoded.text)) ?? decoded.recognised];
}

function tableIn(text: string): FoundTable | null {
	return findTable(tableOfText(text));
}

/** Two names that are known do not come by chance. */
const SCORE_KNOWN = 14;

function wellKnown(table: FoundTable | null): FoundTable | null {
	return table && table.score >= SCORE_KNOWN ? table : null;
}
