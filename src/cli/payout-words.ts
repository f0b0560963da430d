import { type Currency, formatMajor } from '../domain/money.ts';
import type { Bridge, Payout, PayoutEvidence } from '../domain/settlement/outcome.ts';
import { formatIso } from '../domain/time.ts';

/** What one piece of evidence about a payout says, as an English phrase. */
export function payoutPhrase({ field, relation, facts }: PayoutEvidence, currency: Currency): string {
	const fact = (name: string) => Number(facts?.[name] ?? 0);
	const money = (name: string) => formatMajor(Math.abs(fact(name)), currency);
	const phrases: Readonly<Record<string, () => string>> = {
		'payer known': () => `paid by ${facts?.payer}`,
		'payer unknown': () => 'no known payer named, the amount and the day agree',
		'net equal': () => 'equal to the net',
		'net batches_add_up': () => `${fact('batches')} batches add up`,
		'net credits_add_up': () => `${fact('credits')} credits add up`,
		'net within_fees': () => 'within what the fees may be',
		'net differs': () => `${money('differenceMinor')} ${fact('differenceMinor') < 0 ? 'less' : 'more'} than the net`,
		'net nothing_to_pay': () => 'nothing to pay out',
		'reference repeated': () => 'the line repeats a number of the payout',
		'day on_time': () => `${fact('days')} days after the settled day`,
		'day late': () => `${fact('lateDays')} days late`,
		'day early': () => 'earlier than usual',
		'day holidays_unknown': () => `public holidays of ${facts?.years} are not known here: reckoned by weekends only, confirm`,
		'fee not_all_known': () => `fees not all known, up to ${money('spreadMinor')} open`,
		'fee card_kind_unknown': () => `fees of ${fact('count')} payments not judged: debit or credit is not said`,
		'fee other_currency': () => `fees of ${fact('count')} payments not judged: the rule is in another currency`,
		'rows do_not_add_up': () => `the payout's own rows are ${money('differenceMinor')} ${fact('differenceMinor') < 0 ? 'more' : 'less'} than it`,
		'bill not_whole': () => 'the bill does not cover the whole day',
		'bill days_without_bill': () => `${money('differenceMinor')} more, from days whose bill was not given`,
		'bill not_paid_out': () => 'kept by the provider, not paid out yet',
		'statement not_due': () => 'not due yet',
		'statement covers_without': () => 'due, and not in the statements that cover the time',
		'statement does_not_cover': () => 'due, but no statement covers the time',
	};
	return phrases[`${field} ${relation}`]?.() ?? `${field} ${relation}`;
}

/** "1000.00 − 20.00 refunds − 6.00 fees − 0.00 adjustments = 974.00 CNY". */
export function bridgeWords({ grossMinor, refundsMinor, feesMinor, adjustmentsMinor, netMinor }: Bridge, currency: Currency): string {
	const part = (minor: number, name: string) => `${minor < 0 ? '+' : '-'} ${formatMajor(Math.abs(minor), currency)} ${name}`;
	const parts = [part(refundsMinor, 'refunds'), part(feesMinor, 'fees'), part(adjustmentsMinor, 'adjustments')].join(' ');
	return `${formatMajor(grossMinor, currency)} gross ${parts} = ${formatMajor(netMinor, currency)} ${currency}`;
}

/** A payout in some lines: what it is, its bridge, what came, and why. */
export function payoutLines(payout: Payout): string[] {
	const { state, batches, currency, bridge, lines, creditedMinor, evidence, dueAt, offset } = payout;
	const days = batches.map(({ source, tender, settledOn }) => `${source}${tender === null ? '' : ` ${tender}`} ${settledOn}`).join(', ');
	const came = lines.map(
		({ bookedOn, amountMinor, counterparty }) => `${formatMajor(amountMinor, currency)} on ${bookedOn} from ${counterparty ?? 'an unnamed payer'}`,
	);
	return [
		`payout ${state.replaceAll('_', ' ')}: ${days}`,
		`    ${bridgeWords(bridge, currency)}`,
		lines.length === 0
			? `    nothing at the bank; due ${formatIso({ at: dueAt, offset })}`
			: `    at the bank: ${formatMajor(creditedMinor, currency)} ${currency} (${came.join('; ')})`,
		`    ${evidence.map((one) => payoutPhrase(one, currency)).join('; ')}`,
	];
}
