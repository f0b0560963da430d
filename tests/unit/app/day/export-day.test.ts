import { beforeAll, describe, expect, test } from 'vitest';
import type { Messages } from '../../../../src/app/messages/messages-context.ts';
import { dayCsv, dayJson } from '../../../../src/app/screens/day/export-day.ts';
import { toCsv } from '../../../../src/domain/csv.ts';
import type { DayView } from '../../../../src/storage/queries/day/day-view.ts';
import { gapLine, line } from '../../../support/day-views.ts';
import { DAY, MIDNIGHT } from '../../../support/noodle-day.ts';
import { wordsOf } from '../../../support/words.ts';

const CARD = line({ tender: 'card', salesCount: 26, ledgerMinor: 119_300, receiptsCount: 25, receiptsMinor: 105_000, shortMinor: 18_800, overMinor: 4_500 });
const VIEW = {
	...{ day: DAY, currency: 'CNY', offset: 480, salesCount: 26, ledgerMinor: 119_300, device: 'A', tenders: [CARD] },
	terminals: [{ ...CARD, terminalId: '01', name: '=1+1' }],
	refunds: { count: 1, minor: 2_800, receiptsCount: 1, receiptsMinor: 2_800, lines: [] },
	cash: { count: null },
	gaps: [gapLine()],
	awaiting: { count: 0, minor: 0, until: null },
	covered: { to: MIDNIGHT, whole: false },
	adjustments: [],
	close: null,
} as unknown as DayView;

let words: Messages;
beforeAll(async () => {
	words = await wordsOf('zh-CN');
});

describe('a file for a spreadsheet', () => {
	test('starts with the mark of UTF-8, ends its lines as spreadsheets expect, and quotes what needs it', () => {
		expect(
			toCsv([
				['a', 1, null],
				['x, "y"', -5, ''],
			]),
		).toBe('\uFEFFa,1,\r\n"x, ""y""",-5,\r\n');
	});

	test('lets no cell run as a formula, and leaves numbers numbers', () => {
		for (const cell of ['=1+1', '+cmd', '-cmd', '@SUM(A1)', '\t=1']) expect(toCsv([[cell]])).toContain(`'${cell}`);
		expect(toCsv([['-78.50', '+22']])).toBe('\uFEFF-78.50,+22\r\n');
	});

	test('carries each tender with short and over side by side, in major units', () => {
		const rows = dayCsv(VIEW, [CARD], words.text).split('\r\n');
		expect(rows).toContain('付款方式,银行卡,26,1193.00,25,1050.00,188.00,45.00,0,');
		expect(rows).toContain(`终端,'=1+1,26,1193.00,25,1050.00,188.00,45.00,0,`);
		expect(rows).toContain('退款,,1,28.00,1,28.00,,,,');
		expect(rows).toContain('没对上,终端缺,,28.50,,,,,,2026-11-20T00:00:00+08:00');
		const cells = new Set(rows.filter((row) => row !== '').map((row) => row.split(',').length));
		expect([...cells]).toEqual([10]);
	});
});

test('a file for programs has minor units, ISO times, and no seal before the day is sealed', () => {
	const answer = JSON.parse(dayJson(VIEW, [CARD]));
	expect(answer).toMatchObject({ version: 1, day: DAY, coveredTo: '2026-11-20T00:00:00+08:00', sealed: null });
	expect(answer.tenders[0]).toMatchObject({ tender: 'card', ledgerMinor: 119_300, shortMinor: 18_800, overMinor: 4_500 });
	const close = { z: 7, at: MIDNIGHT, offset: 480, sealed: { seq: 9, hash: 'ab' }, handedOverBy: '李敏', checkedBy: null };
	const sealed = JSON.parse(dayJson({ ...VIEW, close } as unknown as DayView, [CARD]));
	expect(sealed.sealed).toEqual({ z: 7, at: '2026-11-20T00:00:00+08:00', seq: 9, head: 'ab', handedOverBy: '李敏', checkedBy: null });
});
