import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { discrepancyId } from '../../src/domain/discrepancies/discrepancy-id.ts';
import { asEntryId, type EntryId } from '../../src/domain/ids.ts';
import type { FoundDiscrepancy, Outcome } from '../../src/domain/matching/outcome.ts';
import type { Coverage } from '../../src/domain/receipts/reading.ts';
import type { Receipt } from '../../src/domain/receipts/receipt.ts';
import { DAY_MS, HOUR_MS } from '../../src/domain/time.ts';
import { unpacked } from '../../src/storage/receipt-pages.ts';
import { createDerivedStore } from '../../src/storage/stores/derived-store.ts';
import { createEvidenceStore, EvidenceDatabase } from '../../src/storage/stores/evidence-store.ts';
import { createReceiptStore } from '../../src/storage/stores/receipt-store.ts';
import { createWorkStore } from '../../src/storage/stores/work-store.ts';
import { DAY, draftOf, NOON, nextId, receipt, saleDraft } from '../support/ledger-fixture.ts';
import { openTestLedger, type TestLedger } from '../support/open-test-ledger.ts';

type Batch = { readonly coverage?: readonly Coverage[]; readonly withdrawn?: readonly string[]; readonly feed?: string; readonly hash?: string };

async function importReceipts(
	{ ledger }: TestLedger,
	receipts: readonly Receipt[],
	{ coverage = [], withdrawn = [], feed, hash = 'hash' }: Batch = {},
): Promise<EntryId> {
	const id = nextId();
	const body = {
		origin: feed === undefined ? ('file' as const) : ('feed' as const),
		name: feed === undefined ? 'bill.csv' : 'hub',
		hash,
		format: 'canonical-receipts',
		leg: 'terminal' as const,
		coverage: coverage[0]?.interval ?? null,
		tenders: null,
		count: receipts.length,
		problems: 0,
		footerAgrees: null,
		cursor: feed ?? null,
	};
	const answer = await ledger.commit(
		[draftOf('receipts-imported', body, { id })],
		[{ importId: id, receipts, coverage, problems: [], withdrawn: [...withdrawn] }],
	);
	expect(answer).toMatchObject({ ok: true });
	return id;
}

function cover(from: number, to: number): Coverage {
	return { source: 'terminal', leg: 'terminal', interval: { from, to }, tenders: null };
}

const NOTHING: Outcome = { engineVersion: 1, matches: [], discrepancies: [], awaiting: [], netted: [], excluded: [], problems: [], clocks: [] };

function missing(sale: string, amountMinor = 2850): FoundDiscrepancy {
	return { kind: 'missing_at_terminal', sales: [sale], receipts: [], count: 1, amountMinor, currency: 'CNY', hypotheses: [], cluster: null };
}

describe('receipts', () => {
	test('stand once however many imports carry them, as the latest has them', async () => {
		const one = await openTestLedger();
		const store = createReceiptStore(one.db);
		await importReceipts(one, [receipt('r1', { status: 'pending' }), receipt('r2')]);
		await importReceipts(one, [receipt('r1', { status: 'success' }), receipt('r3')]);
		const found = await store.receiptsOfDays([DAY]);
		expect(found.map(({ id, status }) => `${id} ${status}`)).toEqual(['r1 success', 'r2 success', 'r3 success']);
		expect(await store.receipt('r1')).toMatchObject({ status: 'success' });
		expect(await store.receipt('r9')).toBeNull();
	});

	test('of a withdrawn import go, unless another import carries them, too', async () => {
		const one = await openTestLedger();
		const store = createReceiptStore(one.db);
		const first = await importReceipts(one, [receipt('r1'), receipt('r2')], { hash: 'first' });
		await importReceipts(one, [receipt('r2')], { hash: 'second' });
		await one.ledger.commit([draftOf('import-withdrawn', { import: first })]);
		expect((await store.receiptsOfDays([DAY])).map(({ id }) => id)).toEqual(['r2']);
		expect(await store.importByHash('first')).toBeNull();
		expect(await store.importByHash('second')).toMatchObject({ withdrawn: false, days: [DAY] });
		expect(await store.importById(first)).toMatchObject({ withdrawn: true });
	});

	test('that a feed takes back go until it sends them again', async () => {
		const one = await openTestLedger();
		const store = createReceiptStore(one.db);
		await importReceipts(one, [receipt('r1'), receipt('r2')], { feed: 'c1' });
		await importReceipts(one, [], { feed: 'c2', withdrawn: ['r1'] });
		expect((await store.receiptsOfDays([DAY])).map(({ id }) => id)).toEqual(['r2']);
		expect((await one.db.dirtyDays.toArray()).map(({ day }) => day)).toContain(DAY);
		await importReceipts(one, [receipt('r1')], { feed: 'c3' });
		expect((await store.receiptsOfDays([DAY])).map(({ id }) => id)).toEqual(['r1', 'r2']);
		expect(await store.cursor('hub')).toBe('c3');
		expect(await store.cursor('another')).toBeNull();
	});

	test('lie in pages of at most 500 per day, by the day of the shop', async () => {
		const one = await openTestLedger();
		const many = Array.from({ length: 1_201 }, (_, index) => receipt(`r${index}`, { at: NOON + index, offset: 0 }));
		// 03:59 in Shanghai still belongs to the day before, whatever offset the source writes.
		await importReceipts(one, [...many, receipt('night', { at: NOON + 15 * HOUR_MS + 3_599_000, offset: 0 })]);
		const pages = await one.db.receiptPages.toArray();
		expect(pages.map((page) => unpacked(page).receipts.length).sort()).toEqual([202, 500, 500]);
		expect(new Set(pages.map((page) => page.day))).toEqual(new Set([DAY]));
	});
});

