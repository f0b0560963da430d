import { EVERYDAY, PLAIN_SHOP, type Shop } from './shop.ts';

/** A kind of shop and what happens to it, with the least share (F1) of true pairs that the product aims at. */
export type Scenario = { readonly name: string; readonly aim: number | null; readonly shop: (variant: number) => Shop };

const T1 = { id: '01086601', weight: 3, clock: { ahead: 35 } };
const T2 = { id: '01086602', weight: 2, clock: { ahead: -48 } };
const TAPPED = { before: { share: 0.25, most: 25 }, after: { middle: 6, spread: 0.6 }, piles: { share: 0.004, most: 3, waitMost: 120 } };

/** No two variants of a scenario are the same shop: sizes, habits and clocks move with the number. */
function between(variant: number, from: number, to: number): number {
	const share = ((variant * 2_654_435_761) >>> 0) / 4_294_967_296;
	return from + (to - from) * share;
}

const PRINTS = ['all', 'no_running', 'codes'] as const;
const printsOf = (variant: number) => PRINTS[variant % PRINTS.length] ?? 'all';

const restaurant = (variant: number): Shop => ({
	...PLAIN_SHOP,
	prints: printsOf(variant),
	customersPerDay: Math.round(between(variant, 150, 260)),
	open: 11,
	close: 22.5,
	rushes: [12.6, 19.4],
	tenders: { card: 8, wechat: 1, alipay: 1 },
	terminals: [
		{ ...T1, clock: { ahead: Math.round(between(variant, -90, 120)) } },
		{ ...T2, clock: { ahead: Math.round(between(variant + 1, -60, 60)) } },
	],
	prices: { dishes: 60, uneven: 0.5, least: 1_800, most: 16_800, step: 100, basket: 5, weighed: 0 },
	logging: { before: { share: 0.3, most: 90 }, after: { middle: 18, spread: 0.9 }, piles: { share: 0.015, most: 5, waitMost: 400 } },
	keys: { share: between(variant + 2, 0.35, 0.7), slip: 0.1, otherSlip: 0.02, tail: 0.4 },
	tips: { share: 0.75, known: 0.7, percents: [10, 12, 15, 18, 20, 22], roundsUp: 0.2 },
});

const teaShop = (variant: number): Shop => ({
	...PLAIN_SHOP,
	prints: printsOf(variant + 1),
	customersPerDay: Math.round(between(variant, 380, 620)),
	open: 9.5,
	close: 22,
	rushes: [12.5, 15.5, 19],
	tenders: { wechat: 6, alipay: 3 },
	terminals: [
		{ ...T1, clock: { ahead: Math.round(between(variant, -40, 70)) } },
		{ ...T2, clock: { ahead: Math.round(between(variant + 3, -80, 20)) } },
	],
	prices: { dishes: 14, uneven: 0.8, least: 900, most: 2_400, step: 100, basket: 2, weighed: 0 },
	logging: TAPPED,
	keys: { share: 0.03, slip: 0.04, otherSlip: 0.02, tail: 0.9 },
});

const convenience = (variant: number): Shop => ({
	...PLAIN_SHOP,
	prints: printsOf(variant),
	customersPerDay: Math.round(between(variant, 300, 480)),
	open: 7,
	close: 23.5,
	rushes: [8.1, 12.3, 18.4],
	tenders: { card: 2, wechat: 4, alipay: 3, unionpay_qr: 1, cash: 2 },
	prices: { dishes: 220, uneven: 0.75, least: 200, most: 5_900, step: 50, basket: 6, weighed: 0.1 },
	logging: TAPPED,
	keys: { share: 0.15, slip: 0.04, otherSlip: 0.015, tail: 0.6 },
});

const CLOCKS: readonly Shop['terminals'][] = [
	[
		{ ...T1, clock: { ahead: 3_600 + 40 } },
		{ ...T2, clock: { ahead: -480 } },
	],
	[
		{ ...T1, clock: { ahead: -86_400 + 75 } },
		{ ...T2, clock: { ahead: 20 } },
	],
	[
		{ ...T1, clock: { ahead: 25, steps: [{ day: 1, hour: 3, by: 3_600 }] } },
		{ ...T2, clock: { ahead: 0, steps: [{ day: 1, hour: 3, by: -3_600 }] } },
	],
	[
		{ ...T1, clock: { ahead: -300, driftPerDay: 240 } },
		{ ...T2, clock: { ahead: 90, driftPerDay: -150 } },
	],
	[
		{ ...T1, clock: { ahead: 0, steps: [{ day: 1, hour: 14.2, by: 1_500 }] } },
		{ ...T2, clock: { ahead: -28_800 } },
	],
	[
		{ ...T1, clock: { ahead: 86_400 * 3 - 200 } },
		{ ...T2, clock: { ahead: -1_260, driftPerDay: 60 } },
	],
];

const usual = (variant: number): Shop => ({ ...convenience(variant), rushes: [12.2, 18.6], open: 9, close: 22 });

/** Few payments a day, logged when there is time: little to read a clock off. */
const smallShop = (variant: number): Shop => ({
	...usual(variant),
	customersPerDay: Math.round(between(variant, 35, 70)),
	logging: { before: { share: 0.2, most: 60 }, after: { middle: 25, spread: 0.9 }, piles: { share: 0.05, most: 4, waitMost: 900 } },
	keys: { share: 0.08, slip: 0.05, otherSlip: 0.02, tail: 0.6 },
});
const CLOCK_SHOPS = [usual, smallShop, teaShop];

