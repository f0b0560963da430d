import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { discrepancyId } from '../../../src/domain/discrepancies/discrepancy-id.ts';
import type { FoundDiscrepancy } from '../../../src/domain/matching/outcome.ts';
import { countOpen } from '../../../src/storage/discrepancies/count.ts';
import { comparisonSnapshot } from '../../../src/storage/queries/import-preview.ts';
import { queueDetail, queueLists } from '../../../src/storage/queries/queue/queue-lists.ts';
import { createDerivedStore } from '../../../src/storage/stores/derived-store.ts';
import { outcome } from '../../support/builders.ts';
import { DAY, draftOf, NOON, nextId, receipt } from '../../support/ledger-fixture.ts';
import { openTestLedger, type TestLedger } from '../../support/open-test-ledger.ts';

const MANY = 3_000;
/** Rows that stand by themselves on a day with more than 2,000. */
const SINGLE = 500;
const BODY = {
	origin: 'file',
	name: 'bill.csv',
	hash: 'h',
	format: 'canonical-receipts',
	leg: 'terminal',
	coverage: null,
	tenders: null,
	problems: 0,
	footerAgrees: null,
	cursor: null,
} as const;

/** One receipt each that the ledger lacks; the n-th is of n fen. */
function gap(number: number): FoundDiscrepancy {
	return {
		kind: 'missing_in_ledger',
		sales: [],
		receipts: [`r${number}`],
		count: 1,
		amountMinor: number,
		currency: 'CNY',
		hypotheses: [{ code: 'cashier_forgot', weight: 1 }],
		cluster: number % 2 ? 'a b' : null,
	};
}

const gaps = (count: number) => Array.from({ length: count }, (_, index) => gap(index + 1));
const id = (number: number) => discrepancyId(gap(number));

async function shopWith(count: number): Promise<TestLedger> {
	const books = await openTestLedger();
	const importId = nextId();
	const receipts = Array.from({ length: count }, (_, index) => receipt(`r${index + 1}`, { at: NOON, amountMinor: index + 1 }));
	await books.ledger.commit(
		[draftOf('receipts-imported', { ...BODY, count }, { id: importId })],
		[{ importId, receipts, coverage: [], problems: [], withdrawn: [] }],
	);
	return books;
}

async function judge({ db }: TestLedger, found: readonly FoundDiscrepancy[]): Promise<void> {
	const derived = createDerivedStore(db);
	const { mark } = await derived.facts([DAY]);
	expect(await derived.save([DAY], outcome({ discrepancies: found }), mark, NOON)).toBe('saved');
}

test('of very many gaps the most urgent stand by themselves, the others in pages, and all of them count', async () => {
	const books = await shopWith(MANY);
	await judge(books, gaps(MANY));
	const { db } = books;
	expect(await db.discrepancies.count()).toBe(SINGLE);
	expect((await db.discrepancyPages.toArray()).map(({ day, waiting }) => [day, waiting])).toEqual(Array.from({ length: 5 }, () => [DAY, 500]));
	expect(await countOpen(db)).toBe(MANY);
	const all = await createDerivedStore(db).discrepanciesOfDay(DAY);
	expect(all.map(({ amountMinor }) => amountMinor).sort((a, b) => a - b)).toEqual(Array.from({ length: MANY }, (_, index) => index + 1));
	expect(all.find(({ amountMinor }) => amountMinor === 7)).toEqual({
		...gap(7),
		...{ id: id(7), day: DAY, at: NOON, risk: 'none', state: 'open', snoozedUntil: null, assignee: null, caseId: null, decision: null },
	});
	const { open, counts } = await queueLists(db, NOON);
	expect(open.map(({ amountMinor }) => amountMinor)).toEqual(Array.from({ length: 300 }, (_, index) => MANY - index));
	expect(counts).toEqual({ open: MANY, snoozed: 0 });
	expect((await comparisonSnapshot(db, [DAY])).open).toHaveLength(MANY);
	db.close();
});

test('a gap in a page is found by its link, decided on, and taken back like any other', async () => {
	const books = await shopWith(MANY);
	await judge(books, gaps(MANY));
	const { db, ledger } = books;
	expect((await queueLists(db, NOON, id(7))).open.at(-1)?.id).toBe(id(7));
	expect((await queueDetail(db, id(7)))?.discrepancy.amountMinor).toBe(7);
	const { kind, sales, receipts, amountMinor } = gap(7);
	const about = { discrepancy: id(7), kind, day: DAY, sales, receipts, amountMinor };
	const decision = nextId();
	await ledger.commit([draftOf('discrepancy-explained', { ...about, reason: 'other_till', note: null }, { id: decision })]);
	expect((await createDerivedStore(db).discrepancy(id(7)))?.state).toBe('explained');
	expect(await countOpen(db)).toBe(MANY - 1);
	expect(await createDerivedStore(db).discrepanciesOfDay(DAY)).toHaveLength(MANY);
	await judge(books, gaps(MANY));
	expect((await db.discrepancies.get(id(7)))?.state).toBe('explained');
	expect(await countOpen(db)).toBe(MANY - 1);
	await ledger.commit([draftOf('decision-undone', { decision })]);
	expect(await countOpen(db)).toBe(MANY);
	db.close();
});

test('once too few of a day stand by themselves, its pages are looked into', async () => {
	const books = await shopWith(MANY);
	await judge(books, gaps(MANY));
	const { db } = books;
	const urgent = await db.discrepancies.toCollection().primaryKeys();
	await db.discrepancies.bulkDelete(urgent.slice(0, SINGLE - 200));
	const { open, counts } = await queueLists(db, NOON);
	expect(open).toHaveLength(300);
	expect(open.filter(({ amountMinor }) => amountMinor > MANY - SINGLE)).toHaveLength(200);
	expect(open.at(-1)?.amountMinor).toBe(MANY - SINGLE - 99);
	expect(counts.open).toBe(MANY - SINGLE + 200);
	db.close();
});

test('comparing again writes nothing that has not changed; a usual day has no pages', async () => {
	const books = await shopWith(MANY);
	await judge(books, gaps(MANY));
	const { db } = books;
	const written: string[] = [];
	for (const table of [db.discrepancies, db.discrepancyPages]) {
		table.hook('creating', (key) => void written.push(String(key)));
		table.hook('updating', (_, key) => void written.push(String(key)));
		table.hook('deleting', (key) => void written.push(String(key)));
	}
	await judge(books, gaps(MANY));
	expect(written).toEqual([]);
	await judge(books, gaps(40));
	expect(await db.discrepancyPages.count()).toBe(0);
	expect((await db.discrepancies.toArray()).map(({ amountMinor }) => amountMinor).sort((a, b) => a - b)).toEqual(
		Array.from({ length: 40 }, (_, index) => index + 1),
	);
	db.close();
});
