import { type Problem, problem } from '../problems.ts';
import type { Case } from './case.ts';
import type { CaseMoved } from './entries.ts';
import { canMove } from './transitions.ts';

/** Why a case cannot move like this; null where it can. Money recovered is the whole so far, between nothing and what was at risk. */
export function moveFault(found: Case, move: Omit<CaseMoved, 'case'>): Problem | null {
	if (!canMove(found.state, move.to)) return problem('not_allowed_now', `${found.state} → ${move.to}`);
	const recovered = move.recoveredMinor ?? found.recoveredMinor;
	if (!Number.isSafeInteger(recovered) || recovered < 0) return problem('amount_missing');
	if (recovered > found.atRiskMinor) return problem('amount_too_large');
	if (move.to === 'funds_confirmed' && recovered === 0) return problem('amount_missing');
	return move.to === 'written_off' && move.note === null ? problem('text_missing') : null;
}
