import type { Coverage } from '../../src/domain/receipts/reading.ts';
import { type OffsetMinutes, parseIso } from '../../src/domain/time.ts';
import { type CoverageWire, coverageFromWire, coverageToWire } from '../../src/feeds/protocol.ts';

type Shown = Coverage & { readonly offset: OffsetMinutes };

/** Joins what overlaps or touches, for each leg and set of tenders: a year of daily bills is one stretch of time. */
export function joinCoverage(coverage: readonly CoverageWire[]): readonly CoverageWire[] {
	const groups = new Map<string, Shown[]>();
	for (const wire of coverage) {
		const shown = { ...coverageFromWire(wire), offset: parseIso(wire.from)?.offset ?? 0 };
		const key = JSON.stringify([wire.source, wire.leg, wire.tenders ? [...wire.tenders].sort() : null]);
		groups.set(key, [...(groups.get(key) ?? []), shown]);
	}
	return [...groups.values()].flatMap(joinAlike).map((shown) => coverageToWire(shown, shown.offset));
}

function joinAlike(group: readonly Shown[]): Shown[] {
	const joined: Shown[] = [];
	for (const next of [...group].sort((a, b) => a.interval.from - b.interval.from || a.interval.to - b.interval.to)) {
		const last = joined.at(-1);
		if (!last || next.interval.from > last.interval.to) joined.push(next);
		else joined[joined.length - 1] = { ...last, interval: { from: last.interval.from, to: Math.max(last.interval.to, next.interval.to) } };
	}
	return joined;
}
