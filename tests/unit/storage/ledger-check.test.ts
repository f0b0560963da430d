import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { checkLedger } from '../../../src/storage/queries/ledger/ledger-check.ts';
import { searchSales } from '../../../src/storage/queries/search-sales.ts';
import { DAY, DEVICE, draftOf, NOON, nextId, receipt, saleDraft, sha256 } from '../../support/ledger-fixture.ts';
import { openTestLedger } from '../../support/open-test-ledger.ts';

async function ledgerOfFive() {
	const one = await openTestLedger();
	for (let index = 0; index < 4; index += 1) await one.ledger.commit([saleDraft()]);
	const id = nextId();
	const body = {
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
	const batch = { importId: id, receipts: [receipt('r1'), receipt('r2')], coverage: [], problems: [], withdrawn: [] };
	await one.ledger.commit([draftOf('receipts-imported', body, { id })], [batch]);
	return one;
}

describe('the check of the ledger', () => {
	test('finds a whole ledger whole and counts its way through', async () => {
		const { db } = await ledgerOfFive();
		const steps: string[] = [];
		expect(await checkLedger(db, sha256, (done, total) => steps.push(`${done}/${total}`))).toEqual({ entries: 5, whole: true, faults: [] });
		expect(steps).toEqual(['5/5']);
	});

	test('names an entry that is missing, altered or linked to another', async () => {
		const changes = [
			['missing', async ({ db }: Awaited<ReturnType<typeof ledgerOfFive>>) => db.entries.delete([DEVICE, 3])],
			['altered', async ({ db }) => db.entries.update([DEVICE, 3], { actor: 'Somebody' })],
			['unlinked', async ({ db }) => db.entries.update([DEVICE, 3], { prev: 'f'.repeat(64) })],
		] as const satisfies readonly (readonly [string, (one: Awaited<ReturnType<typeof ledgerOfFive>>) => Promise<unknown>])[];
		for (const [code, change] of changes) {
			const one = await ledgerOfFive();
			await change(one);
			const { whole, faults } = await checkLedger(one.db, sha256);
			expect({ code, whole, faults }).toMatchObject({ whole: false, faults: [{ kind: 'chain', fault: { code, seq: 3 } }] });
		}
	});

	test('names receipts and sales that are gone', async () => {
		const { db } = await ledgerOfFive();
		await db.receiptPages.clear();
		const first = await db.sales.toCollection().first();
		if (first) await db.sales.delete(first.id);
		expect(await checkLedger(db, sha256)).toMatchObject({
			whole: false,
			faults: [
				{ kind: 'sales', have: 3, want: 4 },
				{ kind: 'receipts', name: 'bill.csv', have: 0, want: 2 },
			],
		});
	});
});

describe('the search over all days', () => {
	async function someSales() {
		const one = await openTestLedger();
		await one.ledger.commit([
			saleDraft({ amountMinor: 2850, keys: { traceNo: '004711' } }, { at: NOON }),
			saleDraft({ amountMinor: 2850, day: '2026-11-21' }, { at: NOON + 86_400_000 }),
			saleDraft({ amountMinor: 4711, cashier: 'Li' }, { at: NOON + 1_000 }),
		]);
		const ask = async (search: Partial<Parameters<typeof searchSales>[1]>) => {
			const found = await searchSales(one.db, { amount: null, tail: null, indexed: true, accept: () => true, limit: 10, ...search });
			return { amounts: found.sales.map((sale) => [sale.day, sale.amountMinor]), more: found.more };
		};
		return ask;
	}

	test('finds amounts, ends of numbers and anything else, the newest first', async () => {
		const ask = await someSales();
		expect(await ask({ amount: { fromMinor: 2850, toMinor: 2850 } })).toEqual({
			amounts: [
				['2026-11-21', 2850],
				[DAY, 2850],
			],
			more: false,
		});
		expect(await ask({ amount: { fromMinor: 4000, toMinor: 5000 } })).toMatchObject({ amounts: [[DAY, 4711]] });
		expect(await ask({ tail: '711' })).toMatchObject({ amounts: [[DAY, 2850]] });
		expect(await ask({ tail: '004711', accept: (sale) => sale.keys.traceNo === '004711' })).toMatchObject({ amounts: [[DAY, 2850]] });
		expect(await ask({ indexed: false, accept: (sale) => sale.cashier === 'Li' })).toMatchObject({ amounts: [[DAY, 4711]] });
	});

	test('says where there is more than it shows', async () => {
		const ask = await someSales();
		expect(await ask({ indexed: false, limit: 2 })).toMatchObject({
			amounts: [
				['2026-11-21', 2850],
				[DAY, 4711],
			],
			more: true,
		});
		expect(await ask({ amount: { fromMinor: 2850, toMinor: 2850 }, limit: 1 })).toMatchObject({ amounts: [['2026-11-21', 2850]], more: true });
	});
});
