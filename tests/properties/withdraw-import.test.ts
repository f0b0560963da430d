import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/commands/matching/reconcile.ts';
import { commitImports } from '../../src/commands/receipts/commit-import.ts';
import { withdrawImport } from '../../src/commands/receipts/withdraw-import.ts';
import { SHOP_DEFAULT } from '../../src/domain/ledger/shop.ts';
import { shopDays } from '../../src/domain/receipts/days-touched.ts';
import type { Receipt } from '../../src/domain/receipts/receipt.ts';
import { packPages } from '../../src/domain/receipts/receipt-pages.ts';
import { DAY_MS, HOUR_MS } from '../../src/domain/time.ts';
import type { Database } from '../../src/storage/database.ts';
import { withdrawalEffect } from '../../src/storage/queries/withdrawal.ts';
import { createDerivedStore } from '../../src/storage/stores/derived-store.ts';
import { createReceiptStore } from '../../src/storage/stores/receipt-store.ts';
import { createWorkStore } from '../../src/storage/stores/work-store.ts';
import { bill } from '../support/builders.ts';
import { sell } from '../support/day-of-work.ts';
import { DAY, NOON, receipt } from '../support/ledger-fixture.ts';
import { memoryPorts } from '../support/memory-ports.ts';
import { openTestLedger } from '../support/open-test-ledger.ts';
import { success } from '../support/outcomes.ts';

/** The real commands over the real stores and the real engine; sales and bills of three days. */
async function shop() {
	const { db, ledger } = await openTestLedger();
	const memory = memoryPorts();
	const ports = { ...memory, ledger, receipts: createReceiptStore(db), derived: createDerivedStore(db), work: createWorkStore(db) };
	let files = 0;
	const takeIn = async (receipts: readonly Receipt[], packed: boolean) => {
		files += 1;
		const one = bill(receipts, { coverage: { from: NOON - 12 * HOUR_MS, to: NOON + 3 * DAY_MS } });
		const reading = { hash: `file ${files}`, bills: [one], statements: [], packed: [packed ? packPages(receipts, shopDays(SHOP_DEFAULT)) : null] };
		const [taken] = success(await commitImports(ports, [{ file: { name: `${files}.csv`, bytes: new Uint8Array() }, reading }]));
		success(await reconcile(ports));
		return taken?.imports ?? [];
	};
	return { db, ports, takeIn };
}

/** Everything that screens read and that follows from the log, but for when it was worked out and what came in and went again. */
async function derived(db: Database) {
	const outcomes = (await db.dayOutcomes.toArray()).map(({ judgedAt: _, ...outcome }) => outcome);
	const standing = await createReceiptStore(db).receiptsOfDays(outcomes.map(({ day }) => day));
	const told = (part: { readonly matches: readonly unknown[]; readonly awaiting: readonly unknown[]; readonly excluded: readonly unknown[] }) =>
		part.matches.length + part.awaiting.length + part.excluded.length > 0;
	return {
		standing,
		outcomes: outcomes.filter(told),
		discrepancies: (await db.discrepancies.toArray()).filter(({ found }) => found),
	};
}

const someReceipt = fc.record({
	number: fc.integer({ min: 1, max: 12 }),
	status: fc.constantFrom('success', 'pending'),
	amount: fc.constantFrom(2850, 2850, 990),
});
const someBill = fc.uniqueArray(someReceipt, { selector: ({ number }) => number, maxLength: 8 });
const receiptsOf = (rows: readonly { readonly number: number; readonly status: string; readonly amount: number }[]) =>
	rows.map(({ number, status, amount }) =>
		receipt(`r${number}`, { at: NOON + number * 600_000, amountMinor: amount, status: status as Receipt['status'], traceNo: String(number), line: number }),
	);

