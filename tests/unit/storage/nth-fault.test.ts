import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Draft } from '../../../src/domain/entries.ts';
import { verifyChain } from '../../../src/domain/log/hash-chain.ts';
import { exclusiveInWindow } from '../../../src/storage/exclusive.ts';
import { type OpenOptions, openLedger } from '../../../src/storage/open-database.ts';
import { checkLedger } from '../../../src/storage/queries/ledger/ledger-check.ts';
import { NO_WITNESS_CACHE } from '../../../src/storage/witness-cache.ts';
import { draftOf, nextId, receipt, saleDraft, sha256 } from '../../support/ledger-fixture.ts';
import { memoryFile, memoryJournal } from '../../support/memory-journal.ts';

afterEach(() => vi.restoreAllMocks());

const ERRORS = ['QuotaExceededError', 'UnknownError', 'DataError'];
const CALLS = [
	[IDBObjectStore, ['add', 'put', 'get', 'openCursor', 'count']],
	[IDBIndex, ['openCursor', 'getAll', 'count', 'get']],
] as const;

/** Lets call number `wanted` of all calls to the storage fail; answers how many there were. */
function failNth(wanted: number, name: string): { calls: number; broken: boolean } {
	const state = { calls: 0, broken: false };
	for (const [type, methods] of CALLS) {
		for (const method of methods) {
			const prototype = type.prototype as unknown as Record<string, (...args: unknown[]) => unknown>;
			const original = prototype[method];
			if (!original) continue;
			vi.spyOn(prototype, method).mockImplementation(function (this: unknown, ...args: unknown[]) {
				state.calls += 1;
				if (state.calls === wanted) {
					state.broken = true;
					throw new DOMException('injected', name);
				}
				return original.apply(this, args);
			});
		}
	}
	return state;
}

/** A till's morning: sales, a detail, a reversal, a bill, its withdrawal, a count. */
function morning(): { readonly drafts: readonly Draft[]; readonly receipts: ReturnType<typeof receipt>[] }[] {
	const [sale, imported] = [nextId(), nextId()];
	const body = {
		origin: 'file',
		name: 'bill.csv',
		hash: 'h',
		format: 'canonical-receipts',
		leg: 'terminal',
		coverage: null,
		tenders: null,
		count: 1,
		problems: 0,
		footerAgrees: null,
		cursor: null,
	} as const;
	const steps: readonly Draft[][] = [
		[saleDraft({}, { id: sale })],
		[saleDraft(), saleDraft()],
		[draftOf('sale-annotated', { sale, note: 'A1' })],
		[draftOf('receipts-imported', body, { id: imported })],
		[saleDraft()],
		[draftOf('sale-reversed', { sale, reason: 'undo' })],
		[draftOf('import-withdrawn', { import: imported })],
	];
	return steps.map((drafts) => ({ drafts, receipts: drafts[0]?.id === imported ? [receipt('r1')] : [] }));
}

let names = 0;

describe.each(ERRORS)('whichever call to the storage fails once with %s', (name) => {
	test('nothing acknowledged is lost, nothing is half written, and the ledger goes on', async () => {
		let wanted = 1;
		for (let broken = true; broken; wanted += 1) {
			names += 1;
			const options: OpenOptions = {
				name: `nth-${names}`,
				sha256,
				newId: nextId,
				createJournalWorker: null,
				exclusive: exclusiveInWindow(),
				witnessCache: NO_WITNESS_CACHE,
				journal: memoryJournal(memoryFile()),
			};
			const opening = await openLedger(options);
			if (opening.kind !== 'ready') throw new Error('not ready');
			const fault = failNth(wanted, name);
			const acknowledged: Draft[] = [];
			const open: Draft[] = [];
			for (const { drafts, receipts } of morning()) {
				const batches = receipts.length > 0 ? [{ importId: drafts[0]?.id ?? nextId(), receipts, coverage: [], problems: [], withdrawn: [] }] : [];
				const answer = await opening.ledger.commit(drafts, batches);
				if (answer.ok) acknowledged.push(...drafts);
				else if (answer.error.code === 'outcome_unknown') open.push(...drafts);
			}
			broken = fault.broken;
			vi.restoreAllMocks();
			const { db } = opening;
			const entries = await db.entries.toArray();
			async function* batches() {
				yield entries.map(({ subjects: _, ...entry }) => entry);
			}
			const ids = entries.map((entry) => entry.id);
			expect({ wanted, ids }).toMatchObject({ ids: expect.arrayContaining(acknowledged.map((draft) => draft.id)) });
			expect(ids.filter((id) => ![...acknowledged, ...open].some((draft) => draft.id === id))).toEqual([]);
			expect(await verifyChain(batches(), sha256)).toMatchObject({ fault: null });
			expect({ wanted, check: await checkLedger(db, sha256) }).toMatchObject({ check: { whole: true } });
			expect(await opening.ledger.commit([saleDraft()])).toMatchObject({ ok: true });
			opening.connection.close();
		}
		expect(wanted).toBeGreaterThan(20);
	}, 60_000);
});
