import type { Coverage } from '../../receipts/reading.ts';
import type { Receipt } from '../../receipts/receipt.ts';
import { DAY_MS } from '../../time.ts';
import type { Clocks } from '../pairing/prepared.ts';
import type { Calendar } from '../preparing/calendar.ts';
import { clockOf } from '../preparing/side-rows.ts';

/** The format whose coverage is not declared but read off its rows. */
const READ_OFF_ROWS = 'canonical-receipts';

/** Coverage that was read off rows with a wrong clock is read off them again, with the clock corrected. */
export function canonicalCoverage(
	coverage: readonly Coverage[],
	rows: readonly Receipt[],
	{ clocks, calendar }: { readonly clocks: Clocks; readonly calendar: Calendar },
): Coverage[] {
	if (!coverage.some((one) => one.source === READ_OFF_ROWS)) return [...coverage];
	const own = rows
		.filter((row) => row.source === READ_OFF_ROWS)
		.map((row) => ({ at: row.at, offset: row.offset, skewMs: clocks.of(clockOf(row), calendar.dayOf(row.at, row.offset)).skewMs }));
	if (own.every((row) => row.skewMs === 0)) return [...coverage];
	return coverage.map((one) => {
		if (one.source !== READ_OFF_ROWS) return one;
		const inside = own.filter(({ at }) => one.interval.from <= at && at < one.interval.to);
		const days = inside.map(({ at, offset, skewMs }) => calendar.interval(calendar.dayOf(at - skewMs, offset), offset));
		if (days.length === 0) return one;
		const from = days.reduce((least, day) => Math.min(least, day.from), Number.POSITIVE_INFINITY);
		const to = days.reduce((most, day) => Math.max(most, day.to), from + DAY_MS);
		return { ...one, interval: { from, to } };
	});
}
