import type { ImportId } from '../domain/ids.ts';
import { standingLines } from '../domain/receipts/standing-lines.ts';
import type { BankLine } from '../domain/receipts/statement.ts';
import type { Database, ImportRow } from './database.ts';

/** Files that were taken in and stand, bills and bank statements, with the statements that a hub passed on. */
export async function standingFiles(db: Database): Promise<ImportRow[]> {
	const files = await db.imports.where('origin').equals('file').toArray();
	const statements = await db.imports.bulkGet((await db.bankPages.orderBy('importId').uniqueKeys()) as string[]);
	const passedOn = statements.flatMap((row) => (row?.origin === 'feed' ? [row] : []));
	return [...files, ...passedOn].filter(({ withdrawnBy }) => withdrawnBy === null);
}

/** The bank lines that stand, and those that each statement carries; may be called within a transaction over bankPages and imports. */
export async function readBankLines(
	db: Database,
	files: readonly ImportRow[],
): Promise<{ readonly lines: readonly BankLine[]; readonly carried: ReadonlyMap<ImportId, readonly BankLine[]> }> {
	const carried = new Map<ImportId, BankLine[]>();
	for (const { importId, lines } of await db.bankPages.toArray()) carried.set(importId, [...(carried.get(importId) ?? []), ...lines]);
	return { lines: standingLines(files.map(({ id, seq }) => ({ seq, lines: carried.get(id) ?? [] }))), carried };
}
