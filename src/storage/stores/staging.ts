import type { ReceiptStore } from '../../commands/ports.ts';
import type { ImportId } from '../../domain/ids.ts';
import { problem } from '../../domain/problems.ts';
import { fail, ok } from '../../domain/result.ts';
import type { Database } from '../database.ts';
import { packedPagesOf } from '../projections/receipts.ts';
import { describeFault, faultOf } from '../storage-fault.ts';

/** Pages of one transaction: small enough that somebody who looks at receipts meanwhile does not notice. */
const PAGES_TOGETHER = 16;

/**
 * Pages of a bill that is being taken in. They lie beside those of other imports, but count only once the entry that names them is
 * committed; that commit is then short, and no sale waits for it.
 */
export function createStaging(db: Database): Pick<ReceiptStore, 'stage' | 'unstage'> {
	const takeAway = async (importId?: ImportId) => {
		const ids = importId ? [importId] : ((await db.receiptPages.orderBy('importId').uniqueKeys()) as string[]);
		const known = await db.imports.bulkGet(ids);
		for (const [place, id] of ids.entries()) if (!known[place]) await db.receiptPages.where('importId').equals(id).delete();
	};
	// What could not be taken away now counts for nothing, and goes at the next start.
	const unstage: ReceiptStore['unstage'] = (importId) => takeAway(importId).catch(() => undefined);
	return {
		unstage,
		stage: async (importId, { bill, pages }, { onProgress, signal } = {}) => {
			const rows = packedPagesOf(importId, bill, pages);
			try {
				for (let from = 0; from < rows.length && !signal?.aborted; from += PAGES_TOGETHER) {
					await db.receiptPages.bulkPut(rows.slice(from, from + PAGES_TOGETHER));
					onProgress?.(Math.min(1, (from + PAGES_TOGETHER) / rows.length));
				}
				if (!signal?.aborted) return ok(undefined);
				await unstage(importId);
				return fail(problem('reading_stopped'));
			} catch (error) {
				await unstage(importId);
				return fail(problem(faultOf(error) === 'full' ? 'storage_full' : 'not_saved', describeFault(error)));
			}
		},
	};
}
