import { beforeAll, describe, expect, test } from 'vitest';
import type { Messages } from '../../../../src/app/messages/messages-context.ts';
import { isCashReady, stepHints, stepsDone, whyBlocked } from '../../../../src/app/screens/day/step-state.ts';
import type { CashCountRow, DayView } from '../../../../src/storage/queries/day/day-view.ts';
import { gapLine, line } from '../../../support/day-views.ts';
import { wordsOf } from '../../../support/words.ts';

const NO_CASH: DayView['cash'] = { salesCount: 0, salesMinor: 0, refundsMinor: 0, floatMinor: 0, count: null, stale: false };
const count = (difference: number) => ({ countedMinor: 10_000 + difference, expectedMinor: 10_000 }) as CashCountRow;
const dayWith = (change: Partial<DayView>): DayView =>
	({ cash: NO_CASH, currency: 'CNY', tenders: [], gaps: [], pending: { unknown: 0 }, refunds: { count: 0 }, ...change }) as DayView;

let words: Messages;
beforeAll(async () => {
	words = await wordsOf('zh-CN');
});

describe('sealing a day', () => {
	test('waits for the count where cash came in, and for a new one where cash moved after it', () => {
		const uncounted = { cash: { ...NO_CASH, salesCount: 3 } };
		const stale = { cash: { ...NO_CASH, salesCount: 3, count: count(0), stale: true } };
		expect(isCashReady(uncounted)).toBe(false);
		expect(whyBlocked(uncounted, words.text)).toBe('先点现金，再封账');
		expect(whyBlocked(stale, words.text)).toBe('点完之后又有现金进出，再点一遍。');
	});

	test('needs no count on a day without cash', () => {
		expect(whyBlocked({ cash: NO_CASH }, words.text)).toBeNull();
	});

	test('ticks the count off only while it holds, and the other steps once they were looked at', () => {
		expect([...stepsDone({ cash: NO_CASH }, new Set(['count', 'terminals', 'sign']))]).toEqual(['terminals']);
		expect(stepsDone({ cash: { ...NO_CASH, count: count(0) } }, new Set())).toContain('count');
		expect(stepsDone({ cash: { ...NO_CASH, count: count(0), stale: true } }, new Set(['count']))).not.toContain('count');
	});
});

describe('the words under the steps', () => {
	const hints = (change: Partial<DayView>) => stepHints(dayWith(change), words);

	test('do not tell the expected cash before the count, and the difference after it', () => {
		expect(hints({ cash: { ...NO_CASH, salesCount: 9, salesMinor: 98_200 } }).count).toBe('先点，后看应有');
		expect(hints({ cash: { ...NO_CASH, count: count(-500) } }).count).toBe('短款 ¥5.00');
		expect(hints({ cash: { ...NO_CASH, count: count(500) } }).count).toBe('长款 ¥5.00');
		expect(hints({ cash: { ...NO_CASH, count: count(0) } }).count).toBe('不多不少');
	});

	test('put an unknown result first, then bills that have not come, then gaps', () => {
		const card = line({ tender: 'card' });
		const missing = line({ tender: 'wechat', receiptsMinor: null });
		expect(hints({ tenders: [card, missing], pending: { unknown: 2 } as DayView['pending'] }).terminals).toBe('2 笔结果不明');
		expect(hints({ tenders: [card, missing], gaps: [gapLine()] }).terminals).toBe('有账单没到');
		expect(hints({ tenders: [card], gaps: [gapLine()] }).terminals).toBe('1 件没对上');
		expect(hints({ tenders: [card] }).terminals).toBe('都对上了');
		expect(hints({ tenders: [line({ tender: 'cash' })] }).terminals).toBe('没有');
	});
});
