import { afterEach, describe, expect, test, vi } from 'vitest';
import { withoutReserve } from '../../../src/storage/journal/segment.ts';
import { PRACTICE_DATABASE } from '../../../src/storage/open-database.ts';
import { nextId, saleDraft } from '../../support/ledger-fixture.ts';
import { chainOf, closeAll, closeWindow, createJournalWorker, deleteDatabase, freshName, open, openReady, segmentFiles } from './harness.ts';

afterEach(async () => {
	vi.restoreAllMocks();
	await closeAll();
});

/** Lets the nth write to one table fail as storage does. */
function failWrites(table: string, error: DOMException, times = 1): { left: number } {
	const state = { left: times };
	for (const method of ['add', 'put'] as const) {
		const original = IDBObjectStore.prototype[method];
		vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (this: IDBObjectStore, ...args: Parameters<typeof original>) {
			if (this.name === table && state.left > 0) {
				state.left -= 1;
				throw error;
			}
			return original.apply(this, args);
		});
	}
	return state;
}

describe('a commit', () => {
	test('asks for strict durability', async () => {
		const durabilities: string[] = [];
		const original = IDBDatabase.prototype.transaction;
		vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...args: Parameters<typeof original>) {
			const transaction = original.apply(this, args);
			if (args[1] === 'readwrite') durabilities.push(transaction.durability);
			return transaction;
		});
		const { ledger } = await openReady(freshName());
		durabilities.length = 0;
		expect(await ledger.commit([saleDraft()])).toMatchObject({ ok: true });
		expect(durabilities).toEqual(['strict']);
	});

	test('leaves a line in the journal before it answers', async () => {
		const { ledger, journal } = await openReady(freshName());
		expect(journal.available()).toBe(true);
		const draft = saleDraft();
		await ledger.commit([draft]);
		const { lines } = await journal.readAll();
		expect(lines[0]).toMatchObject({ kind: 'intent', entries: [{ id: draft.id, seq: 1 }] });
	});

	test('never rejects a transaction on its way', async () => {
		const faults: string[] = [];
		const { ledger, db } = await openReady(freshName(), { onFault: (detail) => faults.push(detail) });
		for (let index = 0; index < 30; index += 1) await ledger.commit([saleDraft()]);
		expect(faults).toEqual([]);
		expect(await chainOf(db)).toMatchObject({ count: 30, fault: null });
	});

	test('works in the practice database', async () => {
		const name = freshName(PRACTICE_DATABASE);
		const { ledger } = await openReady(name);
		expect(await ledger.commit([saleDraft()])).toMatchObject({ ok: true });
	});
});

describe('a storage that fails', () => {
	test.each([
		['a full quota', new DOMException('The quota has been exceeded.', 'QuotaExceededError'), 'storage_full'],
		['a full disk', new DOMException('Internal error: FILE_ERROR_NO_SPACE', 'UnknownError'), 'storage_full'],
		['anything else', new DOMException('a bad day', 'DataError'), 'not_saved'],
	])('with %s answers so, keeps what was there and goes on afterwards', async (_what, error, code) => {
		const { ledger, db } = await openReady(freshName());
		await ledger.commit([saleDraft()]);
		failWrites('sales', error);
		expect(await ledger.commit([saleDraft()])).toMatchObject({ ok: false, error: { code } });
		expect(await db.entries.count()).toBe(1);
		expect(await db.sales.count()).toBe(1);
		expect(await ledger.commit([saleDraft()])).toMatchObject({ ok: true });
		expect(await chainOf(db)).toMatchObject({ count: 2, fault: null });
	});

	test('is tried once more on a new connection where the old one was lost', async () => {
		const { ledger, db } = await openReady(freshName());
		await ledger.commit([saleDraft()]);
		failWrites('entries', new DOMException('Connection to Indexed Database server lost. Refresh the page to try again', 'UnknownError'));
		expect(await ledger.commit([saleDraft()])).toMatchObject({ ok: true });
		expect(await chainOf(db)).toMatchObject({ count: 2, fault: null });
		expect((await db.sales.toArray()).map((sale) => sale.number)).toEqual([1, 2]);
	});

	test('that committed although it rejected is read back as saved', async () => {
		const { ledger, db } = await openReady(freshName());
		const transaction = db.transaction.bind(db);
		const spy = vi.spyOn(db, 'transaction').mockImplementation((...args: Parameters<typeof transaction>) => {
			const done = transaction(...args);
			if (args[0] !== 'rw') return done;
			spy.mockRestore();
			return done.then(() => Promise.reject(new DOMException('gone', 'AbortError'))) as typeof done;
		});
		expect(await ledger.commit([saleDraft({ amountMinor: 777 })])).toMatchObject({ ok: true });
		expect((await db.sales.toArray()).map((sale) => sale.amountMinor)).toEqual([777]);
	});

	test('that cannot even be read answers that the outcome is unknown', async () => {
		const { ledger, db } = await openReady(freshName());
		await ledger.commit([saleDraft()]);
		failWrites('entries', new DOMException('server lost', 'UnknownError'), 99);
		vi.spyOn(IDBIndex.prototype, 'openCursor').mockImplementation(() => {
			throw new DOMException('server lost', 'UnknownError');
		});
		vi.spyOn(IDBIndex.prototype, 'getAll').mockImplementation(() => {
			throw new DOMException('server lost', 'UnknownError');
		});
		expect(await ledger.commit([saleDraft()])).toMatchObject({ ok: false, error: { code: 'outcome_unknown' } });
		vi.restoreAllMocks();
		expect(await ledger.commit([saleDraft()])).toMatchObject({ ok: true });
		expect(await chainOf(db)).toMatchObject({ fault: null });
	});

	test('does not bring back at the next start what was refused', async () => {
		const name = freshName();
		const first = await openReady(name);
		await first.ledger.commit([saleDraft()]);
		failWrites('sales', new DOMException('The quota has been exceeded.', 'QuotaExceededError'));
		const id = nextId();
		await first.ledger.commit([saleDraft({}, { id })]);
		vi.restoreAllMocks();
		await closeWindow(first);
		const again = await openReady(name);
		expect(again.recovered).toBe(0);
		expect(await again.ledger.sale(id)).toBeNull();
	});
});

