import 'fake-indexeddb/auto';
import { describe, expect, test, vi } from 'vitest';
import { verifyChain } from '../../../src/domain/log/hash-chain.ts';
import { Database } from '../../../src/storage/database.ts';
import { exclusiveInWindow } from '../../../src/storage/exclusive.ts';
import type { Witness } from '../../../src/storage/journal/journal.ts';
import { type Opening, type OpenOptions, openLedger } from '../../../src/storage/open-database.ts';
import { unpacked } from '../../../src/storage/receipt-pages.ts';
import type { WitnessCache } from '../../../src/storage/witness-cache.ts';
import { DAY, draftOf, nextId, receipt, saleDraft, sha256 } from '../../support/ledger-fixture.ts';
import { type MemoryFile, memoryFile, memoryJournal } from '../../support/memory-journal.ts';

let names = 0;

function witnessCache(): WitnessCache {
	let kept: Witness | null = null;
	return {
		read: () => Promise.resolve(kept),
		keep: (witness) => {
			kept = witness;
		},
		settled: () => Promise.resolve(),
	};
}

/** One tablet: what outlives its windows and, partly, its database. */
function tablet(change: Partial<OpenOptions> = {}) {
	names += 1;
	const name = `open-${names}`;
	const file = memoryFile();
	const cache = witnessCache();
	const open = async (more: Partial<OpenOptions> = {}) =>
		openLedger({
			name,
			sha256,
			newId: nextId,
			createJournalWorker: null,
			exclusive: exclusiveInWindow(),
			witnessCache: cache,
			journal: memoryJournal(file),
			...change,
			...more,
		});
	return { name, file, cache, open };
}

function readyOf(opening: Opening): Extract<Opening, { readonly kind: 'ready' }> {
	expect(opening.kind === 'ready' ? null : opening.problem).toBeNull();
	return opening as Extract<Opening, { readonly kind: 'ready' }>;
}

async function loseDatabase(db: Database): Promise<void> {
	db.close({ disableAutoOpen: true });
	await db.delete({ disableAutoOpen: true });
}

async function expectWhole(db: Database, count: number): Promise<void> {
	const rows = await db.entries.toArray();
	async function* batches() {
		yield rows.map(({ subjects: _, ...entry }) => entry);
	}
	expect(await verifyChain(batches(), sha256)).toMatchObject({ count, fault: null });
}

describe('the first start', () => {
	test('begins an empty ledger with a device of its own, which later starts keep', async () => {
		const one = tablet();
		const first = readyOf(await one.open());
		await first.ledger.commit([saleDraft()]);
		first.connection.close();
		const second = readyOf(await one.open());
		expect(second.connection.identity).toEqual(first.connection.identity);
		expect(second.recovered).toBe(0);
		expect((await second.ledger.head()).seq).toBe(1);
	});
});

