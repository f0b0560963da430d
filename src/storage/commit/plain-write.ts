import Dexie, { type ObservabilitySet, RangeSet, type Table } from 'dexie';
import type { Entry } from '../../domain/entries.ts';
import type { DeviceId } from '../../domain/ids.ts';
import { saleFromEntry } from '../../domain/ledger/sale-projection.ts';
import { tailsOf } from '../../domain/ledger/sale-tails.ts';
import type { ChainHead } from '../../domain/log/entry.ts';
import type { BusinessDay } from '../../domain/time.ts';
import type { Database } from '../database.ts';
import { subjectsOf } from '../projections/subjects.ts';
import { HeadMovedError } from '../storage-fault.ts';

/** A row to write; `add` fails where the key is taken. */
export type PlainRow = { readonly table: Table; readonly how: 'add' | 'put'; readonly row: object };
export type PlainRows = { readonly rows: readonly PlainRow[]; readonly numbers: ReadonlyMap<BusinessDay, number> };

/**
 * Everything that sales and refunds lead to, where their running numbers follow from the memory; null where anything must be
 * read first. It must say the same as the projections, which a test holds against each other.
 */
export function plainRows(db: Database, memory: { readonly numbers: ReadonlyMap<BusinessDay, number> }, entries: readonly Entry[]): PlainRows | null {
	const numbers = new Map(memory.numbers);
	const rows: PlainRow[] = [];
	const days = new Set<BusinessDay>();
	const tip = entries.at(-1)?.hash ?? '';
	for (const entry of entries) {
		if (entry.kind !== 'sale-recorded' && entry.kind !== 'refund-recorded') return null;
		const { day } = entry.body;
		const last = numbers.get(day);
		if (last === undefined) return null;
		numbers.set(day, last + 1);
		const sale = saleFromEntry(entry, last + 1);
		rows.push({ table: db.entries, how: 'add', row: { ...entry, subjects: subjectsOf(entry) } });
		rows.push({ table: db.sales, how: 'put', row: { ...sale, tails: tailsOf(sale) } });
		days.add(day);
	}
	for (const day of days) rows.push({ table: db.dirtyDays, how: 'put', row: { day, tip } });
	return { rows, numbers };
}

/**
 * Writes rows in one strict transaction without Dexie's bookkeeping, which would take as long again as the write itself.
 * Nothing is awaited inside. The head of the chain is compared before the transaction is let go; live queries are told after.
 */
export function writePlain(db: Database, head: ChainHead & { readonly device: DeviceId }, rows: readonly PlainRow[]): Promise<void> {
	return new Promise((resolve, reject) => {
		if (!db.isOpen()) throw new DOMException('the database is closed', 'InvalidStateError');
		const names = [...new Set(rows.map(({ table }) => table.name))];
		const transaction = db.backendDB().transaction(names, 'readwrite', { durability: 'strict' });
		let cause: unknown = null;
		const giveUp = (error: unknown) => {
			cause ??= error;
			transaction.abort();
		};
		transaction.oncomplete = () => {
			Dexie.on.storagemutated.fire(touchedBy(db, rows));
			resolve();
		};
		transaction.onabort = () => reject(cause ?? transaction.error ?? new DOMException('the transaction was aborted', 'AbortError'));
		try {
			compareHead(transaction, head, giveUp);
			for (const { table, how, row } of rows) transaction.objectStore(table.name)[how](row);
		} catch (error) {
			giveUp(error);
		}
	});
}

function compareHead(transaction: IDBTransaction, { device, seq, hash }: ChainHead & { readonly device: DeviceId }, giveUp: (error: unknown) => void): void {
	if (seq === 0) return;
	const request: IDBRequest<{ readonly hash?: string } | undefined> = transaction.objectStore('entries').get([device, seq]);
	request.onsuccess = () => {
		if (request.result?.hash === hash) transaction.commit();
		else giveUp(new HeadMovedError(`entry ${seq} is not what was hashed against`));
	};
}

/** Which keys of which indexes were written, as Dexie's live queries want to know it. */
function touchedBy(db: Database, rows: readonly PlainRow[]): ObservabilitySet {
	const touched: Record<string, InstanceType<typeof RangeSet>> = {};
	for (const { table, row } of rows) {
		for (const { name, keyPath, multi } of [{ ...table.schema.primKey, name: '' }, ...table.schema.indexes]) {
			const part = `idb://${db.name}/${table.name}/${name}`;
			touched[part] ??= new RangeSet();
			const key = keyOf(row, keyPath);
			if (key === undefined || key === null) continue;
			if (multi && Array.isArray(key)) touched[part].addKeys(key);
			else touched[part].addKey(key);
		}
	}
	return touched;
}

function keyOf(row: object, keyPath: string | string[] | undefined) {
	if (keyPath === undefined) return undefined;
	return Array.isArray(keyPath) ? keyPath.map((path) => Dexie.getByKeyPath(row, path)) : Dexie.getByKeyPath(row, keyPath);
}
