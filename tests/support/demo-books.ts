import { importPracticeBills } from '../../src/app/practice/import-practice-bills.ts';
import { PRACTICE_BILLS, PRACTICE_LATE_BILL } from '../../src/app/practice/practice-day.ts';
import { seedPractice } from '../../src/app/practice/seed-practice.ts';
import { reconcile } from '../../src/commands/matching/reconcile.ts';
import type { Ports } from '../../src/commands/ports.ts';
import { ok } from '../../src/domain/result.ts';
import type { Instant } from '../../src/domain/time.ts';
import { readFile as readBill } from '../../src/engine/engine.ts';
import type { Database } from '../../src/storage/database.ts';
import { createDerivedStore } from '../../src/storage/stores/derived-store.ts';
import { createReceiptStore } from '../../src/storage/stores/receipt-store.ts';
import { createWorkStore } from '../../src/storage/stores/work-store.ts';
import { sha256 } from './ledger-fixture.ts';
import { memoryPorts } from './memory-ports.ts';
import { openTestLedger } from './open-test-ledger.ts';

/** Half past four in the afternoon after the demo day: every bill is due. */
export const DEMO_NOW: Instant = Date.parse('2026-11-21T16:30:00+08:00');

export type DemoBooks = { readonly db: Database; readonly ports: Ports; readonly compare: () => Promise<void>; readonly bringLateBill: () => Promise<void> };

const hashOf = (bytes: Uint8Array) => sha256(new TextDecoder('latin1').decode(bytes));

type Options = { readonly bills?: boolean; readonly now?: Instant };

/**
 * The demo day in a real database with the real commands and the real engine: its 140 entries and, unless left out, its three bills,
 * compared. `load` gives a file of `public/`.
 */
export async function demoBooks(load: (path: string) => Promise<Uint8Array>, { bills = true, now = DEMO_NOW }: Options = {}): Promise<DemoBooks> {
	const { db, ledger } = await openTestLedger();
	const memory = memoryPorts();
	const ports: Ports = {
		...memory,
		clock: { now: () => ({ at: now, offset: 480 }), suspect: () => false },
		ledger,
		receipts: createReceiptStore(db),
		derived: createDerivedStore(db),
		work: createWorkStore(db),
		engine: {
			...memory.engine,
			hash: hashOf,
			read: async (file, options) => {
				const read = await readBill(file, options);
				return read.ok ? ok({ hash: await hashOf(file.bytes), ...read.value }) : read;
			},
		},
		actor: () => '小李',
	};
	const take = async (which: typeof PRACTICE_BILLS) => {
		const taken = await importPracticeBills(ports, which, { loadBytes: load });
		if (!taken.ok) throw new Error(`bills: ${taken.error.code} ${taken.error.detail}`);
		await compare();
	};
	const compare = async () => {
		const compared = await reconcile(ports);
		if (!compared.ok) throw new Error(`compare: ${compared.error.code} ${compared.error.detail}`);
	};
	const seeded = await seedPractice(ports, async (path) => new TextDecoder().decode(await load(path)));
	if (!seeded.ok) throw new Error(`seed: ${seeded.error.code}`);
	if (bills) await take(PRACTICE_BILLS);
	return { db, ports, compare, bringLateBill: () => take([PRACTICE_LATE_BILL]) };
}
