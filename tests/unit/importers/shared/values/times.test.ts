import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BEIJING, readDay, readDayAndClock, readWallClock } from '../../../../../src/importers/shared/values/times.ts';

const AT = Date.UTC(2026, 10, 2, 2, 6, 56);

test.each([
	'2026-11-02 10:06:56',
	'2026-11-02 10：06：56',
	'2026/11/2 10:06:56',
	'2026-11-02T10:06:56',
	'2026年11月02日 10:06:56',
	'20261102 100656',
	'20261102100656',
	'2026-11-02  10:06:56.250',
])('%s is a moment of Beijing time', (text) => {
	expect(readWallClock(text, BEIJING)).toBe(AT);
});

test.each([
	'2026-11-31 10:00:00',
	'2026-02-29 10:00:00',
	'2026-11-02 24:00:00',
	'2026-11-02 10:60:00',
	'2026-11-02',
	'10:00:00',
	'02-11-2026 10:00:00',
	'0026-11-02 10:00:00',
	'2026-11-02 10:00 PM',
	'2026-11-02 ten',
	'',
])('%j is none', (text) => {
	expect(readWallClock(text, BEIJING)).toBeNull();
});

test('minutes are enough, and day and clock may stand apart', () => {
	expect(readWallClock('2026-11-02 10:06', BEIJING)).toBe(AT - 56_000);
	expect(readDayAndClock('20261102', '10:06:56', BEIJING)).toBe(AT);
	expect(readDayAndClock('20261102', '90656', BEIJING)).toBe(AT - 3_600_000);
	expect(['1006', '20261102', '250656', '96056'].map((clock) => readDayAndClock('20261102', clock, BEIJING))).toEqual(Array(4).fill(null));
});

test('a day is written year first and must exist', () => {
	expect(['20261102', '2026-11-2', '2026.11.02', '2026年11月2日'].map(readDay)).toEqual(Array(4).fill('2026-11-02'));
	expect(['2026119', '2026-13-01', '2026-00-10', '02.11.2026', '29990101', 'today'].map(readDay)).toEqual(Array(6).fill(null));
});

test('a time says the same with dashes and with slashes, which are read in different ways', () => {
	const part = fc.integer({ min: 0, max: 99 }).map((number) => String(number).padStart(2, '0'));
	const places = fc.tuple(fc.constantFrom('2026', '1989', '20x6'), part, part, part, part, part);
	fc.assert(
		fc.property(places, ([year, month, day, hour, minute, second]) => {
			const clock = `${hour}:${minute}:${second}`;
			expect(readWallClock(`${year}-${month}-${day} ${clock}`, BEIJING)).toBe(readWallClock(`${year}/${month}/${day}  ${clock}`, BEIJING));
		}),
		{ numRuns: 500 },
	);
});
