import { addDays, type BusinessDay, businessDayInterval, CUTOVER_MINUTES_DEFAULT, type Instant, MINUTE_MS, SECOND_MS } from '../../../src/domain/time.ts';
import type { PaymentOrder, SimulatedTender } from './payment.ts';
import { type Random, randomOf } from './random.ts';
import type { Fault } from './scenarios.ts';

/** The shop of `noon-rush` stands in China. */
export const SHOP_OFFSET = 480;
const TERMINALS = ['01086601', '01086602'] as const;
const DISHES_MINOR = [1_200, 1_600, 1_800, 2_200, 2_500, 2_800, 3_000, 3_600] as const;
/** From, to (minutes after midnight) and customers in that time. */
const HOURS = [
	[630, 690, 12],
	[690, 780, 48],
	[780, 1_020, 20],
	[1_020, 1_170, 42],
	[1_170, 1_290, 8],
] as const;
/** In a thousand payments. */
const FAULTS_PER_MILLE: readonly (readonly [Fault, number])[] = [
	['lost', 20],
	['late', 20],
	['amount_short', 10],
	['amount_over', 5],
	['doubled', 10],
	['other_tender', 10],
];
const STRAYS_PER_MILLE = 8;
const TENDERS = ['wechat', 'wechat', 'wechat', 'wechat', 'wechat', 'alipay', 'alipay', 'alipay', 'card', 'card'] as const satisfies readonly SimulatedTender[];
const OFFLINE = { from: 740, to: 755 } as const;

/** The customers of a business day in the order in which they pay. */
export function customersOf(day: BusinessDay, seed: string, tag: string): readonly PaymentOrder[] {
	const midnight = midnightOf(day);
	const random = randomOf(seed, day);
	const moments = HOURS.flatMap(([from, to, count]) => Array.from({ length: count }, () => from * 60 + random.below((to - from) * 60)));
	return moments.sort((a, b) => a - b).map((second, at) => customer(`${tag}-${day.replaceAll('-', '')}-${at + 1}`, midnight + second * SECOND_MS, random));
}

function customer(id: string, at: Instant, random: Random): PaymentOrder {
	const portions = 1 + random.below(2);
	const amountMinor = Array.from({ length: portions }, () => random.pick(DISHES_MINOR)).reduce((sum, dish) => sum + dish, 0);
	const [tender, terminalId] = [random.pick(TENDERS), random.pick(TERMINALS)];
	const fault = faultAt(random.below(1_000));
	return { id, amountMinor, currency: 'CNY', tender, terminalId, at: { at, offset: SHOP_OFFSET }, fault, stray: random.below(1_000) < STRAYS_PER_MILLE };
}

function faultAt(roll: number): Fault {
	let bound = 0;
	for (const [fault, share] of FAULTS_PER_MILLE) {
		bound += share;
		if (roll < bound) return fault;
	}
	return 'none';
}

/** When the terminals have no network on that day. */
export function offlineOf(day: BusinessDay): { readonly from: Instant; readonly to: Instant } {
	const midnight = midnightOf(day);
	return { from: midnight + OFFLINE.from * MINUTE_MS, to: midnight + OFFLINE.to * MINUTE_MS };
}

/** Business days from one moment to another, at most the last 60. */
export function daysOf(from: Instant, to: Instant): BusinessDay[] {
	const last = dayOf(to);
	const days = [last];
	for (let day = addDays(last, -1); day >= dayOf(from) && days.length < 60; day = addDays(day, -1)) days.unshift(day);
	return days;
}

export function startOfDay(at: Instant): Instant {
	return businessDayInterval(dayOf(at), SHOP_OFFSET, CUTOVER_MINUTES_DEFAULT).from;
}

function dayOf(at: Instant): BusinessDay {
	return new Date(at + (SHOP_OFFSET - CUTOVER_MINUTES_DEFAULT) * MINUTE_MS).toISOString().slice(0, 10);
}

function midnightOf(day: BusinessDay): Instant {
	return businessDayInterval(day, SHOP_OFFSET, 0).from;
}
