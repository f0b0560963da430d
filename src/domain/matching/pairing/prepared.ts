import type { BusinessDay, Instant, OffsetMinutes } from '../../time.ts';
import { floats, integers, marks } from '../columns.ts';
import { type ClockDay, type Clocked, estimateClocks, nearestClock, skewAt } from './clocks/clocks.ts';
import type { Sides } from './clocks/peaks.ts';
import type { Scatter } from './scoring/model.ts';
import { type KeyHits, keyHits } from './searching/key-hits.ts';
import { type RowSource, reordered, type Side, type SideRow, sideOf, words } from './side.ts';
import { placesByTime } from './time-places.ts';

/** How each clock of the right side runs against the left side's, by day. */
export type Clocks = { readonly all: readonly ClockDay[]; readonly of: (clock: string, day: string) => ClockDay };

/** A row whose clock is named. */
export type ClockedRow = SideRow & { readonly clock: string; readonly offset: OffsetMinutes };

export type PreparationOptions = {
	readonly days: number;
	readonly dayOf: (at: Instant, offset: OffsetMinutes) => BusinessDay;
	/** Clocks that are known already; null to estimate them. */
	readonly clocks: Clocks | null;
};

/** Both sides as columns, the right one by the left one's clock. `place[r]` is the row's place in the rows given. */
export type Prepared = {
	readonly left: Side;
	readonly right: Side;
	readonly place: Int32Array;
	/** How far the clock of each right row was taken to be ahead, in milliseconds. */
	readonly skew: Float64Array;
	readonly scatter: Scatter;
	readonly hits: KeyHits;
	readonly clocks: Clocks;
};

/** Makes two lists of rows comparable. */
export function prepareSides(leftRows: RowSource<SideRow>, rightRows: RowSource<ClockedRow>, options: PreparationOptions): Prepared {
	const vocabulary = words();
	const left = sideOf(leftRows, vocabulary);
	const clocked: { clock: string; day: BusinessDay; offset: OffsetMinutes }[] = [];
	const raw = sideOf({ size: rightRows.size, row: (k) => noted(rightRows.row(k), clocked) }, vocabulary);
	const hits = keyHits(left, raw, options.days + 1);
	const clocks = options.clocks ?? estimated({ left, right: raw, hits }, clocked, options.days);
	const of = clocked.map(({ clock, day }) => clocks.of(clock, day));
	const skew = floats(raw.size, (k) => skewOf(of[k], raw.at[k] ?? 0));
	const at = floats(raw.size, (k) => (raw.at[k] ?? 0) - (skew[k] ?? 0));
	const day = integers(raw.size, (k) => (at[k] === raw.at[k] ? (raw.day[k] ?? -1) : vocabulary.number(options.dayOf(at[k] ?? 0, clocked[k]?.offset ?? 0))));
	const place = placesByTime(at, raw.id);
	const rank = new Int32Array(place.length);
	place.forEach((before, now) => {
		rank[before] = now;
	});
	const scatter = {
		spread: floats(place.length, (r) => of[place[r] ?? 0]?.spreadSeconds ?? 0),
		known: marks(place.length, (r) => of[place[r] ?? 0]?.known === true),
	};
	return {
		...{ left, right: reordered(raw, place, { at, day }), place, scatter, clocks },
		skew: floats(place.length, (r) => skew[place[r] ?? 0] ?? 0),
		hits: { left: hits.left, right: hits.right.map((r) => rank[r] ?? 0) },
	};
}

function noted(row: ClockedRow, clocked: { clock: string; day: BusinessDay; offset: OffsetMinutes }[]): ClockedRow {
	clocked.push({ clock: row.clock, day: row.day, offset: row.offset });
	return row;
}

/** A date may be wrong by as many days as a receipt may be late, and a half for the clock. */
const DAY_SECONDS = 86_400;
const HALF_DAY_SECONDS = 43_200;

function estimated(sides: Sides, rows: readonly Clocked[], days: number): Clocks {
	const all = estimateClocks(sides, rows, days * DAY_SECONDS + HALF_DAY_SECONDS);
	// By clock, then by day: to join both to one key would cost more than to look it up.
	const known = new Map<string, Map<string, ClockDay>>();
	for (const one of all) daysOf(known, one.clock).set(one.day, one);
	return {
		all,
		of: (clock, day) => {
			const days = daysOf(known, clock);
			const before = days.get(day);
			if (before) return before;
			const made = nearestClock(clock, day, all);
			days.set(day, made);
			return made;
		},
	};
}

function daysOf(known: Map<string, Map<string, ClockDay>>, clock: string): Map<string, ClockDay> {
	const before = known.get(clock);
	if (before) return before;
	const made = new Map<string, ClockDay>();
	known.set(clock, made);
	return made;
}

function skewOf(clock: ClockDay | undefined, at: Instant): number {
	return clock ? skewAt(clock, at) : 0;
}
