import type { Clock } from '../../commands/ports.ts';
import { type Instant, MINUTE_MS, SECOND_MS } from '../../domain/time.ts';

/** What the clock is read from; the browser's own by default. */
export type TimeSource = { readonly wall: () => Instant; readonly monotonicMs: () => number; readonly offsetMinutes: () => number };

/** A jump of the wall clock against the monotonic one by more than this is doubtful. */
const JUMP_MS = 2 * MINUTE_MS;
/** No tablet's clock is right before this program was written. */
const EARLIEST: Instant = Date.UTC(2026, 10, 1);

export type WatchedClock = Clock & {
	/** Tells the time of the newest entry: a clock behind it is doubtful. */
	readonly sawEntry: (at: Instant) => void;
	/** Tells the hub's time, as an estimate of how wrong the tablet is. */
	readonly sawHub: (at: Instant) => void;
};

const BROWSER: TimeSource = { wall: () => Date.now(), monotonicMs: () => performance.now(), offsetMinutes: () => -new Date().getTimezoneOffset() };

/** The tablet's clock, watched for jumps. A doubtful clock marks sales; it never refuses one. */
export function watchClock(source: TimeSource = BROWSER): WatchedClock {
	const startWall = source.wall();
	const startMonotonic = source.monotonicMs();
	let newestEntry = 0;
	let hubAhead = 0;
	return {
		now: () => ({ at: source.wall(), offset: source.offsetMinutes() }),
		suspect: () => {
			const wall = source.wall();
			const drift = wall - startWall - (source.monotonicMs() - startMonotonic);
			return wall < EARLIEST || wall < newestEntry - 5 * SECOND_MS || Math.abs(drift) > JUMP_MS || Math.abs(hubAhead) > JUMP_MS;
		},
		sawEntry: (at) => {
			newestEntry = Math.max(newestEntry, at);
		},
		sawHub: (at) => {
			hubAhead = at - source.wall();
		},
	};
}
