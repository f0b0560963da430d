import { describe, expect, it } from 'vitest';
import { learnedHabits, SHOP_HABITS } from '../../../src/domain/matching/habits.ts';
import type { Evidence, Match } from '../../../src/domain/matching/outcome.ts';

/** Confirmed matches with one piece of evidence each; `shown` of them with the second relation. */
function matches(count: number, shown: number, field: Evidence['field'], [usual, odd]: readonly [string, string], confirmed = true): Match[] {
	return Array.from({ length: count }, (_, k) => ({
		...{ sales: [`s${k}`], receipts: [`r${k}`], band: 'auto', probabilityMillionths: 999_000, differenceMinor: 0, runnerUp: null, confirmed },
		evidence: [{ field, relation: k < shown ? odd : usual, milliBits: 0 }],
	}));
}

describe('habits of a shop', () => {
	const believed = SHOP_HABITS.counter;

	it('are believed as they are until thirty confirmed matches could show them', () => {
		expect(learnedHabits('counter', matches(29, 29, 'auth_code', ['equal', 'differs'])).keyWrong).toBe(believed.keyWrong);
		expect(learnedHabits('counter', matches(30, 30, 'auth_code', ['equal', 'differs'])).keyWrong).toBeGreaterThan(believed.keyWrong);
		expect(learnedHabits('counter', [])).toEqual(believed);
	});

	it('move towards what was confirmed, the more the more there is', () => {
		const few = learnedHabits('counter', matches(60, 12, 'terminal', ['equal', 'differs'])).terminalDiffers;
		const many = learnedHabits('counter', matches(600, 120, 'terminal', ['equal', 'differs'])).terminalDiffers;
		expect(few).toBeCloseTo((12 + believed.terminalDiffers * 60) / 120, 10);
		expect(many).toBeGreaterThan(few);
		expect(many).toBeLessThanOrEqual(0.2);
	});

	it('never leave the first belief by more than a factor of five', () => {
		expect(learnedHabits('counter', matches(5_000, 5_000, 'tender', ['equal', 'differs'])).tenderDiffers).toBeCloseTo(believed.tenderDiffers * 5, 10);
		expect(learnedHabits('counter', matches(50_000, 0, 'tender', ['equal', 'differs'])).tenderDiffers).toBeCloseTo(believed.tenderDiffers / 5, 10);
	});

	it('are read off confirmed matches only', () => {
		expect(learnedHabits('counter', matches(400, 400, 'amount', ['equal', 'digit_wrong'], false))).toEqual(believed);
		expect(learnedHabits('counter', matches(400, 40, 'amount', ['equal', 'digit_wrong'])).amountSlip).toBeGreaterThan(believed.amountSlip);
		expect(learnedHabits('counter', matches(400, 100, 'amount', ['equal', 'tip_like'])).tipped).toBeGreaterThan(believed.tipped);
		expect(learnedHabits('counter', matches(400, 40, 'rrn', ['tail', 'swapped'])).keySlip).toBeGreaterThan(believed.keySlip);
	});

	it('take the keys of another slip only where none of them agrees', () => {
		const keyed = (...relations: readonly Evidence['relation'][]) =>
			matches(60, 0, 'rrn', ['equal', '']).map((one) => ({
				...one,
				evidence: relations.map((relation) => ({ field: 'rrn' as const, relation, milliBits: 0 })),
			}));
		const share = (wrong: number) => (wrong + believed.keyWrong * 60) / 120;
		expect(learnedHabits('counter', keyed('differs', 'equal')).keyWrong).toBeCloseTo(share(0), 10);
		expect(learnedHabits('counter', [...keyed('differs', 'equal').slice(0, 57), ...keyed('differs', 'differs').slice(0, 3)]).keyWrong).toBeCloseTo(
			share(3),
			10,
		);
		const slip = (count: number) => learnedHabits('counter', [...keyed('equal').slice(count), ...keyed('differs', 'one_off').slice(0, count)]).keySlip;
		expect([slip(0), slip(3)]).toEqual([(believed.keySlip * 60) / 120, (3 + believed.keySlip * 60) / 120]);
	});

	it('count groups among all that was confirmed', () => {
		const groups = matches(100, 0, 'amount', ['parts_add_up', '']).map((one, k) => (k < 20 ? { ...one, receipts: [...one.receipts, 'x'] } : one));
		expect(learnedHabits('restaurant', groups).grouped).toBeGreaterThan(SHOP_HABITS.restaurant.grouped);
	});

	it('do not depend on the order of the matches', () => {
		const some = matches(200, 17, 'auth_code', ['equal', 'one_off']);
		expect(learnedHabits('market', [...some].reverse())).toEqual(learnedHabits('market', some));
	});
});
