import type { Sale } from '../../domain/ledger/sale.ts';
import type { Database } from '../database.ts';

/** The last sales and refunds in the order in which they were logged, newest first: 刚才. */
export function recentSales(db: Database, count: number): Promise<readonly Sale[]> {
	return db.sales.orderBy('seq').reverse().limit(count).toArray();
}
