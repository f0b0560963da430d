import type { HypothesisCode } from '../matching/outcome.ts';
import type { RemedyCode } from './remedies.ts';

/** What to do first if this is what happened. None of them asks a customer to pay while the result is not known. */
export function nextStepOf(code: HypothesisCode): RemedyCode {
	return NEXT_STEPS[code];
}

const NEXT_STEPS: Readonly<Record<HypothesisCode, RemedyCode>> = {
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
	tip_added: 'explain',
	coupon_or_second_payment: 'same_payment',
	reader_fault: 'check_device',
	charged_twice: 'refund_duplicate',
	wrong_key: 'change_tender',
	voided_at_terminal: 'align_ledger',
	undone_in_ledger_only: 'align_ledger',
	refund_not_sent: 'resend_refund',
	refund_not_logged: 'enter',
	provider_lost_it: 'escalate',
	declined_later: 'ask_customer',
};
