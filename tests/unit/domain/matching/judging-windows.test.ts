import { describe, expect, test } from 'vitest';
import { judgingWindows } from '../../../../src/domain/matching/judging-windows.ts';
import { addDays, daysBetween } from '../../../../src/domain/time.ts';

describe('windows of days to judge', () => {
	test('nothing dirty, nothing to judge', () => {
		expect(judgingWindows([], 3)).toEqual([]);
	});

	test('near days share a window, in whatever order they come', () => {
		const [window, ...others] = judgingWindows(['2026-11-25', '2026-11-20', '2026-11-20'], 3);
		expect(others).toEqual([]);
		expect(window?.dirty).toEqual(['2026-11-20', '2026-11-25']);
		expect(window?.resultDays).toEqual(daysBetween('2026-11-17', '2026-11-28'));
		expect(window?.factDays).toEqual(daysBetween('2026-11-14', '2026-12-01'));
	});

	test('a year of dirty days is cut into windows of at most two weeks', () => {
		const year = daysBetween('2026-01-01', '2026-12-31');
		const windows = judgingWindows(year, 3);
		expect(windows.flatMap((window) => window.dirty)).toEqual(year);
		for (const { dirty, factDays } of windows) {
			expect(dirty.length).toBeLessThanOrEqual(14);
			expect(factDays.length).toBeLessThanOrEqual(14 + 12);
		}
	});

	test('the dirt of a day is cleared only by the window that judges its neighbours too', () => {
		const year = daysBetween('2026-01-01', '2026-03-01');
		const windows = judgingWindows(year, 3);
		for (const window of windows) {
			const foreign = new Set(windows.filter((other) => other !== window).flatMap((other) => other.dirty));
			expect(window.resultDays.filter((day) => foreign.has(day))).toEqual([]);
			for (const day of window.dirty) {
				for (const near of daysBetween(addDays(day, -3), addDays(day, 3))) expect(window.resultDays.includes(near) || foreign.has(near)).toBe(true);
			}
		}
	});
});
