import { describe, expect, test } from 'vitest';
import { asEntryId } from '../../src/domain/ids.ts';
import type { SourceEdit } from '../../src/domain/receipts/source-profiles/edits.ts';
import { checkEdit } from '../../src/domain/receipts/source-profiles/validate.ts';
import { CHINA_HOLIDAYS } from '../../src/domain/settlement/calendar/china-holidays.ts';
import { isWorkingDay, WEEKENDS } from '../../src/domain/settlement/calendar/working-days.ts';
import { payoutWindow } from '../../src/domain/settlement/payout-rules.ts';
import { shopSettlementRules } from '../../src/domain/settlement/shop-rules.ts';
import { at } from '../support/matching-rows.ts';
import { credit, settleRows, sold, states, wholeDays } from '../support/settlement-rows.ts';

const CN = { holidays: 'cn', closed: [] } as const;
const T = (days: number, calendar: { holidays: 'cn' | null; closed: readonly string[] } = CN) => ({
	days,
	basis: 'working' as const,
	atMinutes: 840,
	calendar,
});

describe('T+1 in China', () => {
	const CASES: readonly [settledOn: string, dueOn: string, why: string][] = [
		['2026-11-17', '2026-11-18', 'an ordinary Tuesday'],
		['2026-11-20', '2026-11-23', 'a Friday'],
		['2026-09-30', '2026-10-08', 'the day before the National Day of 2026: Thursday to Wednesday are free'],
		['2026-10-09', '2026-10-10', 'a Friday before a Saturday that is worked'],
		['2026-10-10', '2026-10-12', 'that Saturday itself'],
		['2026-09-19', '2026-09-20', 'a Saturday before a Sunday that is worked'],
		['2026-09-24', '2026-09-28', 'the day before Mid-Autumn'],
		['2026-02-13', '2026-02-14', 'a Friday before a Saturday that is worked, before the Spring Festival'],
		['2026-02-14', '2026-02-24', 'that Saturday: nine days are free'],
		['2026-02-18', '2026-02-24', 'in the middle of them'],
		['2026-05-08', '2026-05-09', 'before a Saturday worked for the Labour Day'],
		['2025-12-31', '2026-01-04', 'over the turn of the year: Sunday the 4th is worked'],
		['2025-01-27', '2025-02-05', 'the day before the Spring Festival of 2025'],
		['2025-09-30', '2025-10-09', 'the day before the eight days of October 2025'],
		['2025-09-27', '2025-09-28', 'a Saturday before a Sunday that is worked'],
		['2025-06-01', '2025-06-03', 'in the Dragon Boat days of 2025'],
	];
	test.each(CASES)('%s is due %s: %s', (settledOn, dueOn) => {
		expect(payoutWindow(settledOn, T(1)).dueOn).toBe(dueOn);
	});

	test('elsewhere only weekends are passed over', () => {
		expect(payoutWindow('2026-09-30', T(1, WEEKENDS)).dueOn).toBe('2026-10-01');
		expect(payoutWindow('2026-10-09', T(1, WEEKENDS)).dueOn).toBe('2026-10-12');
	});

	test("the shop's own days are passed over everywhere, even where they are worked otherwise", () => {
		expect(payoutWindow('2026-11-17', T(1, { holidays: 'cn', closed: ['2026-11-18', '2026-11-19'] })).dueOn).toBe('2026-11-20');
		expect(payoutWindow('2026-10-09', T(1, { holidays: 'cn', closed: ['2026-10-10'] })).dueOn).toBe('2026-10-12');
		expect(payoutWindow('2026-12-24', T(1, { holidays: null, closed: ['2026-12-25'] })).dueOn).toBe('2026-12-28');
	});

	test('D+1 counts every day, and what falls on one without banks waits for the next with them', () => {
		const calendar = { days: 1, basis: 'calendar' as const, atMinutes: 840, calendar: CN };
		expect(payoutWindow('2026-09-30', calendar)).toEqual({ expectedOn: '2026-10-01', dueOn: '2026-10-08' });
		expect(payoutWindow('2026-09-19', calendar)).toEqual({ expectedOn: '2026-09-20', dueOn: '2026-09-20' });
	});
});

