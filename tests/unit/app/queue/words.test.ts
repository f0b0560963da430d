import { beforeAll, describe, expect, test } from 'vitest';
import type { Messages } from '../../../../src/app/messages/messages-context.ts';
import { deadlineChip } from '../../../../src/app/screens/queue/deadline-of.ts';
import { headline, memberNote, sayLine } from '../../../../src/app/screens/queue/headline.ts';
import { laterChoices, tomorrowMorning } from '../../../../src/app/screens/queue/later-choices.ts';
import { lookedFor } from '../../../../src/app/screens/queue/sheets/find-sheet.tsx';
import { asEntryId } from '../../../../src/domain/ids.ts';
import { DISCREPANCY_KINDS, type DiscrepancyKind } from '../../../../src/domain/matching/kinds.ts';
import { usualProfile } from '../../../../src/domain/receipts/source-profiles/shop-sources.ts';
import { DAY_MS, HOUR_MS } from '../../../../src/domain/time.ts';
import type { QueueDetail } from '../../../../src/storage/queries/queue/queue-lists.ts';
import { discrepancy, sale } from '../../../support/builders.ts';
import { NOON, receipt } from '../../../support/ledger-fixture.ts';
import { wordsOf } from '../../../support/words.ts';

let zh: Messages;
let en: Messages;
beforeAll(async () => {
	zh = await wordsOf('zh-CN');
	en = await wordsOf('en');
});

function detail(kind: DiscrepancyKind, change: Partial<QueueDetail> = {}): QueueDetail {
	const source = { profile: usualProfile('card'), edits: [] };
	const base = { source, payout: null, match: null, leg: 'terminal', coveredTo: null, equalNearby: 0, outage: null, clusterSize: 0 } as const;
	return { discrepancy: discrepancy(kind, {}), sales: [sale('s1')], receipts: [receipt('r1')], ...base, ...change };
}

describe('the sentence above a discrepancy', () => {
	test.each(DISCREPANCY_KINDS)('%s has one in both languages, and a line about what to mind', (kind) => {
		for (const messages of [zh, en]) {
			expect(headline(messages, detail(kind))).toMatch(/\S/);
			expect(sayLine(messages, detail(kind))).toMatch(/\S/);
		}
	});

	test('names the money of a difference and both tenders of a wrong one', () => {
		expect(headline(zh, detail('amount_short', { discrepancy: discrepancy('amount_short', {}, { amountMinor: 5_000 }) }))).toBe('两边都有，终端少收 ¥50.00');
		expect(headline(zh, detail('tender_mismatch', { receipts: [receipt('r1', { tender: 'alipay' })] }))).toBe('金额对得上，记的是银行卡，收的是支付宝');
	});

	test('tells on which side a sale was undone', () => {
		expect(headline(zh, detail('status_mismatch'))).toBe('终端撤销了，本机还记着这一笔');
		expect(headline(zh, detail('status_mismatch', { sales: [sale('s1', { reversedBy: asEntryId('e9') })] }))).toBe('本机撤销了，终端还收着这笔钱');
	});

	test('a missing refund of ours is a refund, not a sale', () => {
		expect(headline(zh, detail('missing_in_ledger', { receipts: [receipt('r1', { kind: 'refund' })] }))).toBe('终端退了这一笔，本机没有记');
	});

	test('names the batch that never reached the provider, with its money, and what not to do', () => {
		const batch = detail('batch_unsettled', {
			discrepancy: discrepancy('batch_unsettled', {}, { amountMinor: 3_009 }),
			receipts: [receipt('r1', { batchNo: '000012' })],
		});
		expect(headline(zh, batch)).toBe('批次 000012 服务商没有收到，共 ¥30.09');
		expect(headline(en, batch)).toBe('Batch 000012 never reached the provider: ¥30.09');
		expect(sayLine(zh, batch)).toContain('不要让顾客再付');
	});

	test('says that a payment may have been listed twice before it says that nobody logged it', () => {
		const twice = discrepancy('missing_in_ledger', {}, { hypotheses: [{ code: 'reported_twice', weight: 700 }] });
		expect(headline(zh, detail('missing_in_ledger', { discrepancy: twice }))).toBe('两家账单都有这一笔，可能是同一笔');
	});

	test('says how many of how many are missing where nobody can tell which', () => {
		const three = { sales: ['s1', 's2', 's3'] };
		expect(memberNote(zh, discrepancy('missing_at_terminal', three, { count: 1 }), 0)).toBe('这 3 笔一模一样，里面差 1 笔，分不清是哪一笔');
		expect(memberNote(zh, discrepancy('missing_at_terminal', three, { count: 3 }), 0)).toBe('共 3 笔');
		expect(memberNote(zh, discrepancy('missing_at_terminal', { sales: ['s1'] }), 0)).toBeNull();
		expect(memberNote(zh, discrepancy('missing_at_terminal', { sales: ['s1'] }, { cluster: 'c1' }), 7)).toBe('前后连着 7 笔都没有，像是整批没传上去');
	});

	test('does not take the charges of a double charge for twins', () => {
		expect(memberNote(zh, discrepancy('duplicate_charge', { sales: ['s1'], receipts: ['r1', 'r2'] }), 0)).toBeNull();
	});
});

