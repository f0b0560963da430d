import type { Coverage } from '../../receipts/reading.ts';
import type { Receipt } from '../../receipts/receipt.ts';
import type { Stamp } from '../../time.ts';
import { skewAt } from '../pairing/clocks/clocks.ts';
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
	const own = rows.filter((row) => row.source === READ_OFF_ROWS);
	const skewOf = (row: Receipt) => skewAt(clocks.of(clockOf(row), calendar.dayOf(row.at, row.offset)), row.at);
	return coverage.map((one) => {
		if (one.source !== READ_OFF_ROWS) return one;
		let first: Stamp | null = null;
		let last: Stamp | null = null;
		let corrected = false;
		for (const row of own) {
			if (row.at < one.interval.from || row.at >= one.interval.to) continue;
			const skewMs = skewOf(row);
			const at = row.at - skewMs;
			corrected ||= skewMs !== 0;
			if (first === null || at < first.at) first = { at, offset: row.offset };
			if (last === null || at > last.at) last = { at, offset: row.offset };
		}
		if (!corrected || first === null || last === null) return one;
		const dayOf = ({ at, offset }: Stamp) => calendar.interval(calendar.dayOf(at, offset), offset);
		return { ...one, interval: { from: dayOf(first).from, to: dayOf(last).to } };
	});
}
