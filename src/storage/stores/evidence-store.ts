import Dexie, { type Table } from 'dexie';
import type { EvidenceStore } from '../../commands/ports.ts';
import { problem } from '../../domain/problems.ts';
import { fail, ok } from '../../domain/result.ts';
import { describeFault, faultOf } from '../storage-fault.ts';

/** Bytes are kept as an ArrayBuffer, since Safari has lost Blobs. */
export type EvidenceFile = { readonly sha256: string; readonly name: string; readonly type: string; readonly size: number; readonly bytes: ArrayBuffer };

/** Beside the ledger's database, so that the size or damage of pictures and files cannot touch it. */
export class EvidenceDatabase extends Dexie {
	declare readonly files: Table<EvidenceFile, string>;

	constructor(ledgerName: string) {
		super(`${ledgerName}-evidence`, { chromeTransactionDurability: 'strict', cache: 'disabled', autoOpen: false });
		this.version(1).stores({ files: 'sha256' });
		this.on('versionchange', () => {
			this.close({ disableAutoOpen: true });
			return false;
		});
	}
}

/** The same bytes are kept once, under the name they had first. Opened at first use, so that the start does not wait for it. */
export function createEvidenceStore(db: EvidenceDatabase): EvidenceStore {
	const ready = async () => {
		if (!db.isOpen()) await db.open();
	};
	const isThere = async (sha256: string) => (await db.files.where('sha256').equals(sha256).count()) > 0;
	return {
		put: async ({ name, type, bytes, sha256 }) => {
			// A copy, because the caller may hand its buffer to a worker meanwhile.
			const file = { sha256, name, type, size: bytes.length, bytes: bytes.slice().buffer };
			try {
				await ready();
				if (!(await isThere(sha256))) await db.files.add(file);
				return ok(undefined);
			} catch (error) {
				const there = await readBack(db, () => isThere(sha256));
				if (there) return ok(undefined);
				return fail(problem(faultOf(error) === 'full' ? 'storage_full' : 'not_saved', describeFault(error)));
			}
		},
		get: async (sha256) => {
			await ready();
			const file = await db.files.get(sha256);
			return file ? { name: file.name, type: file.type, bytes: new Uint8Array(file.bytes) } : null;
		},
	};
}

/** Whether the file is there after all; a lost connection is renewed once. */
async function readBack(db: EvidenceDatabase, isThere: () => Promise<boolean>): Promise<boolean> {
	try {
		return await isThere();
	} catch {
		db.close({ disableAutoOpen: true });
		return db
			.open()
			.then(isThere)
			.catch(() => false);
	}
}
