import type { DiscrepancyKind } from '../matching/kinds.ts';
import type { Hypothesis, HypothesisCode } from '../matching/outcome.ts';

/** What can be done, in words of the message catalogs by code. */
export const REMEDY_CODES = [
	'query_result',
	'forward_stored',
	'settle_batch',
	'same_payment',
	'change_tender',
	'enter',
	'collect_again',
	'ask_customer',
	'escalate',
	'refund_difference',
	'refund_duplicate',
	'resend_refund',
	'align_ledger',
	'check_account',
	'answer_dispute',
	'check_fee',
	'recount',
	'check_device',
	'explain',
	'write_off',
] as const;
export type RemedyCode = (typeof REMEDY_CODES)[number];

/** Who usually acts (reference: taxonomy of discrepancies, column "who"). */
export type Actor = 'cashier' | 'manager' | 'owner';

export type Remedy = { readonly code: RemedyCode; readonly by: Actor };

/**
 * What to try for a discrepancy, in this order: what costs nothing and moves no money first, giving up last. What the likeliest cause
 * asks for comes before the rest, except that a result which may be unknown is queried before anything else.
 */
export function remediesFor({ kind, hypotheses }: { readonly kind: DiscrepancyKind; readonly hypotheses: readonly Hypothesis[] }): readonly Remedy[] {
	const usual = REMEDIES[kind];
	const [likeliest] = hypotheses;
	const likely = likeliest && usual.find(({ code }) => code === FIRST_STEP[likeliest.code]);
	if (!likely) return usual;
	const rest = usual.filter((remedy) => remedy !== likely);
	const [first, ...others] = rest;
	return first?.code === 'query_result' ? [first, likely, ...others] : [likely, ...rest];
}

/** What to do first if this is what happened. None of them asks a customer to pay while the result is not known. */
const FIRST_STEP: Readonly<Record<HypothesisCode, RemedyCode>> = {
	payment_never_taken: 'query_result',
	terminal_offline_not_uploaded: 'forward_stored',
	batch_not_settled: 'settle_batch',
	late_posting: 'query_result',
	other_tender: 'same_payment',
	logged_twice: 'explain',
	walked_out: 'ask_customer',
	result_unknown: 'query_result',
	cashier_forgot: 'enter',
	other_shop_or_till: 'explain',
	amount_mistyped: 'explain',
	digits_swapped: 'explain',
	decimal_slip: 'ask_customer',
	amount_of_the_last: 'ask_customer',
	tip_added: 'explain',
	coupon_or_second_payment: 'same_payment',
	reader_fault: 'check_device',
	charged_twice: 'refund_duplicate',
	reported_twice: 'explain',
	wrong_key: 'change_tender',
	voided_at_terminal: 'align_ledger',
	undone_in_ledger_only: 'align_ledger',
	refund_not_sent: 'resend_refund',
	refund_not_logged: 'enter',
	provider_lost_it: 'escalate',
	declined_later: 'ask_customer',
	payout_delayed: 'check_account',
	payout_returned: 'check_account',
	payout_held: 'escalate',
	other_account: 'check_account',
	deducted_later: 'explain',
	second_part_to_come: 'check_account',
	earlier_money_included: 'explain',
	reserve_released: 'explain',
	bank_error: 'escalate',
	fee_rate_changed: 'check_fee',
	fee_class_other: 'check_fee',
};

const cashier = (code: RemedyCode): Remedy => ({ code, by: 'cashier' });
const manager = (code: RemedyCode): Remedy => ({ code, by: 'manager' });
const owner = (code: RemedyCode): Remedy => ({ code, by: 'owner' });

const REMEDIES: Readonly<Record<DiscrepancyKind, readonly Remedy[]>> = {
	missing_at_terminal: [
		cashier('query_result'),
		cashier('forward_stored'),
		cashier('same_payment'),
		cashier('collect_again'),
		manager('ask_customer'),
		manager('escalate'),
		manager('write_off'),
	],
	// Where the provider's bill is the only source, this is also how a payment shows that was never taken.
	missing_at_provider: [
		cashier('query_result'),
		cashier('forward_stored'),
		cashier('settle_batch'),
		cashier('same_payment'),
		cashier('collect_again'),
		manager('ask_customer'),
		manager('escalate'),
		manager('write_off'),
	],
	missing_at_bank: [owner('check_account'), owner('escalate'), owner('explain')],
	missing_in_ledger: [cashier('same_payment'), cashier('enter'), manager('explain'), manager('escalate')],
	amount_short: [
		cashier('query_result'),
		cashier('same_payment'),
		cashier('explain'),
		manager('ask_customer'),
		manager('escalate'),
		manager('check_device'),
		manager('write_off'),
	],
	amount_over: [cashier('explain'), manager('refund_difference'), manager('escalate')],
	duplicate_charge: [cashier('query_result'), manager('refund_duplicate'), manager('escalate'), manager('explain')],
	tender_mismatch: [cashier('change_tender'), cashier('explain')],
	status_mismatch: [cashier('query_result'), manager('align_ledger'), manager('escalate'), manager('explain')],
	refund_missing: [cashier('query_result'), owner('resend_refund'), owner('escalate')],
	offline_declined: [cashier('collect_again'), manager('ask_customer'), owner('write_off')],
	chargeback: [owner('answer_dispute'), owner('escalate'), owner('write_off')],
	batch_unsettled: [cashier('settle_batch'), cashier('forward_stored'), manager('escalate'), manager('explain')],
	payout_short: [owner('check_account'), owner('escalate'), owner('explain')],
	payout_over: [owner('explain')],
	fee_mismatch: [owner('check_fee'), owner('escalate'), owner('explain')],
	cash_short: [cashier('recount'), manager('explain')],
	cash_over: [cashier('recount'), manager('explain')],
};
