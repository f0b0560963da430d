import { CLEARING_CUT_MINUTES } from '../../../domain/receipts/source-profiles/clearing-cut.ts';
import {
	addDays,
	businessDayInterval,
	businessDayOf,
	DAY_MS,
	type Interval,
	MINUTE_MS,
	type OffsetMinutes,
	SECOND_MS,
	type Stamp,
} from '../../../domain/time.ts';

/** From the first to the last of the days on which the moments fall; null without any. Days are cut so many minutes after midnight. */
export function wholeDays(stamps: readonly Stamp[], cutoverMinutes: number): Interval | null {
	const bounds = firstAndLast(stamps);
	if (!bounds) return null;
	const [first, last] = bounds.map((stamp) => businessDayInterval(businessDayOf(stamp, cutoverMinutes), stamp.offset, cutoverMinutes));
	return first && last ? { from: first.from, to: last.to } : null;
}

/** The clearing day, `YYYY-MM-DD`, into which a moment falls where the source does not say it; cut as UnionPay does unless the shop knows it otherwise. */
export function clearingDayOf({ at, offset }: Stamp, dayCut: number | null = CLEARING_CUT_MINUTES): string {
	return businessDayOf({ at: at + DAY_MS - cutOf(dayCut), offset }, 0);
}

/**
 * Clearing days, each from the cut of the day before (minutes after midnight; 0: at midnight) to its own, widened to the file's own
 * rows: a terminal that was offline posts into a later clearing day, and the cut wanders by some seconds.
 */
export function clearingDays(
	days: { first: string; last: string },
	offset: OffsetMinutes,
	rows: readonly Stamp[],
	dayCut: number | null = CLEARING_CUT_MINUTES,
): Interval {
	const cut = cutOf(dayCut);
	const midnight = (day: string) => businessDayInterval(day, offset, 0).from;
	const from = midnight(addDays(days.first, -1)) + cut;
	const to = midnight(days.last) + cut;
	const bounds = firstAndLast(rows);
	return bounds ? { from: Math.min(from, bounds[0].at), to: Math.max(to, bounds[1].at + SECOND_MS) } : { from, to };
}

/** A day that is cut at midnight ends with the midnight after it. */
function cutOf(dayCut: number | null): number {
	return dayCut === 0 ? DAY_MS : (dayCut ?? CLEARING_CUT_MINUTES) * MINUTE_MS;
}

function firstAndLast(stamps: readonly Stamp[]): [Stamp, Stamp] | null {
	let bounds: [Stamp, Stamp] | null = null;
	for (const stamp of stamps) {
		if (!bounds) bounds = [stamp, stamp];
		else if (stamp.at < bounds[0].at) bounds = [stamp, bounds[1]];
		else if (stamp.at > bounds[1].at) bounds = [bounds[0], stamp];
	}
	return bounds;
}