export const SCENARIOS: readonly Scenario[] = [
	{ name: 'restaurant: tips, mistyped codes', aim: 0.9965, shop: restaurant },
	{
		name: 'restaurant: tips never stated',
		aim: null,
		shop: (variant) => ({ ...restaurant(variant), tips: { share: 0.85, known: 0, percents: [10, 15, 18, 20, 22], roundsUp: 0.25 } }),
	},
	{ name: 'tea shop: wallets, equal amounts', aim: 0.9975, shop: teaShop },
	{ name: 'convenience: mixed tenders', aim: 0.999, shop: convenience },
	{
		name: 'outages: late and lost batches',
		aim: 0.999,
		shop: (variant) => ({
			...usual(variant),
			outages: [
				{ terminal: 0, day: 0, fromHour: between(variant, 11, 13), hours: 1.5, posts: 'shifted', backAfterHours: between(variant, 1, 9) },
				{ terminal: 1, day: 1, fromHour: between(variant, 12, 17), hours: 1.2, posts: 'in_one_go', backAfterHours: between(variant + 1, 0.2, 6) },
				{ terminal: 0, day: 2, fromHour: between(variant, 15, 18), hours: 1.1, posts: 'never', backAfterHours: 0 },
			],
			postedLate: 0.004,
		}),
	},
	{
		name: 'slips of the operator',
		aim: 0.999,
		shop: (variant) => ({
			...usual(variant),
			faults: {
				...EVERYDAY,
				mistyped: 0.02,
				wrong_tender: 0.015,
				logged_as_cash: 0.01,
				charged_like_the_last: 0.006,
				corrected: 0.01,
				split: 0.008,
				combined: 0.006,
			},
			keys: { share: 0.3, slip: 0.08, otherSlip: 0.02, tail: 0.6 },
		}),
	},
	{
		name: 'wrong clocks',
		aim: 0.999,
		shop: (variant) => ({ ...(CLOCK_SHOPS[(variant >> 1) % 3] ?? usual)(variant), terminals: CLOCKS[variant % CLOCKS.length] ?? [T1, T2], days: 3 }),
	},
	{
		name: 'night market across the cut',
		aim: 0.9965,
		shop: (variant) => ({
			...PLAIN_SHOP,
			prints: printsOf(variant + 2),
			customersPerDay: Math.round(between(variant, 260, 420)),
			open: 17.5,
			close: 29.5,
			rushes: [20.5, 23.8, 26],
			tenders: { wechat: 5, alipay: 3, cash: 1 },
			prices: { dishes: 26, uneven: 0.8, least: 500, most: 4_800, step: 100, basket: 3, weighed: 0 },
			logging: { before: { share: 0.2, most: 30 }, after: { middle: 14, spread: 0.8 }, piles: { share: 0.02, most: 5, waitMost: 300 } },
			keys: { share: 0.05, slip: 0.05, otherSlip: 0.02, tail: 0.8 },
		}),
	},
	{
		name: 'no keys, slow logging',
		aim: 0.978,
		shop: (variant) => ({
			...PLAIN_SHOP,
			customersPerDay: Math.round(between(variant, 200, 340)),
			keys: { share: 0, slip: 0, otherSlip: 0, tail: 0 },
			terminalPicked: { share: between(variant, 0.3, 0.9), wrong: 0.04 },
			logging: { before: { share: 0.1, most: 60 }, after: { middle: 75, spread: 1 }, piles: { share: 0.06, most: 7, waitMost: 1_200 } },
		}),
	},
	{
		name: 'twins',
		aim: 0.998,
		shop: (variant) => ({ ...teaShop(variant), faults: { ...EVERYDAY, group_of_equals: 0.08, never_paid: 0.012, not_logged: 0.012, logged_twice: 0.004 } }),
	},
	{
		name: 'refunds, voids, double charges',
		aim: null,
		shop: (variant) => ({
			...usual(variant),
			faults: {
				...EVERYDAY,
				...{ charged_twice: 0.015, failed_then_paid: 0.02, declined: 0.01, voided: 0.012, undone_in_ledger: 0.01, undone_in_both: 0.01 },
				...{ undone_unpaid: 0.01, refund: 0.02, refund_in_ledger_only: 0.008, refund_at_terminal_only: 0.008, partial_refund: 0.012, charged_back: 0.004 },
			},
		}),
	},
	{
		name: 'terminal and provider bills',
		aim: null,
		shop: (variant) => ({
			...usual(variant),
			tenders: { card: 3, wechat: 4, alipay: 3 },
			provider: { lost: 0.004 },
			faults: { never_paid: 0.008, not_logged: 0.008, charged_twice: 0.003, wrong_tender: 0.004, mistyped: 0.004, group_of_equals: 0.01, split: 0.003 },
		}),
	},
];

/** Days on which weights may be tuned, and days on which they are judged; no seed is in both. */
export const TUNING_SEEDS = [11, 12, 13, 14, 15, 16] as const;
export const JUDGING_SEEDS = [2_001, 2_002, 2_003, 2_004, 2_005, 2_006, 2_007, 2_008, 2_009, 2_010, 2_011, 2_012] as const;
