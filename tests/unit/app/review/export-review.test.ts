import { expect, test } from 'vitest';
import { reviewCsv, reviewJson } from '../../../../src/app/screens/review/export-review.ts';
import type { ReviewView } from '../../../../src/storage/queries/day/review-view.ts';
import { gapLine, line } from '../../../support/day-views.ts';
import { DAY, MIDNIGHT } from '../../../support/noodle-day.ts';
import { wordsOf } from '../../../support/words.ts';

const REVIEW = {
	day: {
		...{ day: DAY, currency: 'CNY', offset: 480, salesCount: 2, ledgerMinor: 5_000, covered: { to: MIDNIGHT, whole: true } },
		...{ tenders: [line({ tender: 'card' })], terminals: [], gaps: [gapLine()], outages: { count: 2, minutes: 61, salesCount: 3, spans: [] } },
	},
	segments: { matched: 1, cash: 0, awaiting: 0, open: 1, escalated: 0, settled: 0 },
	...{ lossMinor: 2_850, owedMinor: 0, undecided: 1, first: null, days: [], causes: [{ cause: 'network', count: 9 }] },
	hours: [{ hour: 12, salesCount: 2, salesMinor: 5_000, gaps: 1, gapMinor: 2_850 }],
	cashiers: [{ name: '=李敏', salesCount: 2, salesMinor: 5_000, gaps: 0, gapMinor: 0, comparable: false }],
	trend: [{ day: DAY, gaps: 1, shortMinor: 2_850, overMinor: 0, traded: true }],
} as unknown as ReviewView;

test('the review as a table says what the screen says, row by row', async () => {
	const { text } = await wordsOf('zh-CN');
	const rows = reviewCsv(REVIEW, text).split('\r\n');
	expect(rows).toContain('付款方式,银行卡,2,50.00,2,50.00,0.00,0.00,0,');
	expect(rows).toContain('没对上,终端缺,,28.50,,,,,,2026-11-20T00:00:00+08:00');
	expect(rows).toContain('每小时,12:00,2,50.00,,,,,,');
	expect(rows).toContain(`收银员,'=李敏,2,50.00,,,,,,`);
	expect(rows).toContain('14 天的差异,2026-11-20,,,,,28.50,0.00,,1');
});

test('the review for programs names what it covers', () => {
	const answer = JSON.parse(reviewJson(REVIEW));
	expect(answer).toMatchObject({ version: 1, day: DAY, coveredTo: '2026-11-20T00:00:00+08:00', lossMinor: 2_850, outages: { count: 2, minutes: 61 } });
	expect(answer.gaps[0]).toMatchObject({ kind: 'missing_at_terminal', oursMinor: 2_850, theirsMinor: null });
});
