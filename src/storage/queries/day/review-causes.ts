import type { ExplanationCode } from '../../../domain/discrepancies/entries.ts';
import type { DecisionRow } from '../../database.ts';
import { CAUSE_CODES, type CauseCode, type CauseCount } from './review-view.ts';

/**
 * Why gaps arose, as people found out: each gap counts once, by the last decision about it that stands. A gap that arose
 * while a terminal was offline and turned out to be late, lost or not collected is put down to the network.
 */
export function rootCauses(decisions: readonly DecisionRow[], inOutage: ReadonlySet<string>): readonly CauseCount[] {
	const latest = new Map<string, DecisionRow>();
	for (const decision of [...decisions].sort((a, b) => a.seq - b.seq)) {
		if (decision.discrepancy !== null && decision.undoneBy === null && causeOf(decision) !== null) latest.set(decision.discrepancy, decision);
	}
	const counts = new Map<CauseCode, number>();
	for (const [gap, decision] of latest) {
		const cause = causeOf(decision);
		if (cause === null) continue;
		const final = NETWORK_MAY_CAUSE.has(cause) && inOutage.has(gap) ? 'network' : cause;
		counts.set(final, (counts.get(final) ?? 0) + 1);
	}
	return [...counts]
		.map(([cause, count]) => ({ cause, count }))
		.sort((a, b) => b.count - a.count || CAUSE_CODES.indexOf(a.cause) - CAUSE_CODES.indexOf(b.cause));
}

const NETWORK_MAY_CAUSE: ReadonlySet<CauseCode> = new Set<CauseCode>(['delay', 'not_at_terminal', 'not_collected', 'not_logged', 'written_off']);

/** Null where a decision says nothing about the cause: put off, assigned, escalated. */
function causeOf({ kind, body }: DecisionRow): CauseCode | null {
	if (kind === 'discrepancy-explained' && 'reason' in body) return EXPLAINED[body.reason as ExplanationCode] ?? 'other';
	if (kind === 'discrepancy-entered' && 'kind' in body) return body.kind === 'missing_in_ledger' ? 'not_logged' : 'not_at_terminal';
	if (kind === 'discrepancy-collected') return 'not_collected';
	return kind === 'discrepancy-written-off' ? 'written_off' : null;
}

const EXPLAINED: Readonly<Record<ExplanationCode, CauseCode>> = {
	typed_wrong: 'mistyped',
	discount_or_coupon: 'discount',
	split_payment: 'split',
	tip: 'tip',
	other_till: 'other_till',
	test_payment: 'test',
	refunded_by_hand: 'by_hand',
	known_delay: 'delay',
	other: 'other',
};
