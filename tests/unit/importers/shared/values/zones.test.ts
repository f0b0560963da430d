import { describe, expect, test } from 'vitest';
import { isZone } from '../../../../../src/domain/time.ts';
import { ABBREVIATIONS, ZONE_NAMES } from '../../../../../src/importers/shared/values/zone-names.ts';
import { offsetOfZone, zoneClock, zoneOfName } from '../../../../../src/importers/shared/values/zones.ts';

const WINTER = Date.UTC(2026, 0, 15, 12);
const SUMMER = Date.UTC(2026, 6, 15, 12);

test.each([
	['Eastern Time (US & Canada)', 'America/New_York'],
	['(GMT-05:00) Eastern Time (US & Canada)', 'America/New_York'],
	['eastern time (us & canada)', 'America/New_York'],
	['Eastern Standard Time', 'America/New_York'],
	['Central Time (US & Canada)', 'America/Chicago'],
	['Mountain Time (US & Canada)', 'America/Denver'],
	['Arizona', 'America/Phoenix'],
	['Pacific Time (US & Canada)', 'America/Los_Angeles'],
	['Alaska', 'America/Juneau'],
	['Hawaii', 'Pacific/Honolulu'],
	['Atlantic Time (Canada)', 'America/Halifax'],
	['Newfoundland', 'America/St_Johns'],
	['Saskatchewan', 'America/Regina'],
	['London', 'Europe/London'],
	['Dublin', 'Europe/Dublin'],
	['Paris', 'Europe/Paris'],
	['Madrid', 'Europe/Madrid'],
	['Sydney', 'Australia/Sydney'],
	['Brisbane', 'Australia/Brisbane'],
	['Tokyo', 'Asia/Tokyo'],
	['Beijing', 'Asia/Shanghai'],
	['Asia/Hong_Kong', 'Asia/Hong_Kong'],
	['America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
])('%s is the zone %s', (name, zone) => {
	expect(zoneOfName(name)).toBe(zone);
});

test.each(['', 'Somewhere', 'Nowhere/Land', 'Time', '12:00'])('%j is no zone', (name) => {
	expect(zoneOfName(name)).toBeNull();
});

test('every zone of the list is known here, and no name stands for two', () => {
	expect(Object.keys(ZONE_NAMES).filter((zone) => !isZone(zone))).toEqual([]);
	const names = Object.values(ZONE_NAMES).flatMap((list) => list.split('|'));
	expect(names.length).toBe(new Set(names.map((name) => name.toLowerCase())).size);
	for (const [zone, list] of Object.entries(ZONE_NAMES)) for (const name of list.split('|')) expect([name, zoneOfName(name)]).toEqual([name, zone]);
});

test.each([
	['CET', 60],
	['CEST', 120],
	['PST', -480],
	['PDT', -420],
	['est', -300],
	['GMT', 0],
	['BST', 60],
	['HKT', 480],
	['SGT', 480],
	['AEDT', 660],
	['ACST', 570],
	['IST', 330],
	['NST', -210],
	['+01:00', 60],
	['-0800', -480],
	['GMT+8', 480],
	['UTC-3', -180],
	['UTC', 0],
	['Europe/Amsterdam', 120],
	['Eastern Time (US & Canada)', -240],
	['XYZ', null],
	['', null],
	['GMT+99', null],
])('%j is %s minutes from UTC in summer', (text, offset) => {
	expect(offsetOfZone(text, SUMMER)).toBe(offset);
});

test('abbreviations are of the size that offsets have', () => {
	for (const offset of Object.values(ABBREVIATIONS)) expect(Math.abs(offset) <= 780 && offset % 30 === 0).toBe(true);
});

describe('the clock of a zone', () => {
	const newYork = zoneClock('America/New_York');
	test('knows summer and winter', () => {
		expect(newYork(SUMMER)).toEqual({ at: SUMMER + 4 * 3_600_000, offset: -240 });
		expect(newYork(WINTER)).toEqual({ at: WINTER + 5 * 3_600_000, offset: -300 });
	});

	test('knows the minutes around a change of clocks', () => {
		expect(newYork(Date.UTC(2026, 10, 1, 0, 59, 59)).offset).toBe(-240);
		expect(newYork(Date.UTC(2026, 10, 1, 1, 30)).offset).toBe(-240);
		expect(newYork(Date.UTC(2026, 10, 1, 2, 0)).offset).toBe(-300);
		expect(newYork(Date.UTC(2026, 2, 8, 1, 59, 59)).offset).toBe(-300);
		expect(newYork(Date.UTC(2026, 2, 8, 3, 0)).offset).toBe(-240);
	});
});
