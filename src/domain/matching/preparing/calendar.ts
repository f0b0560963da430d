import {
	addDays,
	type BusinessDay,
	businessDayInterval,
	businessDayOf,
	DAY_MS,
	type Instant,
	type Interval,
	MINUTE_MS,
	type OffsetMinutes,
	wallToUtc,
	zonedStamp,
	zoneOffset,
} from '../../time.ts';
import type { MatchRules } from '../rows.ts';

/** Business days and due times by the shop's rules; remembers what it has worked out, for zones are slow to ask. */
export type Calendar = {
	/** The offset that counts at a moment: the shop's zone, or without one what the row says. */
	readonly offsetAt: (at: Instant, written: OffsetMinutes) => OffsetMinutes;
	readonly dayOf: (at: Instant, written: OffsetMinutes) => BusinessDay;
	readonly interval: (day: BusinessDay, written: OffsetMinutes) => Interval;
	/** When the bill of a business day is due; `other` where its source has a due time of its own. */
	readonly dueAt: (day: BusinessDay, written: OffsetMinutes, other?: MatchRules['due']) => Instant;
};

export function calendarOf({ zone, cutoverMinutes, due }: Pick<MatchRules, 'zone' | 'cutoverMinutes' | 'due'>): Calendar {
	const offsets = new Map<number, OffsetMinutes>();
	const days = new Map<number, BusinessDay>();
	const dues = new Map<string, Instant>();
	const offsetAt = (at: Instant, written: OffsetMinutes) =>
		zone === null ? written : remember(offsets, Math.floor(at / QUARTER_MS), () => zoneOffset(zone, at));
	return {
		offsetAt,
		dayOf: (at, written) => {
			const offset = offsetAt(at, written);
			const place = Math.floor((at + (offset - cutoverMinutes) * MINUTE_MS) / DAY_MS);
			return remember(days, place, () => businessDayOf({ at, offset }, cutoverMinutes));
		},
		interval: (day, written) => {
			const noon = businessDayInterval(day, written, cutoverMinutes).from;
			return businessDayInterval(day, offsetAt(noon, written), cutoverMinutes);
		},
		dueAt: (day, written, { days: later, atMinutes: minutes } = due) =>
			remember(dues, `${day} ${zone === null ? written : ''} ${later} ${minutes}`, () => dueAt(addDays(day, later), { zone, written, minutes })),
	};
}

/** No zone changes its offset within a quarter of an hour of the clock. */
const QUARTER_MS = 15 * MINUTE_MS;

function dueAt(
	day: BusinessDay,
	{ zone, written, minutes }: { readonly zone: string | null; readonly written: OffsetMinutes; readonly minutes: number },
): Instant {
	const [year, month, date] = day.split('-').map(Number);
	const wall = (wallToUtc(year ?? 0, month ?? 1, date ?? 1) ?? 0) + minutes * MINUTE_MS;
	return zone === null ? wall - written * MINUTE_MS : zonedStamp(wall, zone).at;
}

function remember<K, V>(known: Map<K, V>, key: K, make: () => V): V {
	const before = known.get(key);
	if (before !== undefined) return before;
	const made = make();
	known.set(key, made);
	return made;
}
