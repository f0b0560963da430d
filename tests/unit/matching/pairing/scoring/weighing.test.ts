import { describe, expect, it } from 'vitest';
import { NO_KEYS, type PaymentKeys } from '../../../../../src/domain/ledger/sale.ts';
import { type KeyField, keyEvidence, plainKeys, relate } from '../../../../../src/domain/matching/pairing/scoring/keys.ts';
import { tipBits, tipHabits } from '../../../../../src/domain/matching/pairing/scoring/tips.ts';
import { sideOf, words } from '../../../../../src/domain/matching/pairing/side.ts';
import { compareRows, receipt, sale } from '../../../../support/matching-rows.ts';

/** Thousandths of the logarithm to base two, worked out apart from the engine's table; a table step is a thousandth or less. */
const bits = (value: number) => Math.round(Math.log2(value) * 1_000);

/** What one field of the match of `s1` weighs. */
function weightOf(rows: Parameters<typeof compareRows>[0], field: string): number | undefined {
	const match = compareRows(rows).matches.find((one) => one.sales.includes('s1'));
	return match?.evidence.find((one) => one.field === field)?.milliBits;
}

function expectBits(actual: number | undefined, expected: number): void {
	expect(Math.abs((actual ?? Number.NaN) - expected), `${actual} for ${expected}`).toBeLessThanOrEqual(3);
}

const student = (seconds: number, scale: number) => 2 / (Math.PI * Math.sqrt(3)) / scale / (1 + (seconds / scale) ** 2 / 3) ** 2;
const REST = 0.008 / (3 * 86_400 + 43_200);
/** Around a clock of which nothing is known. */
const unknownClock = (seconds: number, rest = REST) => student(seconds, 90) * (1 - 0.15 - 0.008) + student(seconds, 300) * 0.15 + rest;
/** Payments per second where there is one within an hour and a half on either side. */
const RATE = 1 / 10_800;
/** A day on which one payment stated no tip and matched. */
const UNTIPPED = 1 - (0.004 * 25) / 26;

describe('what a field weighs', () => {
	const pair = { sales: [sale('s1', '12:00', '50.00')], receipts: [receipt('r1', '12:00:20', '50.00')] };

	it('is for an amount how much likelier it is in this pair than in any payment around', () => {
		expectBits(weightOf(pair, 'amount'), bits((0.97 * UNTIPPED) / (1 / 24)));
	});

	it('is less for an amount that others around have, to the second within an hour and a half', () => {
		const with2 = (time: string) => ({ ...pair, receipts: [...pair.receipts, receipt('r2', time, '50.00')] });
		expectBits(weightOf(with2('13:30:20'), 'amount'), bits((0.97 * UNTIPPED * 2 * RATE) / (RATE + (2 * RATE) / 24)));
		expectBits(weightOf(with2('10:30:20'), 'amount'), bits((0.97 * UNTIPPED * 2 * RATE) / (RATE + (2 * RATE) / 24)));
		expectBits(weightOf(with2('13:30:21'), 'amount'), bits((0.97 * UNTIPPED) / (1 / 24)));
		expectBits(weightOf(with2('10:30:19'), 'amount'), bits((0.97 * UNTIPPED) / (1 / 24)));
	});

	it('does not count what failed among the payments of an amount', () => {
		const failed = receipt('r2', '12:40', '50.00', { status: 'failed' });
		expectBits(weightOf({ ...pair, receipts: [...pair.receipts, failed] }, 'amount'), bits((0.97 * UNTIPPED * 2) / (2 / 24)));
		const pending = receipt('r2', '12:40', '50.00', { status: 'pending' });
		expectBits(weightOf({ ...pair, receipts: [...pair.receipts, pending] }, 'amount'), bits((0.97 * UNTIPPED * 2) / (1 + 2 / 24)));
	});

	it.each([20, -20, 300, -600])('is for %i seconds their likelihood around the clock against any moment', (seconds) => {
		const at = (pair.sales[0]?.at ?? 0) + seconds * 1_000;
		const receipts = [{ ...receipt('r1', '12:00', '50.00'), at }];
		expectBits(weightOf({ ...pair, receipts }, 'time'), bits(unknownClock(seconds) / RATE));
	});

	it('hardly minds the hour within the days that a receipt may be late, and half a day before', () => {
		const keys = { rrn: '317161000195' };
		const sales = [sale('s1', '12:00', '50.00', { keys })];
		const bitsAt = (seconds: number) =>
			weightOf({ sales, receipts: [{ ...receipt('r1', '12:00', '50.00', keys), at: (sales[0]?.at ?? 0) + seconds * 1_000 }] }, 'time');
		// Nobody else is near, so the rate is that of one payment in half a day or more.
		const late = 3 * 86_400;
		expectBits(bitsAt(late - 1), bits(unknownClock(late - 1) / RATE));
		expectBits(bitsAt(late), bits(unknownClock(late, REST / 1_000) / RATE));
		expectBits(bitsAt(-43_199), bits(unknownClock(43_199) / RATE));
		expectBits(bitsAt(-43_200), bits(unknownClock(43_200, REST / 1_000) / RATE));
	});

	it.each([
		['tender', { tender: 'alipay' }, 0.012],
		['terminal', { terminalId: 'T2' }, 0.04],
	] as const)('is for a %s its agreement against its share of the day', (field, other, differs) => {
		const sales = [...pair.sales, sale('s2', '15:00', '31.00')];
		const apart = (change: Parameters<typeof receipt>[3]) => ({
			sales,
			receipts: [receipt('r1', '12:00:20', '50.00', change), receipt('r2', '15:00:20', '31.00')],
		});
		// One of two has the other word: half of the day, with a guess of one row for and one against.
		expectBits(weightOf(apart({}), field), bits((1 - differs) / (3 / 4)));
		expectBits(weightOf(apart(other), field), bits(differs / (2 / 4)));
	});

	it('is nothing for words that the two sides do not share', () => {
		const receipts = [receipt('r1', '12:00:20', '50.00', { terminalId: '88002211' })];
		expect(weightOf({ ...pair, receipts }, 'terminal')).toBe(0);
	});
});

