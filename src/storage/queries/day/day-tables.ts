import { salesCsv } from '../../../domain/matching/sales-csv.ts';
import { receiptsCsv } from '../../../domain/receipts/receipts-csv.ts';
import type { BusinessDay } from '../../../domain/time.ts';
import { readFacts } from '../../stores/derived-facts.ts';
import type { Database } from '../source.ts';

/** A business day's ledger and the receipts that stand of it as canonical tables, for the accountant or the command line. */
export async function dayTables(db: Database, day: BusinessDay): Promise<{ readonly sales: string; readonly receipts: string }> {
	const { facts } = await readFacts(db, [day]);
	return { sales: salesCsv(facts.sales), receipts: receiptsCsv(facts.receipts) };
}
