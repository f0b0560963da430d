import { beforeAll, describe, expect, test } from 'vitest';
import type { Messages } from '../../../../src/app/messages/messages-context.ts';
import { differenceWords, lineWords, reportSums } from '../../../../src/app/screens/day/print/report.ts';
import { sealedLines } from '../../../../src/app/screens/day/sealed-lines.ts';
import { groupedHash, shortHash, zNumber } from '../../../../src/app/screens/day/z-number.ts';
import type { DayView } from '../../../../src/storage/queries/day/day-view.ts';
import { line } from '../../../support/day-views.ts';
import { wordsOf } from '../../../support/words.ts';

const CARD = line({ tender: 'card', ledgerMinor: 119_300, receiptsMinor: 105_000, shortMinor: 18_800, overMinor: 4_500 });
const CASH = line({ tender: 'cash', salesCount: 22, ledgerMinor: 86_800, receiptsMinor: null });
const uncounted = { close: null, cash: { count: null } } as DayView;
const counted = { close: null, cash: { count: { countedMinor: 1 } } } as DayView;

let words: Messages;
let money: (minor: number) => string;
beforeAll(async () => {
	words = await wordsOf('zh-CN');
	money = (minor) => words.format.digits(minor);
});

describe('the printed day', () => {
	test('adds short and over up apart, and cash apart from both', () => {
		const short = line({ tender: 'cash', shortMinor: 500 });
		expect(reportSums(counted, [CARD, short])).toMatchObject({ shortMinor: 18_800, overMinor: 4_500, cashDifference: -500, cashHidden: false });
	});

	test('leaves cash out of the total until it is counted, so that paper does not give it away', () => {
		expect(reportSums(uncounted, [CARD, CASH])).toMatchObject({ salesCount: 2, ledgerMinor: 119_300, cashHidden: true, cashDifference: null });
		expect(reportSums(uncounted, [CARD])).toMatchObject({ cashHidden: false });
		expect(reportSums({ ...uncounted, close: {} } as DayView, [CARD, CASH])).toMatchObject({ ledgerMinor: 206_100, cashHidden: false });
	});

	test('says each difference of a line in words, or that it is even', () => {
		expect(lineWords(CARD, words.text, money)).toEqual(['短 188.00', '长 45.00']);
		expect(lineWords(line({ tender: 'wechat', awaitingCount: 3 }), words.text, money)).toEqual(['等 3 笔']);
		expect(lineWords(line({ tender: 'wechat' }), words.text, money)).toEqual(['平']);
		expect(lineWords(CASH, words.text, money)).toEqual(['—']);
		expect([-500, 500, 0, null].map((difference) => differenceWords(difference, words.text, money))).toEqual(['短 5.00', '长 5.00', '平', '—']);
	});
});

describe('a sealed day', () => {
	test('shows the lines of its Z; only when the bill is due comes from now', () => {
		const { awaitingUntil: _, ...sealed } = line({ tender: 'unionpay_qr', receiptsMinor: null, awaitingCount: 6 });
		const now = line({ tender: 'unionpay_qr', awaitingUntil: 77 });
		expect(sealedLines([sealed], [now])).toEqual([{ ...sealed, awaitingUntil: 77 }]);
		expect(sealedLines([sealed], [])).toEqual([{ ...sealed, awaitingUntil: null }]);
	});

	test('writes its number and its chain head so that people can compare them', () => {
		expect(zNumber(142)).toBe('Z-0142');
		expect(zNumber(12_345)).toBe('Z-12345');
		const hash = '7be241c90f63d85a2e179b04c3aa90c4';
		expect(shortHash(hash)).toBe('7be2 41c9 … c3aa 90c4');
		expect(groupedHash(hash).replaceAll(' ', '')).toBe(hash);
	});
});
