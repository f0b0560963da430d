import { beforeAll, describe, expect, test } from 'vitest';
import type { Messages } from '../../../../src/app/messages/messages-context.ts';
import { headline } from '../../../../src/app/screens/review/headline.ts';
import type { DayView } from '../../../../src/storage/queries/day/day-view.ts';
import { gapLine } from '../../../support/day-views.ts';
import { MIDNIGHT } from '../../../support/noodle-day.ts';
import { wordsOf } from '../../../support/words.ts';

let zh: Messages;
let en: Messages;
beforeAll(async () => {
	zh = await wordsOf('zh-CN');
	en = await wordsOf('en');
});

const day = (change: Partial<DayView>) => ({ currency: 'CNY', gaps: [], salesCount: 186, covered: { to: MIDNIGHT, whole: true }, ...change }) as DayView;
const GAPS = [gapLine(), gapLine(), gapLine()];

describe('the sentence of the day', () => {
	test('names the gaps and what may be lost; the amount is an amount, not text', () => {
		const review = { day: day({ gaps: GAPS }), lossMinor: 7_850, owedMinor: 0, undecided: 1 };
		expect(headline(review, zh)).toEqual({ before: '差 3 件，可能少收 ', amount: 7_850, after: '', more: ['1 件等你定'] });
		expect(headline(review, en)).toEqual({ before: '3 gaps; ', amount: 7_850, after: ' may be lost', more: ['1 needs your decision'] });
	});

	test('keeps money owed to customers apart from money that may be lost', () => {
		const review = { day: day({ gaps: GAPS }), lossMinor: 7_850, owedMinor: 4_500, undecided: 0 };
		expect(headline(review, zh).more).toEqual(['要退顾客 ¥45.00']);
	});

	test('says so where gaps are only of the books', () => {
		expect(headline({ day: day({ gaps: GAPS }), lossMinor: 0, owedMinor: 0, undecided: 0 }, zh)).toMatchObject({ before: '差 3 件，钱没有少', amount: null });
	});

	test('never claims that all is well without a bill', () => {
		const quiet = { lossMinor: 0, owedMinor: 0, undecided: 0 };
		expect(headline({ ...quiet, day: day({}) }, zh).before).toBe('账单到的都对上了');
		expect(headline({ ...quiet, day: day({ covered: null }) }, zh).before).toBe('账单还没到，先不比');
		expect(headline({ ...quiet, day: day({ covered: null, salesCount: 0 }) }, zh).before).toBe('这一天没有记录');
	});
});
