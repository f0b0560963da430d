import type { Table } from 'dexie';
import type { Entry, EntryKind } from '../../domain/entries.ts';
import type { DeviceId } from '../../domain/ids.ts';
import type { ChainHead } from '../../domain/log/entry.ts';
import type { Database } from '../database.ts';
import { projectEntry } from '../projections/project.ts';
import { subjectsOf } from '../projections/subjects.ts';
import type { ProjectionWork } from '../projections/work.ts';
import { HeadMovedError } from '../storage-fault.ts';

export type Projected = { readonly head: ChainHead; readonly entries: readonly Entry[]; readonly tip: string; readonly work: ProjectionWork };

/**
 * Only Dexie calls are awaited inside: any other await would let the transaction commit half way. Nor may an async function run beside another one in it: Dexie would lose track of which transaction they belong to.
 */
export function projectEntries(db: Database, { head, entries, tip, work }: Projected): Promise<void> {
	return db.transaction('rw', tablesOf(db, entries), async () => {
		await checkHead(db, head, entries[0]?.device);
		await db.entries.bulkAdd(entries.map((entry) => ({ ...entry, subjects: subjectsOf(entry) })));
		for (const entry of entries) await projectEntry(entry, work);
		await db.dirtyDays.bulkPut([...work.days].map((day) => ({ day, tip })));
	});
}

async function checkHead(db: Database, head: ChainHead, device: DeviceId | undefined): Promise<void> {
	if (head.seq === 0 || device === undefined) return;
	const found = await db.entries.get([device, head.seq]);
	if (found?.hash !== head.hash) throw new HeadMovedError(`entry ${head.seq} is not what was hashed against`);
}

/** What happens at the till touches few tables, so that a long read of the others never delays it. */
function tablesOf(db: Database, entries: readonly Entry[]): Table[] {
	const tables: Table[] = [db.entries, db.sales, db.dirtyDays, db.meta];
	if (entries.every((entry) => TILL_KINDS.has(entry.kind))) return tables;
	if (entries.every((entry) => SETTING_KINDS.has(entry.kind))) return [...tables, db.dayOutcomes];
	return [
		...tables,
		db.dayOutcomes,
		db.receiptPages,
		db.bankPages,
		db.imports,
		db.decisions,
		db.discrepancies,
		db.discrepancyPages,
		db.cases,
		db.cashCounts,
		db.dayCloses,
		db.outages,
	];
}

const SETTING_KINDS = new Set<EntryKind>(['source-profile-set', 'source-profile-reset', 'shop-configured']);
const TILL_KINDS = new Set<EntryKind>(['sale-recorded', 'refund-recorded', 'sale-reversed', 'sale-annotated']);