describe('withdrawing an import', () => {
	test('gives back exactly what stood before it, also where other files say the same, earlier or later', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(someBill, { maxLength: 2 }), someBill, fc.boolean(), fc.integer({ min: 0, max: 4 }), async (before, added, packed, sales) => {
				const { db, ports, takeIn } = await shop();
				for (let number = 0; number < sales; number += 1) await sell(ports);
				for (const rows of before) await takeIn(receiptsOf(rows), !packed);
				success(await reconcile(ports));
				const stood = await derived(db);
				const imports = await takeIn(receiptsOf(added), packed);
				success(await withdrawImport(ports, { imports }));
				success(await reconcile(ports));
				expect(await derived(db)).toEqual(stood);
				db.close();
			}),
			{ numRuns: 40, interruptAfterTimeLimit: 40_000 },
		);
	}, 60_000);

	test('says beforehand how many receipts go, and how many stay because another bill has them', async () => {
		const { db, ports, takeIn } = await shop();
		await takeIn([receipt('r1'), receipt('r2')], false);
		const imports = await takeIn([receipt('r2'), receipt('r3', { at: NOON + 60_000 })], true);
		expect(await withdrawalEffect(db, imports)).toMatchObject({ goes: 1, stays: 1, clears: 1, closedDays: [] });
		success(await withdrawImport(ports, { imports }));
		expect((await ports.receipts.receiptsOfDays([DAY])).map(({ id }) => id)).toEqual(['r1', 'r2']);
		expect(await withdrawalEffect(db, imports)).toMatchObject({ goes: 0, stays: 0 });
		db.close();
	});
});

describe('taking in large bills', () => {
	const many = (count: number) => Array.from({ length: count }, (_, number) => receipt(`r${number}`, { at: NOON + number * 1_000 }));
	const inputOf = (receipts: readonly Receipt[]) => {
		const one = bill(receipts);
		const reading = { hash: 'large', bills: [one], statements: [], packed: [packPages(receipts, shopDays(SHOP_DEFAULT))] };
		return { file: { name: 'large.csv', bytes: new Uint8Array() }, reading };
	};

	test('stopped half way leaves nothing behind, and can be done again', async () => {
		const { db, ports } = await shop();
		const stop = new AbortController();
		const stopAtOnce = (done: number) => void (done > 0 && stop.abort());
		const stopped = await commitImports(ports, [inputOf(many(12_000))], { signal: stop.signal, onProgress: stopAtOnce });
		expect(stopped).toMatchObject({ ok: false, error: { code: 'reading_stopped' } });
		expect([await db.receiptPages.count(), await db.imports.count(), await db.entries.count()]).toEqual([0, 0, 0]);
		success(await commitImports(ports, [inputOf(many(12_000))]));
		expect(await ports.receipts.receiptsOfDays([DAY])).toHaveLength(12_000);
		db.close();
	});

	test('pages without an entry count for nothing and are taken away', async () => {
		const { db, ports } = await shop();
		success(await commitImports(ports, [inputOf(many(600))]));
		const left = packPages(many(700), shopDays(SHOP_DEFAULT));
		const id = ports.ids.entry();
		success(await ports.receipts.stage(id, { bill: bill([]), pages: left }));
		expect(await ports.receipts.receiptsOfDays([DAY])).toHaveLength(600);
		await ports.receipts.unstage();
		expect(await db.receiptPages.where('importId').equals(id).count()).toBe(0);
		expect(await ports.receipts.receiptsOfDays([DAY])).toHaveLength(600);
		db.close();
	});

	test('a file that is in is shown from what was stored, by its hash alone', async () => {
		const { db, ports } = await shop();
		success(await commitImports(ports, [inputOf(many(600))]));
		const [known] = (await ports.receipts.billsByHash('large')) ?? [];
		expect(known).toMatchObject({ format: bill([]).format, totals: { count: 600, salesMinor: 600 * 2850 } });
		expect(known?.receipts).toHaveLength(600);
		expect(await ports.receipts.billsByHash('other')).toBeNull();
		db.close();
	});

	test('several files are taken in together or not at all', async () => {
		const { db, ports } = await shop();
		const small = { file: { name: 'a.csv', bytes: new Uint8Array() }, reading: { hash: 'a', bills: [bill([receipt('x')])], statements: [] } };
		const empty = { file: { name: 'b.csv', bytes: new Uint8Array() }, reading: { hash: 'b', bills: [], statements: [] } };
		expect(await commitImports(ports, [small, empty])).toMatchObject({ ok: false, error: { code: 'nothing_readable' } });
		expect(await db.entries.count()).toBe(0);
		const twice = success(await commitImports(ports, [small, { ...small, file: { ...small.file, name: 'copy.csv' } }]));
		expect(twice.map(({ already }) => already)).toEqual([false, true]);
		expect(await db.imports.count()).toBe(1);
		db.close();
	});
});
