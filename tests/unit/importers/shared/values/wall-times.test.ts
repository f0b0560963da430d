import { expect, test } from 'vitest';
import { dayOrderIn, readUtc, readWall, readWallParts } from '../../../../../src/importers/shared/values/wall-times.ts';

const AT = Date.UTC(2026, 10, 3, 12, 48);

test.each([
	['2026-11-03 12:48', 'ymd'],
	['2026-11-03T12:48:00', 'ymd'],
	['2026/11/03 12:48:00', 'mdy'],
	['11/3/26 12:48 PM', 'mdy'],
	['11/03/2026 12:48:00 pm', 'mdy'],
	['3.11.2026, 12:48', 'dmy'],
	['03.11.26 12:48', 'dmy'],
	['03-11-2026 12:48', 'dmy'],
] as const)('%j read %s is one moment', (text, order) => {
	expect(readWall(text, order)).toBe(AT);
});

test.each(['2026-11-03', '12:48', '31/11/2026 12:00', '11/3/26 13:48 PM', '11/3/26 25:00', 'soon', ''])('%j is none', (text) => {
	expect(readWall(text, 'mdy')).toBeNull();
});

test('midnight and noon of a twelve-hour clock', () => {
	expect([readWallParts('2026-11-03', '12:00:00 AM', 'ymd'), readWallParts('2026-11-03', '12:30 PM', 'ymd')]).toEqual([
		Date.UTC(2026, 10, 3),
		Date.UTC(2026, 10, 3, 12, 30),
	]);
});

test('day and clock may each stand in a cell that holds both', () => {
	expect(readWallParts('2026-11-03 00:00:00', '12:48', 'dmy')).toBe(AT);
	expect(readWallParts('2026-11-03 12:48:00', '2026-11-03 12:48:00', 'dmy')).toBe(AT);
});

test('a column of UTC may bear its Z', () => {
	for (const text of ['2026-11-03 12:48:00', '2026-11-03T12:48:00Z', '2026-11-03 12:48:00 UTC', '2026-11-03T13:48:00+01:00'])
		expect(readUtc(text, 'ymd')).toEqual({ at: AT, offset: 0 });
});

test('one day over twelve settles the order of a column, and without one the usual is taken and said', () => {
	expect(dayOrderIn(['1/2/26 9:00', '1/13/26 9:00', ''], 'dmy')).toEqual({ order: 'mdy', settled: true });
	expect(dayOrderIn(['1/2/26 9:00'], 'dmy')).toEqual({ order: 'dmy', settled: false });
	expect(dayOrderIn([], 'dmy').settled).toBe(true);
});
