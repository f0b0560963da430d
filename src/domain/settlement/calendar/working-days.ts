import { addDays, type BusinessDay, daysBetween } from '../../time.ts';
import { CHINA_HOLIDAYS } from './china-holidays.ts';

/** Which days count as working days: those of a country whose holidays are known, else all but weekends; less the shop's own. */
export type DayCalendar = {
	readonly holidays: 'cn' | null;
	/** Further days on which nothing is paid out, as the shop says. */
	readonly closed: readonly BusinessDay[];
};

/** Weekends only. */
export const WEEKENDS: DayCalendar = { holidays: null, closed: [] };

const FREE = new Set(CHINA_HOLIDAYS.flatMap(({ free }) => free.flatMap(([from, to]) => daysBetween(from, to))));
const WORKED = new Set(CHINA_HOLIDAYS.flatMap(({ worked }) => worked));
const YEARS = new Set(CHINA_HOLIDAYS.map(({ year }) => year));

export function isWorkingDay(day: BusinessDay, { holidays, closed }: DayCalendar): boolean {
	if (closed.includes(day)) return false;
	if (holidays === 'cn' && FREE.has(day)) return false;
	return (holidays === 'cn' && WORKED.has(day)) || !isWeekend(day);
}

/** That many working days later; none: the day itself, or the first working day after it. */
export function addWorkingDays(day: BusinessDay, days: number, calendar: DayCalendar): BusinessDay {
	let at = day;
	for (let left = days; left > 0; ) {
		at = addDays(at, 1);
		if (isWorkingDay(at, calendar)) left -= 1;
	}
	return days === 0 && !isWorkingDay(at, calendar) ? addWorkingDays(at, 1, calendar) : at;
}

/** Years from one day to another whose holidays should be known and are not: what falls due in them goes by weekends alone. */
export function unknownYears(from: BusinessDay, to: BusinessDay, { holidays }: DayCalendar): readonly number[] {
	if (holidays === null) return [];
	return [...new Set([from, to].map((day) => Number(day.slice(0, 4))))].filter((year) => !YEARS.has(year));
}

function isWeekend(day: BusinessDay): boolean {
	const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
	return weekday === 0 || weekday === 6;
}