describe('limits', () => {
	const at = (now: number, kind: DiscrepancyKind = 'missing_at_terminal') => deadlineChip(zh, detail(kind), { now, offset: 480 });

	test('a near limit is named by its moment, a far one by the days left, always with its caveat', () => {
		expect(at(NOON + HOUR_MS)).toMatchObject({ words: '补传截止 11月21日 12:00', usual: '常见时限，以对方答复为准', pressing: false });
		expect(at(NOON + 2 * DAY_MS)).toMatchObject({ words: '请款截止 还有 58 天' });
	});
	test('presses from half of the time on and says when it is past', () => {
		expect(at(NOON + 13 * HOUR_MS)?.pressing).toBe(true);
		expect(at(NOON + 400 * DAY_MS)).toMatchObject({ words: '查询截止 5月19日 12:00，已过', pressing: true });
	});
	test('none is invented where none is known', () => {
		expect(at(NOON, 'cash_short')).toBeNull();
	});
});

describe('putting off', () => {
	const shanghai = 'Asia/Shanghai';
	test('is until ten tomorrow by the shop clock, also shortly after midnight', () => {
		expect(tomorrowMorning(Date.parse('2026-11-20T19:12:00+08:00'), shanghai)).toBe(Date.parse('2026-11-21T10:00:00+08:00'));
		expect(tomorrowMorning(Date.parse('2026-11-21T00:30:00+08:00'), shanghai)).toBe(Date.parse('2026-11-22T10:00:00+08:00'));
	});
	test('offers the evening only while it lies ahead, and nothing in the past', () => {
		const noon = laterChoices(NOON, shanghai);
		expect(noon.map(({ code }) => code)).toEqual(['hour', 'evening', 'tomorrow', 'dayAfter']);
		const late = Date.parse('2026-11-20T20:00:00+08:00');
		expect(laterChoices(late, shanghai).map(({ code }) => code)).toEqual(['hour', 'tomorrow', 'dayAfter']);
		for (const { at } of laterChoices(late, shanghai)) expect(at).toBeGreaterThan(late);
	});
	test('keeps ten o clock across a change to summer time', () => {
		expect(tomorrowMorning(Date.parse('2026-03-28T18:00:00+01:00'), 'Europe/Berlin')).toBe(Date.parse('2026-03-29T10:00:00+02:00'));
	});
});

describe('what is looked for', () => {
	test('for a missing half: the other side of what is there', () => {
		expect(lookedFor(detail('missing_at_terminal', { receipts: [] }))).toMatchObject({ anchors: [{ side: 'ours' }], joined: [] });
		expect(lookedFor(detail('missing_in_ledger', { sales: [] }))).toMatchObject({ anchors: [{ side: 'theirs' }], joined: [] });
	});
	test('for too little: a second payment beside the first; for too much: a second sale', () => {
		expect(lookedFor(detail('amount_short'))).toMatchObject({ anchors: [{ side: 'ours' }], joined: [{ side: 'theirs' }] });
		expect(lookedFor(detail('amount_over'))).toMatchObject({ anchors: [{ side: 'theirs' }], joined: [{ side: 'ours' }] });
	});
	test('for a double charge: a sale for one of the charges', () => {
		const two = [receipt('r1'), receipt('r2')];
		expect(lookedFor(detail('duplicate_charge', { receipts: two })).anchors).toHaveLength(2);
	});
});
