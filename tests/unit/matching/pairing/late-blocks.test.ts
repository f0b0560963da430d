import { describe, expect, it } from 'vitest';
import { at, compareRows, covering, gapsOf, receipt, sale } from '../../../support/matching-rows.ts';

const MINUTE = 60_000;
const RATE_SECONDS = 3 * 3_600;
const PRICES = [18, 22, 18, 31, 22, 18, 45, 31];

type Outage = {
	readonly count: number;
	/** When the first receipt comes, in minutes after the first sale. */
	readonly after: number;
	/** Between the receipts; null keeps the distances of the sales, to a few seconds. */
	readonly everySeconds?: number;
	/** Sales whose receipt came at once. */
	readonly found?: readonly number[];
	/** Receipts whose amount is no sale’s. */
	readonly strange?: readonly number[];
	readonly terminals?: readonly [ofSales: string | null, ofReceipts: string | null];
};

/** A morning in order, then from noon a sale every three minutes whose receipts come together. */
function outage({ count, after, everySeconds, found = [], strange = [], terminals = ['T1', 'T1'] }: Outage) {
	const morning = Array.from({ length: 20 }, (_, k) => at('08:00') + k * 7 * MINUTE);
	const noon = Array.from({ length: count }, (_, k) => at('12:00') + k * 3 * MINUTE);
	const price = (k: number) => `${found.includes(k) ? 200 + k : PRICES[k]}.00`;
	const arrival = (k: number, time: number) => {
		if (found.includes(k)) return time;
		return everySeconds === undefined ? time + after * MINUTE + (k % 5) * 1_000 : at('12:00') + after * MINUTE + k * everySeconds * 1_000;
	};
	const receipts = noon.map((time, k) => ({
		...receipt(`r${k}`, '12:00', strange.includes(k) ? `${300 + k}.00` : price(k), { terminalId: terminals[1] }),
		at: arrival(k, time),
	}));
	return compareRows({
		coverage: [covering('terminal', ['2026-11-15', '2026-11-26'])],
		now: at('2026-11-29T12:00:00+08:00'),
		sales: [
			...morning.map((time, k) => ({ ...sale(`m${k}`, '12:00', `${60 + k}.00`), at: time })),
			...noon.map((time, k) => ({ ...sale(`s${k}`, '12:00', price(k), { terminalId: terminals[0] }), at: time })),
		],
		receipts: [...morning.map((time, k) => ({ ...receipt(`n${k}`, '12:00', `${60 + k}.00`), at: time })), ...receipts],
	});
}

/** What the time of the pairs of noon weighs, in thousandths of a bit; one number where they agree. */
function timeBits(outcome: ReturnType<typeof outage>): number[] {
	const noon = outcome.matches.filter((match) => match.sales[0]?.startsWith('s') && match.band !== 'review');
	return [...new Set(noon.map((match) => match.evidence.find(({ field }) => field === 'time')?.milliBits ?? 0))];
}

/** Seven tenths of such receipts within the window, against any of `count` payments around. */
const expected = (windowSeconds: number, count: number) => Math.round(Math.log2((0.7 / windowSeconds) * (RATE_SECONDS / count)) * 1_000);

describe('receipts that kept their distances', () => {
	it.each([
		// Half a minute and a bit, and four times the middle of how far they are off, on either side.
		[5, 2 * (35 + 4 * 1)],
		[6, 2 * (35 + 4 * 2)],
		[7, 2 * (35 + 4 * 1)],
	])('are looked for where all %i are late by the same, in a window of %i s', (count, width) => {
		const outcome = outage({ count, after: 120 });
		const bits = timeBits(outcome);
		expect(bits).toHaveLength(1);
		expect(Math.abs((bits[0] ?? 0) - expected(width, count))).toBeLessThanOrEqual(3);
		expect(outcome.matches.filter(({ sales, receipts }) => sales[0] === receipts[0]?.replace('r', 's'))).toHaveLength(count);
	});

	it('are found for sales without a terminal, but not for those of another', () => {
		expect(timeBits(outage({ count: 6, after: 120, terminals: [null, 'T1'] }))).toEqual(timeBits(outage({ count: 6, after: 120 })));
		expect(timeBits(outage({ count: 6, after: 120, terminals: ['T2', 'T1'] }))).not.toEqual(timeBits(outage({ count: 6, after: 120 })));
	});

	it('are a block from six minutes on', () => {
		const near = timeBits(outage({ count: 6, after: 5 }));
		expect(near).not.toEqual([expected(86, 6)]);
	});
});

describe('receipts that came in one go', () => {
	/** From a minute before the least to a minute after the most that any of them can be late. */
	const width = (count: number, everySeconds: number) => (count - 1) * (180 + everySeconds) + 120;

	it.each([
		[4, 150, 8],
		[6, 150, 8],
		[6, 26 * 60, 8],
		[5, 240, 20],
	])('are looked for where a run of %i follows a run of sales by %i minutes, %i s apart', (count, after, everySeconds) => {
		const outcome = outage({ count, after, everySeconds });
		const bits = timeBits(outcome);
		expect(bits).toHaveLength(1);
		expect(Math.abs((bits[0] ?? 0) - expected(width(count, everySeconds), count))).toBeLessThanOrEqual(3);
		expect(gapsOf(outcome)).toEqual([]);
	});

	it('are no block of three', () => {
		for (const bits of timeBits(outage({ count: 3, after: 150, everySeconds: 8 }))) expect(bits).toBeLessThan(-9_000);
	});

	it('may have one sale in between that was found at once, and not two', () => {
		const late = (found: readonly number[]) => timeBits(outage({ count: 8, after: 150, everySeconds: 8, found })).some((bits) => bits > -3_000 && bits < 3_000);
		expect(late([3])).toBe(true);
		expect(late([1, 3, 5])).toBe(false);
	});

	it('may hold some that are of no sale, as long as six of ten are', () => {
		const late = (strange: readonly number[]) => timeBits(outage({ count: 8, after: 150, everySeconds: 8, strange })).some((bits) => bits > -3_000);
		expect(late([1, 4, 6])).toBe(true);
		expect(late([1, 3, 4, 6])).toBe(false);
	});

	it('come after their sales, and no later than the rules allow', () => {
		const late = (after: number) => gapsOf(outage({ count: 6, after, everySeconds: 8 })).length === 0;
		expect(late(3 * 24 * 60)).toBe(true);
		expect(late(3 * 24 * 60 + 1)).toBe(false);
		expect(late(-60)).toBe(false);
	});
});
