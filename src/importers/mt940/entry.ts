import type { Currency, Minor } from '../../domain/money.ts';
import { type Note, quoted } from '../shared/reading/line-problems.ts';
import type { BankLineDraft } from '../shared/reading/statement.ts';
import { readAmount, readExact } from '../shared/values/amounts.ts';
import { readEntryDay, readShortDay } from './dates.ts';
import { type Details, readDetails } from './details.ts';
import type { Field } from './fields.ts';
import { isReference } from './references.ts';

/** An entry as a line; `exact` is its signed amount in units of the fifth decimal. */
export type ReadEntry = { readonly draft: BankLineDraft; readonly exact: bigint };

/** Value date, entry date, mark (R reverses), third letter of the currency, amount, kind, and the references of both sides. */
const ENTRY = /^(\d{6})(\d{4}| {4})?(R?[CD])([A-Z])? *(\d[\d.,]*)(?:([A-Z][A-Z0-9]{3})(.*))?$/;

/** One `:61:` with the `:86:` behind it; null where days or amount are unreadable, which is noted. */
export function readEntry(field: Field, about: Field | null, { currency, note }: { currency: Currency; note: Note }): ReadEntry | null {
	const [first = '', ...more] = field.lines;
	const parts = ENTRY.exec(first);
	if (!parts) {
		note('row_unreadable', 'This is no entry of a statement.');
		return null;
	}
	const days = daysOf(parts[1] ?? '', (parts[2] ?? '').trim(), note);
	const size = sizeOf(parts[5] ?? '', currency, note);
	if (!days || !size) return null;
	const sign = parts[3] === 'C' || parts[3] === 'RD' ? 1 : -1;
	const details = readDetails(about?.lines ?? [], more);
	return {
		draft: {
			...days,
			amountMinor: size.minor === 0 ? 0 : sign * size.minor,
			currency,
			counterparty: details.counterparty,
			reference: referenceOf(details, parts[7] ?? ''),
			text: details.text,
			line: field.line,
		},
		exact: BigInt(sign) * size.exact,
	};
}

function daysOf(value: string, entry: string, note: Note): { bookedOn: string; valueOn: string } | null {
	const valueOn = readShortDay(value);
	const bookedOn = valueOn === null || entry === '' ? valueOn : readEntryDay(entry, valueOn);
	if (valueOn !== null && bookedOn !== null) return { bookedOn, valueOn };
	note('time_unreadable', `There is no such day (${quoted(`${value} ${entry}`)}).`);
	return null;
}

/** Decimals stand behind a comma, which is there even without any: `79,7`, `0,`. */
function sizeOf(text: string, currency: Currency, note: Note): { minor: Minor; exact: bigint } | null {
	const plain = text.replace(',', '.');
	const amount = readAmount(plain, currency);
	const exact = readExact(plain);
	if (amount.ok && exact !== null) return { minor: amount.value, exact };
	note('amount_unreadable', `The amount is unclear: ${amount.ok ? 'not a number' : amount.error} (${quoted(text)}).`);
	return null;
}

/** The end-to-end id; else the bank's own number behind `//`; else that of the account's owner before it. */
function referenceOf({ endToEnd }: Details, references: string): string | null {
	const cut = references.indexOf('//');
	const [owners, banks] = cut < 0 ? [references, ''] : [references.slice(0, cut), references.slice(cut + 2)];
	return [endToEnd ?? '', banks, owners].map((text) => text.trim()).find(isReference) ?? null;
}
