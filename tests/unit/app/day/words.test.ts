import { beforeAll, describe, expect, test } from 'vitest';
import type { Messages } from '../../../../src/app/messages/messages-context.ts';
import { dayAsked } from '../../../../src/app/ui/day-asked.ts';
import { gapStateWords } from '../../../../src/app/ui/gap-words.ts';
import { terminalName } from '../../../../src/app/ui/terminal-name.ts';
import { whenWords } from '../../../../src/app/ui/use-when.ts';
import { HOUR_MS } from '../../../../src/domain/time.ts';
import type { GapLine } from '../../../../src/storage/queries/day/day-view.ts';
import { gapLine } from '../../../support/day-views.ts';
import { MIDNIGHT } from '../../../support/noodle-day.ts';
import { wordsOf } from '../../../support/words.ts';

let words: Messages;
beforeAll(async () => {
	words = await wordsOf('zh-CN');
});

describe('a day in the address', () => {
	test('is taken when it exists and has begun', () => {
		expect(dayAsked('?day=2026-11-20', '2026-11-23')).toBe('2026-11-20');
		expect(dayAsked('day=2026-11-23', '2026-11-23')).toBe('2026-11-23');
	});
	test('is left alone otherwise', () => {
		for (const search of ['', 'day=', 'day=2026-11-24', 'day=2026-02-31', 'day=2026-13-01', 'day=20261120', 'day=x']) {
			expect(dayAsked(search, '2026-11-23'), search).toBeNull();
		}
	});
});

describe('words for a moment', () => {
	const now = MIDNIGHT + 22 * HOUR_MS;
	const when = (at: number) => whenWords(at, now, 480, words);
	test('name today, tomorrow and yesterday by the calendar of the shop', () => {
		expect(when(MIDNIGHT + 34 * HOUR_MS)).toBe('明天 10:00');
		expect(when(MIDNIGHT)).toBe('今天 00:00');
		expect(when(MIDNIGHT - HOUR_MS)).toBe('昨天 23:00');
		expect(when(MIDNIGHT + 60 * HOUR_MS)).toBe('11月22日 12:00');
	});
});

describe('words for where a gap stands', () => {
	const say = (change: Partial<GapLine>) => gapStateWords(gapLine(change), words.text, () => '明天 10:00');
	test('tell the moment that counts: when it comes back, or by when an answer is due', () => {
		const claim = { id: 'c', state: 'submitted', deadline: 1, ticketNo: 'T-1' } as unknown as NonNullable<GapLine['case']>;
		expect(say({})).toBe('等处理');
		expect(say({ risk: 'owed' })).toBe('多收了顾客的，要退');
		expect(say({ state: 'snoozed', snoozedUntil: 1 })).toBe('明天 10:00再看');
		expect(say({ state: 'escalated', case: claim })).toBe('已上报，明天 10:00前要有答复 · T-1');
		expect(say({ state: 'escalated', case: { ...claim, deadline: null, ticketNo: null } })).toBe('已上报');
	});
});

test('a terminal is called by its name, and by its number where it has only that', () => {
	expect([null, '', '2', '前台'].map((name) => terminalName(name, words.text))).toEqual(['没写终端', '没写终端', '2号机', '前台']);
});
