import { afterEach, expect, test } from 'vitest';
import { reconcile } from '../../../src/commands/matching/reconcile.ts';
import type { Ports } from '../../../src/commands/ports.ts';
import { undoSourceEdit } from '../../../src/commands/sources/reset-source-field.ts';
import { setSourceField } from '../../../src/commands/sources/set-source-field.ts';
import { createDerivedStore } from '../../../src/storage/stores/derived-store.ts';
import { createReceiptStore } from '../../../src/storage/stores/receipt-store.ts';
import { DAY, draftOf, nextId, saleDraft } from '../../support/ledger-fixture.ts';
import { memoryPorts } from '../../support/memory-ports.ts';
import { success } from '../../support/outcomes.ts';
import { closeAll, closeWindow, freshName, openReady, type Ready } from './harness.ts';

afterEach(closeAll);

const AT_ELEVEN = Date.parse('2026-11-21T11:00:00+08:00');

function portsOf({ db, ledger }: Ready): Ports {
	const clock = { now: () => ({ at: AT_ELEVEN, offset: 480 }), suspect: () => false };
	return { ...memoryPorts(), ids: { entry: nextId }, clock, ledger, receipts: createReceiptStore(db), derived: createDerivedStore(db) };
}

/** A WeChat bill of the day, without the sale of that day. */
async function soldAndBilled({ ledger }: Ready): Promise<void> {
	const from = Date.parse('2026-11-20T00:00:00+08:00');
	const coverage = { from, to: from + 86_400_000 };
	const body = {
		origin: 'file',
		name: 'w.csv',
		hash: 'w',
		format: 'wechat-trade-bill',
		leg: 'provider',
		coverage,
		tenders: ['wechat'],
		count: 0,
		problems: 0,
		footerAgrees: null,
		cursor: null,
	} as const;
	const entry = draftOf('receipts-imported', body);
	const part = { source: 'wechat-trade-bill', leg: 'provider', interval: coverage, tenders: ['wechat'] } as const;
	success(await ledger.commit([saleDraft({ tender: 'wechat' })]));
	success(await ledger.commit([entry], [{ importId: entry.id, receipts: [], coverage: [part], problems: [], withdrawn: [] }]));
}

async function standing(ports: Ports) {
	success(await reconcile(ports));
	const [awaiting, gaps] = [await ports.derived.awaitingOfDay(DAY), await ports.derived.discrepanciesOfDay(DAY)];
	return { awaiting: awaiting.map((one) => one.dueAt), gaps: gaps.map((one) => one.kind) };
}

test('an edit outlives the window, and a new one judges by it', async () => {
	const name = freshName();
	const first = await openReady(name);
	await soldAndBilled(first);
	expect(await standing(portsOf(first))).toEqual({ awaiting: [], gaps: ['missing_at_provider'] });
	const { edit } = success(
		await setSourceField(portsOf(first), { profile: 'wechat', field: 'billDue', value: { days: 1, atMinutes: 840 }, from: '1970-01-01' }),
	);
	// Closed before anything was compared again.
	await closeWindow(first);

	const second = await openReady(name);
	const ports = portsOf(second);
	expect(await ports.receipts.sourceEdits()).toMatchObject([{ id: edit, profile: 'wechat', value: { days: 1, atMinutes: 840 }, undoneBy: null }]);
	expect(await ports.derived.dirtyDays()).toContain(DAY);
	expect(await standing(ports)).toEqual({ awaiting: [Date.parse('2026-11-21T14:00:00+08:00')], gaps: [] });
	success(await undoSourceEdit(ports, { edit }));
	expect(await standing(ports)).toEqual({ awaiting: [], gaps: ['missing_at_provider'] });
});
