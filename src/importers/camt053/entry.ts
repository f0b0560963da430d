import type { Currency, Minor } from '../../domain/money.ts';
import { type Note, quoted } from '../shared/reading/line-problems.ts';
import type { BankLineDraft } from '../shared/reading/statement.ts';
import { readAmount, readExact } from '../shared/values/amounts.ts';
import { readDay } from '../shared/values/times.ts';
import { counterpartyOf, entryReference } from './parties.ts';
import { type Element, elementsAt, textAt, textsAt } from './xml.ts';

/** What an entry takes from the statement around it. */
export type Account = { readonly currency: Currency; readonly owner: string | null };

/** An entry as a line; `exact` is its signed amount in units of the fifth decimal. */
export type ReadEntry = { readonly draft: BankLineDraft; readonly exact: bigint };

/** States of an entry that is not booked (yet), as text or as a code. */
const UNBOOKED = new Set(['PDNG', 'INFO', 'FUTR']);

export function isBooked(entry: Element): boolean {
	return !UNBOOKED.has(textAt(entry, 'Sts', 'Cd') ?? textAt(entry, 'Sts') ?? '');
}

/** One `Ntry`, batches too; null where its amount, direction or day is unreadable, which is noted. */
export function readEntry(entry: Element, { currency: accountCurrency, owner }: Account, { line, note }: { line: number; note: Note }): ReadEntry | null {
	const currency = currencyOf(entry) ?? accountCurrency;
	const indicator = textAt(entry, 'CdtDbtInd');
	const credit = indicator === 'CRDT';
	if (!credit && indicator !== 'DBIT') note('amount_unreadable', `CdtDbtInd: neither credit nor debit (${quoted(indicator ?? '')}).`);
	const size = amountOf(entry, currency, note);
	const valueOn = dayAt(entry, 'ValDt');
	const bookedOn = dayAt(entry, 'BookgDt') ?? valueOn;
	if (bookedOn === null) note('time_unreadable', 'There is neither a day of booking nor a day of value.');
	if (size === null || bookedOn === null || (!credit && indicator !== 'DBIT')) return null;
	const reversal = /^(?:true|1)$/.test(textAt(entry, 'RvslInd') ?? '');
	return {
		draft: {
			bookedOn,
			valueOn,
			amountMinor: credit || size.minor === 0 ? size.minor : -size.minor,
			currency,
			counterparty: counterpartyOf(entry, { credit, reversal, owner }),
			reference: entryReference(entry),
			text: textOf(entry),
			line,
		},
		exact: credit ? size.exact : -size.exact,
	};
}

/** The currency of an entry's or a balance's amount. */
export function currencyOf(element: Element): Currency | null {
	const code = elementsAt(element, 'Amt')[0]?.['@Ccy'];
	return typeof code === 'string' && /^[A-Z]{3}$/.test(code) ? code : null;
}

function amountOf(entry: Element, currency: Currency, note: Note): { minor: Minor; exact: bigint } | null {
	const text = textAt(entry, 'Amt') ?? '';
	const amount = readAmount(text, currency);
	const exact = readExact(text);
	if (amount.ok && exact !== null) return { minor: amount.value, exact };
	note('amount_unreadable', `Amt: ${amount.ok ? 'not a number' : amount.error} (${quoted(text)}).`);
	return null;
}

/** The day of a date, or of a date and time as it is written. */
function dayAt(entry: Element, name: string): string | null {
	const text = textAt(entry, name, 'Dt') ?? textAt(entry, name, 'DtTm') ?? '';
	return readDay(text.slice(0, 10));
}

/** What is written about the entry: the remittance of its payments, and what the bank adds. */
function textOf(entry: Element): string {
	const payments = elementsAt(entry, 'NtryDtls', 'TxDtls').flatMap((payment) => [
		...textsAt(payment, 'RmtInf', 'Ustrd'),
		...textsAt(payment, 'RmtInf', 'Strd', 'CdtrRefInf', 'Ref'),
		...textsAt(payment, 'RmtInf', 'Strd', 'RfrdDocInf', 'Nb'),
		...textsAt(payment, 'RmtInf', 'Strd', 'AddtlRmtInf'),
		...textsAt(payment, 'AddtlTxInf'),
	]);
	return [...new Set([...payments, ...textsAt(entry, 'AddtlNtryInf')])].join(' ');
}
