import type { LedgerStore } from '../../src/commands/ports.ts';
import { asEntryId } from '../../src/domain/ids.ts';
import { saleFromEntry } from '../../src/domain/ledger/sale-projection.ts';
import { tailsOf } from '../../src/domain/ledger/sale-tails.ts';
import { addDays } from '../../src/domain/time.ts';
import type { Connection } from '../../src/storage/connection.ts';
import type { EntryRow, SaleRecord } from '../../src/storage/database.ts';
import { DAY, saleBody, saleDraft } from './ledger-fixture.ts';

export type CommitLatency = {
	readonly storedSales: number;
	readonly samples: number;
	/** Milliseconds from the call to the acknowledgement. */
	readonly commit: Spread;
	/** A bare strict transaction that puts the same two records into stores without indexes. */
	readonly bare: Spread;
	/** Median to median. */
	readonly ratio: number;
};
export type Spread = { readonly median: number; readonly p95: number; readonly max: number };

const SALES_PER_DAY = 400;

/** Fills an empty ledger with sales as if they had been logged in the past, without hashing each. */
export async function seedSales({ db, identity }: Connection, count: number): Promise<void> {
	for (let from = 0; from < count; from += 5_000) {
		const entries: EntryRow[] = [];
		const sales: SaleRecord[] = [];
		for (let index = from; index < Math.min(count, from + 5_000); index += 1) {
			const day = addDays(DAY, -1 - Math.floor(index / SALES_PER_DAY));
			const body = saleBody({ day, amountMinor: 100 + (index % 20_000), keys: { traceNo: String(100_000 + index) } });
			const id = asEntryId(`0${String(index).padStart(9, '0')}`);
			const link = { prev: String(index).padStart(64, '0'), hash: String(index + 1).padStart(64, '0') };
			const entry = {
				device: identity.device,
				seq: index + 1,
				id,
				at: 1_700_000_000_000 + index,
				offset: 480,
				kind: 'sale-recorded' as const,
				v: 1,
				body,
				actor: 'Mei',
				...link,
			};
			const sale = saleFromEntry(entry, 1 + (index % SALES_PER_DAY));
			entries.push({ ...entry, subjects: [id] });
			sales.push({ ...sale, tails: tailsOf(sale) });
		}
		await db.entries.bulkAdd(entries);
		await db.sales.bulkAdd(sales);
	}
}

/** Commits and bare transactions take turns, so that whatever slows the machine slows both. */
export async function measureCommits({ db }: Connection, ledger: LedgerStore, samples: number): Promise<CommitLatency> {
	const bare = await openBare();
	const commits: number[] = [];
	const bares: number[] = [];
	for (let index = 0; index < samples + 10; index += 1) {
		const draft = saleDraft({ keys: { traceNo: String(200_000 + index) }, note: 'A12' });
		const began = performance.now();
		const answer = await ledger.commit([draft]);
		const committed = performance.now() - began;
		if (!answer.ok) throw new Error(`not committed: ${JSON.stringify(answer.error)}`);
		const [entry, sale] = await Promise.all([db.entries.where('id').equals(draft.id).first(), db.sales.get(draft.id)]);
		const bareBegan = performance.now();
		await putBare(bare, entry, sale);
		if (index < 10) continue;
		bares.push(performance.now() - bareBegan);
		commits.push(committed);
	}
	bare.close();
	const storedSales = await db.sales.count();
	const [commit, plain] = [spreadOf(commits), spreadOf(bares)];
	return { storedSales, samples, commit, bare: plain, ratio: commit.median / plain.median };
}

function openBare(): Promise<IDBDatabase> {
	return new Promise((resolve, reject) => {
		const request = indexedDB.open(`bare-${performance.now()}`, 1);
		request.onupgradeneeded = () => {
			request.result.createObjectStore('entries', { keyPath: 'id' });
			request.result.createObjectStore('sales', { keyPath: 'id' });
		};
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
}

function putBare(db: IDBDatabase, entry: unknown, sale: unknown): Promise<void> {
	return new Promise((resolve, reject) => {
		const transaction = db.transaction(['entries', 'sales'], 'readwrite', { durability: 'strict' });
		transaction.objectStore('entries').put(entry);
		transaction.objectStore('sales').put(sale);
		transaction.oncomplete = () => resolve();
		transaction.onabort = () => reject(transaction.error);
	});
}

function spreadOf(times: readonly number[]): Spread {
	const sorted = [...times].sort((a, b) => a - b);
	const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
	return { median: at(0.5), p95: at(0.95), max: at(1) };
}
