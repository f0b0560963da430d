import { describe, expect, test } from 'vitest';
import { problemLog, safeText, wordlessLine } from '../../../../../src/importers/shared/reading/line-problems.ts';

test.each([
	['card 4111 1111 1111 1111', 'card **** **** **** 1111'],
	['mail wang.da@example.com.cn now', 'mail ***@*** now'],
	['call 13812345678', 'call ***********'],
	['id 11010519491231002X', 'id ******************'],
	['a\0b\u001bc\td', 'a\ufffdb\ufffdc\td'],
	['4200097394202611023580050751', '4200097394202611023580050751'],
])('words of a file are shown without what is private: %j', (text, shown) => {
	expect(safeText(text, 600)).toBe(shown);
});

test('a number that the end cuts off cannot slip through', () => {
	const text = `${'x'.repeat(590)}4111111111111111`;
	expect(safeText(text, 600)).toBe(`${'x'.repeat(590)}${'*'.repeat(9)}…`);
	expect(safeText(`${'x'.repeat(3_990)}4111111111111111`, 600)).toHaveLength(600);
});

test('problems come in the order of lines, those of the whole file last', () => {
	const log = problemLog();
	for (const line of [7, null, 2]) log.add({ line, code: 'row_unreadable', message: 'm' });
	expect(log.all().map(({ line }) => line)).toEqual([2, 7, null]);
});

test('a file of nothing but problems gives a list of bearable length that says how many it leaves out', () => {
	const log = problemLog();
	for (let line = 1; line <= 100_000; line++) log.add({ line, code: 'row_unreadable', message: 'm', text: 'x'.repeat(500) });
	const all = log.all();
	expect(all.length).toBe(20_001);
	expect(all.at(-1)?.message).toContain('80000');
	expect(JSON.stringify(all).length).toBeLessThan(5_000_000);
});

describe('a line of which nobody knows which cell is which', () => {
	test.each([
		['467,Ana,12.50', '467,*,12.50'],
		['CAPTURED;Guest One;12.50', 'CAPTURED;*;12.50'],
		['467,5550009999,418821388438559060', '467,*,418821388438559060'],
		['467,(555) 000-9999,7', '467,*,7'],
		['467,+49 170 1234567,7', '467,*,7'],
		['2026-11-03 12:48,11/3/26 12:48 PM,833737000189', '2026-11-03 12:48,11/3/26 12:48 PM,833737000189'],
	])('%s shows as %s', (line, shown) => {
		expect(wordlessLine(line)).toBe(shown);
	});
});
