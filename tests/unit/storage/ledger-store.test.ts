import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { verifyChain } from '../../../src/domain/log/hash-chain.ts';
import { latestSales } from '../../../src/storage/queries/till.ts';
import { DAY, draftOf, nextId, saleBody, saleDraft, sha256 } from '../../support/ledger-fixture.ts';
import { openTestLedger, type TestLedger } from '../../support/open-test-ledger.ts';

async function chainOf({ db }: TestLedger) {
	const entries = await db.entries.toArray();
	async function* batches() {
		yield entries.map(({ subjects: _, ...entry }) => entry);
	}
	return verifyChain(batches(), sha256);
}

describe('commit', () => {
	test('numbers the sales of each business day from 1 and keeps the chain whole', async () => {
		const one = await openTestLedger();
		await one.ledger.commit([saleDraft(), saleDraft()]);
		await one.ledger.commit([saleDraft({ day: '2026-11-21' })]);
		await one.ledger.commit([saleDraft({ amountMinor: 100 })]);
		const sales = await one.ledger.salesOfDay(DAY);
		expect(sales.map((sale) => [sale.number, sale.seq, sale.amountMinor])).toEqual([
			[1, 1, 2850],
			[2, 2, 2850],
			[3, 4, 100],
		]);
		expect(await chainOf(one)).toMatchObject({ count: 4, fault: null });
		expect((await latestSales(one.db, 2)).map((sale) => sale.seq)).toEqual([4, 3]);
	});

	test('lets the first of two commits with the same id stand', async () => {
		const { ledger } = await openTestLedger();
		const id = nextId();
		const first = await ledger.commit([saleDraft({ amountMinor: 100 }, { id })]);
		const second = await ledger.commit([saleDraft({ amountMinor: 999 }, { id })]);
		expect(second).toEqual(first);
		expect((await ledger.sale(id))?.amountMinor).toBe(100);
		expect((await ledger.head()).seq).toBe(1);
		await ledger.commit([saleDraft()]);
		expect((await ledger.head()).seq).toBe(2);
	});

	test('keeps the chain whole when two windows write without seeing each other', async () => {
		const one = await openTestLedger();
		const other = await openTestLedger(one.db.name);
		const commits = Array.from({ length: 20 }, (_, index) => (index % 2 ? one : other).ledger.commit([saleDraft()]));
		const answers = await Promise.all(commits);
		expect(answers.every((answer) => answer.ok)).toBe(true);
		expect(await chainOf(one)).toMatchObject({ count: 20, fault: null });
		expect((await one.ledger.salesOfDay(DAY)).map((sale) => sale.number)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
	});

	test('shows reversals and later details in the sale', async () => {
		const { ledger } = await openTestLedger();
		const id = nextId();
		await ledger.commit([saleDraft({}, { id })]);
		await ledger.commit([
			draftOf('sale-annotated', { sale: id, note: '3 号桌', keys: { last4: '1234' } }),
			draftOf('sale-annotated', { sale: id, tender: 'wechat' }),
		]);
		const reversal = draftOf('sale-reversed', { sale: id, reason: 'undo' });
		await ledger.commit([reversal]);
		expect(await ledger.sale(id)).toMatchObject({ note: '3 号桌', tender: 'wechat', reversedBy: reversal.id, keys: { last4: '1234' } });
	});

	test('finds the refunds of a sale that stand', async () => {
		const { ledger } = await openTestLedger();
		const id = nextId();
		const undone = draftOf('refund-recorded', { ...saleBody({ amountMinor: 50 }), refundOf: id });
		const standing = draftOf('refund-recorded', { ...saleBody({ amountMinor: 70 }), refundOf: id });
		await ledger.commit([saleDraft({}, { id }), undone, standing, draftOf('sale-reversed', { sale: undone.id, reason: 'undo' })]);
		expect((await ledger.refundsOf(id)).map((refund) => refund.amountMinor)).toEqual([70]);
	});

	test('marks the days whose facts changed', async () => {
		const { ledger, db } = await openTestLedger();
		await ledger.commit([saleDraft()]);
		await ledger.commit([saleDraft({ day: '2026-11-21' })]);
		const dirty = await db.dirtyDays.toArray();
		expect(dirty.map(({ day }) => day)).toEqual([DAY, '2026-11-21']);
		await ledger.commit([saleDraft({ day: '2026-11-21' })]);
		const after = await db.dirtyDays.toArray();
		expect(after[0]).toEqual(dirty[0]);
		expect(after[1]?.tip).not.toBe(dirty[1]?.tip);
	});
});
