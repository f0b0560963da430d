import { addDays, type Interval, MINUTE_MS, type OffsetMinutes, type Stamp, wallToUtc, zonedStamp } from '../../../domain/time.ts';
import type { ProblemLog } from './line-problems.ts';

/** Where a bank's calendar days begin and end: an offset that is known, or the shop's zone where the file names none. */
export type BankZone = { readonly offset: OffsetMinutes } | { readonly zone: string };

/** What a statement covers, and the offset in which that is shown. */
export type StatementDays = { readonly coverage: Interval | null; readonly offset: OffsetMinutes };

/** Whole calendar days (`YYYY-MM-DD`) from the first to the last; nothing without any. That a zone had to be assumed is noted. */
export function calendarDays(days: readonly string[], where: BankZone, log: ProblemLog): StatementDays {
	const sorted = [...days].sort();
	const [first, last] = [sorted[0], sorted.at(-1)];
	if (first === undefined || last === undefined) return { coverage: null, offset: 'offset' in where ? where.offset : 0 };
	const from = midnight(first, where);
	if ('zone' in where) noteZoneAssumed(where.zone, log);
	return { coverage: { from: from.at, to: midnight(addDays(last, 1), where).at }, offset: from.offset };
}

export function noteZoneAssumed(zone: string, log: ProblemLog): void {
	log.add({ line: null, code: 'zone_assumed', message: `The file names no time zone; its days are taken as days in ${zone}.` });
}

/** The moment at which a calendar day begins. */
export function midnight(day: string, where: BankZone): Stamp {
	const [year, month, date] = day.split('-').map(Number);
	const wall = wallToUtc(year ?? 0, month ?? 0, date ?? 0) ?? 0;
	return 'offset' in where ? { at: wall - where.offset * MINUTE_MS, offset: where.offset } : zonedStamp(wall, where.zone);
}
