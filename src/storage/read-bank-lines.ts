import { standingLines } from '../domain/receipts/standing-lines.ts';
import type { BankLine } from '../domain/receipts/statement.ts';
import type { Database, ImportRow } from './database.ts';

/** Bank lines that stand, with the statements that carry them; may be called within a transaction over bankPages and imports. */
export async function readBankLines(db: Database): Promise<{ readonly lines: readonly BankLine[]; readonly statements: readonly ImportRow[] }> {
	const pages = await db.bankPages.toArray();
	const imports = await db.imports.filter(({ leg, withdrawnBy }) => leg === 'bank' && withdrawnBy === null).toArray();
	const standing = new Set(imports.map(({ id }) => id));
	const carried = pages.filter((page) => standing.has(page.importId)).map(({ importSeq, lines }) => ({ seq: importSeq, lines }));
	return { lines: standingLines(carried), statements: imports };
}
