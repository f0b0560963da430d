import Dexie, { type Table } from 'dexie';
import type { Entry, EntryKind } from '../../domain/entries.ts';
import type { DeviceId } from '../../domain/ids.ts';
import { type ChainHead, EMPTY_HEAD } from '../../domain/log/entry.ts';
import type { BusinessDay } from '../../domain/time.ts';
import type { Database } from '../database.ts';
import { project } from '../projections/project.ts';
import { subjectsOf } from '../projections/subjects.ts';
import type { ProjectionWork } from '../projections/work.ts';
import { HeadMovedError } from '../storage-fault.ts';
import type { Prepared } from './prepare.ts';

/** What a window remembers of the ledger. True for as long as the head is what it remembers, which each transaction checks. */
export type LedgerMemory = { readonly head: ChainHead; readonly numbers: ReadonlyMap<BusinessDay, number>; readonly mark: number };

/** Reads the memory afresh. */
export function loadMemory(db: Database, device: DeviceId): Promise<LedgerMemory> {
	return db.transaction('r', db.entries, db.meta, async () => {
		const last = await db.entries.where('[device+seq]').between([device, Dexie.minKey], [device, Dexie.maxKey]).last();
		const mark = await db.meta.get('mark');
		const head = last ? { seq: last.seq, hash: last.hash } : EMPTY_HEAD;
		return { head, numbers: new Map(), mark: mark && 'value' in mark ? mark.value : 0 };
	});
}

/**
 * Writes entries with everything that follows from them, all or nothing. Only Dexie calls are awaited inside: any other
 * await would let the transaction commit half way (reference/reliability.md §0 finding 4). For the same reason no async
 * function may run beside another one in it: Dexie would lose track of which transaction they belong to.
 * Rejects with HeadMovedError or a ConstraintError where the log is not as remembered.
 */
export async function writeEntries(db: Database, memory: LedgerMemory, entries: readonly Entry[], prepared: Prepared): Promise<LedgerMemory> {
	const work: ProjectionWork = { db, numbers: new Map(memory.numbers), days: new Set(daysKnownOf(entries)), ...prepared };
	const mark = memory.mark + 1;
	await db.transaction('rw', tablesOf(db, entries), async () => {
		const early = new Set(work.days);
		const requests = [
			checkHead(db, memory.head, entries[0]?.device),
			...entries.map((entry) => db.entries.add({ ...entry, subjects: subjectsOf(entry) })),
			...dirty(db, early, mark),
		];
		for (const entry of entries) await project(entry, work);
		await Promise.all(requests);
		await Promise.all(dirty(db, new Set([...work.days].filter((day) => !early.has(day))), mark));
	});
	const last = entries.at(-1);
	const head = last ? { seq: last.seq, hash: last.hash } : memory.head;
	return { head, numbers: newest(work.numbers), mark: work.days.size > 0 ? mark : memory.mark };
}

function checkHead(db: Database, head: ChainHead, device: DeviceId | undefined): PromiseLike<unknown> {
	if (head.seq === 0 || device === undefined) return Dexie.Promise.resolve();
	return db.entries.get([device, head.seq]).then((found) => {
		if (found?.hash !== head.hash) throw new HeadMovedError(`entry ${head.seq} is not what was hashed against`);
	});
}

/** Days that change with these entries as far as the entries alone tell, so that the writes need not wait for a read. */
function daysKnownOf(entries: readonly Entry[]): BusinessDay[] {
	return entries.flatMap((entry) => (entry.kind === 'sale-recorded' || entry.kind === 'refund-recorded' ? [entry.body.day] : []));
}

function dirty(db: Database, days: ReadonlySet<BusinessDay>, mark: number): PromiseLike<unknown>[] {
	if (days.size === 0) return [];
	return [db.meta.put({ key: 'mark', value: mark }), ...[...days].map((day) => db.dirtyDays.put({ day, mark }))];
}

/** Only a few days are sold on at a time; the memory must not grow with the years. */
function newest(numbers: ReadonlyMap<BusinessDay, number>): ReadonlyMap<BusinessDay, number> {
	return numbers.size <= 10 ? numbers : new Map([...numbers].sort(([a], [b]) => (a < b ? 1 : -1)).slice(0, 5));
}

/** A sale touches few tables, so that a long read of the others never delays it. */
function tablesOf(db: Database, entries: readonly Entry[]): Table[] {
	const tables: Table[] = [db.entries, db.sales, db.dirtyDays, db.meta];
	if (entries.every((entry) => SALE_KINDS.has(entry.kind))) return tables;
	return [...tables, db.receiptPages, db.imports, db.decisions, db.discrepancies, db.cases, db.cashCounts, db.dayCloses, db.outages];
}

const SALE_KINDS = new Set<EntryKind>(['sale-recorded', 'refund-recorded', 'sale-reversed', 'sale-annotated', 'shop-configured']);
