import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { verifyChain } from '../../src/domain/log/hash-chain.ts';
import type { Database } from '../../src/storage/database.ts';
import { gatherEvidence } from '../../src/storage/recovery/evidence.ts';
import { recover } from '../../src/storage/recovery/recover.ts';
import { refold } from '../../src/storage/recovery/refold.ts';
import { readStanding } from '../../src/storage/recovery/standing.ts';
import { NO_WITNESS_CACHE } from '../../src/storage/witness-cache.ts';
import { sha256 } from '../support/ledger-fixture.ts';
import { memoryJournal } from '../support/memory-journal.ts';
import { openTestLedger } from '../support/open-test-ledger.ts';
import { type RandomLog, randomLog } from '../support/random-log.ts';

const RUNS = { numRuns: 40 };

/** Everything that follows from the log. How the days became dirty is no part of it; which ones did is. */
async function tablesOf(db: Database) {
	const dirty = (await db.dirtyDays.toArray()).map(({ day }) => day);
	const meta = (await db.meta.toArray()).filter(({ key }) => key !== 'device');
	const tables = await Promise.all(
		[db.sales, db.imports, db.receiptPages, db.decisions, db.cases, db.cashCounts, db.dayCloses, db.outages].map((table) => table.toArray()),
	);
	return { tables, dirty, meta };
}

async function write({ drafts, batches }: RandomLog, parts: readonly number[], journal = memoryJournal()) {
	const faults: string[] = [];
	const opened = await openTestLedger(undefined, { journal, onFault: (detail) => faults.push(detail) });
	for (let [from, turn] = [0, 0]; from < drafts.length; turn += 1) {
		const part = drafts.slice(from, from + (parts[turn % parts.length] ?? 1));
		const answer = await opened.ledger.commit(
			part,
			part.flatMap((draft) => batches.get(draft.id) ?? []),
		);
		expect(answer).toMatchObject({ ok: true });
		from += part.length;
	}
	expect(faults).toEqual([]);
	return opened;
}

test('what screens read follows from the log, however it was split into commits', async () => {
	await fc.assert(
		fc.asyncProperty(randomLog(), fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 4 }), async (log, parts) => {
			const one = await write(log, [1]);
			const other = await write(log, parts);
			expect(await tablesOf(other.db)).toEqual(await tablesOf(one.db));
		}),
		RUNS,
	);
});

test('folding the log once more changes nothing', async () => {
	await fc.assert(
		fc.asyncProperty(randomLog(), async (log) => {
			const { db } = await write(log, [3]);
			const before = await tablesOf(db);
			await refold(db);
			const { dirty: _before, ...rest } = before;
			const { dirty: _after, ...again } = await tablesOf(db);
			expect(again).toEqual(rest);
		}),
		RUNS,
	);
});

test('an emptied database comes back from the journal as it was', async () => {
	await fc.assert(
		fc.asyncProperty(randomLog(), fc.integer({ min: 1, max: 5 }), async (log, part) => {
			const journal = memoryJournal();
			const { db } = await write(log, [part], journal);
			const before = await tablesOf(db);
			const entries = await db.entries.toArray();
			const fresh = await openTestLedger();
			const evidence = await gatherEvidence(journal, NO_WITNESS_CACHE, 'all');
			expect(await recover(fresh.db, await readStanding(fresh.db), evidence, { sha256 })).toBe(entries.length);
			expect(await fresh.db.entries.toArray()).toEqual(entries);
			expect(await tablesOf(fresh.db)).toEqual(before);
		}),
		RUNS,
	);
});

test('the numbers of each day run from 1 without gaps, and the chain is whole', async () => {
	await fc.assert(
		fc.asyncProperty(randomLog(), async (log) => {
			const { db } = await write(log, [2]);
			const sales = await db.sales.orderBy('seq').toArray();
			for (const day of new Set(sales.map((sale) => sale.day))) {
				const numbers = sales.filter((sale) => sale.day === day).map((sale) => sale.number);
				expect(numbers).toEqual(numbers.map((_, index) => index + 1));
			}
			const entries = await db.entries.toArray();
			async function* batches() {
				yield entries.map(({ subjects: _, ...entry }) => entry);
			}
			expect(await verifyChain(batches(), sha256)).toMatchObject({ count: log.drafts.length, fault: null });
		}),
		RUNS,
	);
});
