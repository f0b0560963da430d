import { invariant } from './invariant.ts';

/** Milliseconds since 1970 in UTC. */
export type Instant = number;
/** Minutes east of UTC, as the wall clock showed it: +08:00 → 480. */
export type OffsetMinutes = number;
/** A business day, `YYYY-MM-DD`: from the cut-over hour to the same hour of the next calendar day. */
export type BusinessDay = string;
/** A moment as somebody's clock showed it. */
export type Stamp = { readonly at: Instant; readonly offset: OffsetMinutes };
/** Half-open: `from` is inside, `to` is not. */
export type Interval = { readonly from: Instant; readonly to: Instant };

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;
/** Where a shop's day ends if nobody says otherwise, in minutes after midnight (04:00). */
export const CUTOVER_MINUTES_DEFAULT = 240;

const ISO = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})$/;

/** Reads ISO 8601 with an offset; null for anything else, impossible dates included. */
export function parseIso(text: string): Stamp | null {
	const m = ISO.exec(text);
	if (!m) return null;
	const offset = parseOffset(m[8] ?? '');
	if (offset === null) return null;
	const local = wallToUtc(Number(m[1]), Number(m[2]), Number(m[3]), Number(m[4]), Number(m[5]), Number(m[6] ?? 0));
	if (local === null) return null;
	const millis = Number((m[7] ?? '').slice(0, 3).padEnd(3, '0'));
	return { at: local + millis - offset * MINUTE_MS, offset };
}

function parseOffset(text: string): OffsetMinutes | null {
	if (text === 'Z') return 0;
	const hours = Number(text.slice(1, 3));
	const minutes = Number(text.slice(-2));
	if (hours > 14 || minutes > 59) return null;
	return (text[0] === '-' ? -1 : 1) * (hours * 60 + minutes);
}

/** A wall clock reading as if it were UTC; null if there is no such moment (30 February, 25:00). */
export function wallToUtc(year: number, month: number, day: number, hour = 0, minute = 0, second = 0): Instant | null {
	if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 60) return null;
	const at = Date.UTC(year, month - 1, day, hour, minute, second);
	const back = new Date(at);
	return back.getUTCMonth() === month - 1 && back.getUTCDate() === day ? at : null;
}

/** ISO 8601 with offset, to the second; milliseconds only where there are any. */
export function formatIso({ at, offset }: Stamp): string {
	const local = new Date(at + offset * MINUTE_MS).toISOString();
	const seconds = local.slice(0, 19);
	const millis = local.slice(19, 23);
	return seconds + (millis === '.000' ? '' : millis) + formatOffset(offset);
}

/** 480 → "+08:00". */
export function formatOffset(offset: OffsetMinutes): string {
	const size = Math.abs(offset);
	return `${offset < 0 ? '-' : '+'}${String(Math.floor(size / 60)).padStart(2, '0')}:${String(size % 60).padStart(2, '0')}`;
}

/** The business day in which a moment falls, by the wall clock it was shown on. */
export function businessDayOf({ at, offset }: Stamp, cutoverMinutes: number): BusinessDay {
	return new Date(at + (offset - cutoverMinutes) * MINUTE_MS).toISOString().slice(0, 10);
}

/** From the cut-over of the day to that of the next. */
export function businessDayInterval(day: BusinessDay, offset: OffsetMinutes, cutoverMinutes: number): Interval {
	const from = dayStartUtc(day) + (cutoverMinutes - offset) * MINUTE_MS;
	return { from, to: from + DAY_MS };
}

/** The day `days` later (or earlier). */
export function addDays(day: BusinessDay, days: number): BusinessDay {
	return new Date(dayStartUtc(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Every day from the first to the last, both included. */
export function daysBetween(first: BusinessDay, last: BusinessDay): BusinessDay[] {
	const days: BusinessDay[] = [];
	for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
	return days;
}

function dayStartUtc(day: BusinessDay): Instant {
	const at = Date.parse(`${day}T00:00:00Z`);
	invariant(Number.isFinite(at), `not a day: ${day}`);
	return at;
}

/** The offset of an IANA zone at a moment, in minutes. */
export function zoneOffset(zone: string, at: Instant): OffsetMinutes {
	const parts = zoneFormat(zone).formatToParts(at);
	const part = (type: string) => Number(parts.find((p) => p.type === type)?.value);
	const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
	return Math.round((wall - Math.floor(at / SECOND_MS) * SECOND_MS) / MINUTE_MS);
}

/** A wall clock reading in a zone as a moment; in the hour that a clock change repeats, the earlier one. */
export function zonedStamp(wall: Instant, zone: string): Stamp {
	const guess = zoneOffset(zone, wall);
	const around = wall - guess * MINUTE_MS;
	const [early, late] = [zoneOffset(zone, around - HOUR_MS * 3), zoneOffset(zone, around + HOUR_MS * 3)];
	for (const offset of [early, guess, late]) {
		const at = wall - offset * MINUTE_MS;
		if (zoneOffset(zone, at) === offset) return { at, offset };
	}
	return { at: wall - guess * MINUTE_MS, offset: guess };
}

/** Whether the runtime knows the zone. */
export function isZone(zone: string): boolean {
	try {
		zoneFormat(zone);
		return true;
	} catch {
		return false;
	}
}

const formats = new Map<string, Intl.DateTimeFormat>();
function zoneFormat(zone: string): Intl.DateTimeFormat {
	let format = formats.get(zone);
	if (!format) {
		format = new Intl.DateTimeFormat('en-US', {
			timeZone: zone,
			hourCycle: 'h23',
			year: 'numeric',
			month: 'numeric',
			day: 'numeric',
			hour: 'numeric',
			minute: 'numeric',
			second: 'numeric',
		});
		formats.set(zone, format);
	}
	return format;
}
