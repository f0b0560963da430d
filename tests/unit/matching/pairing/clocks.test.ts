import { describe, expect, it } from 'vitest';
import { reconcile } from '../../../../src/domain/matching/reconcile.ts';
import { compareRows, receipt, sale } from '../../../support/matching-rows.ts';
import { shopDays } from '../../../support/shop-days.ts';

describe('clocks', () => {
	it.each([0, 96, -75, 1_900, -4 * 3_600, 11 * 3_600])('of a terminal %i s ahead are found without keys', (seconds) => {
		const { input } = shopDays(5, {
			clockSkews: [seconds, 20],
			keys: { typed: 0, slip: 0, wrong: 0 },
			delay: { mean: 0, spread: 12, late: 0.03, lateMost: 600 },
		});
		const found = reconcile(input).clocks.filter((one) => one.clock.startsWith('T1') && one.anchors > 20);
		expect(found.length).toBeGreaterThan(0);
		for (const one of found) expect(Math.abs(one.skewSeconds - seconds)).toBeLessThanOrEqual(6);
	});

	it('of a handful of payments are not trusted', () => {
		const { clocks } = compareRows({ sales: [sale('s1', '12:00', '50.00')], receipts: [receipt('r1', '12:08', '50.00')] });
		expect(clocks).toEqual([{ clock: 'T1 2026-11-20', skewSeconds: 0, spreadSeconds: expect.any(Number), anchors: 0 }]);
	});

	it('of a quiet day follow the days around it', () => {
		const { input } = shopDays(6, { days: 3, perDay: 80, clockSkews: [300, 300], keys: { typed: 0, slip: 0, wrong: 0 } });
		const quiet = input.receipts.filter((row) => row.terminalId === 'T1' && row.at > Date.UTC(2026, 10, 2, 20) && row.at < Date.UTC(2026, 10, 3, 20)).slice(2);
		const left = new Set(quiet.map((row) => row.id));
		const { clocks } = reconcile({ ...input, receipts: input.receipts.filter((row) => !left.has(row.id)) });
		const day = clocks.find((one) => one.clock === 'T1 2026-11-03');
		expect(day?.anchors).toBe(0);
		expect(Math.abs((day?.skewSeconds ?? 0) - 292)).toBeLessThan(20);
	});
});
