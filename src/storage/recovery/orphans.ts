import type { DeviceId } from '../../domain/ids.ts';
import { loadMemory } from '../commit/transaction.ts';
import type { Database } from '../database.ts';
import type { Evidence, Intent } from './evidence.ts';

/**
 * Intents whose window ended before their transaction, while another window took their place in the chain. What a person
 * tapped is not lost: it is committed anew, with the same ids.
 */
export async function orphans(db: Database, device: DeviceId, evidence: Evidence): Promise<readonly Intent[]> {
	const intents = evidence.intents.filter((intent) => intent.entries[0]?.device === device);
	const known = await knownIds(db, intents);
	const { head } = await loadMemory(db, device);
	return intents.filter(({ entries }) => entries.every((entry) => !known.has(entry.id) && entry.seq <= head.seq));
}

/** Which of the intents' entries are in the log. */
export async function knownIds(db: Database, intents: readonly Intent[]): Promise<ReadonlySet<string>> {
	const ids = intents.flatMap((intent) => intent.entries.map((entry) => entry.id));
	const rows = await db.entries.where('id').anyOf(ids).toArray();
	return new Set(rows.map((row) => row.id));
}
