import { describe, expect, it } from 'vitest';
import { at, compareRows, receipt, sale } from '../../../support/matching-rows.ts';

/** What is read off receipts about their clock, worked out by hand. */
const MINUTE = 60_000;
const amounts = (k: number) => `${31 + k * 3}.${10 + k}`;

type Clock = { readonly clock?: string; readonly day?: number; readonly offs: readonly number[]; readonly amount?: (k: number) => string };

/** Pairs an awkward time apart, each receipt so many seconds ahead of its sale. */
function clocksOf(...clocks: readonly Clock[]) {
	const rows = clocks.flatMap(({ clock = 'T1', day = 20, offs, amount = amounts }, n) =>
		offs.map((seconds, k) => {
			const time = at(`2026-11-${day}T10:00:00+08:00`) + (k * 7 + (k % 3)) * MINUTE;
			const id = `${n}-${String(k).padStart(2, '0')}`;
			const booked = { ...sale(`s${id}`, '12:00', amount(k), { terminalId: clock, day: `2026-11-${day}` }), at: time };
			return { booked, charged: { ...receipt(`r${id}`, '12:00', amount(k), { terminalId: clock }), at: time + seconds * 1_000 } };
		}),
	);
	return compareRows({ sales: rows.map(({ booked }) => booked), receipts: rows.map(({ charged }) => charged) });
}
const told = (...clocks: readonly Clock[]) =>
	clocksOf(...clocks).clocks.map(({ clock, skewSeconds, spreadSeconds, anchors }) => `${clock} ${skewSeconds}±${spreadSeconds} (${anchors})`);
/** Half of the payments are no further off than `middle`; four usual ones of 25 s are mixed in. */
const spread = (middle: number, count: number) => Math.min(150, Math.max(8, Math.round((middle * 1.25 * count + 25 * 4) / (count + 4))));
const same = (count: number, seconds: number) => Array.from({ length: count }, () => seconds);