describe('what keys weigh', () => {
	const USUAL = { most: Number.POSITIVE_INFINITY, running: new Set<KeyField>(), differs: -5_000, slip: -4_600 };
	const weights = (typed: Partial<PaymentKeys>, printed: Partial<PaymentKeys>, change: Partial<typeof USUAL> = {}) =>
		keyEvidence({ ...NO_KEYS, ...typed }, { ...NO_KEYS, ...printed }, { ...USUAL, ...change }).map(({ field, milliBits }) => `${field} ${milliBits}`);

	it.each([
		['in full, by its length up to a bound', { authCode: '7QK42M' }, { authCode: '7QK42M' }, ['authCode 18000']],
		['of few characters', { authCode: '7QK4' }, { authCode: '7QK4' }, ['authCode 12800']],
		['by its ending, by what was typed', { rrn: '00195' }, { rrn: '317161000195' }, ['rrn 16000']],
		['of a card', { last4: '4455' }, { last4: '4455' }, ['last4 11000']],
		['of another card', { last4: '4455' }, { last4: '1213' }, ['last4 -5000']],
		// A swap may stand in any of six places, a wrong character besides be any of ten.
		['with two characters swapped', { authCode: '7QK4M2' }, { authCode: '7QK42M' }, [`authCode ${18_000 - 4_600 - 2_585}`]],
		['with one wrong', { authCode: '7QK49M' }, { authCode: '7QK42M' }, [`authCode ${18_000 - 4_600 - 5_907}`]],
		['of a batch, which a day shares', { batchNo: '12' }, { batchNo: '12' }, ['batchNo 700']],
		['of another batch', { batchNo: '13' }, { batchNo: '12' }, ['batchNo -1500']],
		['running on, and one off', { traceNo: '000196' }, { traceNo: '000195' }, ['traceNo -1000']],
		['that only one side has', { authCode: '7QK42M' }, { last4: '4455' }, []],
	])('%s', (_, typed, printed, expected) => {
		expect(weights(typed, printed)).toEqual(expected);
	});

	it('are the strongest in full, and a quarter of those that agree with it', () => {
		expect(weights({ rrn: '317161000195', last4: '4455' }, { rrn: '317161000195', last4: '4455' })).toEqual(['rrn 19000', `last4 ${11_000 / 4}`]);
		expect(weights({ last4: '4455', batchNo: '12' }, { last4: '4455', batchNo: '12' })).toEqual(['last4 11000', `batchNo ${700 / 4}`]);
	});

	it('are half of those that contradict a stronger one, and a quarter of those that contradict together', () => {
		expect(weights({ rrn: '317161000195', last4: '4455' }, { rrn: '317161000195', last4: '1213' })).toEqual(['rrn 19000', 'last4 -2500']);
		expect(weights({ rrn: '317161000195', last4: '4455' }, { rrn: '998877665544', last4: '1213' })).toEqual(['rrn -5000', 'last4 -1250']);
		expect(weights({ last4: '4455', batchNo: '13' }, { last4: '1213', batchNo: '12' })).toEqual(['last4 -5000', 'batchNo -375']);
	});

	it('with a slip are never more than those without, and never less than those that differ', () => {
		expect(weights({ authCode: '7QK4M2' }, { authCode: '7QK42M' }, { most: 8_500 })).toEqual(['authCode 7000']);
		expect(weights({ last4: '4456' }, { last4: '4455' }, { slip: -30_000 })).toEqual(['last4 -5000']);
		expect(weights({ rrn: '317161000196' }, { rrn: '317161000195' }, { running: new Set(['rrn']) })).toEqual(['rrn -1000']);
		expect(weights({ rrn: '998877665544' }, { rrn: '317161000195' }, { running: new Set(['rrn']) })).toEqual(['rrn -5000']);
	});

	it('prove less where the wrong slip lay at hand: within a quarter of an hour', () => {
		const keys = { last4: '4455' };
		const sales = [sale('s1', '12:00', '50.00', { keys })];
		expect(weightOf({ sales, receipts: [receipt('r1', '12:15:00', '50.00', keys)] }, 'last4')).toBe(8_500);
		expect(weightOf({ sales, receipts: [receipt('r1', '11:45:00', '50.00', keys)] }, 'last4')).toBe(8_500);
		expect(weightOf({ sales, receipts: [receipt('r1', '12:15:01', '50.00', keys)] }, 'last4')).toBe(11_000);
	});
});

