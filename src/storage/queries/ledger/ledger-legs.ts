import type { Discrepancy } from '../../../domain/discrepancies/discrepancy.ts';
import type { Sale } from '../../../domain/ledger/sale.ts';
import { leavesReceipt } from '../../../domain/ledger/tender.ts';
import type { Leg, Receipt } from '../../../domain/receipts/receipt.ts';
import type { Instant } from '../../../domain/time.ts';

export type LegState = 'not_applicable' | 'not_due' | 'present' | 'due_missing' | 'conflict';
/** Where one record of a payment stands. `dueAt`: when it is expected, where that is known. */
export type LegView = { readonly leg: 'ledger' | Leg; readonly state: LegState; readonly dueAt: Instant | null };

export type LegFacts = {
	readonly sale: Pick<Sale, 'id' | 'tender' | 'state' | 'reversedBy'>;
	readonly receipts: readonly Pick<Receipt, 'id' | 'leg'>[];
	readonly discrepancies: readonly Pick<Discrepancy, 'kind' | 'state' | 'receipts'>[];
	/** While the sale is awaiting. */
	readonly dueAt: Instant | null;
	/** Legs of which any bill came in. */
	readonly known: ReadonlySet<Leg>;
};

const LEGS = ['terminal', 'provider', 'bank'] as const satisfies readonly Leg[];
const MISSING = { terminal: 'missing_at_terminal', provider: 'missing_at_provider', bank: 'missing_at_bank' } as const;

/** The four legs of a payment: our own record, the terminal's, the provider's, the bank's. */
export function legsOf(facts: LegFacts): readonly LegView[] {
	const ledger: LegView = { leg: 'ledger', state: facts.sale.reversedBy === null ? 'present' : 'not_applicable', dueAt: null };
	return [ledger, ...LEGS.map((leg) => theirLeg(leg, facts))];
}

function theirLeg(leg: Leg, { sale, receipts, discrepancies, dueAt, known }: LegFacts): LegView {
	const open = discrepancies.filter(({ state }) => state === 'open' || state === 'snoozed' || state === 'escalated');
	const own = receipts.filter((receipt) => receipt.leg === leg);
	if (own.length > 0) {
		const disputed = open.some((gap) => own.some(({ id }) => gap.receipts.includes(id)));
		return { leg, state: disputed ? 'conflict' : 'present', dueAt: null };
	}
	if (open.some(({ kind }) => kind === MISSING[leg] || (leg === 'provider' && kind === 'batch_unsettled'))) return { leg, state: 'due_missing', dueAt: null };
	const expected = sale.reversedBy === null && leavesReceipt(sale.tender) && (sale.state === 'paid_confirmed' || sale.state === 'result_unknown');
	if (!expected) return { leg, state: 'not_applicable', dueAt: null };
	// A leg of which nothing ever came in is not expected; before the first bill of all, the provider's is.
	const anticipated = known.has(leg) || (known.size === 0 && leg === 'provider');
	return anticipated ? { leg, state: 'not_due', dueAt } : { leg, state: 'not_applicable', dueAt: null };
}
