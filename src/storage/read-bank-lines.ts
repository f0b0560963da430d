import { standingLines } from '../domain/receipts/standing-lines.ts';
import type { BankLine } from '../domain/receipts/statement.ts';
import type { Database, ImportRow } from './database.ts';

/** Files that were taken in and stand, bills and bank statements. */
export async function standingFiles(db: Database): Promise<ImportRow[]> {
	const files = await db.imports.where('origin').equals('file').toArray();
	return files.filter(({ withdrawnBy }) => withdrawnBy === null);
}

/** Bank lines that stand; may be called within a transaction over bankPages and imports. */
export async function readBankLines(db: Database, files: readonly ImportRow[]): Promise<readonly BankLine[]> {
	const standing = new Set(files.map(({ id }) => id));
	const pages = await db.bankPages.toArray();
	const carried = pages.filter((page) => standing.has(page.importId));
	return standingLines(carried.map(({ importSeq, lines }) => ({ seq: importSeq, lines })));
}
