import { describe, expect, it } from 'vitest';
import type { ReconcileInput } from '../../../../../src/domain/matching/rows.ts';
import { at, billed, compareRows, covering, gapsOf, receipt, sale } from '../../../../support/matching-rows.ts';

/** What a day shows besides a pair changes what the pair is worth. Expected values are worked out apart from the engine. */
const bits = (value: number) => Math.round(Math.log2(value) * 1_000);
const matchOf = (input: Partial<ReconcileInput>, id = 's1') => compareRows(input).matches.find((one) => one.sales.includes(id));
const weightOf = (input: Partial<ReconcileInput>, field: string, id = 's1') => matchOf(input, id)?.evidence.find((one) => one.field === field)?.milliBits;

function expectBits(actual: number | undefined, expected: number): void {
	expect(Math.abs((actual ?? Number.NaN) - expected), `${actual} for ${expected}`).toBeLessThanOrEqual(4);
}

const MINUTE = 60_000;
const student = (seconds: number, scale: number) => 2 / (Math.PI * Math.sqrt(3)) / scale / (1 + (seconds / scale) ** 2 / 3) ** 2;
const REST = 0.008 / (3 * 86_400 + 43_200);

/** A pair that a person confirmed, so that it is weighed whatever it is worth; nobody else is near. */
const confirmed = (logged: string, charged: string, more: Parameters<typeof receipt>[3] = {}) => ({
	sales: [sale('s1', '12:00', logged)],
	receipts: [receipt('r1', '12:00:20', charged, more)],
	decisions: { confirmed: [{ sales: ['s1'], receipts: ['r1'] }], rejected: [] },
});

describe('what an amount weighs that is not the same', () => {
	/** Of 24 amounts that may come next, this one. */
	const ANY = 1 / 24;

	it.each([
		['equal', '50.00', '50.00', (0.97 * (1 - 0.04)) / ANY],
		['with two digits swapped', '34.50', '43.50', 0.004 / 8 / ANY],
		['with the point shifted', '50.00', '5.00', 0.004 / 8 / ANY],
		['with a digit wrong', '168.00', '118.00', 0.004 / 60 / ANY],
		['another', '61.30', '52.17', 0.002],
		['a round sum less', '61.30', '42.30', 0.002 * 2],
		['a round sum more', '61.30', '86.30', 0.002],
		['up to half as much more', '21.00', '31.50', 0.002],
		['more than that', '21.00', '31.51', 0.002 * 0.2],
		['half', '61.00', '30.50', 0.002],
		['less than half', '61.00', '30.49', 0.002 * 0.2],
		['five times as much', '7.00', '35.00', 0.002 * 0.2],
		['more than five times as much', '7.00', '35.01', 0.002 * 0.08],
		['a fifth', '65.00', '13.00', 0.002 * 0.2],
		['less than a fifth', '65.00', '12.99', 0.002 * 0.08],
	] as const)('%s', (_, logged, charged, odds) => {
		expectBits(weightOf(confirmed(logged, charged), 'amount'), bits(odds));
	});

	it('without its tip is as rare as that amount is', () => {
		const rows = confirmed('50.00', '59.00', { tipMinor: 900 });
		expectBits(weightOf(rows, 'amount'), bits(0.97 / ANY));
		const other = receipt('r2', '12:30', '64.00', { tipMinor: 1_400 });
		// Two payments around, and the other one comes to 50.00 without its tip as well.
		expectBits(weightOf({ ...rows, receipts: [...rows.receipts, other] }, 'amount'), bits((0.97 * 2) / (1 + 2 * ANY)));
		expectBits(weightOf({ ...rows, receipts: [...rows.receipts, { ...other, tipMinor: 1_300 }] }, 'amount'), bits((0.97 * 2) / (2 * ANY)));
	});

	it('may be that of the payment before, within ten minutes on its terminal', () => {
		const before = (time: string, change: Parameters<typeof receipt>[3] = {}) => {
			const rows = confirmed('61.30', '52.17');
			return weightOf({ ...rows, receipts: [...rows.receipts, receipt('r0', time, '52.17', change)] }, 'amount');
		};
		const repeated = bits((0.001 * 2) / (1 + 2 * ANY));
		const other = bits(0.002);
		expect(repeated).toBeLessThan(other);
		expectBits(before('11:50:20'), other);
		const far = (time: string, change: Parameters<typeof receipt>[3] = {}) => {
			const rows = confirmed('7.00', '52.17');
			return weightOf({ ...rows, receipts: [...rows.receipts, receipt('r0', time, '52.17', change)] }, 'amount');
		};
		expectBits(far('11:50:20'), repeated);
		expectBits(far('11:50:19'), bits(0.002 * 0.08));
		expectBits(far('11:55', { terminalId: 'T2' }), bits(0.002 * 0.08));
		expectBits(far('11:55', { status: 'failed' }), bits(0.002 * 0.08));
	});
});