describe('a database that is empty although a witness knows better', () => {
	test('is filled again from the journal, receipts and all', async () => {
		const one = tablet();
		const first = readyOf(await one.open());
		const id = nextId();
		await first.ledger.commit([saleDraft(), saleDraft()]);
		const batch = { importId: id, receipts: [receipt('r1'), receipt('r2')], coverage: [], problems: [], withdrawn: [] };
		const imported = {
			origin: 'file',
			name: 'bill.csv',
			hash: 'abc',
			format: 'canonical-receipts',
			leg: 'terminal',
			coverage: null,
			tenders: null,
			count: 2,
			problems: 0,
			footerAgrees: null,
			cursor: null,
		} as const;
		await first.ledger.commit([draftOf('receipts-imported', imported, { id })], [batch]);
		await first.ledger.commit([saleDraft({ amountMinor: 100 })]);
		await loseDatabase(first.db);
		const again = readyOf(await one.open());
		expect(again.recovered).toBe(4);
		expect((await again.ledger.salesOfDay(DAY)).map((sale) => [sale.number, sale.amountMinor])).toEqual([
			[1, 2850],
			[2, 2850],
			[3, 100],
		]);
		expect((await again.db.receiptPages.toArray()).flatMap((page) => unpacked(page).receipts.map((one) => one.id))).toEqual(['r1', 'r2']);
		await expectWhole(again.db, 4);
		expect(again.connection.identity.device).toBe(first.connection.identity.device);
		expect(again.connection.identity.generation).not.toBe(first.connection.identity.generation);
		await again.ledger.commit([saleDraft()]);
		await expectWhole(again.db, 5);
	});

	test('is not taken for a new one where the journal is gone, too', async () => {
		const one = tablet();
		const first = readyOf(await one.open());
		await first.ledger.commit([saleDraft(), saleDraft(), saleDraft()]);
		await loseDatabase(first.db);
		one.file.bytes = new Uint8Array();
		const again = await one.open();
		expect(again).toMatchObject({ kind: 'read-only', problem: { code: 'chain_broken' }, missing: { have: 0, want: 3 } });
		if (again.kind !== 'read-only') return;
		expect(await again.ledger.commit([saleDraft()])).toMatchObject({ ok: false, error: { code: 'chain_broken' } });
	});

	test('is made whole as far as the journal goes, and what is missing is named', async () => {
		const one = tablet();
		const first = readyOf(await one.open());
		await first.ledger.commit([saleDraft()]);
		const half = one.file.bytes.slice();
		await first.ledger.commit([saleDraft()]);
		await loseDatabase(first.db);
		one.file.bytes = half;
		const again = await one.open();
		expect(again).toMatchObject({ kind: 'read-only', missing: { have: 1, want: 2 } });
	});

	test('goes on with a new chain once a person has accepted the loss', async () => {
		const one = tablet();
		const first = readyOf(await one.open());
		await first.ledger.commit([saleDraft(), saleDraft()]);
		await loseDatabase(first.db);
		one.file.bytes = new Uint8Array();
		const accepted = readyOf(await one.open({ acceptLoss: true }));
		expect(accepted.connection.identity.device).not.toBe(first.connection.identity.device);
		await accepted.ledger.commit([saleDraft()]);
		accepted.connection.close();
		const later = readyOf(await one.open());
		expect((await later.ledger.head()).seq).toBe(1);
		expect(await later.db.meta.get('losses')).toMatchObject({ losses: [{ device: first.connection.identity.device, have: 0, want: 2 }] });
	});
});

describe('a database that lost rows', () => {
	async function damaged(remove: readonly number[], file?: (file: MemoryFile) => void) {
		const one = tablet();
		const first = readyOf(await one.open());
		const id = nextId();
		await first.ledger.commit([saleDraft({ amountMinor: 1 }, { id })]);
		await first.ledger.commit([saleDraft({ amountMinor: 2 })]);
		await first.ledger.commit([draftOf('sale-annotated', { sale: id, note: 'window seat' })]);
		await first.ledger.commit([saleDraft({ amountMinor: 3 })]);
		const { device } = first.connection.identity;
		const before = await first.db.sales.toArray();
		await first.db.entries.bulkDelete(remove.map((seq) => [device, seq] as [typeof device, number]));
		await first.db.sales.clear();
		first.connection.close();
		file?.(one.file);
		return { one, before };
	}

	test.each([[[4]], [[2]], [[1, 2]], [[2, 4]], [[1, 2, 3, 4]]])('gets entries %j back, with everything that follows from them', async (remove) => {
		const { one, before } = await damaged(remove);
		const again = readyOf(await one.open());
		expect(again.recovered).toBe(remove.length);
		await expectWhole(again.db, 4);
		if (remove.some((seq) => seq < 4)) expect(await again.db.sales.toArray()).toEqual(before);
	});

	test('stays closed for writing where the journal cannot fill the gap', async () => {
		const { one } = await damaged([2], (file) => {
			file.bytes = new Uint8Array();
		});
		expect(await one.open()).toMatchObject({ kind: 'read-only', problem: { code: 'chain_broken' }, missing: { have: 3, want: 4 } });
	});
});

