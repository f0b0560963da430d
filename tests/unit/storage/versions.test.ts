import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LedgerStore } from '../../../src/commands/ports.ts';
import { SHOP_DEFAULT } from '../../../src/domain/ledger/shop.ts';
import { canonicalJson } from '../../../src/domain/log/canonical-json.ts';
import { packPages } from '../../../src/domain/receipts/receipt-pages.ts';
import { SETTLEMENT_RULES_DEFAULT } from '../../../src/domain/settlement/default-rules.ts';
import { settle } from '../../../src/domain/settlement/settle.ts';
import { Database, type DiscrepancyRow } from '../../../src/storage/database.ts';
import { countOpen } from '../../../src/storage/discrepancies/count.ts';
import { savePacked } from '../../../src/storage/discrepancies/pages.ts';
import { saveDerived } from '../../../src/storage/stores/derived-save.ts';
import { createDerivedStore } from '../../../src/storage/stores/derived-store.ts';
import { createReceiptStore } from '../../../src/storage/stores/receipt-store.ts';
import { PINNED_V1, STORES_V1 } from '../../../src/storage/versions/v01.ts';
import { PINNED_V2, STORES_V2 } from '../../../src/storage/versions/v02.ts';
import { PINNED_V3, STORES_V3 } from '../../../src/storage/versions/v03.ts';
import { PINNED_V4, STORES_V4 } from '../../../src/storage/versions/v04.ts';
import { discrepancy, outcome } from '../../support/builders.ts';
import { DAY, DEVICE, draftOf, NOON, nextId, receipt, sha256 } from '../../support/ledger-fixture.ts';
import { openTestLedger } from '../../support/open-test-ledger.ts';
import { randomLog } from '../../support/random-log.ts';

test('the tables of version 1 are what they were when it was released', async () => {
	expect(await sha256(canonicalJson(STORES_V1))).toBe(PINNED_V1.stores);
});

test('the tables of versions 2 to 4 are what they were when it was released', async () => {
	expect(new Database('pin').verno).toBe(4);
	expect(await sha256(canonicalJson(STORES_V4))).toBe(PINNED_V4.stores);
	expect(STORES_V3).toEqual({});
	expect(await sha256(canonicalJson(STORES_V2))).toBe(PINNED_V2.stores);
});

test('a database of version 1 keeps everything and has its days judged again', async () => {
	const old = new Dexie('of version 1');
	old.version(1).stores(STORES_V1);
	await old.open();
	await old.table('meta').put({ key: 'device', device: DEVICE, generation: 'generation-1' });
	await old.table('imports').put({ id: 'i1', origin: 'file', hash: 'h', seq: 1, days: [DAY] });
	await old.table('dayOutcomes').bulkPut([{ day: DAY }, { day: '2026-11-21' }]);
	await old.table('dirtyDays').put({ day: DAY, tip: 'entry' });
	old.close();
	const db = new Database('of version 1');
	await db.open();
	expect(await db.meta.get('device')).toMatchObject({ generation: 'generation-1' });
	expect((await db.imports.where('origin').equals('file').toArray()).map(({ id }) => id)).toEqual(['i1']);
	const derived = createDerivedStore(db);
	for (const now of [NOON, NOON + 1]) {
		await derived.markDue(now);
		expect(await db.dirtyDays.toArray()).toEqual([
			{ day: DAY, tip: 'entry' },
			{ day: '2026-11-21', tip: 'parts' },
		]);
	}
	expect(await db.payouts.count()).toBe(0);
	db.close();
});

test('the rows of version 3 have the shape they had when it was released', async () => {
	const shapes = await storedShapes();
	// A failure means that what is stored has changed: write a new version with its migration, then pin that one.
	expect({ shapes, hash: await sha256(canonicalJson(shapes)) }).toMatchObject({ hash: PINNED_V3.rows });
});

test('a page of discrepancies is stored in the shape it had when it was released', async () => {
	const { db } = await openTestLedger();
	const rows = [1, 2].map((number): DiscrepancyRow => ({ ...discrepancy('missing_in_ledger', { receipts: [`r${number}`] }), found: true }));
	await savePacked(db, DAY, rows);
	const found = new Map<string, Set<string>>();
	for (const row of await rawRows(db, 'discrepancyPages')) describeInto(found, 'discrepancyPages', { ...row, text: JSON.parse(String(row.text)) });
	const shape = [...found].map(([path, types]) => [path, [...types].sort()] as const).sort(([a], [b]) => (a < b ? -1 : 1));
	expect({ shape, hash: await sha256(canonicalJson(shape)) }).toMatchObject({ hash: PINNED_V4.page });
});

