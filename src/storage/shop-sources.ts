import type { Tender } from '../domain/ledger/tender.ts';
import type { SourceEdit } from '../domain/receipts/source-profiles/edits.ts';
import type { ShopSource } from '../domain/receipts/source-profiles/shop-sources.ts';
import type { Database } from './database.ts';

/** Older imports are not looked at: a feed makes some hundred in a day, and who has been silent for so long sends no bills any more. */
const IMPORTS_MAX = 5_000;

const memories = new WeakMap<Database, () => Promise<readonly ShopSource[]>>();

/**
 * Sources that sent anything, by name and leg, with all tenders that they ever covered; those heard from last come first. What was read
 * once is remembered, because it is asked for with each comparison. One whose import was withdrawn stays a source.
 */
export function shopSources(db: Database): Promise<readonly ShopSource[]> {
	const remembered = memories.get(db) ?? memoryOf(db);
	memories.set(db, remembered);
	return remembered();
}

function memoryOf(db: Database): () => Promise<readonly ShopSource[]> {
	let sources: readonly ShopSource[] = [];
	let last = 0;
	return async () => {
		const rows = await db.imports.where('seq').above(last).reverse().limit(IMPORTS_MAX).toArray();
		last = Math.max(last, rows[0]?.seq ?? 0);
		const heard = rows.map(({ format: source, leg, tenders }): ShopSource => ({ source, leg, tenders }));
		sources = joined([...heard, ...sources]);
		return sources;
	};
}

/** One for each name and leg; null stands for all tenders. */
function joined(list: readonly ShopSource[]): readonly ShopSource[] {
	const found = new Map<string, ShopSource>();
	for (const one of list) {
		const key = `${one.leg} ${one.source}`;
		const before = found.get(key);
		found.set(key, before ? { ...before, tenders: both(before.tenders, one.tenders) } : one);
	}
	return [...found.values()];
}

function both(some: readonly Tender[] | null, more: readonly Tender[] | null): readonly Tender[] | null {
	return some === null || more === null ? null : [...new Set([...some, ...more])];
}

/** What the shop knows better than the shipped table. */
export async function sourceEdits(db: Database): Promise<readonly SourceEdit[]> {
	const row = await db.meta.get('sources');
	return row?.key === 'sources' ? row.edits : [];
}
