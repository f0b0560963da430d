import type { Transaction } from 'dexie';

/** Second schema: bank statements, and what is derived from them. Frozen: a change is a new version in a file of its own. */
export const STORES_V2 = { bankPages: 'key, importId', dayParts: 'day', payouts: 'id, nextDue' } as const;

/** SHA-256 of the tables above and of the shape of the rows in them, held by a test: neither changes without a new version. */
export const PINNED_V2 = { stores: '', rows: '' } as const;

/** What each day adds to payouts was not kept before: every day that was judged is judged again. */
export async function upgradeToV2(tx: Transaction): Promise<void> {
	const days = await tx.table('dayOutcomes').toCollection().primaryKeys();
	const known = new Set(await tx.table('dirtyDays').toCollection().primaryKeys());
	await tx.table('dirtyDays').bulkPut(days.filter((day) => !known.has(day)).map((day) => ({ day, tip: 'v2' })));
}
