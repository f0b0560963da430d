import { type Instant, parseIso, type Stamp, wallToUtc } from '../../../domain/time.ts';
import { type DayOrder, dayOrderOf, readLocalClock, readLocalDay } from './local-dates.ts';

/** A wall clock's reading as if it were UTC; a zone makes a moment of it. */
export type WallTime = Instant;

/** Day and clock in one cell, parted by blanks, a comma, or the `T` of ISO 8601. */
const DAY_AND_CLOCK = /^(\d[\d./-]*\d),?(?:\s+|T)(\d.*)$/;

/** The day in a cell that may hold a time of day too. */
export function dayPart(text: string): string {
	return DAY_AND_CLOCK.exec(text)?.[1] ?? text;
}

/** `2026-11-03 09:24:40`, `11/3/26 12:48 PM`, `24.03.2023, 12:32`; null where there is no such time. */
export function readWall(text: string, order: DayOrder): WallTime | null {
	const parts = DAY_AND_CLOCK.exec(text);
	return parts ? readWallParts(parts[1] ?? '', parts[2] ?? '', order) : null;
}

/** The same from two cells, of which either may hold both. */
export function readWallParts(day: string, clock: string, order: DayOrder): WallTime | null {
	const date = readLocalDay(dayPart(day), order)?.split('-').map(Number);
	const time = readLocalClock(DAY_AND_CLOCK.exec(clock)?.[2] ?? clock)
		?.split(':')
		.map(Number);
	if (!date || !time) return null;
	const [year = 0, month = 0, dayOfMonth = 0] = date;
	return wallToUtc(year, month, dayOfMonth, time[0], time[1], time[2]);
}

/** A time that its column says is UTC, with or without the `Z`. */
export function readUtc(text: string, order: DayOrder): Stamp | null {
	const iso = parseIso(text);
	if (iso) return { at: iso.at, offset: 0 };
	const wall = readWall(text.replace(/\s*(?:Z|UTC)$/, ''), order);
	return wall === null ? null : { at: wall, offset: 0 };
}

/** How a column writes its days; `settled` is false where nothing in it tells day from month and `usual` was taken. */
export function dayOrderIn(texts: readonly string[], usual: DayOrder): { readonly order: DayOrder; readonly settled: boolean } {
	const days = texts.filter((text) => text !== '').map(dayPart);
	const order = dayOrderOf(days);
	return { order: order ?? usual, settled: order !== null || days.length === 0 };
}
