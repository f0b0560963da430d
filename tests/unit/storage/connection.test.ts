import 'fake-indexeddb/auto';
import { forceCloseDatabase } from 'fake-indexeddb';
import { expect, test, vi } from 'vitest';
import { saleDraft } from '../../support/ledger-fixture.ts';
import { openTestLedger } from '../../support/open-test-ledger.ts';

type Opened = Awaited<ReturnType<typeof openTestLedger>>;

function closeByBrowser({ db }: Opened): void {
	forceCloseDatabase(db.backendDB() as unknown as Parameters<typeof forceCloseDatabase>[0]);
}

function deleteDatabase(name: string): Promise<void> {
	return new Promise((resolve) => {
		indexedDB.deleteDatabase(name).onsuccess = () => resolve();
	});
}

test('a connection that the browser closed is renewed by itself', async () => {
	const one = await openTestLedger();
	await one.ledger.commit([saleDraft()]);
	closeByBrowser(one);
	await vi.waitFor(() => expect(one.db.isOpen()).toBe(true));
	expect(one.connection.loss()).toBeNull();
	expect(await one.ledger.commit([saleDraft()])).toMatchObject({ ok: true });
});

test('a commit on a connection that has just been closed goes through', async () => {
	const one = await openTestLedger();
	await one.ledger.commit([saleDraft()]);
	closeByBrowser(one);
	expect(await one.ledger.commit([saleDraft()])).toMatchObject({ ok: true });
	expect(await one.db.entries.count()).toBe(2);
});

test('cleared storage is told at once and never becomes an empty ledger', async () => {
	const one = await openTestLedger();
	await one.ledger.commit([saleDraft()]);
	const told = vi.fn();
	one.connection.onLoss(told);
	closeByBrowser(one);
	await deleteDatabase(one.db.name);
	await vi.waitFor(() => expect(told).toHaveBeenCalledWith(expect.objectContaining({ code: 'storage_lost' })));
	expect(await one.ledger.commit([saleDraft()])).toMatchObject({ ok: false, error: { code: 'storage_lost' } });
	expect(one.db.isOpen()).toBe(false);
});

test('a window that is closed on purpose stays closed', async () => {
	const one = await openTestLedger();
	one.connection.close();
	await new Promise((resolve) => setTimeout(resolve, 20));
	expect(one.db.isOpen()).toBe(false);
	expect(one.connection.loss()).toBeNull();
});
