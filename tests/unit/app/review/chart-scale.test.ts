import { describe, expect, test } from 'vitest';
import { barScales, CHART_WIDTH, outagePlace } from '../../../../src/app/screens/review/chart-scale.ts';
import { HOUR_MS, MINUTE_MS } from '../../../../src/domain/time.ts';
import { MIDNIGHT } from '../../../support/noodle-day.ts';

const HOURS = [10, 11, 12, 13];
const STEP = CHART_WIDTH / HOURS.length;
const place = (fromHour: number, minutes: number) => {
	const from = MIDNIGHT + fromHour * HOUR_MS;
	return outagePlace({ from, to: from + minutes * MINUTE_MS }, HOURS, 480);
};

describe('the picture of the hours', () => {
	test('gives bars side by side within the width, as high as their count', () => {
		const { x, y } = barScales(['10', '11', '12'], 40, 80);
		const lefts = ['10', '11', '12'].map((name) => x(name) ?? -1);
		expect(lefts.every((left, index) => left >= 0 && left + x.bandwidth() <= (lefts[index + 1] ?? CHART_WIDTH))).toBe(true);
		expect([0, 20, 40].map((count) => y(count))).toEqual([0, 40, 80]);
	});

	test('survives a day without a sale', () => {
		expect(barScales(['10'], 0, 80).y(0)).toBe(0);
	});

	test('puts an outage under the time at which it was', () => {
		expect(place(12, 30)).toEqual({ x: 2 * STEP, width: STEP / 2 });
		expect(place(11.5, 60)).toEqual({ x: 1.5 * STEP, width: STEP });
	});

	test('keeps a short outage visible and a long one inside the picture', () => {
		expect(place(10, 1)?.width).toBe(6);
		expect(place(13, 600)).toEqual({ x: 3 * STEP, width: STEP });
	});

	test('leaves out what lies beside the hours shown', () => {
		expect(place(20, 60)).toBeNull();
		expect(outagePlace({ from: MIDNIGHT, to: MIDNIGHT + 1 }, [], 480)).toBeNull();
	});
});
