import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { asDiscrepancyId, asEntryId } from '../../../../src/domain/ids.ts';
import { HOUR_MS, MINUTE_MS } from '../../../../src/domain/time.ts';
import { Database } from '../../../../src/storage/database.ts';
import { dayView } from '../../../../src/storage/queries/day/day.ts';
import { dayList, dayToOpen } from '../../../../src/storage/queries/day/day-list.ts';
import { unpacked } from '../../../../src/storage/receipt-pages.ts';
import { DAY, daySales, MIDNIGHT, receiptOf, SHOP, storeDay, storeReceipts } from '../../../support/noodle-day.ts';

const NOW = MIDNIGHT + 23 * HOUR_MS;
let db: Database;
let opened = 0;
const view = () => dayView(db, DAY, { shop: SHOP, now: NOW });

beforeEach(async () => {
	opened += 1;
	db = new Database(`day-${opened}`);
	await db.open();
});
afterEach(() => db.delete());

describe('a day as the day close shows it', () => {
	beforeEach(() => storeDay(db));

	test('compares each tender by itself and nets nothing', async () => {
		const { tenders, salesCount } = await view();
		const of = (tender: string) => tenders.find((one) => one.tender === tender);
		expect(salesCount).toBe(186);
		expect(of('wechat')).toMatchObject({ salesCount: 82, receiptsCount: 82, shortMinor: 0, overMinor: 0 });
		expect(of('card')).toMatchObject({ salesCount: 24, receiptsCount: 23, shortMinor: 2_150, overMinor: 0 });
		expect(of('alipay')).toMatchObject({ shortMinor: 0, overMinor: 2_200 });
		for (const line of tenders.filter(({ tender }) => tender === 'card' || tender === 'alipay' || tender === 'wechat')) {
			expect(line.ledgerMinor - line.shortMinor + line.overMinor, line.tender).toBe(line.receiptsMinor);
		}
	});

	test('claims nothing about a tender that no bill covers: it awaits, with the moment', async () => {
		const { tenders, uncovered, awaiting } = await view();
		const until = MIDNIGHT + 34 * HOUR_MS;
		expect(tenders.find(({ tender }) => tender === 'unionpay_qr')).toMatchObject({ receiptsMinor: null, awaitingCount: 6, awaitingUntil: until });
		expect(uncovered).toEqual(['unionpay_qr']);
		expect(awaiting).toMatchObject({ count: 6, until });
	});

	test('says how far the bills reach, never farther than the day or than now', async () => {
		expect((await view()).covered).toEqual({ to: MIDNIGHT + 22 * HOUR_MS + 30 * MINUTE_MS, whole: false });
		const early = await dayView(db, DAY, { shop: SHOP, now: MIDNIGHT + 13 * HOUR_MS });
		expect(early.covered?.to).toBe(MIDNIGHT + 13 * HOUR_MS);
	});

	test('lists the open gaps with what each side says, and adds outages up', async () => {
		const { gaps, outages } = await view();
		expect(gaps.map(({ kind }) => kind).sort()).toEqual(['amount_short', 'missing_at_terminal', 'missing_in_ledger']);
		const missing = gaps.find(({ kind }) => kind === 'missing_at_terminal');
		expect(missing?.theirsMinor).toBeNull();
		expect(missing?.oursMinor).toBe(missing?.amountMinor);
		expect(gaps.find(({ kind }) => kind === 'missing_in_ledger')).toMatchObject({ oursMinor: null, theirsMinor: 2_200, sale: null });
		expect(outages).toMatchObject({ count: 1, minutes: 18 });
	});

	test('counts as cleared what went away by itself, not what only took another form', async () => {
		const [gap] = await db.discrepancies.toArray();
		if (!gap) throw new Error('the day has gaps');
		const cleared = { ...gap, state: 'cleared', found: false } as const;
		await db.discrepancies.bulkPut([
			{ ...cleared, id: asDiscrepancyId('gone'), kind: 'missing_at_terminal', sales: ['s50'], receipts: [], amountMinor: 5_200 },
			{ ...cleared, id: asDiscrepancyId('turned'), kind: 'missing_at_provider' },
		]);
		expect((await view()).cleared).toEqual({ count: 1, minor: 5_200 });
	});

	test('gives each terminal its own line, without cash', async () => {
		const { terminals } = await view();
		expect(terminals.map(({ name }) => name)).toEqual(['1号机 前台', '2号机 外卖窗']);
		expect(terminals.reduce((sum, { salesCount }) => sum + salesCount, 0)).toBe(186 - 33);
	});

	test('notices that cash moved after the count', async () => {
		const expectedMinor = (await view()).cash.salesMinor;
		await db.cashCounts.put({
			...{ day: DAY, countedMinor: expectedMinor - 500, floatMinor: 0, pieces: {}, expectedMinor, reason: null, note: null },
			...{ entry: asEntryId('c1'), at: NOW, actor: '李敏' },
		});
		const counted = await view();
		expect(counted.cash.stale).toBe(false);
		expect(counted.tenders.find(({ tender }) => tender === 'cash')).toMatchObject({ shortMinor: 500, overMinor: 0, receiptsMinor: expectedMinor - 500 });
		const [sale] = daySales().filter(({ tender }) => tender === 'cash');
		if (sale) await db.sales.put({ ...sale, id: asEntryId('late'), number: 900, seq: 900 });
		expect((await view()).cash.stale).toBe(true);
	});

	test('keeps a sealed day as it was and tells what has come since', async () => {
		const { tenders, device } = await view();
		const totals = tenders.map(({ awaitingUntil: _, ...total }) => total);
		await db.dayCloses.put({
			...{ day: DAY, z: 142, totals, open: 3, openMinor: 0, awaiting: 6, grandTotalMinor: 0, sealed: { seq: 9, hash: 'ab' } },
			...{ handedOverBy: '李敏', checkedBy: null, entry: asEntryId('z'), at: NOW, offset: 480, actor: '李敏', seq: 10 },
		});
		expect((await view()).adjustments).toEqual([]);
		const qr = daySales().filter(({ tender }) => tender === 'unionpay_qr');
		const before = await db.receiptPages.toArray();
		await storeReceipts(db, [...before.flatMap((page) => unpacked(page).receipts), ...qr.map(receiptOf)]);
		await db.dayOutcomes
			.where('day')
			.equals(DAY)
			.modify((outcome) => {
				Object.assign(outcome, {
					awaiting: [],
					matches: [...outcome.matches, ...qr.map((sale) => ({ ...outcome.matches[0], sales: [sale.id], receipts: [`r-${sale.id}`] }))],
				});
			});
		const sealed = await view();
		expect(device).toBe('');
		expect(sealed.close?.totals).toEqual(totals);
		expect(sealed.nextZ).toBe(143);
		const sum = qr.reduce((total, { amountMinor }) => total + amountMinor, 0);
		expect(sealed.adjustments).toEqual([{ tender: 'unionpay_qr', salesCount: 0, ledgerMinor: 0, receiptsMinor: sum, shortMinor: 0, overMinor: 0 }]);
	});
});

