import { type ClockDay, estimateClocks, nearestClock } from './clocks.ts';
import { keyHits } from './key-hits.ts';
import type { Scatter } from './model.ts';
import { type Side, type SideRow, sideOf, type Words, words } from './side.ts';

/** How each clock of the right side runs against the left side's, by day. */
export type Clocks = { readonly all: readonly ClockDay[]; readonly of: (clock: string, day: string) => ClockDay };

/** A row whose clock is named; `moved` gives the row as it would stand at another time (its day may change). */
export type ClockedRow = SideRow & { readonly clock: string; readonly moved: (at: number) => SideRow };

/** Estimates the clocks of `rightRows` against `leftRows` (both in canonical order). */
export function findClocks(leftRows: readonly SideRow[], rightRows: readonly ClockedRow[], days: number): Clocks {
	const vocabulary = words();
	const left = sideOf(leftRows, vocabulary);
	const right = sideOf(rightRows, vocabulary);
	const hits = keyHits(left, right, days);
	const all = estimateClocks(
		left,
		right,
		rightRows.map((row) => row.clock),
		(r) => rightRows[r]?.day ?? '',
		hits,
	);
	const byName = new Map(all.map((one) => [`${one.day} ${one.clock}`, one]));
	return { all, of: (clock, day) => byName.get(`${day} ${clock}`) ?? nearestClock(clock, day, all) };
}

/** The right side as it would stand by the left side's clock, in its new order. `place[r]` is the row's place in `rightRows`. */
export type Corrected = { readonly right: Side; readonly place: Int32Array; readonly scatter: Scatter };

export function correctClocks(rightRows: readonly ClockedRow[], clocks: Clocks, vocabulary: Words): Corrected {
	const moved = rightRows.map((row, place) => {
		const clock = clocks.of(row.clock, row.day);
		return { row: clock.skewMs === 0 ? row : row.moved(row.at - clock.skewMs), clock, place };
	});
	moved.sort((a, b) => a.row.at - b.row.at || (a.row.id < b.row.id ? -1 : a.row.id > b.row.id ? 1 : 0));
	return {
		right: sideOf(
			moved.map(({ row }) => row),
			vocabulary,
		),
		place: Int32Array.from(moved, ({ place }) => place),
		scatter: { spread: Float64Array.from(moved, ({ clock }) => clock.spreadSeconds), known: Uint8Array.from(moved, ({ clock }) => (clock.known ? 1 : 0)) },
	};
}
