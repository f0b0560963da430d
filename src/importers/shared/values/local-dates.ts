import { wallToUtc } from '../../../domain/time.ts';
import { readDay } from './times.ts';

/** In which order a country writes year, month and day. */
export type DayOrder = 'ymd' | 'dmy' | 'mdy';

const YEAR_FIRST = /^\d{4}\D/;
const NUMERIC = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/;
/** Two-digit years below this belong to this century. */
const CENTURY_FROM = 70;

/**
 * The order of a column's dates, told by the column as a whole: year first; dots, or a first part over 12: day first; a second part over 12:
 * month first. Null where nothing settles it or where cells contradict each other.
 */
export function dayOrderOf(texts: Iterable<string>): DayOrder | null {
	const seen = new Set<DayOrder>();
	for (const text of texts) {
		const order = orderOf(text.trim());
		if (order) seen.add(order);
	}
	const [order, ...others] = seen;
	return order && others.length === 0 ? order : null;
}

function orderOf(text: string): DayOrder | null {
	if (YEAR_FIRST.test(text) || readDay(text) !== null) return 'ymd';
	const parts = NUMERIC.exec(text);
	if (!parts) return null;
	if (parts[2] === '.' || Number(parts[1]) > 12) return 'dmy';
	return Number(parts[3]) > 12 ? 'mdy' : null;
}

/** A date without a time of day (`12/27/2018`, `03.11.2026`, `2/1/21`) as `YYYY-MM-DD`; year-first dates are read under any order. */
export function readLocalDay(text: string, order: DayOrder): string | null {
	const yearFirst = readDay(text);
	if (yearFirst !== null || order === 'ymd') return yearFirst;
	const parts = NUMERIC.exec(text);
	if (!parts) return null;
	const [day, month] = order === 'dmy' ? [parts[1], parts[3]] : [parts[3], parts[1]];
	const written = parts[4] ?? '';
	const year = written.length === 4 ? written : `${Number(written) < CENTURY_FROM ? '20' : '19'}${written}`;
	if (wallToUtc(Number(year), Number(month), Number(day)) === null) return null;
	return `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
}

const CLOCK = /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*([AaPp])?\.?[Mm]?\.?$/;

/** A time of day (`14:05`, `2:30:00 PM`, `11:04 a.m.`) as `HH:mm:ss`; null where there is none. */
export function readLocalClock(text: string): string | null {
	const parts = CLOCK.exec(text.trim());
	if (!parts) return null;
	const half = parts[4]?.toLowerCase();
	const written = Number(parts[1]);
	if (half !== undefined && (written < 1 || written > 12)) return null;
	const hour = half === undefined ? written : (written % 12) + (half === 'p' ? 12 : 0);
	const [minute, second] = [Number(parts[2]), Number(parts[3] ?? 0)];
	if (hour > 23 || minute > 59 || second > 59) return null;
	return [hour, minute, second].map((part) => String(part).padStart(2, '0')).join(':');
}