describe('derived data', () => {
	async function judged() {
		const one = await openTestLedger();
		const derived = createDerivedStore(one.db);
		const sale = saleDraft();
		await one.ledger.commit([sale]);
		const { mark } = await derived.facts([DAY]);
		await derived.save([DAY], { ...NOTHING, discrepancies: [missing(sale.id)] }, mark, NOON);
		const id = discrepancyId(missing(sale.id));
		const judge = async (outcome: Outcome) => {
			const reading = await derived.facts([DAY]);
			return derived.save([DAY], outcome, reading.mark, NOON);
		};
		const ref = { discrepancy: id, kind: 'missing_at_terminal' as const, day: DAY, sales: [sale.id], receipts: [], amountMinor: 2850 };
		return { ...one, derived, sale, id, judge, ref };
	}

	test('clears the dirt of the days it is saved for', async () => {
		const { derived, id } = await judged();
		expect(await derived.dirtyDays()).toEqual([]);
		expect(await derived.discrepancy(id)).toMatchObject({ state: 'open', day: DAY, at: NOON, risk: 'loss' });
		expect(await derived.discrepanciesOfDay(DAY)).toHaveLength(1);
	});

	test('is not saved where a fact of its days changed meanwhile, and is where one of another day did', async () => {
		const { derived, ledger } = await judged();
		const first = await derived.facts([DAY]);
		await ledger.commit([saleDraft({ day: '2026-11-25' })]);
		expect(await derived.save([DAY], NOTHING, first.mark, NOON)).toBe('saved');
		const second = await derived.facts([DAY]);
		await ledger.commit([saleDraft()]);
		expect(await derived.save([DAY], NOTHING, second.mark, NOON)).toBe('outdated');
		expect(await derived.dirtyDays()).toEqual([DAY, '2026-11-25']);
	});

	test('forgets a discrepancy that is no longer found and that nobody touched', async () => {
		const { derived, judge, id } = await judged();
		await judge(NOTHING);
		expect(await derived.discrepancy(id)).toBeNull();
	});

	test.each([
		['explained', { kind: 'discrepancy-explained', more: { reason: 'other', note: null } }, 'explained', 'explained'],
		['written off', { kind: 'discrepancy-written-off', more: { reason: 'too small' } }, 'written_off', 'written_off'],
		['snoozed', { kind: 'discrepancy-snoozed', more: { until: NOON + DAY_MS } }, 'snoozed', 'cleared'],
		['assigned', { kind: 'discrepancy-assigned', more: { to: 'Li', note: null } }, 'open', 'cleared'],
	] as const)('shows one that was %s at once and keeps it once it is no longer found', async (_what, { kind, more }, state, vanished) => {
		const { derived, judge, ledger, ref, id } = await judged();
		const decision = draftOf(kind, { ...ref, ...more } as never);
		await ledger.commit([decision]);
		expect(await derived.discrepancy(id)).toMatchObject({ state });
		await judge({ ...NOTHING, discrepancies: [missing(ref.sales[0] ?? '')] });
		expect(await derived.discrepancy(id)).toMatchObject({ state });
		await judge(NOTHING);
		expect(await derived.discrepancy(id)).toMatchObject({ state: vanished });
		await ledger.commit([draftOf('decision-undone', { decision: decision.id })]);
		await judge({ ...NOTHING, discrepancies: [missing(ref.sales[0] ?? '')] });
		expect(await derived.discrepancy(id)).toMatchObject({ state: 'open', decision: null, assignee: null });
	});

	test('follows the case that was opened for it', async () => {
		const { derived, ledger, db, ref, id } = await judged();
		const work = createWorkStore(db);
		const opened = draftOf('case-opened', { ...ref, party: 'provider', deadline: NOON, note: 'lost' });
		await ledger.commit([opened]);
		expect(await derived.discrepancy(id)).toMatchObject({ state: 'escalated', caseId: opened.id });
		await ledger.commit([draftOf('case-moved', { case: opened.id, to: 'submitted', recoveredMinor: null, ticketNo: 'T1', note: null })]);
		await ledger.commit([draftOf('contact-logged', { case: opened.id, channel: 'phone', withWhom: 'Wang', note: 'will call', nextCheck: null })]);
		expect(await work.case(opened.id)).toMatchObject({
			state: 'submitted',
			ticketNo: 'T1',
			atRiskMinor: 2850,
			timeline: [{ what: 'opened' }, { what: 'moved' }, { what: 'contact' }],
		});
		await ledger.commit([draftOf('case-moved', { case: opened.id, to: 'withdrawn', recoveredMinor: null, ticketNo: null, note: null })]);
		expect(await derived.discrepancy(id)).toMatchObject({ state: 'open', caseId: opened.id });
	});

	test('knows when the next bill is due and makes the days dirty that are', async () => {
		const { derived, judge, sale } = await judged();
		await derived.markDue(NOON);
		await judge({ ...NOTHING, awaiting: [{ sale: sale.id, dueAt: NOON + DAY_MS, offset: 480 }] });
		expect(await derived.nextDue()).toBe(NOON + DAY_MS);
		expect(await derived.awaitingOfDay(DAY)).toHaveLength(1);
		await derived.markDue(NOON + DAY_MS - 1);
		expect(await derived.dirtyDays()).toEqual([]);
		await derived.markDue(NOON + DAY_MS);
		expect(await derived.dirtyDays()).toEqual([DAY]);
	});

	test('of other days is context and is not saved', async () => {
		const { derived, judge, ledger } = await judged();
		const other = saleDraft({ day: '2026-11-21' });
		await ledger.commit([other]);
		const { mark } = await derived.facts([DAY, '2026-11-21']);
		await derived.save([DAY], { ...NOTHING, discrepancies: [missing(other.id)] }, mark, NOON);
		expect(await derived.discrepanciesOfDay('2026-11-21')).toEqual([]);
		await judge(NOTHING);
		expect(await derived.dirtyDays()).toEqual(['2026-11-21']);
	});

	test('made by an older engine is made anew once a newer one has judged a day', async () => {
		const { derived, ledger } = await judged();
		await ledger.commit([saleDraft({ day: '2026-11-21' })]);
		const { mark } = await derived.facts(['2026-11-21']);
		await derived.save(['2026-11-21'], { ...NOTHING, engineVersion: 2 }, mark, NOON);
		expect(await derived.dirtyDays()).toEqual([DAY]);
	});
});

