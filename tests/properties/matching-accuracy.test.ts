import { describe, expect, it } from 'vitest';
import { reconcile } from '../../src/domain/matching/reconcile.ts';
import { type PairScore, scorePairs } from '../support/pair-scores.ts';
import { type ShopLife, shopDays } from '../support/shop-days.ts';

const NO_KEYS_TYPED = { typed: 0, slip: 0, wrong: 0 };

/** Kinds of shops and days, and the least share (F1) of true pairs that must be found. */
const SCENES: readonly (readonly [name: string, least: number, life: Partial<ShopLife>])[] = [
	['of a usual shop', 0.99, {}],
	['of a wallet shop with a dozen prices and no keys', 0.985, { menu: 12, tenders: ['wechat', 'alipay'], keys: NO_KEYS_TYPED, perDay: 400 }],
	[
		'of a restaurant with tips and mistyped codes',
		0.98,
		{ menu: null, tenders: ['card'], tips: { share: 0.8, known: 0.5 }, keys: { typed: 0.6, slip: 0.1, wrong: 0.02 } },
	],
	['of a restaurant that never tells its tips', 0.96, { menu: null, tenders: ['card'], tips: { share: 0.9, known: 0 }, perDay: 200 }],
	['with clocks that are wrong by half an hour and by hours', 0.99, { clockSkews: [3 * 3_600 + 400, -1_900], keys: NO_KEYS_TYPED }],
	['with a clock that steps in the middle of the day', 0.98, { clockStep: 25 * 60 }],
	['with receipts that come six hours late', 0.98, { outageHours: 6 }],
	['with receipts that come six hours late in one burst', 0.97, { outageHours: 6, burst: true }],
	['of nights across the cut of the day', 0.99, { openAt: 18 * 3_600, days: 2, perDay: 200 }],
	['with slow logging and no keys', 0.95, { delay: { mean: 60, spread: 90, late: 0.15, lateMost: 2_400 }, keys: NO_KEYS_TYPED }],
	['with many twins, some of them missing', 0.985, { faults: { twin: 0.2, missing: 0.03 }, keys: NO_KEYS_TYPED }],
];

describe('true pairs', () => {
	it.each(SCENES)('%s are found', (name, least, life) => {
		const scores = [1, 2, 3].map((seed) => scoreOf(seed * 7 + name.length, life));
		const sum = (value: (score: PairScore) => number) => scores.reduce((all, score) => all + value(score), 0);
		expect((2 * sum((score) => score.right)) / (sum((score) => score.found) + sum((score) => score.wanted))).toBeGreaterThanOrEqual(least);
		// One in a thousand, or a single one where few matches need no person.
		expect(sum((score) => score.auto.found - score.auto.right)).toBeLessThanOrEqual(Math.max(1, sum((score) => score.auto.found) * 0.001));
	});

	it('are as likely as the engine says', () => {
		const scores = SCENES.flatMap(([name, , life]) => [4, 5].map((seed) => scoreOf(seed * 7 + name.length, life)));
		const bands = [0.5, 0.9, 0.99, 1.01];
		for (const [k, from] of bands.slice(0, -1).entries()) {
			const inside = scores.flatMap((score) => score.calibration).filter((bin) => bin.from >= from && bin.from < (bands[k + 1] ?? 2));
			const count = inside.reduce((all, bin) => all + bin.count, 0);
			const mean = (value: 'claimed' | 'observed') => inside.reduce((all, bin) => all + bin[value] * bin.count, 0) / count;
			expect(count).toBeGreaterThan(30);
			expect(mean('observed')).toBeGreaterThanOrEqual(mean('claimed') - 0.02);
		}
	});
});

function scoreOf(seed: number, life: Partial<ShopLife>): PairScore {
	const days = shopDays(seed, life);
	return scorePairs(days, reconcile(days.input));
}
