import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { Tender } from '../../../src/domain/ledger/tender.ts';
import { askedSource, sourceProfiles } from '../../../src/storage/queries/source-profiles.ts';
import { refold } from '../../../src/storage/recovery/refold.ts';
import { shopSources, sourceEdits } from '../../../src/storage/shop-sources.ts';
import { DAY, draftOf, NOON, nextId } from '../../support/ledger-fixture.ts';
import { openTestLedger, type TestLedger } from '../../support/open-test-ledger.ts';

async function importFrom({ ledger }: TestLedger, format: string, tenders: readonly Tender[] | null): Promise<void> {
	const id = nextId();
	const said = { origin: 'file', name: 'bill.csv', hash: id, format, leg: 'provider', coverage: null, tenders } as const;
	const body = { ...said, count: 0, problems: 0, footerAgrees: null, cursor: null };
	expect((await ledger.commit([draftOf('receipts-imported', body, { id })])).ok).toBe(true);
}

test('edits are the same however often the log is read again', async () => {
	const { db, ledger } = await openTestLedger();
	const set = draftOf('source-profile-set', { profile: 'wechat', field: 'refundDays', value: 180, from: DAY });
	const reset = draftOf('source-profile-reset', { profile: 'wechat', field: 'refundDays', from: '2026-11-25', undoes: null });
	await ledger.commit([set, reset]);
	await ledger.commit([draftOf('source-profile-reset', { profile: 'wechat', field: 'refundDays', from: DAY, undoes: set.id })]);
	const edits = await sourceEdits(db);
	expect(edits.map(({ id, value, undoneBy }) => [id, value, undoneBy !== null])).toEqual([
		[set.id, 180, true],
		[reset.id, null, false],
	]);
	await refold(db);
	expect(await sourceEdits(db)).toEqual(edits);
	expect(await db.entries.where('subjects').equals(set.id).count()).toBe(1);
});

test('whoever sent a bill is a source of the shop, with all tenders that it ever covered, the last one heard first', async () => {
	const opened = await openTestLedger();
	await importFrom(opened, 'chinaums-tsv', ['card']);
	await importFrom(opened, 'wechat-trade-bill', ['wechat']);
	expect((await shopSources(opened.db)).map(({ source }) => source)).toEqual(['wechat-trade-bill', 'chinaums-tsv']);
	await importFrom(opened, 'chinaums-tsv', ['card', 'unionpay_qr']);
	await importFrom(opened, 'folder:bills', null);
	expect(await shopSources(opened.db)).toEqual([
		{ source: 'folder:bills', leg: 'provider', tenders: null },
		{ source: 'chinaums-tsv', leg: 'provider', tenders: ['card', 'unionpay_qr'] },
		{ source: 'wechat-trade-bill', leg: 'provider', tenders: ['wechat'] },
	]);
});

test('own profiles come first: who sent bills, then who runs the terminals', async () => {
	const opened = await openTestLedger();
	await importFrom(opened, 'wechat-trade-bill', ['wechat']);
	const shop = { name: '', zone: 'Asia/Shanghai', currency: 'CNY', cutoverMinutes: 240, cashiers: [], tenders: ['card'], cashToleranceMinor: 0 } as const;
	await opened.ledger.commit([draftOf('shop-configured', { shop: { ...shop, terminals: [{ id: '1', name: '1', provider: '拉卡拉' }] } }, { at: NOON })]);
	const { own, others } = await sourceProfiles(opened.db);
	expect(own.map(({ id }) => id)).toEqual(['wechat', 'lakala']);
	expect(others.map(({ id }) => id)).toContain('chinaums');
	expect(others.map(({ id }) => id)).not.toContain('wechat');
	expect((await askedSource(opened.db, { receipt: null, tender: 'card', terminalId: '1' })).profile.id).toBe('lakala');
});

test('a source whose only bill was withdrawn is none of the own any more, unless the shop has said something about it', async () => {
	const opened = await openTestLedger();
	await importFrom(opened, 'wechat-trade-bill', ['wechat']);
	await importFrom(opened, 'chinaums-tsv', ['card']);
	await importFrom(opened, 'chinaums-tsv', ['card']);
	await importFrom(opened, 'folder:bills', null);
	const own = async () => (await sourceProfiles(opened.db)).own.map(({ id }) => id);
	expect(await own()).toEqual(['folder:bills', 'chinaums', 'wechat']);
	const rows = await opened.db.imports.toArray();
	const withdraw = async (format: string) => {
		const row = rows.find((one) => one.format === format);
		expect((await opened.ledger.commit([draftOf('import-withdrawn', { import: row?.id ?? nextId() })])).ok).toBe(true);
	};
	for (const format of ['wechat-trade-bill', 'chinaums-tsv', 'folder:bills']) await withdraw(format);
	expect(await own()).toEqual(['chinaums']);
	expect((await sourceProfiles(opened.db)).others.map(({ id }) => id)).toContain('wechat');
	await opened.ledger.commit([draftOf('source-profile-set', { profile: 'folder:bills', field: 'hotline', value: '10086', from: DAY })]);
	expect(await own()).toEqual(['folder:bills', 'chinaums']);
});
