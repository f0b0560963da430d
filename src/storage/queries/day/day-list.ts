import { isUnresolved } from '../../../domain/end-of-day/open-work.ts';
import { isTaking } from '../../../domain/ledger/takings.ts';
import { addDays, type BusinessDay, daysBetween } from '../../../domain/time.ts';
import type { Database } from '../../database.ts';
import { discrepanciesOfDay } from '../../discrepancies/rows.ts';
import { salesOfDay } from './day-rows.ts';
import type { DayListItem } from './day-view.ts';

/** The last business days up to `last`, newest first: every one of the span, and before it those with sales, up to `count`. */
export async function dayList(db: Database, last: BusinessDay, count: number): Promise<readonly DayListItem[]> {
	const span = daysBetween(addDays(last, 1 - count), last).reverse();
	const older = await latestDayWithSales(db, addDays(last, -count));
	return Promise.all([...span, ...(older === null ? [] : [older])].map((day) => dayItem(db, day)));
}

/** The day to open on: the running one once it has sales, else the last one that had any. */
export async function dayToOpen(db: Database, running: BusinessDay): Promise<BusinessDay> {
	return (await latestDayWithSales(db, running)) ?? running;
}

async function latestDayWithSales(db: Database, upTo: BusinessDay): Promise<BusinessDay | null> {
	const sale = await db.sales.where('[day+number]').between(['', 0], [upTo, Number.MAX_SAFE_INTEGER]).last();
	return sale?.day ?? null;
}

/** A closed day is taken as it was sealed, so that its sales need not be read. */
async function dayItem(db: Database, day: BusinessDay): Promise<DayListItem> {
	const [close, gaps, outcome] = await Promise.all([db.dayCloses.get(day), discrepanciesOfDay(db, day), db.dayOutcomes.get(day)]);
	const takings = close
		? close.totals.map((total) => ({ count: total.salesCount, minor: total.ledgerMinor }))
		: (await salesOfDay(db, day)).filter((sale) => sale.kind === 'sale' && isTaking(sale)).map((sale) => ({ count: 1, minor: sale.amountMinor }));
	const open = gaps.filter(isUnresolved);
	return {
		day,
		salesCount: takings.reduce((sum, { count }) => sum + count, 0),
		ledgerMinor: takings.reduce((sum, { minor }) => sum + minor, 0),
		gapCount: open.length,
		gapMinor: open.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
		awaitingCount: outcome?.awaiting.length ?? 0,
		z: close?.z ?? null,
	};
}
