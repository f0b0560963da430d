import type { Ports } from '../../src/commands/ports.ts';
import { createDerivedStore } from '../../src/storage/stores/derived-store.ts';
import { createReceiptStore } from '../../src/storage/stores/receipt-store.ts';
import { createWorkStore } from '../../src/storage/stores/work-store.ts';
import type { FakeClock } from './fake-clock.ts';
import { type MemoryOptions, memoryPorts } from './memory-ports.ts';
import { openTestLedger } from './open-test-ledger.ts';

export type StoredPorts = { readonly ports: Ports & { readonly clock: FakeClock }; readonly close: () => void };

/** The surroundings of `memoryPorts` over the tablet's own stores. Needs `fake-indexeddb/auto`. */
export async function storedPorts(options: MemoryOptions): Promise<StoredPorts> {
	const { db, ledger } = await openTestLedger();
	const ports = { ...memoryPorts(options), ledger, receipts: createReceiptStore(db), derived: createDerivedStore(db), work: createWorkStore(db) };
	return { ports, close: () => db.close() };
}
