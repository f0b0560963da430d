import { DAY_MS, wallToUtc } from '../../domain/time.ts';

/** Years from here on belong to the last century. */
const CENTURY_FROM = 70;

/** `YYMMDD` as `YYYY-MM-DD`; null where there is no such day. */
export function readShortDay(text: string): string | null {
	const parts = /^(\d{2})(\d{2})(\d{2})$/.exec(text);
	if (!parts) return null;
	const year = Number(parts[1]) + (Number(parts[1]) < CENTURY_FROM ? 2000 : 1900);
	return dayOf(year, Number(parts[2]), Number(parts[3]));
}

/** `MMDD` in the year that brings it nearest to the other day: an entry of 2 January may be of value on 30 December. */
export function readEntryDay(text: string, near: string): string | null {
	const [month, day] = [Number(text.slice(0, 2)), Number(text.slice(2))];
	const year = Number(near.slice(0, 4));
	const nearness = (candidate: string) => Math.abs(Date.parse(candidate) - Date.parse(near)) / DAY_MS;
	const candidates = [year, year - 1, year + 1].map((one) => dayOf(one, month, day)).filter((one) => one !== null);
	return candidates.reduce<string | null>((best, one) => (best === null || nearness(one) < nearness(best) ? one : best), null);
}

/** Banks that count interest in months of 30 days write 29 and 30 February; these are the last day of the month. */
function dayOf(year: number, month: number, day: number): string | null {
	const isInterestDay = month === 2 && (day === 29 || day === 30);
	const at = wallToUtc(year, month, day) ?? (isInterestDay ? (wallToUtc(year, 2, 29) ?? wallToUtc(year, 2, 28)) : null);
	return at === null ? null : new Date(at).toISOString().slice(0, 10);
}
