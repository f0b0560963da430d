import type { Clock } from '../../src/commands/ports.ts';
import type { Instant, OffsetMinutes } from '../../src/domain/time.ts';
import { NOON } from './ledger-fixture.ts';

export type FakeClock = Clock & {
	/** Lets time pass; also backwards, as a tablet's clock may. */
	readonly pass: (ms: number) => void;
	readonly set: (at: Instant, offset?: OffsetMinutes) => void;
	readonly doubt: (suspect: boolean) => void;
};

/** A clock that stands still until it is told otherwise; noon in Shanghai to begin with. */
export function fakeClock(at: Instant = NOON, offset: OffsetMinutes = 480): FakeClock {
	const state = { at, offset, suspect: false };
	return {
		now: () => ({ at: state.at, offset: state.offset }),
		suspect: () => state.suspect,
		pass: (ms) => {
			state.at += ms;
		},
		set: (to, zone = state.offset) => {
			state.at = to;
			state.offset = zone;
		},
		doubt: (suspect) => {
			state.suspect = suspect;
		},
	};
}
