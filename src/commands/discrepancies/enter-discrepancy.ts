import { decidable, refOf } from '../../domain/discrepancies/decidable.ts';
import type { Discrepancy } from '../../domain/discrepancies/discrepancy.ts';
import { type MissingPayment, missingPayments, saleOfPayment } from '../../domain/discrepancies/missing-payments.ts';
import type { DiscrepancyId, EntryId, SaleId } from '../../domain/ids.ts';
import { SHOP_DEFAULT } from '../../domain/ledger/shop.ts';
import { typedText } from '../../domain/ledger/typed-text.ts';
import { type Problem, problem } from '../../domain/problems.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { addDays, daysBetween } from '../../domain/time.ts';
import { draft, type Ports } from '../ports.ts';

export type EnterDiscrepancyInput = {
	readonly discrepancy: DiscrepancyId;
	/** Who took the payment, where that is known; else the person at the till. */
	readonly cashier?: string | null;
	readonly note?: string | null;
};

/** `created` is empty where a sale was ticked off the re-entry list. */
export type EnteredDiscrepancy = { readonly decision: EntryId; readonly created: readonly SaleId[] };

/**
 * 补录, record only; no money moves. A receipt that nobody logged (`missing_in_ledger`) gets its sale with the original time and the
 * receipt's numbers, tied to the receipt in the same commit; any other discrepancy is ticked off as entered on the other till.
 * Problems: `discrepancy_gone`, `not_allowed_now`, `receipt_not_found`, and those of the storage.
 */
export async function enterDiscrepancy(ports: Ports, input: EnterDiscrepancyInput): Promise<Result<EnteredDiscrepancy, Problem>> {
	const discrepancy = decidable(await ports.derived.discrepancy(input.discrepancy));
	if (!discrepancy.ok) return discrepancy;
	const note = typedText(input.note);
	if (discrepancy.value.kind !== 'missing_in_ledger') {
		const tick = draft(ports, 'discrepancy-entered', { ...refOf(discrepancy.value), created: null, note });
		const committed = await ports.ledger.commit([tick]);
		return committed.ok ? ok({ decision: tick.id, created: [] }) : committed;
	}
	const payments = await paymentsOf(ports, discrepancy.value);
	if (payments.length < discrepancy.value.count) return fail(problem('receipt_not_found'));
	return create(ports, { discrepancy: discrepancy.value, payments, cashier: typedText(input.cashier) ?? ports.actor(), note });
}

type Creation = { readonly discrepancy: Discrepancy; readonly payments: readonly MissingPayment[]; readonly cashier: string; readonly note: string | null };

async function create(ports: Ports, { discrepancy, payments, cashier, note }: Creation): Promise<Result<EnteredDiscrepancy, Problem>> {
	const shop = (await ports.ledger.shop()) ?? SHOP_DEFAULT;
	const made = payments.map((payment) => {
		const { kind, body } = saleOfPayment(payment, { shop, cashier, note });
		const sale = kind === 'refund' ? draft(ports, 'refund-recorded', { ...body, refundOf: null }) : draft(ports, 'sale-recorded', body);
		const receipts = payment.receipts.map((receipt) => receipt.id);
		return { sale, confirmation: draft(ports, 'match-confirmed', { sales: [sale.id], receipts }) };
	});
	const created = made.map(({ sale }) => sale.id);
	const decision = draft(ports, 'discrepancy-entered', {
		...refOf(discrepancy),
		created: created[0] ?? null,
		...(created.length > 1 && { createdMore: created.slice(1) }),
		confirmations: made.map(({ confirmation }) => confirmation.id),
		note,
	});
	const committed = await ports.ledger.commit([...made.flatMap(({ sale, confirmation }) => [sale, confirmation]), decision]);
	return committed.ok ? ok({ decision: decision.id, created }) : committed;
}

/** The payments among the members that no sale has; members beyond the count cannot be told apart, and some of them are matched. */
async function paymentsOf(ports: Ports, discrepancy: Discrepancy): Promise<readonly MissingPayment[]> {
	const members = await Promise.all(discrepancy.receipts.map((id) => ports.receipts.receipt(id)));
	const days = daysBetween(addDays(discrepancy.day, -1), addDays(discrepancy.day, 1));
	const matches = (await Promise.all(days.map((day) => ports.derived.matchesOfDay(day)))).flat();
	return missingPayments(members, matches, discrepancy.count);
}