/** A version that this app will not reach. */
const FAR_NEWER = 10_000;

describe('several windows', () => {
	test.each([
		['with Web Locks', {}],
		['without Web Locks', { exclusive: <T>(_name: string, work: () => Promise<T>) => work() }],
	])('%s write one chain without gaps', async (_how, change) => {
		const name = freshName();
		const windows = [await openReady(name, change), await openReady(name, change), await openReady(name, change)];
		const answers = await Promise.all(
			windows.map(async ({ ledger }) => {
				const own: string[] = [];
				for (let index = 0; index < 20; index += 1) {
					const answer = await ledger.commit([saleDraft()]);
					own.push(answer.ok ? 'ok' : JSON.stringify(answer.error));
				}
				return own;
			}),
		);
		expect([...new Set(answers.flat())]).toEqual(['ok']);
		const db = windows[0]?.db;
		if (!db) throw new Error('no window');
		expect(await chainOf(db)).toMatchObject({ count: 60, fault: null });
		expect((await db.sales.orderBy('[day+number]').toArray()).map((sale) => sale.number)).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
	});

	test('are told when a newer version takes the database over, and write nothing more', async () => {
		const name = freshName();
		const old = await openReady(name);
		await old.ledger.commit([saleDraft()]);
		const told = new Promise((resolve) => old.connection.onLoss(resolve));
		const newer = await new Promise<IDBDatabase>((resolve, reject) => {
			const request = indexedDB.open(name, FAR_NEWER);
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error);
		});
		expect(await told).toMatchObject({ code: 'database_replaced' });
		expect(await old.ledger.commit([saleDraft()])).toMatchObject({ ok: false, error: { code: 'database_replaced' } });
		newer.close();
	});

	test('tell that another one blocks the upgrade', async () => {
		const name = freshName();
		const blocking = await new Promise<IDBDatabase>((resolve, reject) => {
			const request = indexedDB.open(name, 1);
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error);
		});
		const blocked = new Promise<void>((resolve) => {
			void open(name, { onBlocked: resolve });
		});
		await blocked;
		blocking.close();
	});
});

describe('a newer database', () => {
	test('can be read but never written', async () => {
		const name = freshName();
		const first = await openReady(name);
		await first.ledger.commit([saleDraft({ amountMinor: 4200 })]);
		await closeWindow(first);
		await new Promise<void>((resolve) => {
			const request = indexedDB.open(name, FAR_NEWER);
			request.onsuccess = () => {
				request.result.close();
				resolve();
			};
		});
		const opening = await open(name);
		expect(opening).toMatchObject({ kind: 'read-only', problem: { code: 'database_newer' } });
		if (opening.kind !== 'read-only') return;
		expect((await opening.db.sales.toArray()).map((sale) => sale.amountMinor)).toEqual([4200]);
		expect(await opening.ledger.commit([saleDraft()])).toMatchObject({ ok: false, error: { code: 'database_newer' } });
		await expect(opening.db.meta.put({ key: 'copy', seq: 1, at: 0 })).rejects.toThrow();
		expect(opening.db.backendDB().version).toBe(FAR_NEWER);
		opening.db.close();
	});
});

