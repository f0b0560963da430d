import { addDays, type BusinessDay, DAY_MS, type Instant, type Interval, MINUTE_MS, type OffsetMinutes } from '../../../domain/time.ts';
import type { Formats } from '../../messages/formats.ts';

/** A period in words: "11月20日 周五 00:00–24:00", over several days with both dates. Midnight at its end is 24:00 of the day before. */
export function periodText({ from, to }: Interval, offset: OffsetMinutes, format: Pick<Formats, 'day' | 'minute'>): string {
	const first = dateOf(from, offset);
	const last = dateOf(to - 1, offset);
	const start = format.minute(from, offset);
	const end = dateOf(to, offset) === last ? format.minute(to, offset) : '24:00';
	if (first === last) return `${format.day(first)} ${start}–${end}`;
	if (start === '00:00' && end === '24:00') return `${format.day(first)} – ${format.day(last)}`;
	return `${format.day(first)} ${start} – ${format.day(last)} ${end}`;
}

/** The part of a day that is covered, as a drawing of 24 hours: both ends between 0 and 1000. Null where it spans more than about a day. */
export type PeriodBar = { readonly day: BusinessDay; readonly from: number; readonly to: number };

const BAR_UNITS = 1_000;

export function periodBar({ from, to }: Interval, offset: OffsetMinutes): PeriodBar | null {
	// The day in which most of it lies.
	const day = dateOf(from + (to - from) / 2, offset);
	const start = Date.parse(`${day}T00:00:00Z`) - offset * MINUTE_MS;
	if (to - from > 1.5 * DAY_MS || dateOf(start + DAY_MS, offset) !== addDays(day, 1)) return null;
	const unit = (at: Instant) => Math.round((Math.min(Math.max(at - start, 0), DAY_MS) / DAY_MS) * BAR_UNITS);
	return { day, from: unit(from), to: unit(to) };
}

/** The calendar day on the clock that was shown. */
export function dateOf(at: Instant, offset: OffsetMinutes): BusinessDay {
	return new Date(at + offset * MINUTE_MS).toISOString().slice(0, 10);
}

/** The same as a number, for comparing many. */
export function dayNumber(at: Instant, offset: OffsetMinutes): number {
	return Math.floor((at + offset * MINUTE_MS) / DAY_MS);
}
