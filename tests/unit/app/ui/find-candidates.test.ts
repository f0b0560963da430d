import { beforeAll, describe, expect, test } from 'vitest';
import type { Messages } from '../../../../src/app/messages/messages-context.ts';
import { differencesText, rankCandidates } from '../../../../src/app/ui/find/find-candidates.ts';
import { HOUR_MS, MINUTE_MS } from '../../../../src/domain/time.ts';
import type { Candidate, FindAnchor } from '../../../../src/storage/queries/match/candidates.ts';
import { sale } from '../../../support/builders.ts';
import { NOON, receipt } from '../../../support/ledger-fixture.ts';
import { wordsOf } from '../../../support/words.ts';

const anchor: FindAnchor = { side: 'ours', sale: sale('s1') };
function candidate(id: string, change: Parameters<typeof receipt>[1] = {}, standing: Partial<Candidate> = {}): Candidate {
	const one = receipt(id, change);
	return { id, at: one.at, amountMinor: one.amountMinor, record: { side: 'theirs', receipt: one }, joinedWith: [], confirmed: false, ...standing };
}
const shown = (candidates: readonly Candidate[], typed = '') => rankCandidates(anchor, candidates, typed).shown.map((one) => one.id);

describe('looking for the other half', () => {
	test('offers free records before joined ones, equal amounts before others, near before far', () => {
		const joined = candidate('joined', {}, { joinedWith: ['s9'] });
		const far = candidate('far', { at: NOON + 2 * HOUR_MS });
		const other = candidate('other', { amountMinor: 1_600, at: NOON + MINUTE_MS });
		const near = candidate('near', { at: NOON + 3 * MINUTE_MS });
		expect(shown([joined, other, far, near])).toEqual(['near', 'far', 'other', 'joined']);
	});

	test('leaves out, unasked, other amounts of another hour and joined records of other amounts', () => {
		const later = candidate('later', { amountMinor: 1_600, at: NOON + HOUR_MS });
		const taken = candidate('taken', { amountMinor: 1_600 }, { joinedWith: ['s9'] });
		expect(shown([later, taken])).toEqual([]);
		expect(shown([later, taken], '16')).toEqual(['later', 'taken']);
	});

	test.each(['28.5', '28.50', '２８．５', '28。5', '¥28.5', '28'])('finds ¥28.50 typed as %s', (typed) => {
		expect(shown([candidate('r1'), candidate('r2', { amountMinor: 9_900 })], typed)).toEqual(['r1']);
	});

	test('finds a record by the last digits of any of its numbers', () => {
		expect(shown([candidate('r1', { traceNo: '004567' }), candidate('r2', { channelOrderNo: '2026112012348888' })], '8888')).toEqual(['r2']);
	});

	test('says how many more there are when too many fit', () => {
		const many = Array.from({ length: 60 }, (_, index) => candidate(`r${index}`));
		expect(rankCandidates(anchor, many, '')).toMatchObject({ left: 20 });
	});
});

describe('what differs', () => {
	let zh: Messages;
	beforeAll(async () => {
		zh = await wordsOf('zh-CN');
	});

	test('is spelled out: amount, tender, terminal, time and whether it belongs elsewhere', () => {
		const one = candidate('r1', { amountMinor: 1_600, tender: 'wechat', terminalId: '2', at: NOON + 217_000 }, { joinedWith: ['s9'] });
		expect(differencesText(zh, anchor, one)).toBe('金额少 ¥12.50；付款方式不同；终端不同；晚 3 分 37 秒；已和别的对上');
	});

	test('says from a receipt, too, that our record is earlier', () => {
		const theirs: FindAnchor = { side: 'theirs', receipt: receipt('r1', { at: NOON + 60_000 }), day: '2026-11-20' };
		const ours: Candidate = { id: 's1', at: NOON, amountMinor: 2_850, record: { side: 'ours', sale: sale('s1') }, joinedWith: [], confirmed: false };
		expect(differencesText(zh, theirs, ours)).toBe('金额相同；早 1 分钟');
	});
});
