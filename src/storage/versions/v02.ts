import type { Transaction } from 'dexie';

/** Second schema: bank statements, what is derived from them, and files among the imports of a feed. Frozen: a change is a new version in a file of its own. */
export const STORES_V2 = {
	imports: 'id, hash, seq, *days, origin',
	bankPages: 'key, importId',
	dayParts: 'day',
	payouts: 'id, nextDue',
} as const;

/** SHA-256 of the tables above and of the shape of the rows in them, held by a test: neither changes without a new version. */
export const PINNED_V2 = {
	stores: 'b5e78cbe59c5518846aa0af33a0fca6bf6a9ba0991f6b252f49ef84b3cfafdb1',
	rows: 'c29aad9d9b173267aa4763c859e1edefba4315ebc988a8cc2a5e4d1ad3de468f',
} as const;

/** What each day adds to payouts was not kept before: every day that was judged is judged again. */
export async function upgradeToV2(tx: Transaction): Promise<void> {
	const days = await tx.table('dayOutcomes').toCollection().primaryKeys();
	const known = new Set(await tx.table('dirtyDays').toCollection().primaryKeys());
	await tx.table('dirtyDays').bulkPut(days.filter((day) => !known.has(day)).map((day) => ({ day, tip: 'v2' })));
}
