import { expect, test } from 'vitest';
import { cellText } from '../../../../../src/importers/shared/bytes/cell-text.ts';

test.each([
	[null, ''],
	['  a\tb\nc', '  a b c'],
	[19.900000000000002, '19.9'],
	[0.1 + 0.2, '0.3'],
	[-0.0000001, '-0.0000001'],
	[701, '701'],
	[-5, '-5'],
	[581823450705, '581823450705'],
	[999_999_999_999_999, '999999999999999'],
	[Number.NaN, ''],
	[true, 'TRUE'],
	[new Date(Date.UTC(2026, 10, 2, 10, 19, 10)), '2026-11-02 10:19:10'],
	[new Date(Date.UTC(2026, 10, 2)), '2026-11-02 00:00:00'],
	[new Date(Date.UTC(2026, 10, 2, 10, 19, 9, 999)), '2026-11-02 10:19:10'],
	[new Date(Date.UTC(2026, 10, 3, 17, 28, 4, 955)), '2026-11-03 17:28:04'],
	[new Date(Date.UTC(1899, 11, 30, 13, 21, 8)), '13:21:08'],
	[new Date(Number.NaN), ''],
])('%s reads as "%s"', (value, text) => {
	expect(cellText(value)).toBe(text);
});

test('a number that a workbook cannot hold is written so that it is known as damaged', () => {
	expect(cellText(4.2e27)).toMatch(/^4\.2E\+27$/);
});
