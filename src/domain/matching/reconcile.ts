import type { Outcome } from './outcome.ts';
import type { ReconcileInput } from './rows.ts';

/** Rises whenever the same facts may give another answer, so that stored outcomes are made anew. */
export const ENGINE_VERSION = 1;

/**
 * Compares the ledger with the receipts (contracts/cli.md `reconcile`): a pure function of its input in which the order
 * of the rows plays no part, and in which every row ends in exactly one outcome.
 */
export function reconcile(input: ReconcileInput): Outcome {
	return {
		engineVersion: ENGINE_VERSION,
		matches: [],
		discrepancies: [],
		awaiting: input.sales.map((sale) => ({ sale: sale.id, dueAt: input.now, offset: sale.offset })),
		netted: [],
		excluded: [],
		problems: [],
		clocks: [],
	};
}