describe('the facts of some days', () => {
	test('hold what was undone behind its sale, and the decisions in force about their members', async () => {
		const one = await openTestLedger();
		const derived = createDerivedStore(one.db);
		const [sale, other] = [saleDraft(), saleDraft({ day: '2026-12-24' })];
		await one.ledger.commit([sale, other]);
		await importReceipts(one, [receipt('r1')]);
		const [kept, undone, elsewhere] = [['r1'], ['r2'], ['r3']].map((receipts, index) =>
			draftOf('match-confirmed', { sales: [index === 2 ? other.id : sale.id], receipts }),
		);
		if (!kept || !undone || !elsewhere) throw new Error('three decisions');
		await one.ledger.commit([kept, undone, elsewhere, draftOf('match-rejected', { sale: sale.id, receipt: 'r9' })]);
		const reversal = draftOf('sale-reversed', { sale: sale.id, reason: 'undo' }, { at: NOON + 60_000 });
		await one.ledger.commit([draftOf('decision-undone', { decision: undone.id }), reversal]);
		const { facts } = await derived.facts([DAY]);
		expect(facts.sales.map(({ id, kind, ref, at }) => ({ id, kind, ref, at }))).toEqual([
			{ id: sale.id, kind: 'sale', ref: null, at: NOON },
			{ id: reversal.id, kind: 'reversal', ref: sale.id, at: NOON + 60_000 },
		]);
		expect(facts.receipts.map(({ id }) => id)).toEqual(['r1']);
		expect(facts.decisions).toEqual({ confirmed: [{ sales: [sale.id], receipts: ['r1'] }], rejected: [{ sale: sale.id, receipt: 'r9' }] });
	});

	test('cover what standing imports cover, each stretch once', async () => {
		const one = await openTestLedger();
		const derived = createDerivedStore(one.db);
		await importReceipts(one, [], { coverage: [cover(NOON, NOON + HOUR_MS)] });
		const withdrawn = await importReceipts(one, [], { coverage: [cover(NOON + 5 * HOUR_MS, NOON + 6 * HOUR_MS)] });
		await importReceipts(one, [], { coverage: [cover(NOON + HOUR_MS / 2, NOON + 2 * HOUR_MS)] });
		await one.ledger.commit([draftOf('import-withdrawn', { import: withdrawn })]);
		const { facts } = await derived.facts([DAY]);
		expect(facts.coverage).toEqual([cover(NOON, NOON + 2 * HOUR_MS)]);
	});

	test('of a feed that covers more with each pull leave the days alone that it covered before', async () => {
		const one = await openTestLedger();
		const derived = createDerivedStore(one.db);
		await importReceipts(one, [], { feed: 'c1', coverage: [cover(NOON, NOON + 2 * DAY_MS)] });
		const { mark } = await derived.facts([DAY, '2026-11-21', '2026-11-22']);
		await derived.save([DAY, '2026-11-21', '2026-11-22'], NOTHING, mark, NOON);
		await importReceipts(one, [], { feed: 'c2', coverage: [cover(NOON, NOON + 2 * DAY_MS + HOUR_MS)] });
		expect(await derived.dirtyDays()).toEqual(['2026-11-22']);
		const { facts } = await derived.facts([DAY, '2026-11-21', '2026-11-22']);
		expect(facts.coverage).toEqual([cover(NOON, NOON + 2 * DAY_MS + HOUR_MS)]);
	});

	test('change with a decision about a receipt of another day', async () => {
		const one = await openTestLedger();
		const derived = createDerivedStore(one.db);
		const sale = saleDraft();
		await one.ledger.commit([sale]);
		await importReceipts(one, [receipt('late', { at: NOON + 2 * DAY_MS })]);
		const { mark } = await derived.facts([DAY, '2026-11-22']);
		await derived.save([DAY, '2026-11-22'], NOTHING, mark, NOON);
		await one.ledger.commit([draftOf('match-confirmed', { sales: [sale.id], receipts: ['late'] })]);
		expect(await derived.dirtyDays()).toEqual([DAY, '2026-11-22']);
	});
});

