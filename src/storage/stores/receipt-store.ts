import type { ImportInfo, ReceiptStore } from '../../commands/ports.ts';
import type { Database, ImportRow } from '../database.ts';
import { importedBills } from '../imported-bills.ts';
import { readBankLines, standingFiles } from '../read-bank-lines.ts';
import { readReceipts } from '../read-receipts.ts';
import { findReceipt } from '../receipt-lookup.ts';
import { shopSources, sourceEdits } from '../shop-sources.ts';
import { createStaging } from './staging.ts';

/** What sources said, as commands read it. It is written with the entries that name it, by the ledger alone. */
export function createReceiptStore(db: Database): ReceiptStore {
	return {
		importByHash: async (hash) => {
			const rows = await db.imports.where('hash').equals(hash).toArray();
			const standing = rows.filter((row) => row.withdrawnBy === null).sort((a, b) => a.seq - b.seq);
			return infoOf(standing.at(-1));
		},
		importById: async (id) => infoOf(await db.imports.get(id)),
		receiptsOfDays: (days) =>
			db.transaction('r', db.receiptPages, db.imports, async () => {
				const { receipts } = await readReceipts(db, days);
				return receipts.map(({ receipt }) => receipt);
			}),
		billsByHash: (hash) => importedBills(db, hash),
		...createStaging(db),
		receipt: (id) => findReceipt(db, id),
		bankLines: () => db.transaction('r', db.bankPages, db.imports, async () => (await readBankLines(db, await standingFiles(db))).lines),
		refusedByHash: (hash) => isRefused(db, hash),
		cursor: async (feed) => {
			const row = await db.meta.get(`cursor:${feed}`);
			return row && 'cursor' in row ? row.cursor : null;
		},
		keepCursor: async (feed, cursor, at) => {
			await db.meta.put({ key: `cursor:${feed}`, feed, cursor, at });
		},
		// Asked for when a file is read, never at the till.
		mappings: async () => (await import('../queries/mapping-list.ts')).mappingList(db),
		sources: () => shopSources(db),
		sourceEdits: () => sourceEdits(db),
	};
}

function infoOf(row: ImportRow | undefined): ImportInfo | null {
	return row ? { id: row.id, name: row.name, hash: row.hash, withdrawn: row.withdrawnBy !== null, days: row.days } : null;
}

/** Whether the last word about these bytes was that of a person who withdrew them. */
async function isRefused(db: Database, hash: string): Promise<boolean> {
	const rows = await db.imports.where('hash').equals(hash).sortBy('seq');
	const withdrawnBy = rows.at(-1)?.withdrawnBy ?? null;
	const entry = withdrawnBy === null ? undefined : await db.entries.where('id').equals(withdrawnBy).first();
	return entry?.kind === 'import-withdrawn' && entry.body.by === undefined;
}
