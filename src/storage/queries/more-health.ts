import type { DeviceId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time.ts';
import type { Database } from './source.ts';

/** What `/more` says about the ledger and what stands behind its links. */
export type LedgerHealth = {
	/** Entries in the log, of every device that wrote into it. */
	readonly entries: number;
	/** The last copy that left this device, up to its seq; null before the first. */
	readonly copy: { readonly at: Instant; readonly entries: number } | null;
	/** Entries that no copy holds. */
	readonly uncopied: number;
	readonly device: DeviceId | null;
	readonly sales: number;
	readonly imports: number;
	readonly openCases: number;
};

const ENDED_CASES = ['closed', 'written_off', 'withdrawn'];

export async function ledgerHealth(db: Database): Promise<LedgerHealth> {
	return db.transaction('r', [db.entries, db.sales, db.imports, db.cases, db.meta], async () => {
		const [entries, last, sales, imports, cases, endedCases, copy, device] = await Promise.all([
			db.entries.count(),
			db.entries.orderBy(':id').last(),
			db.sales.count(),
			db.imports.filter((row) => row.origin === 'file' && row.withdrawnBy === null).count(),
			db.cases.count(),
			db.cases.where('state').anyOf(ENDED_CASES).count(),
			db.meta.get('copy'),
			db.meta.get('device'),
		]);
		const copied = copy?.key === 'copy' ? copy : null;
		const uncopied = Math.max(0, (last?.seq ?? 0) - (copied?.seq ?? 0));
		return {
			entries,
			copy: copied && { at: copied.at, entries: entries - uncopied },
			uncopied,
			device: device?.key === 'device' ? device.device : null,
			sales,
			imports,
			openCases: cases - endedCases,
		};
	});
}