describe('evidence', () => {
	test('is kept once per content and given back byte for byte', async () => {
		const store = createEvidenceStore(new EvidenceDatabase('contract'));
		const bytes = new Uint8Array([1, 2, 3]);
		expect(await store.put({ name: 'slip.jpg', type: 'image/jpeg', bytes, sha256: 'abc' })).toEqual({ ok: true, value: undefined });
		bytes.fill(9);
		expect(await store.put({ name: 'again.jpg', type: 'image/jpeg', bytes: new Uint8Array([1, 2, 3]), sha256: 'abc' })).toMatchObject({ ok: true });
		const found = await store.get('abc');
		expect(found).toMatchObject({ name: 'slip.jpg', type: 'image/jpeg' });
		expect([...(found?.bytes ?? [])]).toEqual([1, 2, 3]);
		expect(await store.get('unknown')).toBeNull();
	});
});

describe('end of day', () => {
	test('keeps the last count, the first close and the last Z', async () => {
		const one = await openTestLedger();
		const work = createWorkStore(one.db);
		expect(await work.lastZ()).toEqual({ z: 0, grandTotalMinor: 0 });
		const count = { day: DAY, countedMinor: 100, floatMinor: 0, pieces: { '100': 1 }, expectedMinor: 100, reason: null, note: null };
		await one.ledger.commit([draftOf('cash-counted', count), draftOf('cash-counted', { ...count, countedMinor: 200 })]);
		const close = {
			day: DAY,
			z: 1,
			totals: [],
			open: 0,
			openMinor: 0,
			awaiting: 0,
			grandTotalMinor: 500,
			sealed: { seq: 2, hash: 'h' },
			handedOverBy: 'Mei',
			checkedBy: null,
		};
		await one.ledger.commit([draftOf('day-closed', close), draftOf('day-closed', { ...close, z: 2, grandTotalMinor: 900 })]);
		expect(await work.cashCount(DAY)).toEqual({ ...count, countedMinor: 200 });
		expect(await work.dayClose(DAY)).toEqual(close);
		expect(await work.lastZ()).toEqual({ z: 1, grandTotalMinor: 500 });
		expect(await work.case(asEntryId('none'))).toBeNull();
	});
});
