import { describe, expect, test } from 'vitest';
import { watchClock } from '../../../../src/app/platform/clock.ts';
import { uuidV7 } from '../../../../src/app/platform/ids.ts';

const NOON = Date.UTC(2026, 10, 20, 4);

function clockAt(start: number) {
	const time = { wall: start, monotonic: 1_000 };
	const clock = watchClock({ wall: () => time.wall, monotonicMs: () => time.monotonic, offsetMinutes: () => 480 });
	const pass = (ms: number) => {
		time.wall += ms;
		time.monotonic += ms;
	};
	return { clock, time, pass };
}

describe('the watched clock', () => {
	test('tells the wall clock with its offset', () => {
		expect(clockAt(NOON).clock.now()).toEqual({ at: NOON, offset: 480 });
	});

	test('is trusted while wall and monotonic time agree', () => {
		const { clock, pass } = clockAt(NOON);
		pass(8 * 3_600_000);
		expect(clock.suspect()).toBe(false);
	});

	test.each([
		['jumps ahead', (t: { wall: number }) => (t.wall += 3_600_000)],
		['jumps back', (t: { wall: number }) => (t.wall -= 3_600_000)],
		['stands in 1970', (t: { wall: number }) => (t.wall = 0)],
	])('is doubtful when it %s', (_, change) => {
		const { clock, time } = clockAt(NOON);
		change(time);
		expect(clock.suspect()).toBe(true);
	});

	test('is doubtful behind the newest entry, or far from the hub', () => {
		const behind = clockAt(NOON);
		behind.clock.sawEntry(NOON + 60_000);
		expect(behind.clock.suspect()).toBe(true);
		const off = clockAt(NOON);
		off.clock.sawHub(NOON + 600_000);
		expect(off.clock.suspect()).toBe(true);
		off.clock.sawHub(NOON + 1_000);
		expect(off.clock.suspect()).toBe(false);
	});
});

describe('ids', () => {
	test('are UUIDs of version 7 that begin with their time', () => {
		const id = uuidV7(0x018f_1234_5678, new Uint8Array([255, 1, 2, 3, 4, 5, 6, 7, 8, 9]));
		expect(id).toMatch(/^018f1234-5678-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
		expect(id).toHaveLength(36);
	});
});
