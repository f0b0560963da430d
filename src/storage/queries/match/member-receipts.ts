import type { Receipt } from '../../../domain/receipts/receipt.ts';
import { addDays, type BusinessDay } from '../../../domain/time.ts';
import type { Database } from '../../database.ts';
import { readReceipts } from '../../read-receipts.ts';

/** A receipt may stand some days away from the sale that it belongs to: posted late, or dated across the cut. */
const DAYS_BEFORE = 1;
const DAYS_AFTER = 4;

/** The days on which the other half of a record of this day may stand. */
export function daysAround(day: BusinessDay): BusinessDay[] {
	return Array.from({ length: DAYS_BEFORE + DAYS_AFTER + 1 }, (_, index) => addDays(day, index - DAYS_BEFORE));
}

/** The same seen from a receipt: the days on which our half may stand. */
export function daysBefore(day: BusinessDay): BusinessDay[] {
	return Array.from({ length: DAYS_BEFORE + DAYS_AFTER + 1 }, (_, index) => addDays(day, DAYS_BEFORE - index));
}

/** Receipts of the days given that stand, by id. */
export async function receiptsById(db: Database, days: readonly BusinessDay[]): Promise<ReadonlyMap<string, Receipt>> {
	const { receipts } = await readReceipts(db, days);
	return new Map(receipts.map(({ receipt }) => [receipt.id, receipt]));
}
