import { addDays, DAY_MS, HOUR_MS, type Instant, MINUTE_MS, wallToUtc, zonedStamp, zoneOffset } from '../../../domain/time.ts';

export type LaterChoice = { readonly code: 'hour' | 'evening' | 'tomorrow' | 'dayAfter'; readonly at: Instant };

/** Bills of the day before are there by then in most shops. */
const MORNING_HOUR = 10;
/** When a shop closes its day. */
const EVENING_HOUR = 21;

/** Moments to put something off to, by the shop's own clock; the evening only while it lies ahead. */
export function laterChoices(now: Instant, zone: string): LaterChoice[] {
	const today = new Date(now + zoneOffset(zone, now) * MINUTE_MS).toISOString().slice(0, 10);
	const evening = atHour(today, EVENING_HOUR, zone);
	const choices: LaterChoice[] = [{ code: 'hour', at: now + HOUR_MS }];
	if (evening > now + 2 * HOUR_MS) choices.push({ code: 'evening', at: evening });
	choices.push({ code: 'tomorrow', at: tomorrowMorning(now, zone) }, { code: 'dayAfter', at: tomorrowMorning(now + DAY_MS, zone) });
	return choices;
}

/** Ten o'clock of the next calendar day on the shop's wall. */
export function tomorrowMorning(now: Instant, zone: string): Instant {
	const today = new Date(now + zoneOffset(zone, now) * MINUTE_MS).toISOString().slice(0, 10);
	return atHour(addDays(today, 1), MORNING_HOUR, zone);
}

function atHour(day: string, hour: number, zone: string): Instant {
	const [year, month, date] = day.split('-').map(Number);
	return zonedStamp(wallToUtc(year ?? 1970, month ?? 1, date ?? 1, hour) ?? 0, zone).at;
}
