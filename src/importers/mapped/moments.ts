import type { DayOrder } from '../../domain/receipts/bill-mapping.ts';
import { parseIso, type Stamp, wallToUtc, zonedStamp } from '../../domain/time.ts';
import { readLocalClock, readLocalDay } from '../shared/values/local-dates.ts';

/** Beginnings of the months' names in English, German, French, Spanish, Italian, Dutch and the Scandinavian languages. */
const MONTHS = ['jan|ene|gen', 'feb|fév|fev', 'mar|mär|mrz|maa', 'apr|avr|abr', 'may|mai|maj|mei|mag', 'jun|juin|giu', 'jul|juil|lug'];
const LATE_MONTHS = ['aug|aoû|aou|ago', 'sep|set', 'oct|okt|ott|out', 'nov', 'dec|dez|déc|dic'];
const MONTH_STARTS = [...MONTHS, ...LATE_MONTHS].map((starts) => new RegExp(`^(?:${starts})`, 'i'));

const DAY_FIRST = /^(\d{1,2})\.?[\s-](\p{L}{3,12})\.?,?[\s-](\d{4}|\d{2})$/u;
const MONTH_FIRST = /^(\p{L}{3,12})\.?\s(\d{1,2}),?\s(\d{4}|\d{2})$/u;

/** A date as it is written in many places (`03.11.2026`, `11/3/26`, `2026年11月3日`, `3 Nov 2026`) as `YYYY-MM-DD`; null where there is none. */
export function readDate(text: string, order: DayOrder): string | null {
	const plain = text.trim().replace(/,$/, '');
	return readLocalDay(withoutMidnight(plain), order) ?? readNamedMonth(plain);
}

/** A workbook writes a date alone as midnight. */
function withoutMidnight(text: string): string {
	return text.replace(/[ T]00:00(?::00)?$/, '');
}

function readNamedMonth(text: string): string | null {
	const first = DAY_FIRST.exec(text);
	const second = first ? null : MONTH_FIRST.exec(text);
	const [day, name, written] = first ? [first[1], first[2], first[3]] : [second?.[2], second?.[1], second?.[3]];
	const month = name === undefined ? -1 : MONTH_STARTS.findIndex((start) => start.test(name));
	if (month < 0 || day === undefined || written === undefined) return null;
	const year = written.length === 2 ? `20${written}` : written;
	if (wallToUtc(Number(year), month + 1, Number(day)) === null) return null;
	return `${year}-${String(month + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** A time of day (`14:05`, `140506`, `下午 2:05`, `2:05 PM`) as `HH:mm:ss`; null where there is none. */
export function readClock(text: string): string | null {
	const plain = text.trim().replaceAll('：', ':');
	const compact = /^(\d{2})(\d{2})(\d{2})?$/.exec(plain);
	if (compact) return readLocalClock(`${compact[1]}:${compact[2]}:${compact[3] ?? '00'}`);
	const half = /^(上午|下午)\s*(.+)$/.exec(plain);
	return readLocalClock(half ? `${half[2]} ${half[1] === '上午' ? 'AM' : 'PM'}` : plain);
}

/** Where a date ends and a time begins: `T`, a blank or a comma before a clock. */
const DATE_AND_CLOCK = /^(.*?\d.*?)(?:,\s*|\s+|T)((?:上午|下午)?\s*\d{1,2}[:：.]\d{2}.*)$/;
const COMPACT = /^(\d{8})[\sT]?(\d{6}|\d{4})$/;

/** A date and a time in one cell as a moment; an offset that stands with it counts, else the zone. Null where there is none. */
export function readMoment(text: string, { order, zone }: { readonly order: DayOrder; readonly zone: string }): Stamp | null {
	const plain = text.trim();
	const iso = parseIso(withOffsetColon(plain.replace(/^(\d{4}-\d{2}-\d{2})\s+(?=\d)/, '$1T')));
	if (iso) return iso;
	const parts = splitMoment(plain);
	return parts ? readDateAndClock(parts, { order, zone }) : null;
}

/** The date and the time of one cell, as they are written; null where it holds not both. */
export function splitMoment(text: string): { readonly day: string; readonly clock: string } | null {
	const parts = COMPACT.exec(text.trim()) ?? DATE_AND_CLOCK.exec(text.trim());
	return parts ? { day: parts[1] ?? '', clock: parts[2] ?? '' } : null;
}

/** The same, from two cells. */
export function readDateAndClock(
	cells: { readonly day: string; readonly clock: string },
	{ order, zone }: { readonly order: DayOrder; readonly zone: string },
): Stamp | null {
	const day = readDate(cells.day, order);
	// A workbook may write the date before a time of day.
	const clock = readClock(cells.clock.replace(/^\d{4}-\d{2}-\d{2}[ T](?=\d)/, ''));
	if (day === null || clock === null) return null;
	const [year, month, date] = day.split('-').map(Number);
	const [hour, minute, second] = clock.split(':').map(Number);
	const wall = wallToUtc(year ?? 0, month ?? 0, date ?? 0, hour, minute, second);
	return wall === null ? null : zonedStamp(wall, zone);
}

/** `2026-11-03T10:00:00 +0800` → without the blank. */
function withOffsetColon(text: string): string {
	return text.replace(/\s+(?=(?:Z|[+-]\d{2}:?\d{2})$)/, '');
}
