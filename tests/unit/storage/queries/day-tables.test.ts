import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { readSales } from '../../../../src/importers/canonical-sales/read-sales.ts';
import { dayTables } from '../../../../src/storage/queries/day/day-tables.ts';
import { billOf } from '../../../support/bills.ts';
import { demoBooks } from '../../../support/demo-books.ts';
import { practiceFile } from '../../../support/practice-files.ts';

const DAY = '2026-11-20';

test('the tables of a day hold every sale and every receipt of it, for a comparison elsewhere', async () => {
	const { db } = await demoBooks(practiceFile);
	const tables = await dayTables(db, DAY);
	const sales = readSales({ name: 'sales.csv', bytes: new TextEncoder().encode(tables.sales) }, { cutoverMinutes: 240, zone: 'Asia/Shanghai' });
	const receipts = billOf(tables.receipts);
	const stored = await db.sales.filter((sale) => sale.day === DAY).toArray();
	expect(
		sales.ok &&
			sales.value.sales
				.filter(({ kind }) => kind !== 'reversal')
				.map(({ id }) => id)
				.sort(),
	).toEqual(stored.map(({ id }) => id).sort());
	expect(receipts.totals.count).toBeGreaterThan(100);
	expect(receipts.problems.filter(({ code }) => code !== 'row_repeated')).toEqual([]);
});