describe('a clock is read off', () => {
	it('the middle of its differences, and how far half of them are off', () => {
		expect(told({ offs: [40, 50, 60, 70, 80, 90, 100] })).toEqual([`T1 2026-11-20 70±${spread(20, 7)} (7)`]);
		expect(told({ offs: same(12, -45) })).toEqual([`T1 2026-11-20 -45±${spread(0, 12)} (12)`]);
	});

	it('three payments, and no fewer', () => {
		expect(told({ offs: [60, 60, 60] })).toEqual([`T1 2026-11-20 60±${spread(0, 3)} (3)`]);
		expect(told({ offs: [60, 60] })).toEqual(['T1 2026-11-20 0±90 (0)']);
	});

	it('those within ten minutes of it, and not those beyond', () => {
		expect(told({ offs: [...same(8, 30), 630] })[0]).toContain('(9)');
		expect(told({ offs: [...same(8, 30), 631] })[0]).toContain('(8)');
	});

	it('many hours off only where many say so', () => {
		const hours = 5 * 3_600;
		expect(told({ offs: same(8, hours) })).toEqual([`T1 2026-11-20 ${hours}±8 (8)`]);
		expect(told({ offs: [...same(4, 0), ...same(3, hours)] })[0]).toContain(' 0±');
	});

	it('rather the smaller of two that equal amounts at equal distances suggest', () => {
		const price = () => '18.00';
		const rows = Array.from({ length: 10 }, (_, k) => k);
		const outcome = compareRows({
			sales: rows.map((k) => ({ ...sale(`s${k}`, '12:00', price()), at: at('10:00') + k * 5 * MINUTE })),
			receipts: rows.map((k) => ({ ...receipt(`r${k}`, '12:00', price()), at: at('10:00') + k * 5 * MINUTE + 10_000 })),
		});
		expect(outcome.clocks[0]?.skewSeconds).toBe(10);
	});

	it('the one that clearly more payments speak for, where they disagree', () => {
		/** `near` payments at once and `far` ones `seconds` later, one of each in turn. */
		const mixed = (near: number, far: number, seconds: number) => {
			const offs = Array.from({ length: near + far }, (_, k) =>
				Math.floor(((k + 1) * far) / (near + far)) > Math.floor((k * far) / (near + far)) ? seconds : 0,
			);
			return told({ offs });
		};
		// Beyond a quarter of an hour half as many more, and three more.
		expect(mixed(10, 14, 1_000)).toEqual([`T1 2026-11-20 0±${spread(0, 10)} (10)`]);
		expect(mixed(10, 16, 1_000)).toEqual([`T1 2026-11-20 1000±${spread(0, 16)} (16)`]);
		expect(mixed(3, 5, 1_000)).toEqual([`T1 2026-11-20 0±${spread(0, 3)} (3)`]);
		expect(mixed(3, 6, 1_000)).toEqual([`T1 2026-11-20 1000±${spread(0, 6)} (6)`]);
		// Within it the smaller one unless a quarter more say otherwise.
		expect(mixed(9, 10, 700)).toEqual([`T1 2026-11-20 0±${spread(0, 9)} (9)`]);
		expect(mixed(9, 12, 700)).toEqual([`T1 2026-11-20 700±${spread(0, 12)} (12)`]);
	});

	it('payments, each of which speaks once, however many of its keys agree', () => {
		const keys = { rrn: '612345678901', authCode: 'A7K2Q9', traceNo: '004711', last4: '4455' };
		const keyed = (count: number) => {
			const rows = Array.from({ length: count }, (_, k) => {
				const own = { rrn: `61234567890${k}`, authCode: `A7K2Q${k}`, traceNo: `00471${k}` };
				const time = at('10:00') + k * 40 * MINUTE;
				const booked = { ...sale(`s${k}`, '12:00', amounts(k), { keys: { ...keys, ...own } }), at: time };
				return { booked, charged: { ...receipt(`r${k}`, '12:00', amounts(k), { ...keys, ...own }), at: time + 400_000 } };
			});
			const outcome = compareRows({ sales: rows.map(({ booked }) => booked), receipts: rows.map(({ charged }) => charged) });
			return outcome.clocks.map(({ skewSeconds, anchors }) => `${skewSeconds} (${anchors})`);
		};
		expect(keyed(1)).toEqual(['0 (0)']);
		expect(keyed(2)).toEqual(['0 (0)']);
		expect(keyed(3)).toEqual(['400 (3)']);
	});

	it('the terminals one after the other by name', () => {
		const clocks = ['T2', 'T1', 'T3'].map((clock, n) => ({ clock, offs: same(4, 30 * n), amount: (k: number) => `${100 * n + 50 + k * 7}.00` }));
		expect(told(...clocks).map((one) => one.slice(0, 2))).toEqual(['T1', 'T2', 'T3']);
	});

	it('what was voided in the ledger too, but not what failed at the terminal', () => {
		const failed = clocksOf({ offs: same(6, 50) });
		expect(failed.clocks[0]?.anchors).toBe(6);
		const rows = same(6, 50).map((seconds, k) => {
			const time = at('10:00') + k * 11 * MINUTE;
			return {
				booked: { ...sale(`s${k}`, '12:00', amounts(k)), at: time },
				charged: { ...receipt(`r${k}`, '12:00', amounts(k), { status: 'failed' }), at: time + seconds * 1_000 },
			};
		});
		const outcome = compareRows({ sales: rows.map(({ booked }) => booked), receipts: rows.map(({ charged }) => charged) });
		expect(outcome.clocks[0]?.anchors ?? 0).toBe(0);
	});
});

describe('a clock of which too little is seen', () => {
	const own = (day: number): Clock => ({ day, offs: [500] });
	const solid = (day: number, seconds: number): Clock => ({ day, offs: same(8, seconds) });
	const ofDay = (day: number, ...clocks: readonly Clock[]) => told(...clocks).find((one) => one.startsWith(`T1 2026-11-${day}`));

	it('follows its nearest day, with twice the spread', () => {
		expect(ofDay(20, own(20), solid(21, 120))).toBe('T1 2026-11-20 120±16 (0)');
		expect(ofDay(20, own(20), solid(18, 70), solid(21, 120))).toBe('T1 2026-11-20 120±16 (0)');
		expect(ofDay(20, own(20), solid(19, 70), solid(22, 120))).toBe('T1 2026-11-20 70±16 (0)');
	});

	it('follows the earlier of two days as near', () => {
		expect(ofDay(20, own(20), solid(19, 70), solid(21, 120))).toBe('T1 2026-11-20 70±16 (0)');
	});

	it('follows no day more than three days away', () => {
		expect(ofDay(20, own(20), solid(23, 120))).toBe('T1 2026-11-20 120±16 (0)');
		expect(ofDay(20, own(20), solid(24, 120))).toBe('T1 2026-11-20 0±90 (0)');
	});

	it('follows the middle of the other clocks of the day, if none of its own days is there', () => {
		const other = (clock: string, seconds: number): Clock => ({ clock, offs: same(8, seconds), amount: (k) => `${seconds + 200 + k * 7}.00` });
		expect(ofDay(20, own(20), other('T2', 90), other('T3', 30), other('T4', 60))).toBe('T1 2026-11-20 60±150 (0)');
		expect(ofDay(20, own(20), other('T2', 901))).toBe('T1 2026-11-20 0±90 (0)');
		expect(ofDay(20, own(20), other('T2', 900))).toBe('T1 2026-11-20 900±150 (0)');
	});
});

