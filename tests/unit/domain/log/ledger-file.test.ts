import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { readLedgerFile, verifyLedgerFile } from '../../../../src/domain/log/ledger-file.ts';
import { exportLedger, markCopied } from '../../../../src/storage/export-ledger.ts';
import { DEVICE, draftOf, NOON, nextId, receipt, saleDraft, sha256 } from '../../../support/ledger-fixture.ts';
import { openTestLedger } from '../../../support/open-test-ledger.ts';

async function exported() {
	const { db, ledger } = await openTestLedger();
	const id = nextId();
	await ledger.commit([saleDraft(), saleDraft({ amountMinor: 1 })]);
	const body = {
		origin: 'file',
		name: 'bill.csv',
		hash: 'h',
		format: 'canonical-receipts',
		leg: 'terminal',
		coverage: null,
		tenders: null,
		count: 1,
		problems: 0,
		footerAgrees: null,
		cursor: null,
	} as const;
	const batch = { importId: id, receipts: [receipt('r1')], coverage: [], problems: [], withdrawn: [] };
	await ledger.commit([draftOf('receipts-imported', body, { id })], [batch]);
	const copy = await exportLedger(db, NOON);
	await ledger.commit([saleDraft()]);
	let text = '';
	for await (const line of copy.lines) text += line;
	return { db, text, head: copy.head };
}

describe('an exported ledger', () => {
	test('holds the entries and receipts of the moment and is whole', async () => {
		const { text, head } = await exported();
		const file = readLedgerFile(text);
		expect(file).toMatchObject({ ok: true, value: { head, pages: 1 } });
		if (!file.ok) return;
		expect(await verifyLedgerFile(file.value, sha256)).toMatchObject([{ device: DEVICE, count: 3, fault: null, endsAsStated: true }]);
	});

	test.each([
		['an altered amount', (text: string) => text.replace('"amountMinor":2850', '"amountMinor":2851'), { code: 'altered', seq: 1 }],
		[
			'an entry taken out',
			(text: string) =>
				text
					.split('\n')
					.filter((_, index) => index !== 2)
					.join('\n')
					.replace('"entries":3', '"entries":2'),
			{ code: 'missing', seq: 2 },
		],
	])('with %s is found out', async (_what, tamper, fault) => {
		const { text } = await exported();
		const file = readLedgerFile(tamper(text));
		expect(file.ok).toBe(true);
		if (file.ok) expect(await verifyLedgerFile(file.value, sha256)).toMatchObject([{ fault }]);
	});

	test('without its last entries does not end as stated', async () => {
		const { text } = await exported();
		const lines = text.split('\n');
		const cut = [...lines.slice(0, 3), ...lines.slice(4)].join('\n').replace('"entries":3', '"entries":2');
		const file = readLedgerFile(cut);
		expect(file.ok).toBe(true);
		if (file.ok) expect(await verifyLedgerFile(file.value, sha256)).toMatchObject([{ fault: null, endsAsStated: false }]);
	});

	test.each([
		['nothing', () => '', { code: 'not_a_ledger' }],
		['another file', () => 'id,amount\n1,2\n', { code: 'not_a_ledger' }],
		['a garbled line', (text: string) => text.replace('"seq":2', '"seq":'), { code: 'line_unreadable', line: 3 }],
		['half of it', (text: string) => text.split('\n').slice(0, 2).join('\n'), { code: 'cut_short', have: 1, want: 3 }],
	])('given as %s is refused with the reason', async (_what, change, error) => {
		const { text } = await exported();
		expect(readLedgerFile(change(text))).toEqual({ ok: false, error });
	});

	test('is remembered as a copy once it has left the device', async () => {
		const { db, head } = await exported();
		await markCopied(db, { seq: head.heads[0]?.seq ?? 0 }, NOON);
		expect(await db.meta.get('copy')).toEqual({ key: 'copy', seq: 3, at: NOON });
	});
});
