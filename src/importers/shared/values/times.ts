import { HOUR_MS, type Instant, MINUTE_MS, type OffsetMinutes, SECOND_MS, type Stamp, wallToUtc, zonedStamp } from '../../../domain/time.ts';

/** Beijing time, in which Chinese bills are written: +08:00 the year round. */
export const BEIJING: OffsetMinutes = 480;

/** A workbook writes a date alone as midnight. */
const DAY = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?: 00:00:00)?$/;
const DAY_COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const CLOCK = /^(\d{1,2})[:：](\d{1,2})(?:[:：](\d{1,2})(?:\.\d+)?)?$/;
const CLOCK_COMPACT = /^(\d{1,2})(\d{2})(\d{2})$/;
const MOMENT_COMPACT = /^(\d{8})(\d{6})$/;
/** Outside these years a date is a mistake. */
const YEAR_MIN = 1990;
const YEAR_MAX = 2199;

/** A date and a time of day on a wall clock (`2026-11-02 10:06:56`, `：` may be full-width; `20261102100656`) as a moment; null where there is none. */
export function readWallClock(text: string, offset: OffsetMinutes): Instant | null {
	const usual = readUsual(text, offset);
	if (usual !== null) return usual;
	const parts = MOMENT_COMPACT.exec(text)?.slice(1) ?? text.split(/[\sT]+/);
	const [day, clock] = parts;
	return day === undefined || clock === undefined || parts.length > 2 ? null : readDayAndClock(day, clock, offset);
}

/** `2026-11-02 10:06:56` by its places, as nearly all bills write it: a shortcut past the rest. Null where it is not that, or no such time. */
function readUsual(text: string, offset: OffsetMinutes): Instant | null {
	if (text.length !== 19 || text.charCodeAt(10) !== 0x20 || text.charCodeAt(13) !== 0x3a || text.charCodeAt(16) !== 0x3a) return null;
	const [hour, minute, second] = [twoDigits(text, 11), twoDigits(text, 14), twoDigits(text, 17)];
	if (!(hour <= 23 && minute <= 59 && second <= 60)) return null;
	const midnight = text.startsWith(lastDay.text) && lastDay.text.length === 10 ? lastDay.midnight : midnightOf(text.slice(0, 10));
	return midnight === null ? null : midnight + hour * HOUR_MS + (minute - offset) * MINUTE_MS + second * SECOND_MS;
}

/** The number in two places; not a number where other characters stand there. */
function twoDigits(text: string, at: number): number {
	const [tens, ones] = [text.charCodeAt(at) - 48, text.charCodeAt(at + 1) - 48];
	return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

/** The same, from two cells; of a clock without colons a spreadsheet may have taken the first zero. */
export function readDayAndClock(day: string, clock: string, offset: OffsetMinutes): Instant | null {
	const midnight = midnightOf(day);
	const time = CLOCK.exec(clock) ?? CLOCK_COMPACT.exec(clock);
	if (midnight === null || !time) return null;
	const [hour, minute, second] = [Number(time[1]), Number(time[2]), Number(time[3] ?? 0)];
	if (hour > 23 || minute > 59 || second > 60) return null;
	return midnight + hour * HOUR_MS + (minute - offset) * MINUTE_MS + second * SECOND_MS;
}

/** Rows of a bill stand in the order of time, so that most repeat the date of the one before. */
let lastDay: { readonly text: string; readonly midnight: Instant | null } = { text: '', midnight: null };

function midnightOf(text: string): Instant | null {
	if (text !== lastDay.text) {
		const [year, month, day] = (readDay(text) ?? '').split('-').map(Number);
		lastDay = { text, midnight: wallToUtc(year ?? Number.NaN, month ?? Number.NaN, day ?? Number.NaN) };
	}
	return lastDay.midnight;
}

/** A date, year first (`20261102`, `2026-11-2`, `2026年11月02日`), as `YYYY-MM-DD`; null where there is no such day. */
export function readDay(text: string): string | null {
	const parts = DAY.exec(text) ?? DAY_COMPACT.exec(text);
	if (!parts) return null;
	const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
	if (year < YEAR_MIN || year > YEAR_MAX || wallToUtc(year, month, day) === null) return null;
	return `${parts[1]}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** A date and a time of day as a place without a known zone writes them (`2026-11-02`, `10:06:56`) as a moment in the zone. */
export function readZoned(day: string, clock: string, zone: string): Stamp | null {
	const wall = readDayAndClock(day, clock, 0);
	return wall === null ? null : zonedStamp(wall, zone);
}
