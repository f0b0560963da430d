import { expect, test } from 'vitest';
import { PRACTICE_BILLS, PRACTICE_LATE_BILL } from '../../../../src/app/practice/practice-day.ts';
import { type TourFacts, tourStep } from '../../../../src/app/screens/practice/tour-steps.ts';

const fresh: TourFacts = { soldByHand: false, importedNames: [], dayClosed: false };
const threeBills = PRACTICE_BILLS.map(({ name }) => name);

test('begins with a sale and goes on by itself once one is recorded', () => {
	expect(tourStep(fresh, [])).toBe('sell');
	expect(tourStep({ ...fresh, soldByHand: true }, [])).toBe('bills');
});

test('a skipped step stays behind', () => {
	expect(tourStep(fresh, ['sell'])).toBe('bills');
});

test('two of the three bills are not all of them', () => {
	expect(tourStep({ ...fresh, soldByHand: true, importedNames: threeBills.slice(0, 2) }, [])).toBe('bills');
});

test('after the bills it shows the gaps, then the late bill, then the day', () => {
	const billed = { ...fresh, importedNames: threeBills };
	expect(tourStep(billed, [])).toBe('queue');
	expect(tourStep(billed, ['queue'])).toBe('late');
	const late = { ...billed, importedNames: [...threeBills, PRACTICE_LATE_BILL.name] };
	expect(tourStep(late, [])).toBe('day');
	expect(tourStep(late, ['day'])).toBe('done');
});

test('bills that were withdrawn are offered again', () => {
	expect(tourStep({ ...fresh, soldByHand: true, importedNames: [] }, ['queue'])).toBe('bills');
});
