import type { EntryId } from '../ids.ts';
import type { Instant } from '../time.ts';
import type { Discrepancy, WorkState } from './discrepancy.ts';
import type { DiscrepancyBodies } from './entries.ts';

/** A decision that was not taken back. An opened case is one, too; how the case stands comes with it. */
export type WorkDecision =
	| { [K in keyof DiscrepancyBodies]: { readonly id: EntryId; readonly kind: K; readonly body: DiscrepancyBodies[K] } }[keyof DiscrepancyBodies]
	| { readonly id: EntryId; readonly kind: 'case-opened'; readonly caseState: string };

export type Work = Pick<Discrepancy, 'state' | 'snoozedUntil' | 'assignee' | 'caseId' | 'decision'>;

/** What no decision has touched. */
export const UNTOUCHED: Work = { state: 'open', snoozedUntil: null, assignee: null, caseId: null, decision: null };

/** Where the work stands after the decisions in force, given in the order of the log: the last one says the state. */
export function workOf(decisions: readonly WorkDecision[]): Work {
	return decisions.reduce(apply, UNTOUCHED);
}

/** The same once the engine no longer finds the discrepancy: what was decided stays, everything unfinished is cleared. */
export function workOfVanished(work: Work): Work {
	return work.state === 'open' || work.state === 'snoozed' ? { ...work, state: 'cleared', snoozedUntil: null } : work;
}

function apply(work: Work, decision: WorkDecision): Work {
	if (decision.kind === 'discrepancy-assigned') return { ...work, assignee: decision.body.to };
	if (decision.kind === 'discrepancy-snoozed') return decided(work, decision.id, 'snoozed', decision.body.until);
	if (decision.kind === 'case-opened') return { ...decided(work, decision.id, stateOfCase(decision.caseState)), caseId: decision.id };
	return decided(work, decision.id, STATES[decision.kind]);
}

const STATES = {
	'discrepancy-explained': 'explained',
	'discrepancy-entered': 'entered',
	'discrepancy-collected': 'collected',
	'discrepancy-written-off': 'written_off',
} as const satisfies Record<string, WorkState>;

function decided(work: Work, decision: EntryId, state: WorkState, snoozedUntil: Instant | null = null): Work {
	return { ...work, state, snoozedUntil, decision };
}

/** A claim that was given up puts the discrepancy back into the queue. */
function stateOfCase(caseState: string): WorkState {
	if (caseState === 'withdrawn') return 'open';
	return caseState === 'written_off' ? 'written_off' : 'escalated';
}
