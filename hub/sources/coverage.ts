import type { Coverage } from '../../src/domain/receipts/reading.ts';
import { type OffsetMinutes, parseIso } from '../../src/domain/time.ts';
import { type CoverageWire, coverageFromWire, coverageToWire } from '../../src/feeds/protocol.ts';

type Shown = Coverage & { readonly offset: OffsetMinutes };
type Group = { readonly wire: CoverageWire; readonly stretches: Shown[] };

/** Joins what overlaps or touches, for each format, leg and set of tenders: a year of daily bills is one stretch of time. */
export function joinCoverage(coverage: readonly CoverageWire[]): readonly CoverageWire[] {
	const groups = new Map<string, Group>();
	for (const wire of coverage) {
		const shown = { ...coverageFromWire(wire), offset: parseIso(wire.from)?.offset ?? 0 };
		const key = JSON.stringify([wire.source, wire.format ?? null, wire.leg, wire.tenders ? [...wire.tenders].sort() : null]);
		const group = groups.get(key);
		if (group) group.stretches.push(shown);
		else groups.set(key, { wire, stretches: [shown] });
	}
	return [...groups.values()].flatMap(({ wire: { source, format }, stretches }) =>
		joinAlike(stretches).map((shown) => ({ ...coverageToWire({ ...shown, source }, shown.offset), ...(format !== undefined && { format }) })),
	);
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
