import type { Case, CaseState } from '../../../domain/cases/case.ts';

export const MONEY_STEPS = ['check', 'materials', 'submit', 'answer', 'funds'] as const;
export const CAUSE_STEPS = ['find', 'watch', 'close'] as const;
export type TrackStep = (typeof MONEY_STEPS)[number] | (typeof CAUSE_STEPS)[number];
export type Step = { readonly code: TrackStep; readonly standing: 'done' | 'now' | 'next' };
/** The money and the cause run side by side and end separately. */
export type Tracks = { readonly money: readonly Step[]; readonly cause: readonly Step[] };

/** Which step of the money a state belongs to; what ended belongs to none. */
const MONEY_STEP: Readonly<Record<CaseState, number | null>> = {
	detected: 0,
	verifying: 0,
	classified: 0,
	collecting_materials: 1,
	ready: 1,
	submitted: 2,
	under_review: 3,
	info_requested: 3,
	approved: 4,
	partially_approved: 4,
	rejected: 3,
	funds_expected: 4,
	funds_confirmed: null,
	watching: null,
	closed: null,
	written_off: null,
	withdrawn: null,
	reopened: 0,
};

export function tracksOf({ state, recoveredMinor, timeline }: Pick<Case, 'state' | 'recoveredMinor' | 'timeline'>): Tracks {
	return { money: moneySteps(state, recoveredMinor > 0, timeline), cause: causeSteps(state) };
}

/** Where the money's way has ended, what was reached stays reached; the funds only if money came. */
function moneySteps(state: CaseState, recovered: boolean, timeline: Case['timeline']): Step[] {
	const now = MONEY_STEP[state];
	const reached = Math.max(0, ...timeline.flatMap((event) => (event.state === null ? [] : (MONEY_STEP[event.state] ?? []))));
	return MONEY_STEPS.map((code, index) => {
		if (now !== null) return { code, standing: index < now ? 'done' : index === now ? 'now' : 'next' };
		if (code === 'funds') return { code, standing: recovered ? 'done' : 'next' };
		return { code, standing: recovered || index <= reached ? 'done' : 'next' };
	});
}

function causeSteps(state: CaseState): Step[] {
	const now = state === 'watching' ? 1 : state === 'closed' ? 3 : 0;
	const givenUp = state === 'written_off' || state === 'withdrawn';
	return CAUSE_STEPS.map((code, index) => ({ code, standing: index < now ? 'done' : index === now && !givenUp ? 'now' : 'next' }));
}
