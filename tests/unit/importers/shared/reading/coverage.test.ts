import { expect, test } from 'vitest';
import { formatIso, parseIso } from '../../../../../src/domain/time.ts';
import { clearingDayOf, clearingDays, wholeDays } from '../../../../../src/importers/shared/reading/coverage.ts';

const stamps = (...texts: string[]) => texts.map((text) => parseIso(text) ?? { at: 0, offset: 0 });
const shown = (interval: { from: number; to: number } | null) =>
	interval && [formatIso({ at: interval.from, offset: 480 }), formatIso({ at: interval.to, offset: 480 })];

test('a wallet bill covers the calendar days from its first row to its last, whatever their order', () => {
	expect(shown(wholeDays(stamps('2026-11-03T23:59:59+08:00', '2026-11-02T00:00:00+08:00'), 0))).toEqual([
		'2026-11-02T00:00:00+08:00',
		'2026-11-04T00:00:00+08:00',
	]);
});

test('with a cut-over the small hours belong to the day before', () => {
	expect(shown(wholeDays(stamps('2026-11-02T03:59:59+08:00'), 240))).toEqual(['2026-11-01T04:00:00+08:00', '2026-11-02T04:00:00+08:00']);
});

test('without rows nothing is covered', () => {
	expect(wholeDays([], 0)).toBeNull();
});

test('a clearing day begins at 23:00 of the day before and is widened to its own rows', () => {
	const days = { first: '2026-11-02', last: '2026-11-03' };
	expect(shown(clearingDays(days, 480, []))).toEqual(['2026-11-01T23:00:00+08:00', '2026-11-03T23:00:00+08:00']);
	const rows = stamps('2026-11-01T22:59:21+08:00', '2026-11-03T23:00:02+08:00');
	expect(shown(clearingDays(days, 480, rows))).toEqual(['2026-11-01T22:59:21+08:00', '2026-11-03T23:00:03+08:00']);
});

test('a moment from 23:00 on falls into the clearing day of the next date', () => {
	const days = stamps('2026-11-02T00:00:00+08:00', '2026-11-02T22:59:59+08:00', '2026-11-02T23:00:00+08:00', '2026-12-31T23:30:00+08:00').map((stamp) =>
		clearingDayOf(stamp),
	);
	expect(days).toEqual(['2026-11-02', '2026-11-02', '2026-11-03', '2027-01-01']);
});

test('a clearing day ends when the shop says that it does; at midnight it is a calendar day', () => {
	const days = { first: '2026-11-02', last: '2026-11-02' };
	expect(shown(clearingDays(days, 480, [], 22 * 60 + 30))).toEqual(['2026-11-01T22:30:00+08:00', '2026-11-02T22:30:00+08:00']);
	expect(shown(clearingDays(days, 480, [], 0))).toEqual(['2026-11-02T00:00:00+08:00', '2026-11-03T00:00:00+08:00']);
	expect(stamps('2026-11-01T22:30:00+08:00', '2026-11-01T22:29:59+08:00').map((stamp) => clearingDayOf(stamp, 1_350))).toEqual(['2026-11-02', '2026-11-01']);
	expect(stamps('2026-11-01T23:30:00+08:00').map((stamp) => clearingDayOf(stamp, 0))).toEqual(['2026-11-01']);
	expect(shown(clearingDays(days, 480, [], null))).toEqual(['2026-11-01T23:00:00+08:00', '2026-11-02T23:00:00+08:00']);
});