test('a database of version 3 keeps its discrepancies, and an extreme day is packed when it is next compared', async () => {
	const old = new Dexie('of version 3');
	for (const [version, stores] of [STORES_V1, STORES_V2, STORES_V3].entries()) old.version(version + 1).stores(stores);
	await old.open();
	await old.table('meta').put({ key: 'device', device: DEVICE, generation: 'generation-1' });
	const rows = Array.from({ length: 2_100 }, (_, number) => ({ ...discrepancy('missing_in_ledger', { receipts: [`r${number}`] }), found: true }));
	await old.table('discrepancies').bulkPut(rows);
	old.close();
	const db = new Database('of version 3');
	await db.open();
	const derived = createDerivedStore(db);
	expect(await derived.discrepanciesOfDay(DAY)).toHaveLength(2_100);
	expect(await countOpen(db)).toBe(2_100);
	const places = new Map(rows.map(({ receipts: [id = ''] }) => [id, { day: DAY, at: NOON, reversed: false, refund: false }]));
	const found = rows.map(({ kind, sales, receipts, count, amountMinor, currency, hypotheses, cluster }) => ({
		kind,
		sales,
		receipts,
		count,
		amountMinor,
		currency,
		hypotheses,
		cluster,
	}));
	const read = { places, tips: new Map(), stored: [] };
	expect(await saveDerived(db, { days: [DAY], outcome: outcome({ discrepancies: found }), judgedAt: NOON, read })).toBe('saved');
	expect([await db.discrepancies.count(), await countOpen(db)]).toEqual([500, 2_100]);
	db.close();
});

test('a packed page is stored in the shape it had when it was released', async () => {
	const { db, ledger } = await openTestLedger();
	const id = nextId();
	const packed = packPages([receipt('r1'), receipt('r2', { notes: { 门店: '一' } })], () => DAY);
	await ledger.commit([draftOf('receipts-imported', IMPORTED, { id })], [{ importId: id, receipts: [], packed, coverage: [], problems: [], withdrawn: [] }]);
	const stored = await rawRows(db, 'receiptPages');
	const found = new Map<string, Set<string>>();
	for (const row of stored) describeInto(found, 'receiptPages', { ...row, text: JSON.parse(String(row.text)) });
	const shape = [...found].map(([path, types]) => [path, [...types].sort()] as const).sort(([a], [b]) => (a < b ? -1 : 1));
	expect({ shape, hash: await sha256(canonicalJson(shape)) }).toMatchObject({ hash: PINNED_V3.page });
});

test('what version 1 stored is read as it was', async () => {
	const old = new Dexie('stored-by-v1');
	old.version(1).stores(STORES_V1);
	await old.open();
	const id = nextId();
	await old
		.table('imports')
		.put({ ...IMPORTED, id, seq: 3, at: NOON, offset: 480, actor: '', days: [DAY], coverageParts: [], problemLines: [], takenBack: [], withdrawnBy: null });
	const page = { key: `${id}:${DAY}:0`, importId: id, importSeq: 3, source: 'canonical-receipts', leg: 'terminal', day: DAY };
	await old.table('receiptPages').put({ ...page, receipts: [receipt('r1'), receipt('r2')] });
	old.close();
	const db = new Database('stored-by-v1');
	await db.open();
	expect((await createReceiptStore(db).receiptsOfDays([DAY])).map((one) => one.id)).toEqual(['r1', 'r2']);
	db.close();
});

const IMPORTED = {
	origin: 'file',
	name: 'bill.csv',
	hash: 'h',
	format: 'canonical-receipts',
	leg: 'terminal',
	coverage: null,
	tenders: null,
	count: 2,
	problems: 0,
	footerAgrees: null,
	cursor: null,
} as const;

