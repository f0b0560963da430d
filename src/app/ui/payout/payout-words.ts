import type { Payout, PayoutBatch, PayoutEvidence } from '../../../domain/settlement/outcome.ts';
import { type Payer, payersOfSource } from '../../../domain/settlement/payers.ts';
import type { Messages } from '../../messages/messages-context.ts';

/** Who pays a batch out, in a name that people know. */
export function batchName({ text }: Messages, { source, tender }: PayoutBatch): string {
	const [payer] = payersOfSource(source);
	if (payer) return text.payouts.payer[payer];
	return tender === null ? source : text.payouts.terminal(text.common.tender[tender]);
}

/** "微信支付 · 11月17日 周二", over several days with the first and the last. */
export function payoutName(messages: Messages, { batches }: Pick<Payout, 'batches'>): string {
	const { text, format } = messages;
	const names = [...new Set(batches.map((batch) => batchName(messages, batch)))].join(' + ');
	const [first, last] = [batches[0]?.settledOn ?? '', batches.at(-1)?.settledOn ?? ''];
	return text.payouts.batchDay(names, first === last ? format.day(first) : text.payouts.severalDays(format.day(first), format.day(last)));
}

/** What a piece of evidence says. */
export function payoutReason({ text, format }: Messages, { field, relation, facts }: PayoutEvidence, currency: string): string {
	const words = text.payouts.evidence;
	const fact = (name: string) => Number(facts?.[name] ?? 0);
	const money = (name: string) => format.money(Math.abs(fact(name)), currency);
	const count = (name: string) => format.count(fact(name));
	const sentences: Readonly<Record<string, () => string>> = {
		'payer known': () => words.payerKnown(text.payouts.payer[facts?.payer as Payer]),
		'payer unknown': () => words.payerUnknown,
		'net equal': () => words.netEqual,
		'net batches_add_up': () => words.netBatches(count('batches')),
		'net credits_add_up': () => words.netCredits(count('credits')),
		'net within_fees': () => words.netWithinFees,
		'net differs': () => (fact('differenceMinor') < 0 ? words.netLess : words.netMore)(money('differenceMinor')),
		'net nothing_to_pay': () => words.netNothing,
		'reference repeated': () => words.reference,
		'day on_time': () => words.dayOnTime(count('days')),
		'day late': () => words.dayLate(count('lateDays')),
		'day early': () => words.dayEarly,
		'day holidays_unknown': () => words.holidaysUnknown(String(facts?.years ?? '')),
		'fee not_all_known': () => words.feeOpen(money('spreadMinor')),
		'fee card_kind_unknown': () => words.feeKindOpen(count('count')),
		'fee other_currency': () => words.feeCurrencyOpen(count('count')),
		'rows do_not_add_up': () => words.rowsOff(money('differenceMinor')),
		'bill not_whole': () => words.billNotWhole,
		'bill days_without_bill': () => words.billDays(money('differenceMinor')),
		'bill not_paid_out': () => words.billNotPaidOut,
		'statement not_due': () => words.statementNotDue,
		'statement covers_without': () => words.statementWithout,
		'statement does_not_cover': () => words.statementShort,
	};
	return sentences[`${field} ${relation}`]?.() ?? '';
}
