import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openCase } from '../../../../src/commands/cases/open-case.ts';
import { enterDiscrepancy } from '../../../../src/commands/discrepancies/enter-discrepancy.ts';
import { explainDiscrepancy } from '../../../../src/commands/discrepancies/explain-discrepancy.ts';
import { snoozeDiscrepancy } from '../../../../src/commands/discrepancies/snooze-discrepancy.ts';
import { rejectMatch } from '../../../../src/commands/matching/reject-match.ts';
import { undoDecision } from '../../../../src/commands/matching/undo-decision.ts';
import type { DiscrepancyKind } from '../../../../src/domain/matching/kinds.ts';
import { HOUR_MS } from '../../../../src/domain/time.ts';
import { caseView } from '../../../../src/storage/queries/cases.ts';
import { decided, reEntryList } from '../../../../src/storage/queries/queue/decided.ts';
import { queueDetail, queueLists } from '../../../../src/storage/queries/queue/queue-lists.ts';
import { coveredUpTo, queueStanding } from '../../../../src/storage/queries/queue/standing.ts';
import { DEMO_NOW, type DemoBooks, demoBooks } from '../../../support/demo-books.ts';
import { practiceFile } from '../../../support/practice-files.ts';

let books: DemoBooks;
beforeEach(async () => {
	books = await demoBooks(practiceFile);
});
afterEach(() => books.db.delete());

const open = async (now = DEMO_NOW) => (await queueLists(books.db, now)).open;
async function first(kind: DiscrepancyKind) {
	const found = (await open()).find((row) => row.kind === kind);
	if (!found) throw new Error(`no ${kind} in the queue`);
	return found;
}
async function detailOf(kind: DiscrepancyKind) {
	const detail = await queueDetail(books.db, (await first(kind)).id);
	if (!detail) throw new Error(`no detail of ${kind}`);
	return detail;
}

describe('the queue of the demo day', () => {
	test('holds exactly the planted gaps, money at risk first and books-only last', async () => {
		expect((await open()).map(({ kind, amountMinor }) => [kind, amountMinor])).toEqual([
			['missing_at_provider', 8_600],
			['missing_at_provider', 6_400],
			['missing_at_provider', 5_200],
			['amount_short', 5_000],
			['duplicate_charge', 4_500],
			['tender_mismatch', 7_300],
			['missing_in_ledger', 3_700],
		]);
	});

	test('a late bill takes its gap out of the queue without anybody deciding', async () => {
		await books.bringLateBill();
		expect((await open()).map(({ amountMinor }) => amountMinor)).not.toContain(5_200);
	});

	test('a charge that a person split off its sale is one that nobody logged, and can be entered', async () => {
		const { discrepancy, match } = await detailOf('duplicate_charge');
		const extra = discrepancy.receipts.filter((id) => !match?.receipts.includes(id));
		await rejectMatch(books.ports, { sales: discrepancy.sales, receipts: extra });
		await books.compare();
		const found = (await open()).filter(({ amountMinor }) => amountMinor === 4_500);
		expect(found.map(({ kind, receipts }) => [kind, receipts])).toEqual([['missing_in_ledger', extra]]);
		const entered = await enterDiscrepancy(books.ports, { discrepancy: found[0]?.id ?? discrepancy.id });
		expect(entered).toMatchObject({ ok: true, value: { created: [expect.any(String)] } });
		await books.compare();
		expect((await open()).map(({ amountMinor }) => amountMinor)).not.toContain(4_500);
	});

	test('tells of a missing receipt until when its bill covers the time', async () => {
		const { sales, receipts, leg, coveredTo } = await detailOf('missing_at_provider');
		expect([sales.length, receipts.length, leg]).toEqual([1, 0, 'provider']);
		// The card bill of the clearing day ends at 23:00.
		expect(coveredTo).toBe(Date.parse('2026-11-20T23:00:00+08:00'));
	});

	test('tells of a receipt that nobody logged whether the ledger has an equal sale nearby', async () => {
		expect(await detailOf('missing_in_ledger')).toMatchObject({ sales: [], receipts: [{ amountMinor: 3_700 }], equalNearby: 0 });
	});

	test('tells of two halves that disagree why they are one payment', async () => {
		const { sales, receipts, match } = await detailOf('amount_short');
		expect(match?.evidence.map(({ field }) => field)).toContain('trace_no');
		expect([sales[0]?.amountMinor, receipts[0]?.amountMinor]).toEqual([16_800, 11_800]);
	});

	test('what is put off leaves the queue and comes back when its time has come', async () => {
		const { id } = await first('amount_short');
		const until = DEMO_NOW + 2 * HOUR_MS;
		await snoozeDiscrepancy(books.ports, { discrepancy: id, until });
		const before = await queueLists(books.db, until - 1);
		expect(before.snoozed.map((row) => row.id)).toEqual([id]);
		expect(before.open.map((row) => row.id)).not.toContain(id);
		expect((await open(until)).map((row) => row.id)).toContain(id);
	});
});