describe('a journal line without its commit', () => {
	async function killedBetween() {
		const one = tablet();
		const first = readyOf(await one.open());
		await first.ledger.commit([saleDraft({ amountMinor: 1 })]);
		const id = nextId();
		const before = await first.db.entries.toArray();
		await first.ledger.commit([saleDraft({ amountMinor: 2 }, { id })]);
		// The window is killed after the journal's flush and before the transaction.
		const { device } = first.connection.identity;
		await first.db.entries.delete([device, 2]);
		await first.db.sales.delete(id);
		first.connection.close();
		const lines = new TextDecoder().decode(one.file.bytes).split('\n');
		one.file.bytes = new TextEncoder().encode(`${lines.slice(0, -2).join('\n')}\n`);
		one.cache.keep({ ...first.connection.identity, seq: 1, hash: before[0]?.hash ?? '' });
		return { one, id };
	}

	test('is committed at the next start', async () => {
		const { one, id } = await killedBetween();
		const again = readyOf(await one.open());
		expect(again.recovered).toBe(1);
		expect(await again.ledger.sale(id)).toMatchObject({ amountMinor: 2, seq: 2, number: 2 });
	});

	test('is committed behind what another window wrote in its place meanwhile', async () => {
		const { one, id } = await killedBetween();
		const lines = one.file.bytes;
		one.file.bytes = new Uint8Array();
		const other = readyOf(await one.open({ journal: memoryJournal(memoryFile()) }));
		await other.ledger.commit([saleDraft({ amountMinor: 3 })]);
		other.connection.close();
		one.file.bytes = lines;
		const again = readyOf(await one.open());
		expect(again.recovered).toBe(1);
		expect(await again.ledger.sale(id)).toMatchObject({ amountMinor: 2, seq: 3, number: 3 });
		await expectWhole(again.db, 3);
		again.connection.close();
		expect(readyOf(await one.open()).recovered).toBe(0);
	});

	test('is left alone where it was given up', async () => {
		const { one, id } = await killedBetween();
		const journal = memoryJournal(one.file);
		const reading = await journal.readAll();
		const intent = reading.lines.findLast((line) => line.kind === 'intent');
		if (intent?.kind === 'intent') await journal.append({ kind: 'abandoned', tip: intent.entries.at(-1)?.hash ?? '' }, { flush: true });
		const again = readyOf(await one.open());
		expect(again.recovered).toBe(0);
		expect(await again.ledger.sale(id)).toBeNull();
	});
});

describe('a log that was rewritten', () => {
	test('is not written to', async () => {
		const one = tablet();
		const first = readyOf(await one.open());
		await first.ledger.commit([saleDraft()]);
		const row = await first.db.entries.toCollection().first();
		if (row) await first.db.entries.put({ ...row, hash: 'f'.repeat(64) });
		first.connection.close();
		expect(await one.open()).toMatchObject({ kind: 'read-only', problem: { code: 'chain_broken' } });
	});
});

describe('a database that does not open at first', () => {
	test('is tried again, and then filled from the journal', async () => {
		const one = tablet();
		const first = readyOf(await one.open());
		await first.ledger.commit([saleDraft(), saleDraft()]);
		await loseDatabase(first.db);
		const broken = vi
			.spyOn(Database.prototype, 'open')
			.mockRejectedValueOnce(new DOMException('Internal error opening backing store for indexedDB.open.', 'UnknownError'));
		const again = readyOf(await one.open());
		expect(broken).toHaveBeenCalledTimes(2);
		expect(again.recovered).toBe(2);
		broken.mockRestore();
	});

	test('and never does is reported, not replaced by an empty one', async () => {
		const one = tablet();
		const broken = vi
			.spyOn(Database.prototype, 'open')
			.mockRejectedValue(new DOMException('Internal error opening backing store for indexedDB.open.', 'UnknownError'));
		expect(await one.open()).toMatchObject({ kind: 'failed', problem: { code: 'storage_lost' } });
		broken.mockRestore();
	});
});
