import Dexie from 'dexie';
import type { ReceiptBatch } from '../../commands/ports.ts';
import type { ImportId } from '../../domain/ids.ts';
import type { Receipt } from '../../domain/receipts/receipt.ts';
import type { BusinessDay, Interval } from '../../domain/time.ts';
import type { Database } from '../database.ts';

/** Receipts of a batch, sorted into business days before the transaction. */
export type PreparedBatch = {
	readonly batch: ReceiptBatch;
	readonly receipts: ReadonlyMap<BusinessDay, readonly Receipt[]>;
	/** All of its packed pages are in the database already. */
	readonly staged: boolean;
	/** Coverage to keep with the import, and what its source then covers in all; null for files. */
	readonly coverage: ReceiptBatch['coverage'];
	readonly covered: ReadonlyMap<string, readonly Interval[]> | null;
	/** Zone and cut-over by which the days were found. */
	readonly filedBy: string;
	/** Every day that the batch touches. */
	readonly days: readonly BusinessDay[];
};

/** What projections of one commit share. Inside the transaction they may await Dexie calls and nothing else. */
export type ProjectionWork = {
	readonly db: Database;
	/** Last running number of each business day met so far. */
	readonly numbers: Map<BusinessDay, number>;
	/** Days whose facts changed. */
	readonly days: Set<BusinessDay>;
	readonly batches: ReadonlyMap<ImportId, PreparedBatch>;
	/** Business day of each receipt that a decision names. */
	readonly receiptDays: ReadonlyMap<string, BusinessDay>;
};

/** Every row of one business day by an index that starts with the day. */
export function rangeOfDay(day: BusinessDay): [unknown[], unknown[]] {
	return [
		[day, Dexie.minKey],
		[day, Dexie.maxKey],
	];
}