/** Rows as they lie in the database, past everything that reads them. */
function rawRows(db: Database, table: string): Promise<Record<string, unknown>[]> {
	return new Promise((resolve, reject) => {
		const request = db.backendDB().transaction(table).objectStore(table).getAll();
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
}

/** Field paths with the types met in them, per table, from logs that hold every kind of entry. */
async function storedShapes(): Promise<Record<string, readonly string[]>> {
	const found = new Map<string, Set<string>>();
	for (const log of fc.sample(randomLog(120), { seed: 20_261_123, numRuns: 12 })) {
		const { db, ledger } = await openTestLedger();
		await ledger.commit([draftOf('shop-configured', { shop: SHOP_DEFAULT })]);
		for (const draft of log.drafts) {
			const batch = log.batches.get(draft.id);
			await ledger.commit([draft], batch ? [batch] : []);
		}
		await judge(db);
		await settleAll(db, ledger);
		for (const table of db.tables) for (const row of await table.toArray()) describeInto(found, table.name, row);
		db.close();
	}
	return Object.fromEntries([...found].map(([path, types]) => [path, [...types].sort()] as const).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A bill with a payout and an odd fee, and a statement that pays one of its days. */
async function settleAll(db: Database, ledger: LedgerStore): Promise<void> {
	const [bill, bank] = [nextId(), nextId()];
	const body = {
		origin: 'file' as const,
		hash: 'h',
		coverage: { from: NOON, to: NOON + 7 * 86_400_000 },
		tenders: null,
		problems: 0,
		footerAgrees: null,
		cursor: null,
	};
	const receipts = [
		receipt('p1', { leg: 'provider', source: 'wechat-trade-bill', tender: 'wechat', feeMinor: 17 }),
		receipt('p2', { leg: 'provider', source: 'adyen-settlement', kind: 'payout', channelOrderNo: 'TX112233' }),
		receipt('p3', { leg: 'provider', source: 'adyen-settlement', batchNo: '3' }),
	];
	const line = {
		id: 'l1',
		bookedOn: '2026-11-23',
		valueOn: '2026-11-23',
		amountMinor: 2833,
		currency: 'CNY',
		counterparty: '财付通',
		reference: 'r',
		text: '',
		line: 1,
	};
	const lines = [line, { ...line, id: 'l2', valueOn: null, counterparty: null, reference: null, line: null }];
	await ledger.commit(
		[
			draftOf('receipts-imported', { ...body, name: 'bill.csv', format: 'wechat-trade-bill', leg: 'provider', count: 3 }, { id: bill }),
			draftOf('receipts-imported', { ...body, name: 'bank.csv', format: 'bank-csv', leg: 'bank', count: 2 }, { id: bank }),
		],
		[
			{ importId: bill, receipts, coverage: [], problems: [], withdrawn: [] },
			{ importId: bank, receipts: [], coverage: [], problems: [], withdrawn: [], lines },
		],
	);
	const derived = createDerivedStore(db);
	await derived.markDue(0);
	const judged = await derived.facts([DAY]);
	await derived.save(
		[DAY],
		{ engineVersion: 1, matches: [], discrepancies: [], awaiting: [], netted: [], excluded: [], problems: [], clocks: [] },
		judged.mark,
		NOON,
	);
	for (const now of [NOON, NOON + 30 * 86_400_000]) {
		await db.meta.put({ key: 'unsettled:parts', tip: String(now) });
		const read = await derived.payoutFacts(now);
		if (!read) throw new Error('nothing to settle');
		const settlement = settle({ ...read.facts, rules: SETTLEMENT_RULES_DEFAULT, cutoverMinutes: 240, now });
		await derived.savePayouts(settlement, read.mark);
	}
	await db.meta.put({ key: 'unsettled:parts', tip: '' });
}

async function judge(db: Database): Promise<void> {
	const derived = createDerivedStore(db);
	const { facts, mark } = await derived.facts([DAY]);
	const sale = facts.sales[0];
	if (!sale) return;
	const members = { sales: [sale.id], receipts: ['r'] };
	const evidence = { field: 'amount' as const, relation: 'equal', milliBits: 1 };
	await derived.save(
		[DAY],
		{
			engineVersion: 1,
			matches: [
				{
					...members,
					band: 'auto',
					probabilityMillionths: 1,
					differenceMinor: 0,
					evidence: [evidence],
					runnerUp: { ...members, milliBitsBehind: 1 },
					confirmed: false,
				},
			],
			discrepancies: [
				{
					...members,
					kind: 'missing_at_terminal',
					count: 1,
					amountMinor: 1,
					currency: 'CNY',
					hypotheses: [{ code: 'other_tender', weight: 1 }],
					cluster: null,
				},
			],
			awaiting: [{ sale: sale.id, dueAt: NOON, offset: 480 }],
			netted: [{ ...members, reason: 'void' }],
			excluded: [{ sale: sale.id, receipt: null, reason: 'cash_sale' }],
			problems: [{ sale: sale.id, receipt: null, code: 'not_covered', message: '' }],
			clocks: [{ clock: '1', skewSeconds: 0, spreadSeconds: 1, anchors: 0 }],
		},
		mark,
		NOON,
	);
}

function describeInto(found: Map<string, Set<string>>, path: string, value: unknown): void {
	const type = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
	const types = found.get(path) ?? new Set();
	found.set(path, types.add(type));
	if (Array.isArray(value)) for (const item of value) describeInto(found, `${path}[]`, item);
	else if (typeof value === 'object' && value !== null) for (const [key, item] of Object.entries(value)) describeInto(found, `${path}.${key}`, item);
}
