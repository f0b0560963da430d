import { afterEach, expect, test } from 'vitest';
import { discrepancyId } from '../../../src/domain/discrepancies/discrepancy-id.ts';
import type { FoundDiscrepancy } from '../../../src/domain/matching/outcome.ts';
import { packPages } from '../../../src/domain/receipts/receipt-pages.ts';
import { comparisonSnapshot } from '../../../src/storage/queries/import-preview.ts';
import { ledgerDay } from '../../../src/storage/queries/ledger/ledger-list.ts';
import { saleDetail } from '../../../src/storage/queries/ledger/ledger-sale.ts';
import { practiceProgress } from '../../../src/storage/queries/practice-progress.ts';
import { queueLists } from '../../../src/storage/queries/queue/queue-lists.ts';
import { standing } from '../../../src/storage/queries/standing.ts';
import { withdrawalEffect } from '../../../src/storage/queries/withdrawal.ts';
import { createDerivedStore } from '../../../src/storage/stores/derived-store.ts';
import { createReceiptStore } from '../../../src/storage/stores/receipt-store.ts';
import { outcome } from '../../support/builders.ts';
import { DAY, draftOf, NOON, nextId, receipt, saleDraft } from '../../support/ledger-fixture.ts';
import { closeAll, closeWindow, deleteDatabase, freshName, openReady, type Ready } from './harness.ts';

afterEach(closeAll);

const MANY = 2_600;
const SALE = nextId();
const IMPORT = nextId();
const BODY = {
	origin: 'file',
	name: 'bill.csv',
	hash: 'h',
	format: 'canonical-receipts',
	leg: 'terminal',
	coverage: null,
	tenders: null,
	count: MANY,
	problems: 0,
	footerAgrees: null,
	cursor: null,
} as const;

function gap(number: number): FoundDiscrepancy {
	const members = { sales: [], receipts: [`r${number}`] };
	return { kind: 'missing_in_ledger', ...members, count: 1, amountMinor: number, currency: 'CNY', hypotheses: [], cluster: null };
}

/** One sale, and a large bill of which the ledger lacks every receipt. */
async function extremeDay({ db, ledger }: Ready): Promise<void> {
	const receipts = Array.from({ length: MANY }, (_, index) => receipt(`r${index + 1}`, { at: NOON, amountMinor: index + 1 }));
	await ledger.commit([saleDraft({}, { id: SALE })]);
	const packed = packPages(receipts, () => DAY);
	const taken = await ledger.commit(
		[draftOf('receipts-imported', BODY, { id: IMPORT })],
		[{ importId: IMPORT, receipts: [], packed, coverage: [], problems: [], withdrawn: [] }],
	);
	expect(taken.ok).toBe(true);
	const derived = createDerivedStore(db);
	const { mark } = await derived.facts([DAY]);
	const discrepancies = Array.from({ length: MANY }, (_, index) => gap(index + 1));
	expect(await derived.save([DAY], outcome({ discrepancies }), mark, NOON)).toBe('saved');
}

test('every screen counts and finds the discrepancies that lie in pages', async () => {
	const window = await openReady(freshName());
	await extremeDay(window);
	const { db, ledger } = window;
	const id = discrepancyId(gap(7));
	expect(await db.discrepancyPages.count()).toBeGreaterThan(0);
	expect((await standing(db, DAY, { offset: 480, cutoverMinutes: 240 })).open).toBe(MANY);
	expect((await practiceProgress(db, DAY)).openGaps).toBe(MANY);
	expect((await comparisonSnapshot(db, [DAY])).open).toHaveLength(MANY);
	expect((await withdrawalEffect(db, [IMPORT])).clears).toBe(MANY);
	expect((await ledgerDay(db, DAY)).map(({ sale }) => sale.id)).toEqual([SALE]);
	expect((await saleDetail(db, SALE))?.sale.id).toBe(SALE);
	const { kind, sales, receipts, amountMinor } = gap(7);
	const about = { discrepancy: id, kind, day: DAY, sales, receipts, amountMinor };
	expect((await ledger.commit([draftOf('discrepancy-explained', { ...about, reason: 'other_till', note: null })])).ok).toBe(true);
	expect((await db.discrepancies.get(id))?.state).toBe('explained');
	expect((await queueLists(db, NOON)).counts.open).toBe(MANY - 1);
});

test('a large bill comes back from the journal, to which it was handed in parts', async () => {
	const name = freshName();
	const window = await openReady(name);
	await extremeDay(window);
	await closeWindow(window);
	await deleteDatabase(name);
	const again = await openReady(name);
	expect(again.recovered).toBe(2);
	const back = await createReceiptStore(again.db).receiptsOfDays([DAY]);
	expect(back.map(({ amountMinor }) => amountMinor).sort((a, b) => a - b)).toEqual(Array.from({ length: MANY }, (_, index) => index + 1));
});
