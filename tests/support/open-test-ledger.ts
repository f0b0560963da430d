import { type CommitParts, NO_FLOOR } from '../../src/storage/commit/commit.ts';
import { type Connection, watchConnection } from '../../src/storage/connection.ts';
import { Database } from '../../src/storage/database.ts';
import { exclusiveInWindow } from '../../src/storage/exclusive.ts';
import { NO_JOURNAL } from '../../src/storage/journal/journal.ts';
import { createLedgerStore } from '../../src/storage/stores/ledger-store.ts';
import { DEVICE, sha256 } from './ledger-fixture.ts';

export type TestLedger = {
	readonly connection: Connection;
	readonly db: Database;
	readonly ledger: ReturnType<typeof createLedgerStore>;
	readonly parts: CommitParts;
};

let opened = 0;

function freshName(): string {
	opened += 1;
	return `test-${opened}-${performance.now()}`;
}

/** A ledger in a database of its own, opened without journal and recovery. */
export async function openTestLedger(name = freshName(), change: Partial<CommitParts> = {}): Promise<TestLedger> {
	const db = new Database(name);
	await db.open();
	const identity = { device: DEVICE, generation: 'generation-1' };
	if (!(await db.meta.get('device'))) await db.meta.put({ key: 'device', ...identity });
	const connection = watchConnection(db, identity);
	const parts: CommitParts = {
		connection,
		sha256,
		exclusive: exclusiveInWindow(),
		journal: NO_JOURNAL,
		keepWitness: () => undefined,
		floor: NO_FLOOR,
		...change,
	};
	return { connection, db, ledger: createLedgerStore(parts), parts };
}
