import Dexie, { type Table } from 'dexie';
import type { Entry, EntryKind } from '../../domain/entries.ts';
import type { DeviceId } from '../../domain/ids.ts';
import { type ChainHead, EMPTY_HEAD } from '../../domain/log/entry.ts';
import type { BusinessDay } from '../../domain/time.ts';
import type { Database } from '../database.ts';
import { projectEntry } from '../projections/project.ts';
import { subjectsOf } from '../projections/subjects.ts';
import type { ProjectionWork } from '../projections/work.ts';
import { HeadMovedError } from '../storage-fault.ts';
import { plainRows, writePlain } from './plain-write.ts';
import type { Prepared } from './prepare.ts';

/** What a window remembers of the ledger. True for as long as the head is what it remembers, which each transaction checks. */
export type LedgerMemory = {
	readonly head: ChainHead;
	/** Last running number of each day on which this window has written since it read the head. */
	readonly numbers: ReadonlyMap<BusinessDay, number>;
};

/** Reads the memory afresh. */
export async function loadMemory(db: Database, device: DeviceId): Promise<LedgerMemory> {
	const last = await db.entries.where('[device+seq]').between([device, Dexie.minKey], [device, Dexie.maxKey]).last();
	return { head: last ? { seq: last.seq, hash: last.hash } : EMPTY_HEAD, numbers: new Map() };
}

/**
 * Writes entries with everything that follows from them, all or nothing, on the way that is shortest for them.
 * Rejects with HeadMovedError or a ConstraintError where the log is not as remembered.
 */
export async function writeEntries(db: Database, memory: LedgerMemory, entries: readonly Entry[], prepared: Prepared): Promise<LedgerMemory> {
	const last = entries.at(-1);
	if (!last) return memory;
	const plain = plainRows(db, memory, entries);
	if (plain) {
		await writePlain(db, { device: last.device, ...memory.head }, plain.rows);
		return { head: { seq: last.seq, hash: last.hash }, numbers: newest(plain.numbers) };
	}
	const work: ProjectionWork = { db, numbers: new Map(memory.numbers), days: new Set(), ...prepared };
	await project(db, { memory, entries, tip: last.hash, work });
	return { head: { seq: last.seq, hash: last.hash }, numbers: newest(work.numbers) };
}

type Projected = { readonly memory: LedgerMemory; readonly entries: readonly Entry[]; readonly tip: string; readonly work: ProjectionWork };

/**
 * Only Dexie calls are awaited inside: any other await would let the transaction commit half way (reference/reliability.md §0
 * finding 4). Nor may an async function run beside another one in it: Dexie would lose track of which transaction they belong to.
 */
function project(db: Database, { memory, entries, tip, work }: Projected): Promise<void> {
	return db.transaction('rw', tablesOf(db, entries), async () => {
		await checkHead(db, memory.head, entries[0]?.device);
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

/** Only a few days are sold on at a time; the memory must not grow with the years. */
function newest(numbers: ReadonlyMap<BusinessDay, number>): ReadonlyMap<BusinessDay, number> {
	return numbers.size <= 10 ? numbers : new Map([...numbers].sort(([a], [b]) => (a < b ? 1 : -1)).slice(0, 5));
}

/** What happens at the till touches few tables, so that a long read of the others never delays it. */
function tablesOf(db: Database, entries: readonly Entry[]): Table[] {
	const tables: Table[] = [db.entries, db.sales, db.dirtyDays, db.meta];
	if (entries.every((entry) => TILL_KINDS.has(entry.kind))) return tables;
	return [...tables, db.receiptPages, db.imports, db.decisions, db.discrepancies, db.cases, db.cashCounts, db.dayCloses, db.outages];
}

const TILL_KINDS = new Set<EntryKind>(['sale-recorded', 'refund-recorded', 'sale-reversed', 'sale-annotated', 'shop-configured']);
