import type { EntryId, SaleId } from '../ids.ts';
import { AMOUNT_MINOR_MAX, type Minor } from '../money.ts';
import { type Problem, problem } from '../problems.ts';
import { fail, ok, type Result } from '../result.ts';
import type { BusinessDay, Instant, OffsetMinutes } from '../time.ts';
import type { SaleRecorded } from './entries.ts';
import type { PaymentKeys, SaleState } from './sale.ts';
import type { Shop } from './shop.ts';
import { shopDay } from './shop-day.ts';
import type { Tender } from './tender.ts';
import { typedKeys, typedText } from './typed-text.ts';

/** What a cashier says about a sale or refund. `amountMinor` is what the customer was asked to pay, tip included, in the shop's currency. */
export type SaleInput = {
	readonly amountMinor: Minor;
	readonly tender: Tender;
	readonly terminalId: string | null;
	readonly cashier: string;
	/** `paid_confirmed` if left out. */
	readonly state?: SaleState;
	readonly tipMinor?: Minor | null;
	readonly keys?: Partial<PaymentKeys>;
	readonly paperSlipNo?: string | null;
	readonly note?: string | null;
};

/** `seq` is the place in the log; it is shown where the sale is said to be safe. */
export type RecordedSale = { readonly id: SaleId; readonly seq: number; readonly at: Instant; readonly day: BusinessDay };

/** What the surroundings know at that moment. */
export type SaleContext = {
	readonly shop: Shop;
	/** When the sale happened. */
	readonly at: Instant;
	readonly clockSuspect: boolean;
	readonly outage: { readonly id: EntryId; readonly terminalId: string | null } | null;
	/** Set where the sale is entered after the fact: its own time. */
	readonly enteredFor: { readonly at: Instant; readonly offset: OffsetMinutes } | null;
};

/** The body of a sale's entry. Refused are only amounts that cannot be; a doubtful clock is written down, never a reason to refuse. */
export function saleBody(input: SaleInput, context: SaleContext): Result<SaleRecorded, Problem> {
	const fault = amountFault(input.amountMinor, input.tipMinor ?? null);
	if (fault) return fail(fault);
	return ok({
		amountMinor: input.amountMinor,
		tipMinor: input.tipMinor ?? null,
		currency: context.shop.currency,
		tender: input.tender,
		terminalId: input.terminalId,
		cashier: input.cashier,
		state: input.state ?? 'paid_confirmed',
		day: shopDay(context.shop, context.at),
		keys: typedKeys(input.keys ?? {}),
		paperSlipNo: typedText(input.paperSlipNo),
		note: typedText(input.note),
		outageId: outageOf(input, context),
		clockSuspect: context.clockSuspect,
		enteredFor: context.enteredFor,
	});
}

/** Why an amount cannot be recorded: not above zero, beyond the largest amount, or a tip above the total that it is part of. */
export function amountFault(amountMinor: Minor, tipMinor: Minor | null): Problem | null {
	if (!Number.isSafeInteger(amountMinor) || amountMinor <= 0) return problem('amount_missing');
	if (amountMinor > AMOUNT_MINOR_MAX) return problem('amount_too_large');
	if (tipMinor !== null && !(Number.isSafeInteger(tipMinor) && tipMinor >= 0 && tipMinor <= amountMinor)) return problem('tip_too_large');
	return null;
}

/** An outage of one terminal does not touch the sales of another; what is entered later did not happen in it. */
function outageOf(input: SaleInput, { outage, enteredFor }: SaleContext): EntryId | null {
	if (!outage || enteredFor) return null;
	const elsewhere = outage.terminalId !== null && input.terminalId !== null && outage.terminalId !== input.terminalId;
	return elsewhere ? null : outage.id;
}