describe('how a typed key relates to a printed one', () => {
	it.each([
		['four last characters are an ending', '42M7', '7QK42M7', 'authCode', 'tail'],
		['three are too few', '2M7', '7QK42M7', 'authCode', 'differs'],
		['so is a printed ending of what was typed', '317161000195', '0195', 'rrn', 'tail'],
		['but not for trace numbers', '110195', '0195', 'traceNo', 'differs'],
		['zeros before a batch number are no difference', '12', '000012', 'batchNo', 'tail'],
		['an ending of a trace number', '0195', '110195', 'traceNo', 'tail'],
		['a slip in an ending', '0185', '317161000195', 'rrn', 'one_off'],
		['a swap in an ending', '0159', '317161000195', 'rrn', 'swapped'],
		['a swap in three characters says nothing', '159', '317161000195', 'rrn', 'differs'],
		['one character added at the end', '7QK42MM', '7QK42M', 'authCode', 'one_off'],
		['one left out at the start', 'QK42M', '7QK42M', 'authCode', 'tail'],
		['two left out', '7K4M', '7QK42M', 'authCode', 'differs'],
		['two wrong next to each other', '7QKXXM', '7QK42M', 'authCode', 'differs'],
		['two wrong apart', '7XK4XM', '7QK42M', 'authCode', 'differs'],
		['two of a kind are no swap', '7QK44M', '7QK22M', 'authCode', 'differs'],
		['the first two swapped', 'Q7K42M', '7QK42M', 'authCode', 'swapped'],
		['a swap across a character', '7Q24KM', '7QK42M', 'authCode', 'differs'],
	] as const)('%s', (_, typed, printed, field, relation) => {
		expect(relate(typed, printed, field)).toBe(relation);
	});

	it('in plain form is upper case without blanks, and nothing where nothing remains', () => {
		expect(plainKeys({ ...NO_KEYS, rrn: ' 3171 6100 ', authCode: 'ab-1', traceNo: '000195', last4: ' ' })).toEqual({
			...NO_KEYS,
			...{ rrn: '31716100', authCode: 'AB1', traceNo: '000195', last4: null },
		});
	});
});

describe('what a tip weighs', () => {
	const tip = (saleMinor: number, total: number) => tipBits({ sale: saleMinor, receipt: total, round: 100 });
	/** Any amount up to two fifths, to the cent. */
	const any = (saleMinor: number) => 0.13 / (saleMinor * 0.35 + 1);
	/** The usual percentages: what people choose by the button, and a little for each of the others. */
	const BUTTONS = 2 + 1 + 12 + 5 + 18 + 18 + 20 + 6 + 6 + 2;
	const percent = (weight: number) => (0.7 * weight) / (BUTTONS + 0.35 * 29);

	it('is little for any amount, and more for a percentage, the more usual it is', () => {
		expectBits(tip(4_350, 4_977), bits(any(4_350)));
		expectBits(tip(4_350, 5_220), bits(any(4_350) + percent(20)));
		expectBits(tip(4_350, 5_090), bits(any(4_350) + percent(0.35)));
	});

	it('is more for a round total, the rounder it is', () => {
		const round = (step: number, share: number) => (0.17 * share) / ((4_377 * 0.35) / 100 / step + 1);
		expectBits(tip(4_377, 5_100), bits(any(4_377) + round(1, 0.35)));
		expectBits(tip(4_377, 5_500), bits(any(4_377) + round(1, 0.35) + round(5, 0.35)));
		expectBits(tip(4_377, 5_000), bits(any(4_377) + round(1, 0.35) + round(5, 0.35) + round(10, 0.3)));
	});

	it('follows the percentages that a day states', () => {
		const vocabulary = words();
		const row = (k: number, tipMinor: number | null) => ({
			...{ id: `r${k}`, at: k, day: '2026-11-20', amountMinor: 10_000 + (tipMinor ?? 0), tipMinor, currency: 'CNY', tender: null, terminalId: null },
			...{ keys: NO_KEYS, names: false, standing: 'live' as const },
		});
		const rows = [row(0, 1_300), row(1, 1_300), row(2, 1_333), row(3, 0), row(4, null)];
		const side = sideOf({ size: rows.length, row: (place) => rows[place] ?? row(place, null) }, vocabulary);
		const day = side.day[0] ?? -1;
		const stated = tipHabits(side).get(day);
		const sum = 12 + 2;
		expect(stated?.[13]).toBeCloseTo((12 * 0.35) / (BUTTONS + 0.35 * 29) / sum + 2 / sum, 6);
		expect(stated?.[20]).toBeCloseTo((12 * 20) / (BUTTONS + 0.35 * 29) / sum, 6);
		expect(stated?.[1]).toBe(0);
	});
});
