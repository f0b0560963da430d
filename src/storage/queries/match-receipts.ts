import type { Receipt } from '../../domain/receipts/receipt.ts';
import { addDays, type BusinessDay } from '../../domain/time.ts';
import type { Database } from '../database.ts';

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

/** Receipts of the days given that stand, by id: withdrawn imports and receipts taken back are left out, the later import wins. */
export async function standingReceipts(db: Database, days: readonly BusinessDay[]): Promise<Map<string, Receipt>> {
	const pages = await db.receiptPages
		.where('day')
		.anyOf([...days])
		.toArray();
	const imports = await db.imports
		.where('days')
		.anyOf([...days])
		.distinct()
		.toArray();
	const withdrawn = new Set(imports.filter((row) => row.withdrawnBy !== null).map((row) => row.id));
	const takenBack = new Map<string, number>();
	for (const row of imports) if (row.withdrawnBy === null) for (const id of row.takenBack) takenBack.set(id, Math.max(row.seq, takenBack.get(id) ?? 0));
	const standing = new Map<string, Receipt>();
	for (const page of pages.sort((a, b) => a.importSeq - b.importSeq)) {
		if (withdrawn.has(page.importId)) continue;
		for (const receipt of page.receipts) if ((takenBack.get(receipt.id) ?? 0) <= page.importSeq) standing.set(receipt.id, receipt);
	}
	return standing;
}