describe('what was decided', () => {
	test('is listed newest first with its reason, and undoing one puts it back into the queue', async () => {
		const { id } = await first('amount_short');
		const made = await explainDiscrepancy(books.ports, { discrepancy: id, reason: 'split_payment', note: '两张卡' });
		if (!made.ok) throw new Error(made.error.code);
		await enterDiscrepancy(books.ports, { discrepancy: (await first('missing_in_ledger')).id });
		expect((await decided(books.db)).map(({ decision, kind, reason, note }) => [decision, kind, reason, note])).toEqual([
			['discrepancy-entered', 'missing_in_ledger', null, null],
			['discrepancy-explained', 'amount_short', 'split_payment', '两张卡'],
		]);
		await undoDecision(books.ports, { decision: made.value.decision });
		expect((await decided(books.db)).map(({ decision }) => decision)).toEqual(['discrepancy-entered']);
		expect((await open()).map((row) => row.id)).toContain(id);
	});

	test('the re-entry list is in the order of typing and keeps who ticked what', async () => {
		const waiting = await reEntryList(books.db);
		expect(waiting.map(({ sale }) => [sale.terminalId, sale.amountMinor])).toEqual([
			['01086601', 6_400],
			['01086601', 5_200],
			['01086602', 8_600],
		]);
		const [line] = waiting;
		if (!line?.discrepancy) throw new Error('the first line waits');
		await enterDiscrepancy(books.ports, { discrepancy: line.discrepancy.id });
		const after = await reEntryList(books.db);
		expect(after.map(({ sale, done }) => [sale.amountMinor, done?.actor ?? null])).toEqual([
			[5_200, null],
			[8_600, null],
			[6_400, '小李'],
		]);
	});

	test('an escalated one shows in its case with both records and every step', async () => {
		const { id } = await first('amount_short');
		const opened = await openCase(books.ports, { discrepancy: id, note: '小票在' });
		if (!opened.ok) throw new Error(opened.error.code);
		const view = await caseView(books.db, opened.value.case);
		expect(view?.case).toMatchObject({ state: 'detected', party: 'provider', atRiskMinor: 5_000 });
		expect([view?.sales.length, view?.receipts.length]).toEqual([1, 1]);
		expect(view?.steps.map(({ what, note, detail }) => [what, note, detail?.kind])).toEqual([['opened', '小票在', 'case-opened']]);
		expect((await open()).map((row) => row.id)).not.toContain(id);
	});
});

describe('what an empty queue may claim', () => {
	test('the weakest tender decides until when everything was compared', async () => {
		const { coveredTo, uncovered, matched } = await queueStanding(books.db, DEMO_NOW);
		expect(coveredTo).toBe(Date.parse('2026-11-20T23:00:00+08:00'));
		expect(uncovered).toEqual([]);
		// 115 pairs of the answers, less the one that differs by 50.00.
		expect(matched.sales).toBe(114);
	});

	test('nothing at all before the first bill', async () => {
		const empty = await demoBooks(practiceFile, { bills: false });
		expect(await queueStanding(empty.db, DEMO_NOW)).toMatchObject({ day: null, coveredTo: null, matched: { sales: 0 } });
		await empty.db.delete();
	});

	test('a tender without any bill is named, never counted as compared', () => {
		const interval = { from: 0, to: 1_000 };
		const part = { source: 'wechat', leg: 'provider', interval, tenders: ['wechat'] } as const;
		expect(coveredUpTo([part], ['wechat', 'card'], 5_000)).toEqual({ coveredTo: 1_000, uncovered: ['card'] });
		expect(coveredUpTo([part], ['card'], 5_000)).toEqual({ coveredTo: null, uncovered: ['card'] });
		expect(coveredUpTo([part], ['wechat'], 400)).toEqual({ coveredTo: 400, uncovered: [] });
	});
});