/** Twenty pairs of a morning, a week of minutes apart, by a clock that is right. */
function morning(change: (k: number) => { readonly seconds?: number; readonly tipMinor?: number } = () => ({})) {
	const times = Array.from({ length: 20 }, (_, k) => at('06:00') + k * 5 * MINUTE);
	return {
		sales: times.map((time, k) => ({ ...sale(`m${k}`, '12:00', `${60 + k}.00`), at: time })),
		receipts: times.map((time, k) => {
			const { seconds = 0, tipMinor = null } = change(k);
			return { ...receipt(`n${k}`, '12:00', `${60 + k}.00`, { tipMinor, amountMinor: (60 + k) * 100 + (tipMinor ?? 0) }), at: time + seconds * 1_000 };
		}),
	};
}

const withPair = ({ sales, receipts }: ReturnType<typeof morning>, seconds = 20) => ({
	sales: [...sales, sale('s1', '12:00', '50.00')],
	receipts: [...receipts, { ...receipt('r1', '12:00', '50.00'), at: at('12:00') + seconds * 1_000 }],
});

describe('what a day shows', () => {
	it('is how widely payments scatter around its clock, a usual spread mixed in', () => {
		const day = withPair(morning((k) => ({ seconds: (k % 5) * 10 })));
		// Differences of 0, 10, 20, 30 and 40 s, and 20 s: the middle is 20 s, half of them are ten or less off.
		const [clock] = compareRows(day).clocks;
		expect(clock).toMatchObject({ skewSeconds: 20, anchors: 21, spreadSeconds: Math.round((10 * 1.25 * 21 + 25 * 4) / 25) });
		const spread = clock?.spreadSeconds ?? 0;
		const broad = (0.06 * 40) / (40 + 21);
		expectBits(weightOf(day, 'time'), bits((student(0, spread) * (1 - broad - 0.008) + student(0, 300) * broad + REST) * 10_800));
		expectBits(
			weightOf(
				withPair(
					morning((k) => ({ seconds: (k % 5) * 10 })),
					60,
				),
				'time',
			),
			bits((student(40, spread) * (1 - broad - 0.008) + student(40, 300) * broad + REST) * 10_800),
		);
	});

	it.each([
		['at a minute and a half', 90, 0],
		['a second more', 91, 1],
	])('is how many are logged late: %s', (_, seconds, late) => {
		const day = withPair(morning((k) => (k === 7 ? { seconds } : {})));
		const spread = compareRows(day).clocks[0]?.spreadSeconds ?? 0;
		expect(spread).toBe(8);
		const broad = Math.max(0.03, (late + 0.06 * 40) / (40 + 21));
		expectBits(weightOf(day, 'time'), bits((student(20, spread) * (1 - broad - 0.008) + student(20, 300) * broad + REST) * 10_800));
	});

	it('is whether people tip, where some receipts say so', () => {
		const day = withPair(morning((k) => (k < 5 ? { tipMinor: 700 } : {})));
		// Fifteen of the morning and this one state no tip; a guess of one half weighs as much as eight.
		const share = (0.5 * 8) / (16 + 8);
		expectBits(weightOf(day, 'amount'), bits((0.97 * (1 - share)) / (1 / Math.max(24, 2 * 21))));
		const none = withPair(morning((k) => (k < 5 ? { tipMinor: 0 } : {})));
		expectBits(weightOf(none, 'amount'), bits((0.97 * (1 - (0.004 * 25) / (16 + 25))) / (1 / 42)));
	});

	it.each([
		['nothing', 0, 0],
		['sales without a receipt', 6, 0],
		['payments that nobody logged', 0, 6],
	])('is how much is missing: %s', (_, lost, stray) => {
		const weak = {
			sales: [
				sale('s1', '12:00', '61.00'),
				...Array.from({ length: lost }, (_, k) => sale(`x${k}`, `15:${10 + k * 7}`, `${300 + 7 * k}.00`, { terminalId: 'T9', tender: 'card' })),
			],
			receipts: [
				receipt('r1', '12:04', '30.49'),
				...Array.from({ length: stray }, (_, k) => receipt(`y${k}`, `15:${10 + k * 7}`, `${400 + 7 * k}.00`, { terminalId: 'T8', tender: 'alipay' })),
			],
		};
		const match = matchOf({ ...weak, coverage: [covering('terminal', ['2026-11-20', '2026-11-21'])] });
		const evidence = match?.evidence.reduce((sum, one) => sum + one.milliBits, 0) ?? Number.NaN;
		const prior = (missing: number, all: number) => {
			const share = (missing + 0.02 * 60) / (all + 60);
			return bits((1 - share) / share);
		};
		const score = evidence + prior(lost, lost + 1) + prior(stray, stray + 1);
		const probability = 1e6 / (1 + 2 ** (-score / 1_000));
		expect(score).toBeLessThan(9_000);
		expect(Math.abs((match?.probabilityMillionths ?? 0) - probability)).toBeLessThan(probability * 0.01);
	});
});

