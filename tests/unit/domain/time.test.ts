import { describe, expect, test } from 'vitest';
import { formatIso, wallToUtc, zonedStamp } from '../../../src/domain/time.ts';

/** `2026-11-01 02:00` on a wall clock of the zone. */
const shown = (wall: string, zone: string) => {
	const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = wall.split(/[- :]/).map(Number);
	return formatIso(zonedStamp(wallToUtc(year, month, day, hour, minute) ?? 0, zone));
};

describe('a wall clock in the night in which clocks change', () => {
	test.each([
		['2026-11-01 00:59', 'America/New_York', '-04:00'],
		['2026-11-01 01:30', 'America/New_York', '-04:00'],
		['2026-11-01 02:00', 'America/New_York', '-05:00'],
		['2026-11-01 05:30', 'America/New_York', '-05:00'],
		['2026-03-08 01:59', 'America/New_York', '-05:00'],
		['2026-03-08 03:00', 'America/New_York', '-04:00'],
		['2026-03-08 06:30', 'America/New_York', '-04:00'],
		['2026-11-01 02:00', 'America/Los_Angeles', '-08:00'],
		['2026-10-25 01:59', 'Europe/Berlin', '+02:00'],
		['2026-10-25 02:30', 'Europe/Berlin', '+02:00'],
		['2026-10-25 03:00', 'Europe/Berlin', '+01:00'],
		['2026-03-29 03:00', 'Europe/Berlin', '+02:00'],
		['2026-04-05 01:59', 'Australia/Sydney', '+11:00'],
		['2026-04-05 03:00', 'Australia/Sydney', '+10:00'],
		['2026-10-04 03:00', 'Australia/Sydney', '+11:00'],
		['2026-11-02 10:00', 'Asia/Shanghai', '+08:00'],
	])('%s in %s is %s', (wall, zone, offset) => {
		expect(shown(wall, zone)).toBe(`${wall.replace(' ', 'T')}:00${offset}`);
	});
});
