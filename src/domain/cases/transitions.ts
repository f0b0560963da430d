import { CASE_STATES, type CaseState } from './case.ts';

/** Where a case may go from here, nearest first. */
export function movesFrom(state: CaseState): readonly CaseState[] {
	return MOVES[state];
}

export function canMove(from: CaseState, to: CaseState): boolean {
	return MOVES[from].includes(to);
}

/** Ended, whatever came of it; only a reopening goes on from here. */
export function isEnded(state: CaseState): boolean {
	return ENDED.includes(state);
}

/** Work before the claim is handed over; steps of it may be skipped, because a phone call is often the whole of it. */
const PREPARING: readonly CaseState[] = ['detected', 'verifying', 'classified', 'collecting_materials', 'ready', 'submitted'];
const ANSWERS: readonly CaseState[] = ['approved', 'partially_approved', 'rejected'];
const GIVING_UP: readonly CaseState[] = ['written_off', 'withdrawn'];
const ENDED: readonly CaseState[] = ['closed', ...GIVING_UP];

const ONWARD: Readonly<Partial<Record<CaseState, readonly CaseState[]>>> = {
	submitted: ['under_review', 'info_requested', ...ANSWERS],
	under_review: ['info_requested', ...ANSWERS],
	info_requested: ['under_review', 'submitted', ...ANSWERS],
	approved: ['funds_expected', 'funds_confirmed'],
	partially_approved: ['funds_expected', 'funds_confirmed', 'submitted'],
	rejected: ['submitted', 'watching', 'closed'],
	funds_expected: ['funds_confirmed', 'under_review'],
	funds_confirmed: ['watching', 'closed'],
	watching: ['closed', 'reopened'],
	closed: ['reopened'],
	written_off: ['reopened'],
	withdrawn: ['reopened'],
	reopened: ['verifying', 'collecting_materials', 'ready', 'submitted', 'watching', 'closed'],
};

const MOVES = Object.fromEntries(CASE_STATES.map((state) => [state, movesOf(state)])) as Readonly<Record<CaseState, readonly CaseState[]>>;

function movesOf(state: CaseState): readonly CaseState[] {
	const onward = ONWARD[state] ?? PREPARING.slice(PREPARING.indexOf(state) + 1);
	const settled = isEnded(state) || state === 'funds_confirmed' || state === 'watching';
	return settled ? onward : [...onward, ...GIVING_UP];
}