describe('numbers that run on', () => {
	/** Eleven receipts of a terminal, of whose ten neighbours so many have nearly the same number. */
	const day = (near: number, change: Parameters<typeof receipt>[3] = {}) => {
		const number = (k: number) =>
			k <= near
				? `3171610001${String(10 + k)}`
				: `9${String(k * 7_919_337_113)
						.padStart(11, '4')
						.slice(0, 11)}`;
		const receipts = Array.from({ length: 11 }, (_, k) => ({
			...receipt(`r${k}`, '12:00', `${30 + k}.00`, { rrn: number(k), ...change }),
			at: at('12:00') + k * 10 * MINUTE,
		}));
		const sales = receipts.map((row, k) => ({ ...sale(`s${k}`, '12:00', `${30 + k}.00`, k === 1 ? { keys: { rrn: '317161000112' } } : {}), at: row.at }));
		return { sales, receipts };
	};

	it('prove nothing by a slip, from three neighbours of ten on', () => {
		expect(matchOf(day(3))?.evidence.find(({ field }) => field === 'rrn')).toMatchObject({ relation: 'one_off', milliBits: -1_000 });
		expect(weightOf(day(2), 'rrn')).toBeGreaterThan(1_000);
	});

	it('run on by terminal', () => {
		const { sales, receipts } = day(10);
		const apart = receipts.map((row, k) => ({ ...row, terminalId: `T${k}` }));
		expect(weightOf({ sales, receipts }, 'rrn')).toBe(-1_000);
		expect(weightOf({ sales, receipts: apart }, 'rrn')).toBeGreaterThan(1_000);
	});
});

describe('keys that find', () => {
	const far = (printed: string, typed: string, count = 1) => {
		const receipts = Array.from({ length: count }, (_, k) => ({
			...receipt(`r${k}`, '12:00', k === 0 ? '87.31' : `${700 + k}.00`, { authCode: printed }),
			at: at('12:00') + (20 * 60 + k) * MINUTE,
		}));
		// Another amount, so that nothing else finds it.
		return compareRows({
			coverage: [covering('terminal', ['2026-11-20', '2026-11-23'])],
			sales: [sale('s1', '12:00', '87.30', { keys: { authCode: typed } })],
			receipts,
		}).matches.length;
	};

	it('do so at any time of the days, in full, by an ending and with a slip in five characters', () => {
		expect(far('7QK42M', '7QK42M')).toBe(1);
		expect(far('7QK42M', 'K42M')).toBe(1);
		expect(far('7QK42M', 'Q42M')).toBe(0);
		expect(far('7QK42M', '7QK24M')).toBe(1);
		expect(far('7QK4', '7QK5')).toBe(0);
		expect(far('7QK42M', '9ZZ11B')).toBe(0);
	});

	it('do not where a dozen print the same', () => {
		expect(far('7QK42M', '7QK42M', 12)).toBe(1);
		expect(far('7QK42M', '7QK42M', 13)).toBe(0);
	});
});

describe('keys that both legs print', () => {
	const joined = (ofTerminal: Parameters<typeof receipt>[3], ofProvider: Parameters<typeof receipt>[3]) => {
		const receipts = [receipt('t1', '12:00:20', '50.00', ofTerminal), billed('p1', '12:00:22', '50.00', ofProvider)];
		return gapsOf(compareRows({ coverage: [covering('terminal'), covering('provider')], receipts })).length === 1;
	};

	it('settle whether two records are one payment', () => {
		expect(joined({}, {})).toBe(true);
		expect(joined({ authCode: '7QK42M' }, { authCode: '7QK42M' })).toBe(true);
		expect(joined({ authCode: '7QK42M' }, { authCode: '9ZZ11B' })).toBe(false);
		expect(joined({ authCode: '7QK42M' }, { authCode: '7QK42N' })).toBe(false);
		expect(joined({ last4: '4455' }, { last4: '6217004455' })).toBe(true);
		expect(joined({ batchNo: '12' }, { batchNo: '77' })).toBe(true);
	});
});
