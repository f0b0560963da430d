import { coveredTenders } from '../../../domain/end-of-day/covered-tenders.ts';
import type { DayRows } from '../../../domain/end-of-day/day-rows.ts';
import type { Shop } from '../../../domain/ledger/shop.ts';
import { MATCH_RULES_DEFAULT } from '../../../domain/matching/rows.ts';
import type { Coverage } from '../../../domain/receipts/reading.ts';
import type { Receipt } from '../../../domain/receipts/receipt.ts';
import { addDays, type BusinessDay, businessDayInterval, daysBetween, type Interval, type OffsetMinutes, zoneOffset } from '../../../domain/time.ts';
import type { CashCountRow, Database, SaleRecord } from '../../database.ts';
import { discrepanciesOfDay } from '../../discrepancies/rows.ts';
import { receiptsById } from '../match/member-receipts.ts';

/** What the figures of a business day are made from, as stored. */
export type StoredDay = {
	readonly day: BusinessDay;
	readonly time: Interval;
	readonly offset: OffsetMinutes;
	readonly rows: Omit<DayRows, 'sales' | 'cash'> & { readonly sales: readonly SaleRecord[]; readonly cash: CashCountRow | null };
	/** Receipts of the day and of the days around it, by id. */
	readonly receipts: ReadonlyMap<string, Receipt>;
	readonly coverage: readonly Coverage[];
};

/** Reads a day with the neighbours from which a late receipt may come. */
export async function storedDay(db: Database, day: BusinessDay, shop: Pick<Shop, 'zone' | 'cutoverMinutes'>): Promise<StoredDay> {
	const { lateDays } = MATCH_RULES_DEFAULT;
	const near = daysBetween(addDays(day, -lateDays), addDays(day, lateDays));
	const offset = zoneOffset(shop.zone, Date.parse(`${day}T12:00:00Z`));
	const time = businessDayInterval(day, offset, shop.cutoverMinutes);
	const [sales, receipts, outcomes, discrepancies, cash, imports] = await Promise.all([
		salesOfDay(db, day),
		receiptsById(db, near),
		db.dayOutcomes.bulkGet(near),
		discrepanciesOfDay(db, day),
		db.cashCounts.get(day),
		db.imports.where('days').equals(day).toArray(),
	]);
	const coverage = imports.filter((row) => row.withdrawnBy === null).flatMap((row) => row.coverageParts);
	const rows = {
		sales,
		receipts: [...receipts.values()],
		matches: outcomes.flatMap((outcome) => outcome?.matches ?? []),
		discrepancies,
		awaiting: outcomes.find((outcome) => outcome?.day === day)?.awaiting ?? [],
		covered: coveredTenders(coverage, time),
		cash: cash ?? null,
	};
	return { day, time, offset, rows, receipts, coverage };
}

export function salesOfDay(db: Database, day: BusinessDay): Promise<SaleRecord[]> {
	return db.sales.where('[day+number]').between([day, 0], [day, Number.MAX_SAFE_INTEGER]).toArray();
}
