import { type Random, seeded } from '../support/random.ts';
import type { Logging, Prices, Shop, Tips, TypedKeys } from './shop.ts';

/** How people in the shop behave: when they come, what they order, how they tip, when a sale is logged and what is typed. */

/** Seconds after midnight of the first day at which a day's customers pay, in order, at least a few seconds apart. */
export function arrivals(random: Random, { customersPerDay, open, close, rushes }: Shop, day: number): number[] {
	const count = Math.max(1, Math.round(customersPerDay * (0.85 + random.next() * 0.3)));
	const times: number[] = [];
	while (times.length < count) {
		const rush = rushes.length > 0 && random.chance(0.55);
		const hour = rush ? random.pick(rushes) + random.bell(0.45) : open + random.next() * (close - open);
		if (hour > open && hour < close) times.push(day * 86_400 + hour * 3_600);
	}
	times.sort((a, b) => a - b);
	for (let k = 1; k < times.length; k++) times[k] = Math.max(times[k] ?? 0, (times[k - 1] ?? 0) + 4 + random.next() * 14);
	return times;
}

/** Makes the price list of a shop and answers what an order comes to. */
export function orders(random: Random, { dishes, uneven, least, most, step, basket, weighed }: Prices): () => number {
	const prices = Array.from({ length: dishes }, () => step * Math.round((least + (most - least) * random.next() ** 1.6) / step));
	const popular = prices.map((_, k) => 1 / (k + 1) ** uneven);
	const dish = () => prices[weighted(random, popular)] ?? least;
	return () => {
		if (random.chance(weighed)) return least + random.below(most - least);
		let sum = dish();
		for (let more = 1; more < basket && random.chance(0.4); more++) sum += dish();
		return sum;
	};
}

export function weighted(random: Random, weights: readonly number[]): number {
	let rest = random.next() * weights.reduce((sum, one) => sum + one, 0);
	for (const [k, weight] of weights.entries()) {
		rest -= weight;
		if (rest < 0) return k;
	}
	return weights.length - 1;
}

/** Minor units added on the terminal: a percentage, or up to the next round amount. */
export function tipOf(random: Random, { share, percents, roundsUp }: Tips, amount: number): number {
	if (!random.chance(share)) return 0;
	if (random.chance(roundsUp)) return Math.ceil((amount * (1.05 + random.next() * 0.12)) / 500) * 500 - amount;
	return Math.round((amount * random.pick(percents)) / 100);
}

/** When each of a day's payments is logged: seconds by true time, in the order of `paid`. */
export function loggedTimes(random: Random, { before, after, piles }: Logging, paid: readonly number[]): number[] {
	const times: number[] = [];
	for (let k = 0; k < paid.length; ) {
		const size = random.chance(piles.share) ? 2 + random.below(piles.most) : 1;
		if (size === 1) {
			times.push((paid[k] ?? 0) + delay(random, before, after));
			k++;
			continue;
		}
		// A pile is logged after its last customer, from the top or from the bottom, a few seconds each.
		const pile = paid.slice(k, k + size);
		const begin = (pile[pile.length - 1] ?? 0) + 20 + random.next() * piles.waitMost;
		const slots = pile.map((_, n) => begin + n * (4 + random.next() * 7));
		if (random.chance(0.3)) slots.reverse();
		times.push(...slots);
		k += size;
	}
	return times;
}

function delay(random: Random, before: Logging['before'], after: Logging['after']): number {
	if (random.chance(before.share)) return -random.next() * before.most;
	return after.middle * Math.exp(random.bell(after.spread));
}

type Printed = Readonly<Record<'authCode' | 'rrn' | 'traceNo' | 'batchNo' | 'last4' | 'merchantOrderNo' | 'channelOrderNo', string | null>>;
const FIELDS = ['authCode', 'last4', 'rrn', 'traceNo', 'channelOrderNo', 'merchantOrderNo'] as const;

/** What a cashier types of a slip: one or two numbers, whole or their end, now and then with a slip of the finger. */
export function typedFrom(random: Random, habit: TypedKeys, slip: Printed, blank: Printed): Printed {
	const there = FIELDS.filter((field) => slip[field] !== null);
	const typed: { -readonly [K in keyof Printed]: string | null } = { ...blank };
	for (let count = random.chance(0.35) ? 2 : 1; count > 0 && there.length > 0; count--) {
		const field = there.splice(random.below(Math.min(there.length, 3)), 1)[0] ?? 'authCode';
		const whole = slip[field] ?? '';
		const long = whole.length > 8;
		const text = long || (whole.length > 4 && random.chance(habit.tail)) ? whole.slice(-Math.max(4, Math.min(8, 4 + random.below(5)))) : whole;
		typed[field] = random.chance(habit.slip) ? slipped(random, text) : text;
	}
	return typed;
}

function slipped(random: Random, text: string): string {
	const at = random.below(text.length - 1);
	const kinds = [
		() => text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2),
		() => text.slice(0, at) + random.below(10) + text.slice(at + 1),
		() => text.slice(0, at) + text.slice(at + 1),
		() => text.slice(0, at) + text[at] + text.slice(at),
	];
	const slip = random.pick(kinds)();
	return slip.length < 4 ? text : slip;
}

/** An amount typed wrong: two digits swapped, one wrong, one left out, the point moved. Never the same as before. */
export function mistyped(random: Random, amount: number): number {
	const kind = weighted(random, [3, 4, 2, 2]);
	for (let tries = 0; tries < 20; tries++) {
		const text = String(amount / 100);
		const digits = [...text].flatMap((char, k) => (char === '.' ? [] : [k]));
		const at = digits[random.below(digits.length)] ?? 0;
		const next = digits[digits.indexOf(at) + 1];
		let made = text;
		if (kind === 0 && next !== undefined) made = swapped(text, at, next);
		if (kind === 1) made = text.slice(0, at) + random.below(10) + text.slice(at + 1);
		if (kind === 2) made = text.slice(0, at) + text.slice(at + 1);
		if (kind === 3) made = random.chance(0.5) ? String(amount / 10) : String(Math.floor(amount / 10) / 100);
		const minor = Math.round(Number(made) * 100);
		if (Number.isSafeInteger(minor) && minor > 0 && minor !== amount) return minor;
	}
	return amount + 1_000;
}

function swapped(text: string, a: number, b: number): string {
	const chars = [...text];
	[chars[a], chars[b]] = [chars[b] ?? '', chars[a] ?? ''];
	return chars.join('');
}

/** A stream of its own for each concern, so that a change in one leaves the others as they were. */
export function streams(seed: number, names: readonly string[]): ReadonlyMap<string, Random> {
	return new Map(names.map((name, k) => [name, seeded(seed * 1_009 + k * 97 + 7)]));
}