describe('a clock that was set during the day', () => {
	/** `before` payments by the first time, then `after` by the second. */
	const set = (before: number, after: number, by = 1_200) => told({ offs: [...same(before, 20), ...same(after, 20 + by)] });

	it('is told twice, with the payments of both', () => {
		expect(set(12, 12)).toEqual(['T1 2026-11-20 20±8 (24)', 'T1 2026-11-20 → 1220±8 (24)']);
		expect(set(20, 9, -1_200)).toEqual(['T1 2026-11-20 20±8 (29)', 'T1 2026-11-20 → -1180±8 (29)']);
		expect(set(9, 20)).toEqual(['T1 2026-11-20 20±8 (29)', 'T1 2026-11-20 → 1220±8 (29)']);
	});

	it('needs eight payments on either side', () => {
		expect(set(12, 8)).toHaveLength(2);
		expect(set(8, 12)).toHaveLength(2);
		expect(set(12, 7)).toHaveLength(1);
		expect(set(7, 12)).toHaveLength(1);
	});

	it('needs four minutes', () => {
		expect(set(12, 12, 240)).toHaveLength(2);
		expect(set(12, 12, 239)).toHaveLength(1);
		expect(set(12, 12, -240)).toHaveLength(2);
		expect(set(12, 12, -239)).toHaveLength(1);
	});

	it('may have an eighth of its payments on the wrong side, and not more', () => {
		const astray = (count: number) => told({ offs: [...same(12, 20).map((off, k) => (k >= 5 && k < 5 + count ? 1_220 : off)), ...same(12, 1_220)] });
		expect(astray(2)).toHaveLength(2);
		expect(astray(3)).toHaveLength(1);
	});

	it('is set half-way between the payments around', () => {
		const outcome = clocksOf({ offs: [...same(12, 20), ...same(12, 1_220)] });
		const seconds = outcome.matches.map((match) => match.evidence.find(({ field }) => field === 'time')?.facts);
		expect(seconds).toHaveLength(24);
		for (const facts of seconds) expect(facts?.seconds).toBe(0);
		expect(seconds.map((facts) => facts?.clockSeconds)).toEqual([...same(12, 20), ...same(12, 1_220)]);
	});
});

describe('a clock that drifts', () => {
	const drift = (count: number, perPayment: number) => clocksOf({ offs: Array.from({ length: count }, (_, k) => Math.round(k * perPayment)) });
	const corrected = (outcome: ReturnType<typeof drift>) =>
		new Set(outcome.matches.map((match) => match.evidence.find(({ field }) => field === 'time')?.facts?.clockSeconds)).size > 1;

	it('is followed from two dozen payments on', () => {
		expect(corrected(drift(24, 5))).toBe(true);
		expect(corrected(drift(23, 5))).toBe(false);
	});

	it('is followed from twelve seconds over the day on', () => {
		const steps = (...seconds: readonly number[]) => corrected(clocksOf({ offs: seconds.flatMap((one) => same(8, one)) }));
		expect([steps(0, 6, 12), steps(0, 5, 11), steps(12, 6, 0), steps(11, 6, 0)]).toEqual([true, false, true, false]);
	});

	it('is followed forwards and backwards, to a few seconds', () => {
		for (const by of [5, -5]) {
			const outcome = drift(30, by);
			expect(outcome.clocks[0]?.spreadSeconds).toBe(8);
			for (const match of outcome.matches) expect(match.evidence.find(({ field }) => field === 'time')?.facts?.seconds).toBeLessThanOrEqual(6);
		}
	});

	it('is not read off a few seconds', () => {
		expect(corrected(drift(30, 0.5))).toBe(false);
		expect(corrected(drift(30, 0))).toBe(false);
	});
});