describe('a database that vanished', () => {
	test('comes back from the journal with everything that was acknowledged', async () => {
		const name = freshName();
		const first = await openReady(name);
		for (let index = 1; index <= 25; index += 1) await first.ledger.commit([saleDraft({ amountMinor: index })]);
		await closeWindow(first);
		await deleteDatabase(name);
		const again = await openReady(name);
		expect(again.recovered).toBe(25);
		expect((await again.db.sales.orderBy('seq').toArray()).map((sale) => sale.amountMinor)).toEqual(Array.from({ length: 25 }, (_, index) => index + 1));
		expect(await chainOf(again.db)).toMatchObject({ count: 25, fault: null });
	});

	test('under a running window is noticed before anything is written into its place', async () => {
		const name = freshName();
		const running = await openReady(name);
		await running.ledger.commit([saleDraft()]);
		running.db.close({ disableAutoOpen: true });
		await deleteDatabase(name);
		expect(await running.ledger.commit([saleDraft()])).toMatchObject({ ok: false, error: { code: 'storage_lost' } });
		expect(running.connection.loss()).toMatchObject({ code: 'storage_lost' });
	});

	test('is not taken for a first start where the journal is gone, too', async () => {
		const name = freshName();
		const first = await openReady(name);
		await first.ledger.commit([saleDraft()]);
		await new Promise((resolve) => setTimeout(resolve, 100));
		await closeWindow(first);
		await deleteDatabase(name);
		const root = await navigator.storage.getDirectory();
		await (await root.getDirectoryHandle('counterfoil-journal')).removeEntry(name, { recursive: true });
		expect(await open(name)).toMatchObject({ kind: 'read-only', problem: { code: 'chain_broken' }, missing: { have: 0, want: 1 } });
	});
});

describe('the journal', () => {
	test('ignores a torn last line and recovers everything before it', async () => {
		const name = freshName();
		const first = await openReady(name);
		for (let index = 0; index < 3; index += 1) await first.ledger.commit([saleDraft()]);
		await closeWindow(first);
		await deleteDatabase(name);
		for (const handle of await segmentFiles(name)) {
			const position = withoutReserve(new Uint8Array(await (await handle.getFile()).arrayBuffer())).length;
			if (position === 0) continue;
			const writable = await handle.createWritable({ keepExistingData: true });
			await writable.write({ type: 'write', position, data: '00000400 0badc0de {"kind":"intent","entries":[{"seq":4' });
			await writable.close();
		}
		const again = await openReady(name);
		expect(again.recovered).toBe(3);
		await again.ledger.commit([saleDraft()]);
		const { lines } = await again.journal.readAll();
		expect(lines.flatMap((line) => (line.kind === 'intent' ? line.entries.map((entry) => entry.seq) : []))).toContain(4);
	});

	test('gives each window a segment of its own', async () => {
		const name = freshName();
		const windows = [await openReady(name), await openReady(name)];
		for (const { ledger, journal } of windows) {
			expect(journal.available()).toBe(true);
			await ledger.commit([saleDraft()]);
		}
		const sizes = await Promise.all(
			(await segmentFiles(name)).map(async (handle) => withoutReserve(new Uint8Array(await (await handle.getFile()).arrayBuffer())).length),
		);
		expect(sizes.filter((size) => size > 0)).toHaveLength(2);
		const first = windows[0];
		const { lines } = first ? await first.journal.readAll() : { lines: [] };
		expect(lines.filter((line) => line.kind === 'intent')).toHaveLength(2);
	});

	test('that cannot start does not stop the till', async () => {
		const { ledger, journal } = await openReady(freshName(), {
			createJournalWorker: () => {
				throw new Error('workers are off');
			},
		});
		expect(journal.available()).toBe(false);
		expect(await ledger.commit([saleDraft()])).toMatchObject({ ok: true });
	});

	test('that stops answering is declared unavailable and no longer waited for', async () => {
		const workers: Worker[] = [];
		const { ledger, journal } = await openReady(freshName(), {
			createJournalWorker: () => {
				const worker = createJournalWorker();
				workers.push(worker);
				return worker;
			},
		});
		await ledger.commit([saleDraft()]);
		workers[0]?.terminate();
		expect(await ledger.commit([saleDraft()])).toMatchObject({ ok: true });
		expect(journal.available()).toBe(false);
		const began = performance.now();
		expect(await ledger.commit([saleDraft()])).toMatchObject({ ok: true });
		expect(performance.now() - began).toBeLessThan(1_000);
	});
});
