import Dexie from 'dexie';
import type { Entry } from '../../domain/entries.ts';
import type { DeviceId } from '../../domain/ids.ts';
import { type ChainHead, EMPTY_HEAD } from '../../domain/log/entry.ts';
import type { BusinessDay } from '../../domain/time.ts';
import type { Database } from '../database.ts';
import type { ProjectionWork } from '../projections/work.ts';
import { rangeOfDay } from '../projections/work.ts';
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
	const remembered = await withNumbers(db, memory, entries);
	const plain = plainRows(db, remembered, entries);
	if (plain) {
		await writePlain(db, { device: last.device, ...memory.head }, plain.rows);
		return { head: { seq: last.seq, hash: last.hash }, numbers: newest(plain.numbers) };
	}
	// Sales and refunds never come here, so that selling needs nothing but what is loaded at the start.
	const { projectEntries } = await import('./projected-write.ts');
	const work: ProjectionWork = { db, numbers: new Map(memory.numbers), days: new Set(), ...prepared };
	await projectEntries(db, { head: memory.head, entries, tip: last.hash, work });
	return { head: { seq: last.seq, hash: last.hash }, numbers: newest(work.numbers) };
}

/**
 * The memory with the last running number of each day that is sold on. Read before the transaction: another sale on that day
 * would have moved the head, which the transaction compares.
 */
async function withNumbers(db: Database, memory: LedgerMemory, entries: readonly Entry[]): Promise<LedgerMemory> {
	const days = new Set(entries.flatMap((entry) => (entry.kind === 'sale-recorded' || entry.kind === 'refund-recorded' ? [entry.body.day] : [])));
	const numbers = new Map(memory.numbers);
	for (const day of days) {
		if (numbers.has(day)) continue;
		const last = await db.sales
			.where('[day+number]')
			.between(...rangeOfDay(day))
			.last();
		numbers.set(day, last?.number ?? 0);
	}
	return { head: memory.head, numbers };
}

/** Only a few days are sold on at a time; the memory must not grow with the years. */
function newest(numbers: ReadonlyMap<BusinessDay, number>): ReadonlyMap<BusinessDay, number> {
	return numbers.size <= 10 ? numbers : new Map([...numbers].sort(([a], [b]) => (a < b ? 1 : -1)).slice(0, 5));
}
