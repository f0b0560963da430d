import { asDeviceId } from '../../../src/domain/ids.ts';
import { verifyChain } from '../../../src/domain/log/hash-chain.ts';
import type { Database } from '../../../src/storage/database.ts';
import { type Opening, type OpenOptions, openLedger } from '../../../src/storage/open-database.ts';
import { sha256 } from '../../support/ledger-fixture.ts';

export type Ready = Extract<Opening, { readonly kind: 'ready' }>;

const opened: Ready[] = [];

/** A name that no other test uses. */
export function freshName(prefix = 'ledger'): string {
	return `${prefix}-${crypto.randomUUID()}`;
}

export function createJournalWorker(): Worker {
	return new Worker(new URL('../../../src/storage/journal/journal.worker.ts', import.meta.url), { type: 'module' });
}

export function open(name: string, change: Partial<OpenOptions> = {}): Promise<Opening> {
	return openLedger({ name, sha256, newId: () => asDeviceId(crypto.randomUUID()), createJournalWorker, ...change });
}

/** Opens as a window does that has nothing to complain about. */
export async function openReady(name: string, change: Partial<OpenOptions> = {}): Promise<Ready> {
	const opening = await open(name, change);
	if (opening.kind !== 'ready') throw new Error(`not ready: ${JSON.stringify(opening.problem)}`);
	opened.push(opening);
	return opening;
}

/** As if the window had been closed. */
export async function closeWindow(window: Ready): Promise<void> {
	window.connection.close();
	await window.journal.close();
}

export async function closeAll(): Promise<void> {
	for (const window of opened.splice(0)) await closeWindow(window);
}

export async function chainOf(db: Database) {
	const rows = await db.entries.toArray();
	async function* batches() {
		yield rows.map(({ subjects: _, ...entry }) => entry);
	}
	return verifyChain(batches(), sha256);
}

/** Removes a database behind the app's back. */
export function deleteDatabase(name: string): Promise<void> {
	return new Promise((resolve, reject) => {
		const request = indexedDB.deleteDatabase(name);
		request.onsuccess = () => resolve();
		request.onerror = () => reject(request.error);
	});
}

export async function segmentFiles(name: string): Promise<FileSystemFileHandle[]> {
	const root = await navigator.storage.getDirectory();
	const folder = await (await root.getDirectoryHandle('counterfoil-journal')).getDirectoryHandle(name);
	const files: FileSystemFileHandle[] = [];
	for (let number = 0; number < 8; number += 1) files.push(await folder.getFileHandle(`segment-${number}.log`));
	return files;
}
