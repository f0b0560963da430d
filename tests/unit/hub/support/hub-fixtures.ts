import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Journal, openJournal } from '../../../../hub/journal/journal.ts';
import type { ReceiptWire } from '../../../../src/feeds/protocol.ts';

/** A folder of this test's own, gone when it ends. */
export async function temporaryFolder(): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'counterfoil-hub-'));
	onTestFinished(() => rm(folder, { recursive: true, force: true }));
	return folder;
}

/** A journal that is closed when the test ends; in a folder of its own unless one is given. */
export async function temporaryJournal(folder?: string, now = () => Date.now()): Promise<Journal> {
	const journal = await openJournal(folder ?? (await temporaryFolder()), now);
	onTestFinished(() => journal.close());
	return journal;
}

/** A receipt as it travels; a test names what it is about. */
export function wireReceipt(change: Partial<ReceiptWire> & { readonly id: string }): ReceiptWire {
	return {
		...{ source: 'folder:bills', leg: 'provider', occurredAt: '2026-11-20T12:00:00+08:00', kind: 'sale', status: 'success', amount: '10.00', tip: null },
		...{ fee: null, currency: 'CNY', tender: 'card', terminalId: null, batchNo: null, traceNo: null, rrn: null, authCode: null, last4: null },
		...{ merchantOrderNo: null, channelOrderNo: null, originalRef: null, settlementDate: null, line: 1 },
		...change,
	};
}

/** Looks again until the answer holds; for what happens in its own time. */
export async function eventually<T>(look: () => T | Promise<T>, holds: (value: T) => boolean, ms = 8_000): Promise<T> {
	const end = Date.now() + ms;
	for (;;) {
		const value = await look();
		if (holds(value)) return value;
		if (Date.now() > end) throw new Error(`still not so after ${ms} ms: ${JSON.stringify(value)?.slice(0, 600)}`);
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
}
