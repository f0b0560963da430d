import { type Problem, problem } from '../../../domain/problems.ts';
import type { FileBytes } from '../../../domain/receipts/read-options.ts';
import { fail, ok, type Result } from '../../../domain/result.ts';
import { isOle, isZip } from './magic.ts';
import { isPacked, unpack } from './unpack.ts';
import { isWorkbook, openXls, openXlsx, type Sheet } from './workbook.ts';

/** A file without what was packed around it: its bytes, or the sheets of a workbook. */
export type OpenedFile = { readonly name: string; readonly bytes: Uint8Array } | { readonly name: string; readonly sheets: readonly Sheet[] };

/**
 * Opens a file, an archive of files or a workbook, in the order of the names. An archive is taken whole or not at all; workbooks
 * in it are opened, archives in it are not. Problems: `archive_unreadable`, `archive_locked`, `archive_too_large`.
 */
export async function openFile(file: FileBytes): Promise<Result<readonly OpenedFile[], Problem>> {
	if (!isPacked(file.bytes)) return openEntries([file]);
	const entries = unpack(file);
	if (!entries.ok) return entries;
	return isWorkbook(entries.value) ? openPackage(file.name, entries.value) : openEntries(entries.value);
}

async function openEntries(files: readonly FileBytes[]): Promise<Result<readonly OpenedFile[], Problem>> {
	const opened: OpenedFile[] = [];
	for (const file of files) {
		const one = await openEntry(file);
		if (!one.ok) return one;
		opened.push(...one.value);
	}
	return ok(opened);
}

async function openEntry(file: FileBytes): Promise<Result<readonly OpenedFile[], Problem>> {
	if (isOle(file.bytes)) {
		const sheets = await openXls(file.bytes);
		return sheets.ok ? ok([{ name: file.name, sheets: sheets.value }]) : sheets;
	}
	if (!isZip(file.bytes)) return ok([file]);
	const entries = unpack(file);
	if (!entries.ok) return entries;
	return isWorkbook(entries.value) ? openPackage(file.name, entries.value) : fail(problem('archive_unreadable', 'an archive within an archive'));
}

async function openPackage(name: string, entries: readonly FileBytes[]): Promise<Result<readonly OpenedFile[], Problem>> {
	const sheets = await openXlsx(entries);
	return sheets.ok ? ok([{ name, sheets: sheets.value }]) : sheets;
}