test('what is announced adds up: so many days free, as many weekend days worked as week days were given', () => {
	for (const { year, free, worked } of CHINA_HOLIDAYS) {
		const dates = free.flatMap(([from, to]) => {
			const days: string[] = [];
			for (let day = Date.parse(from); day <= Date.parse(to); day += 86_400_000) days.push(new Date(day).toISOString().slice(0, 10));
			return days;
		});
		// 2025: 1 + 8 + 3 + 5 + 3 + 8; 2026: 3 + 9 + 3 + 5 + 3 + 3 + 7.
		expect(dates).toHaveLength(year === 2025 ? 28 : 33);
		expect(dates.every((day) => day.startsWith(`${year}-`) && !isWorkingDay(day, CN))).toBe(true);
		// A day that is worked in place of another is a weekend day.
		expect(worked.every((day) => !isWorkingDay(day, WEEKENDS) && isWorkingDay(day, CN))).toBe(true);
	}
});

describe('a payout over a holiday', () => {
	const days = ['2026-09-30', '2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04', '2026-10-05', '2026-10-06', '2026-10-07'];
	const receipts = days.map((day) => sold(day, '100.00', '0.60'));
	const judged = (now: string, change: Partial<Parameters<typeof settleRows>[0]> = {}) =>
		settleRows({ receipts, covered: [wholeDays('2026-09-28', '2026-10-09')], now: at(now), ...change });

	test('is awaited until the first working day, and only then missing', () => {
		expect(new Set(judged('2026-10-08T13:59:00+08:00').payouts.map(({ state }) => state))).toEqual(new Set(['awaiting']));
		expect(new Set(judged('2026-10-08T14:00:00+08:00').payouts.map(({ state }) => state))).toEqual(new Set(['missing']));
	});

	test('comes in one credit', () => {
		expect(states(judged('2026-10-09T12:00:00+08:00', { lines: [credit('2026-10-08', '795.20')] }))).toEqual(['30+01+02+03+04+05+06+07 received 1 0']);
	});

	test('is due day by day where the payer is not in China', () => {
		const abroad = days.map((day) => sold(day, '100.00', '0.60', { source: 'square-transactions', currency: 'USD' }));
		const [first] = judged('2026-10-02T17:00:00+08:00', { receipts: abroad }).payouts;
		expect(first).toMatchObject({ state: 'awaiting', dueAt: at('2026-10-02T18:00:00+08:00') });
	});
});

describe('a year that the table does not have', () => {
	test('goes by weekends, and says so', () => {
		const receipts = [sold('2027-02-05', '100.00', '0.60')];
		const found = settleRows({ receipts, covered: [wholeDays('2027-02-01', '2027-02-20')], now: at('2027-02-20T12:00:00+08:00') });
		expect(found.payouts[0]).toMatchObject({ state: 'missing', dueAt: at('2027-02-08T14:00:00+08:00') });
		expect(found.payouts[0]?.evidence).toContainEqual({ field: 'day', relation: 'holidays_unknown', facts: { years: '2027' } });
	});

	test('is said at the turn of the year, too, and never of a year that is known', () => {
		const said = (day: string, source = 'wechat-trade-bill') =>
			settleRows({ receipts: [sold(day, '100.00', '0.60', { source })] }).payouts[0]?.evidence.some(({ relation }) => relation === 'holidays_unknown');
		expect([said('2026-12-31'), said('2026-11-17'), said('2025-01-02')]).toEqual([true, false, false]);
		expect(said('2027-02-05', 'square-transactions')).toBe(false);
	});
});

describe("the shop's own days without payouts", () => {
	const edit = (value: readonly string[]): SourceEdit => ({
		...{ id: asEntryId('e1'), seq: 1, at: 0, offset: 480, actor: '', profile: 'wechat', from: '2026-11-01', undoneBy: null },
		...{ field: 'closedDays', value },
	});

	test('move the due time of that payer alone, and leave its way to pay as it is', () => {
		const rules = shopSettlementRules([edit(['2026-11-18'])], '2026-11-20');
		const receipts = [sold('2026-11-17', '100.00', '0.60'), sold('2026-11-17', '50.00', '0.30', { source: 'chinaums-tsv', tender: 'card' })];
		const due = settleRows({ receipts, rules }).payouts.map(({ batches, dueAt }) => [batches[0]?.source, new Date(dueAt).toISOString()]);
		expect(due).toEqual([
			['chinaums-tsv', '2026-11-18T06:00:00.000Z'],
			['wechat-trade-bill', '2026-11-19T06:00:00.000Z'],
		]);
	});

	test.each([
		[
			['2026-12-25', '2026-11-18', '2026-12-25'],
			['2026-11-18', '2026-12-25'],
		],
		[[], []],
		[['2026-02-30'], null],
		[['tomorrow'], null],
	] as const)('%j are written down as %j', (value, kept) => {
		const checked = checkEdit({ profile: 'wechat', field: 'closedDays', from: '2026-11-01', value });
		expect(checked.ok ? checked.value.value : null).toEqual(kept);
	});
});
