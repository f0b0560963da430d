import { DAY_MS, type Interval, MINUTE_MS, parseIso, SECOND_MS, type Stamp, wallToUtc, zonedStamp } from '../../domain/time.ts';
import type { ProblemLog } from '../shared/reading/line-problems.ts';
import { calendarDays, midnight, type StatementDays } from '../shared/reading/statement-days.ts';
import { readDay } from '../shared/values/times.ts';
import { type Element, textAt } from './xml.ts';

/** A statement's head and the days on which its entries are booked. */
export type Period = { readonly head: Element; readonly days: readonly string[] };

/** What the statements declare to cover, from the first to the last; the days of its entries where one declares nothing. */
export function coverageOf(periods: readonly Period[], zone: string, log: ProblemLog): StatementDays {
	const offset = periods.map(({ head }) => offsetOf(head)).find((found) => found !== null) ?? null;
	const declared = periods.map(({ head }) => declaredPeriod(head, zone));
	const undeclared = periods.flatMap(({ days }, i) => (declared[i] ? [] : days));
	const fromDays = calendarDays(undeclared, offset === null ? { zone } : { offset }, log);
	const intervals = [...declared, fromDays.coverage].filter((one) => one !== null);
	if (intervals.length === 0) return fromDays;
	return {
		coverage: { from: Math.min(...intervals.map(({ from }) => from)), to: Math.max(...intervals.map(({ to }) => to)) },
		offset: offset ?? (fromDays.coverage ? fromDays.offset : zonedStamp(intervals[0]?.from ?? 0, zone).offset),
	};
}

/** The offset in which the bank writes its times. */
function offsetOf(head: Element): number | null {
	const texts = [textAt(head, 'FrToDt', 'FrDtTm'), textAt(head, 'CreDtTm')];
	return texts.map((text) => parseIso(text ?? '')?.offset ?? null).find((offset) => offset !== null) ?? null;
}

/** `ToDtTm` is the last second inside; some banks write the same midnight twice for one day. */
function declaredPeriod(head: Element, zone: string): Interval | null {
	const from = momentAt(head, 'FrDt', zone);
	const to = momentAt(head, 'ToDt', zone);
	if (!from || !to || to.at < from.at) return null;
	if (to.wholeDay || to.at === from.at) return { from: from.at, to: to.at + DAY_MS };
	const isLastSecond = (to.at + SECOND_MS - (to.at % SECOND_MS)) % MINUTE_MS === 0;
	return { from: from.at, to: isLastSecond ? to.at + SECOND_MS - (to.at % SECOND_MS) : to.at };
}

type Moment = Stamp & { readonly wholeDay: boolean };

/** `FrDtTm` or `FrDt` (and so `ToDt…`): a moment, with or without an offset, or a whole day. */
function momentAt(head: Element, name: string, zone: string): Moment | null {
	const text = textAt(head, 'FrToDt', `${name}Tm`) ?? textAt(head, 'FrToDt', name) ?? '';
	const stamp = parseIso(text);
	if (stamp) return { ...stamp, wholeDay: false };
	const offset = offsetOf(head);
	const day = readDay(text.slice(0, 10));
	if (day === null) return null;
	const clock = /^.{10}T(\d\d):(\d\d):(\d\d)/.exec(text);
	if (!clock) return { ...midnight(day, offset === null ? { zone } : { offset }), wholeDay: true };
	const [year, month, date] = day.split('-').map(Number);
	const wall = wallToUtc(year ?? 0, month ?? 0, date ?? 0, Number(clock[1]), Number(clock[2]), Number(clock[3]));
	if (wall === null) return null;
	return { ...(offset === null ? zonedStamp(wall, zone) : { at: wall - offset * MINUTE_MS, offset }), wholeDay: false };
}
