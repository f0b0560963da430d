import { isEnded } from '../../domain/cases/transitions.ts';
import type { Draft, Entry } from '../../domain/entries.ts';
import type { EntryId, SaleId } from '../../domain/ids.ts';
import { type Problem, problem } from '../../domain/problems.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { draft, type Ports } from '../ports.ts';

/** `decision`: the entry of a confirmed or rejected match, of a decision about a discrepancy, or the one that opened a case. */
export type UndoDecisionInput = { readonly decision: EntryId };

/**
 * Takes a decision back; it stays in the log. What it brought about is taken back in the same commit: sales that it created are
 * reversed, a sale that it marked as failed gets its state back, a case that it opened is withdrawn.
 * Problems: `not_allowed_now` (no such decision, a sale of it was refunded, or its case has ended with money), and those of the storage.
 */
export async function undoDecision(ports: Ports, { decision }: UndoDecisionInput): Promise<Result<{ readonly entry: EntryId }, Problem>> {
	const undone = await undoDecisions(ports, { decisions: [decision] });
	const entry = undone.ok ? undone.value.entries[0] : undefined;
	if (!undone.ok) return undone;
	return entry ? ok({ entry }) : fail(problem('not_allowed_now'));
}

/** The same for several at once ("confirm all certain ones"), all in one commit or none. */
export async function undoDecisions(
	ports: Ports,
	{ decisions }: { readonly decisions: readonly EntryId[] },
): Promise<Result<{ readonly entries: readonly EntryId[] }, Problem>> {
	const undos: Draft[] = [];
	const effects: Draft[] = [];
	for (const id of new Set(decisions)) {
		const decision = await ports.ledger.entry(id);
		if (!decision) return fail(problem('not_allowed_now', 'no such entry'));
		const caused = await effectsOf(ports, decision);
		if (!caused.ok) return caused;
		undos.push(draft(ports, 'decision-undone', { decision: id }));
		effects.push(...caused.value);
	}
	if (undos.length === 0) return fail(problem('not_allowed_now', 'nothing to undo'));
	const committed = await ports.ledger.commit([...undos, ...effects]);
	return committed.ok ? ok({ entries: undos.map(({ id }) => id) }) : committed;
}

async function effectsOf(ports: Ports, decision: Entry): Promise<Result<readonly Draft[], Problem>> {
	switch (decision.kind) {
		case 'match-confirmed':
		case 'match-rejected':
		case 'discrepancy-assigned':
		case 'discrepancy-explained':
		case 'discrepancy-written-off':
		case 'discrepancy-snoozed':
			return ok([]);
		case 'discrepancy-entered': {
			const { created, createdMore = [], confirmations = [] } = decision.body;
			const ties = await loosened(ports, confirmations);
			const reversals = await reversalsOf(ports, created ? [created, ...createdMore] : []);
			return reversals.ok ? ok([...ties, ...reversals.value]) : reversals;
		}
		case 'discrepancy-collected': {
			const { unpaid, sale } = decision.body;
			const reversals = await reversalsOf(ports, [sale]);
			const old = reversals.ok && unpaid ? await ports.ledger.sale(unpaid.sale) : null;
			// What was said about the old sale since then stands.
			if (!reversals.ok || !unpaid || old?.state !== 'failed') return reversals;
			return ok([...reversals.value, draft(ports, 'sale-annotated', { sale: unpaid.sale, state: unpaid.state })]);
		}
		case 'case-opened':
			return caseFault(ports, decision.id);
		default:
			return fail(problem('not_allowed_now', `not a decision: ${decision.kind}`));
	}
}

/**
 * The receipt is nobody's again. It is kept apart from the sale made for it: that one was never rung up, and undone beside its receipt
 * it would look like a payment that stands although its sale was undone.
 */
async function loosened(ports: Ports, confirmations: readonly EntryId[]): Promise<readonly Draft[]> {
	const ties = await Promise.all(confirmations.map((id) => ports.ledger.entry(id)));
	return ties.flatMap((tie): Draft[] => {
		if (tie?.kind !== 'match-confirmed') return [];
		const { sales, receipts } = tie.body;
		const apart = sales.flatMap((sale) => receipts.map((receipt) => draft(ports, 'match-rejected', { sale, receipt })));
		return [draft(ports, 'decision-undone', { decision: tie.id }), ...apart];
	});
}

/** Sales that are reversed already need nothing more. */
async function reversalsOf(ports: Ports, created: readonly SaleId[]): Promise<Result<readonly Draft[], Problem>> {
	const drafts: Draft[] = [];
	for (const id of created) {
		const [sale, refunds] = await Promise.all([ports.ledger.sale(id), ports.ledger.refundsOf(id)]);
		if (refunds.length > 0) return fail(problem('not_allowed_now', 'refunds of the sale stand'));
		if (sale && sale.reversedBy === null) drafts.push(draft(ports, 'sale-reversed', { sale: id, reason: 'discrepancy' }));
	}
	return ok(drafts);
}

/** Taking back the opening withdraws the case, unless it came to an end of its own. */
async function caseFault(ports: Ports, id: EntryId): Promise<Result<readonly Draft[], Problem>> {
	const found = await ports.work.case(id);
	if (!found || found.state === 'withdrawn') return ok([]);
	return isEnded(found.state) || found.recoveredMinor > 0 ? fail(problem('not_allowed_now', `the case came to an end: ${found.state}`)) : ok([]);
}
