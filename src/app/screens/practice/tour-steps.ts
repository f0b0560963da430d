import { PRACTICE_BILLS, PRACTICE_LATE_BILL } from '../../practice/practice-day.ts';
import { TOUR_STEPS, type TourStep } from '../../state/tour.ts';

/** What the practice books say about the tour. */
export type TourFacts = { readonly soldByHand: boolean; readonly importedNames: readonly string[]; readonly dayClosed: boolean };

/**
 * The step to show: the first that is neither done in the books nor passed by hand. What the books hold counts for all steps
 * before it, so that a reload goes on where it was left.
 */
export function tourStep(facts: TourFacts, passed: readonly TourStep[]): TourStep | 'done' {
	const done = doneInBooks(facts);
	const furthest = TOUR_STEPS.reduce((last, step, at) => (done[step] ? at : last), -1);
	return TOUR_STEPS.find((step, at) => at > furthest && !passed.includes(step)) ?? 'done';
}

function doneInBooks({ soldByHand, importedNames, dayClosed }: TourFacts): Readonly<Record<TourStep, boolean>> {
	return {
		sell: soldByHand,
		bills: PRACTICE_BILLS.every(({ name }) => importedNames.includes(name)),
		queue: false,
		late: importedNames.includes(PRACTICE_LATE_BILL.name),
		day: dayClosed,
	};
}
