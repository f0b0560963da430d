import type { Shop } from '../ledger/shop.ts';
import { type BusinessDay, businessDayOf, DAY_MS, HOUR_MS, type Instant, type Interval, MINUTE_MS, type OffsetMinutes, zoneOffset } from '../time.ts';

/** Tells the business day of a moment by the clock of the shop, wherever the record came from. */
export type DayOf = (at: Instant) => BusinessDay;

/** For many records at once: the zone's offset is kept per hour and the day's name per day, since asking the calendar ten thousand times takes long. */
export function shopDays(shop: Pick<Shop, 'zone' | 'cutoverMinutes'>): DayOf {
	const offsets = new Map<number, OffsetMinutes>();
	const days = new Map<number, BusinessDay>();
	return (at) => {
		const hour = Math.floor(at / HOUR_MS);
		let offset = offsets.get(hour);
		if (offset === undefined) {
			offset = zoneOffset(shop.zone, at);
			offsets.set(hour, offset);
		}
		const number = Math.floor((at + (offset - shop.cutoverMinutes) * MINUTE_MS) / DAY_MS);
		let day = days.get(number);
		if (day === undefined) {
			day = businessDayOf({ at, offset }, shop.cutoverMinutes);
			days.set(number, day);
		}
		return day;
	};
}

/** Every business day that an interval touches, oldest first. */
export function daysTouched(interval: Interval, dayOf: DayOf): BusinessDay[] {
	const days: BusinessDay[] = [];
	for (let at = interval.from; at < interval.to; at += DAY_MS) days.push(dayOf(at));
	if (interval.to > interval.from) days.push(dayOf(interval.to - 1));
	return [...new Set(days)];
}
