import { beforeAll, describe, expect, test } from 'vitest';
import type { Messages } from '../../../../src/app/messages/messages-context.ts';
import { caseDeadline } from '../../../../src/app/screens/cases/case-deadline.ts';
import { eventText, nextCheckText, voiceOf } from '../../../../src/app/screens/cases/case-event-text.ts';
import { tracksOf } from '../../../../src/app/screens/cases/case-tracks.ts';
import { typedMoney } from '../../../../src/app/ui/typed/typed-money.ts';
import { CASE_STATES, type CaseState } from '../../../../src/domain/cases/case.ts';
import { asEntryId } from '../../../../src/domain/ids.ts';
import { DAY_MS, HOUR_MS } from '../../../../src/domain/time.ts';
import type { CaseStep, CaseView } from '../../../../src/storage/queries/cases.ts';
import { discrepancy } from '../../../support/builders.ts';
import { NOON } from '../../../support/ledger-fixture.ts';
import { wordsOf } from '../../../support/words.ts';

const walked = (...states: CaseState[]) =>
	states.map((state, index) => ({ entry: asEntryId(`e${index}`), at: NOON, offset: 480, actor: '小李', what: 'moved' as const, state, note: null }));
const standings = (steps: readonly { readonly standing: string }[]) => steps.map(({ standing }) => standing);
const money = (state: CaseState, recoveredMinor = 0, ...before: CaseState[]) =>
	standings(tracksOf({ state, recoveredMinor, timeline: walked(...before, state) }).money);

describe('the two tracks of a case', () => {
	test.each(CASE_STATES)('%s has at most one step under way on each track', (state) => {
		const tracks = tracksOf({ state, recoveredMinor: 0, timeline: walked(state) });
		for (const steps of [tracks.money, tracks.cause]) expect(standings(steps).filter((one) => one === 'now').length).toBeLessThanOrEqual(1);
	});

	test('the money goes from checking to funds', () => {
		expect(money('collecting_materials')).toEqual(['done', 'now', 'next', 'next', 'next']);
		expect(money('under_review')).toEqual(['done', 'done', 'done', 'now', 'next']);
		expect(money('funds_expected')).toEqual(['done', 'done', 'done', 'done', 'now']);
	});

	test('funds are reached only if money came, however the case ended', () => {
		expect(money('closed', 5_000, 'submitted')).toEqual(['done', 'done', 'done', 'done', 'done']);
		expect(money('closed', 0, 'submitted', 'rejected')).toEqual(['done', 'done', 'done', 'done', 'next']);
		expect(money('written_off', 0, 'verifying')).toEqual(['done', 'next', 'next', 'next', 'next']);
	});

	test('the cause ends separately: watching, then closed', () => {
		const cause = (state: CaseState) => standings(tracksOf({ state, recoveredMinor: 0, timeline: [] }).cause);
		expect(cause('funds_confirmed')).toEqual(['now', 'next', 'next']);
		expect(cause('watching')).toEqual(['done', 'now', 'next']);
		expect(cause('closed')).toEqual(['done', 'done', 'done']);
	});
});

describe('words of a case', () => {
	let zh: Messages;
	beforeAll(async () => {
		zh = await wordsOf('zh-CN');
	});
	const gap = discrepancy('amount_short', {});
	const view = {
		case: { party: 'provider', discrepancy: { ...gap, discrepancy: gap.id } },
		sales: [],
		receipts: [],
		steps: [],
		discrepancy: null,
	} as unknown as CaseView;
	const step = (change: Partial<CaseStep>): CaseStep => ({
		entry: asEntryId('e1'),
		at: NOON,
		offset: 480,
		actor: '小李',
		what: 'note',
		state: null,
		note: null,
		detail: null,
		...change,
	});

	test('the deadline counts down and then says that it has passed', () => {
		const subject = { openedAt: NOON, deadline: NOON + 4 * DAY_MS };
		expect(caseDeadline(zh, subject, NOON + 20 * HOUR_MS)).toEqual({ words: '截止 还有 3 天 4 小时', pressing: false });
		expect(caseDeadline(zh, subject, NOON + 3 * DAY_MS)?.pressing).toBe(true);
		expect(caseDeadline(zh, subject, NOON + 6 * DAY_MS)).toEqual({ words: '截止 已过 2 天', pressing: true });
		expect(caseDeadline(zh, { openedAt: NOON, deadline: null }, NOON)).toBeNull();
	});

	test('a step tells state, ticket and money, a contact with whom and when to ask again', () => {
		const body = { case: asEntryId('c1'), to: 'approved', ticketNo: 'JN-5521', recoveredMinor: 2_000, note: null } as const;
		const moved = step({ what: 'moved', state: 'approved', detail: { kind: 'case-moved', body } as CaseStep['detail'] });
		expect(eventText(zh, moved, view)).toBe('走到“同意”。 对方单号 JN-5521。 至今追回 ¥20.00。');
		const contact = {
			case: asEntryId('c1'),
			channel: 'phone',
			withWhom: '06 号座席',
			note: '五天内答复',
			nextCheck: Date.parse('2026-11-23T10:00:00+08:00'),
		} as const;
		const called = step({ what: 'contact', note: '五天内答复', detail: { kind: 'contact-logged', body: contact } as CaseStep['detail'] });
		expect(eventText(zh, called, view)).toBe('打了电话 · 对方：06 号座席 五天内答复');
		expect(nextCheckText(zh, called, 'Asia/Shanghai')).toBe('下次问 11月23日 10:00');
	});

	test('each line speaks with one voice', () => {
		const internal = { kind: 'case-noted', body: { case: asEntryId('c1'), note: 'x', internal: true } } as CaseStep['detail'];
		expect(voiceOf(step({}))).toBe('ours');
		expect(voiceOf(step({ actor: 'system' }))).toBe('system');
		expect(voiceOf(step({ detail: internal }))).toBe('internal');
		expect(voiceOf(step({ what: 'moved', state: 'rejected' }))).toBe('theirs');
		expect(voiceOf(step({ what: 'moved', state: 'submitted' }))).toBe('ours');
	});
});

test.each([
	['28.5', 2_850],
	['２８。５０', 2_850],
	['¥1,234.50', 123_450],
	['', null],
	['  ', null],
	['28.555', 'unclear'],
	['-3', 'unclear'],
	['二十', 'unclear'],
])('money typed as %j is %j', (typed, minor) => {
	expect(typedMoney(typed, 'CNY')).toBe(minor);
});