describe('the list of days', () => {
	test('names every day of the span, with the gaps of those that have any', async () => {
		await storeDay(db);
		const days = await dayList(db, '2026-11-23', 7);
		expect(days.map(({ day }) => day)).toEqual(['2026-11-23', '2026-11-22', '2026-11-21', DAY, '2026-11-19', '2026-11-18', '2026-11-17']);
		expect(days.find(({ day }) => day === DAY)).toMatchObject({ salesCount: 186, gapCount: 3, awaitingCount: 6, z: null });
		expect(days[0]).toMatchObject({ salesCount: 0, gapCount: 0 });
	});

	test('adds the last day with sales where it lies before the span', async () => {
		await storeDay(db);
		expect((await dayList(db, '2026-12-20', 3)).map(({ day }) => day)).toEqual(['2026-12-20', '2026-12-19', '2026-12-18', DAY]);
	});

	test('opens on the running day once it has sales, else on the last that had any', async () => {
		expect(await dayToOpen(db, DAY)).toBe(DAY);
		await storeDay(db);
		expect(await dayToOpen(db, '2026-11-23')).toBe(DAY);
		const [sale] = daySales();
		if (sale) await db.sales.put({ ...sale, id: asEntryId('new'), day: '2026-11-23', number: 1, seq: 901 });
		expect(await dayToOpen(db, '2026-11-23')).toBe('2026-11-23');
	});
});
