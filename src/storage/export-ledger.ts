import type { ChainHead } from '../domain/log/entry.ts';
import type { LedgerFileHead } from '../domain/log/ledger-file.ts';
import type { Instant } from '../domain/time.ts';
import { withoutSubjects } from './commit/commit.ts';
import type { Database } from './database.ts';
import { unpacked } from './receipt-pages.ts';
import { readStanding } from './recovery/standing.ts';

const BATCH = 500;

/** A copy of the ledger: its head, and the lines of the file in order, each ended by a line feed. */
export type LedgerCopy = { readonly head: LedgerFileHead; readonly lines: AsyncIterable<string> };

/** Prepares a copy as it stands now; entries that come while it is being written are not in it. */
export async function exportLedger(db: Database, exportedAt: Instant): Promise<LedgerCopy> {
	const { chains } = await readStanding(db);
	const shop = await db.meta.get('shop');
	const pages = await db.receiptPages.toCollection().primaryKeys();
	const bankPages = await db.bankPages.toCollection().primaryKeys();
	const head: LedgerFileHead = {
		format: 'counterfoil-ledger',
		version: 1,
		shop: shop && 'shop' in shop ? shop.shop.name : '',
		exportedAt,
		entries: chains.reduce((sum, chain) => sum + chain.count, 0),
		pages: pages.length + bankPages.length,
		heads: chains.map(({ device, head: { seq, hash } }) => ({ device, seq, hash })),
	};
	return { head, lines: linesOf(db, head, { pages, bankPages }) };
}

type PageKeys = { readonly pages: readonly string[]; readonly bankPages: readonly string[] };

async function* linesOf(db: Database, head: LedgerFileHead, { pages, bankPages }: PageKeys): AsyncGenerator<string> {
	yield `${JSON.stringify(head)}\n`;
	for (const { device, seq } of head.heads) {
		for (let last = 0; last < seq; last += BATCH) {
			const rows = await db.entries
				.where('[device+seq]')
				.between([device, last + 1], [device, Math.min(seq, last + BATCH)], true, true)
				.toArray();
			for (const row of rows) yield `${JSON.stringify(withoutSubjects(row))}\n`;
		}
	}
	for (const key of pages) {
		const page = await db.receiptPages.get(key);
		if (page) yield `${JSON.stringify({ page: unpacked(page) })}\n`;
	}
	for (const key of bankPages) {
		const page = await db.bankPages.get(key);
		if (page) yield `${JSON.stringify({ page })}\n`;
	}
}

/** Remembers that a copy up to `head` has left the device. */
export async function markCopied(db: Database, { seq }: Pick<ChainHead, 'seq'>, at: Instant): Promise<void> {
	await db.meta.put({ key: 'copy', seq, at });
}
