import { describe, expect, test } from 'vitest';
import { dayOrderOf, readLocalClock, readLocalDay } from '../../../../../src/importers/shared/values/local-dates.ts';

describe('the order of dates', () => {
	test.each([
		['year first', ['2026-11-03', '20261104'], 'ymd'],
		['dots mean day first', ['03.11.2026'], 'dmy'],
		['a first part over twelve', ['03/11/2026', '24/11/2026'], 'dmy'],
		['a second part over twelve', ['11/03/2026', '11/24/2026'], 'mdy'],
		['nothing settles it', ['03/11/2026', '04/05/2026'], null],
		['cells contradict each other', ['24/11/2026', '11/24/2026'], null],
		['no dates', ['', 'x'], null],
	])('%s', (_, texts, order) => {
		expect(dayOrderOf(texts)).toBe(order);
	});
});

test.each([
	['12/27/2018', 'mdy', '2018-12-27'],
	['27/12/2018', 'dmy', '2018-12-27'],
	['2/1/21', 'mdy', '2021-02-01'],
	['1.2.99', 'dmy', '1999-02-01'],
	['2026-11-03', 'dmy', '2026-11-03'],
	['27/12/2018', 'mdy', null],
	['30.02.2026', 'dmy', null],
	['03/11-2026', 'dmy', null],
	['03/11/2026', 'ymd', null],
	['', 'dmy', null],
] as const)('"%s" as %s is %s', (text, order, day) => {
	expect(readLocalDay(text, order)).toBe(day);
});

test.each([
	['14:05', '14:05:00'],
	['2:30:00 PM', '14:30:00'],
	['12:04 AM', '00:04:00'],
	['11:04 a.m.', '11:04:00'],
	['19.37', '19:37:00'],
	['24:00', null],
	['13:00 PM', null],
	['noon', null],
])('"%s" is %s', (text, clock) => {
	expect(readLocalClock(text)).toBe(clock);
});
