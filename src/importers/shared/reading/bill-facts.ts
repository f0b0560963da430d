import type { Currency } from '../../../domain/money.ts';
import { addDays, businessDayOf, type Instant, type Interval, type OffsetMinutes, type Stamp, zonedStamp, zoneOffset } from '../../../domain/time.ts';
import type { ReceiptDraft } from './identity.ts';

/** What a bill says as a whole; the order of its rows changes nothing in it. */

/** The currency of most receipts, in which the bill's totals are counted; of equals the first by its code. */
export function currencyOfMost(drafts: readonly ReceiptDraft[], fallback: Currency): Currency {
	const counts = new Map<Currency, number>();
	for (const { currency } of drafts) counts.set(currency, (counts.get(currency) ?? 0) + 1);
	return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? fallback;
}

/** The offset of the earliest receipt. */
export function earliestOffset(stamps: readonly Stamp[], fallback: OffsetMinutes): OffsetMinutes {
	let earliest: Stamp | null = null;
	for (const stamp of stamps) if (!earliest || stamp.at < earliest.at || (stamp.at === earliest.at && stamp.offset < earliest.offset)) earliest = stamp;
	return earliest?.offset ?? fallback;
}

/** Whole calendar days of a zone, clock changes included, from the first moment to the last; null without any. */
export function zonedDays(stamps: readonly { readonly at: Instant }[], zone: string): Interval | null {
	if (stamps.length === 0) return null;
	let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
	for (const { at } of stamps) [first, last] = [Math.min(first, at), Math.max(last, at)];
	const dayOf = (at: Instant) => businessDayOf({ at, offset: zoneOffset(zone, at) }, 0);
	const midnight = (day: string) => zonedStamp(Date.parse(`${day}T00:00:00Z`), zone).at;
	return { from: midnight(dayOf(first)), to: midnight(addDays(dayOf(last), 1)) };
}
