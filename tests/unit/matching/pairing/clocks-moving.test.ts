import { describe, expect, it } from 'vitest';
import { reconcile } from '../../../../src/domain/matching/reconcile.ts';
import { businessDayOf } from '../../../../src/domain/time.ts';
import { compareInput, covering, matchesOf, receipt, sale } from '../../../support/matching-rows.ts';
import { seeded } from '../../../support/random.ts';

const MINUTE = 60_000;

/** A day of 60 payments, each logged within half a minute, on a terminal whose clock shows `ahead` seconds more. */
function dayWith(ahead: (hour: number) => number, change: { readonly trace?: boolean; readonly posted?: (k: number) => number } = {}) {
	const random = seeded(11);
	const sales = Array.from({ length: 60 }, (_, k) => sale(`s${k}`, '10:00', `${10 + random.below(120)}.00`)).map((row, k) => {
		const at = row.at + k * 11 * MINUTE;
		return { ...row, at, day: businessDayOf({ at, offset: 480 }, 240) };
	});
	const receipts = sales.map((row, k) => {
		const shown = row.at + (random.below(24) - 12) * 1_000 + 1_000 * Math.round(ahead(10 + (k * 11) / 60)) + MINUTE * (change.posted?.(k) ?? 0);
		return { ...receipt(`r${k}`, '10:00', '1.00', change.trace ? { traceNo: String(700 + k).padStart(6, '0') } : {}), at: shown, amountMinor: row.amountMinor };
	});
	return { ...compareInput(), coverage: [covering('terminal', ['2026-11-14', '2026-11-27'])], sales, receipts };
}

const right = (input: ReturnType<typeof dayWith>) => matchesOf(reconcile(input)).filter((pair) => /^s(\d+) = r\1$/.test(pair)).length;

describe('a clock', () => {
	it.each([-3, -1, 1, 2, 3])('with a date wrong by %i days is found', (days) => {
		const input = dayWith(() => days * 86_400 + 70);
		expect(right(input)).toBeGreaterThanOrEqual(58);
		const skews = reconcile(input).clocks.filter((one) => one.anchors > 10);
		expect(skews.length).toBeGreaterThan(0);
		for (const one of skews) expect(Math.abs(one.skewSeconds - days * 86_400 - 70)).toBeLessThanOrEqual(12);
	});

	it.each([
		[1_500, 15],
		[-1_500, 15],
		[3_600, 13],
		[600, 16],
	])('that steps by %i s at %i o’clock is followed', (by, hour) => {
		const input = dayWith((now) => (now < hour ? 20 : 20 + by));
		expect(right(input)).toBeGreaterThanOrEqual(58);
		const told = reconcile(input).clocks.filter((one) => one.clock.includes('2026-11-20'));
		expect(told.map((one) => Math.round(one.skewSeconds / 60))).toEqual([0, Math.round((20 + by) / 60)]);
	});

	it('that steps by a minute or two is not taken to step', () => {
		expect(reconcile(dayWith((hour) => (hour < 15 ? 0 : 120))).clocks).toHaveLength(1);
	});

	it.each([400, -400])('that drifts by %i s over the day is followed', (drift) => {
		const input = dayWith((hour) => (drift * (hour - 10)) / 11);
		expect(right(input)).toBeGreaterThanOrEqual(58);
		const [one] = reconcile(input).clocks;
		expect(one?.spreadSeconds).toBeLessThan(25);
		const seconds = (id: string) =>
			Number(
				reconcile(input)
					.matches.find((match) => match.sales[0] === id)
					?.evidence.find(({ field }) => field === 'time')?.facts?.clockSeconds,
			);
		expect(Math.abs(seconds('s58') - seconds('s1') - drift * 0.95)).toBeLessThan(Math.abs(drift) * 0.25);
	});

	it('that is right is not said to drift or step', () => {
		const [one, ...more] = reconcile(dayWith(() => 0)).clocks;
		expect(more).toEqual([]);
		expect(Math.abs(one?.skewSeconds ?? 99)).toBeLessThanOrEqual(4);
	});
});

describe('a receipt posted late', () => {
	const LATE = new Set([7, 21, 22, 40]);
	const posted = (k: number) => (LATE.has(k) ? 300 + k : 0);

	it('finds its sale by the number that it was given when it was taken', () => {
		const outcome = reconcile(dayWith(() => 0, { trace: true, posted }));
		const pairs = matchesOf(outcome);
		for (const k of LATE) expect(pairs).toContain(`s${k} = r${k}`);
	});

	it('is not moved where numbers are given in no order', () => {
		const input = dayWith(() => 0, { trace: true });
		const random = seeded(3);
		const mixed = input.receipts.map((row) => ({ ...row, traceNo: random.digits(6) }));
		expect(matchesOf(reconcile({ ...input, receipts: mixed }))).toEqual(matchesOf(reconcile(dayWith(() => 0))));
	});
});
