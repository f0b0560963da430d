import type { Currency, Minor } from '../../domain/money.ts';
import { type Note, quoted } from '../shared/reading/line-problems.ts';
import type { BankLineDraft } from '../shared/reading/statement.ts';
import { cellOf, type Row } from '../shared/table/tables.ts';
import { readReference } from '../shared/values/cells.ts';
import { currencyNamed } from '../shared/values/currencies.ts';
import { directionOf, readCell } from './amounts.ts';
import { textOf, textsOf } from './cells.ts';
import type { ColumnsByRole } from './layout.ts';
import type { Role } from './names.ts';
import type { Style } from './style.ts';

/** A row as a line; null where its day or amount is unreadable, which is noted. */
export function readBooking(row: Row, columns: ColumnsByRole, { style, note }: { style: Style; note: Note }): BankLineDraft | null {
	const bookedOn = dayOf(row, columns, style);
	if (bookedOn === null) note('time_unreadable', `There is no such day (${quoted(textOf(row, columns, 'bookedOn'))}).`);
	const currency = rowCurrency(row, columns, style);
	const amountMinor = amountOf(row, columns, { style, currency, note });
	if (bookedOn === null || amountMinor === null) return null;
	return {
		bookedOn,
		valueOn: style.days.read(textOf(row, columns, 'valueOn')),
		amountMinor,
		currency,
		counterparty: counterpartyOf(row, columns, amountMinor),
		reference: referenceOf(row, columns, note),
		text: wordsOf(row, columns),
		line: row.line,
	};
}

export function rowCurrency(row: Row, columns: ColumnsByRole, style: Style): Currency {
	return currencyNamed(textOf(row, columns, 'currency')) ?? style.currency;
}

/** Some exports fill the day of booking only later than that of the payment. */
function dayOf(row: Row, columns: ColumnsByRole, { days }: Style): string | null {
	return (
		textsOf(row, columns, 'bookedOn')
			.map(days.read)
			.find((day) => day !== null) ?? null
	);
}

type Money = { readonly style: Style; readonly currency: Currency; readonly note: Note };

/** What came in is positive: by the column in which it stands, by its sign, or by the letter or word beside it. */
function amountOf(row: Row, columns: ColumnsByRole, money: Money): Minor | null {
	const credit = cellAmount(row, columns, 'credit', money);
	const debit = cellAmount(row, columns, 'debit', money);
	if (credit === 'unreadable' || debit === 'unreadable') return null;
	if (credit !== null || debit !== null) {
		const outgo = debit ?? 0;
		return (credit ?? 0) + (money.style.debitsNegative || outgo === 0 ? outgo : -outgo);
	}
	const signed = cellAmount(row, columns, 'amount', money);
	if (signed === 'unreadable') return null;
	if (signed === null) money.note('amount_unreadable', 'There is no amount.');
	return signed === null ? null : withDirection(signed, money.style.flag === null ? '' : cellOf(row, money.style.flag), money.note);
}

function withDirection(amount: Minor, flag: string, note: Note): Minor | null {
	if (flag === '') return amount;
	const direction = directionOf(flag);
	if (direction === null) {
		note('kind_unknown', `Neither in nor out: ${quoted(flag)}.`);
		return null;
	}
	return direction === 'out' && amount > 0 ? -amount : amount;
}

function cellAmount(row: Row, columns: ColumnsByRole, role: Role, { style, currency, note }: Money): Minor | null | 'unreadable' {
	const cell = textOf(row, columns, role);
	const amount = readCell(cell, { currency, mark: style.mark });
	if (amount.ok) return amount.value;
	note('amount_unreadable', `The amount is unclear: ${amount.error} (${quoted(cell)}).`);
	return 'unreadable';
}

function counterpartyOf(row: Row, columns: ColumnsByRole, amount: Minor): string | null {
	return textOf(row, columns, 'counterparty') || textOf(row, columns, amount < 0 ? 'payee' : 'payer') || null;
}

const NO_REFERENCE = /^(?:NOTPROVIDED|NONREF|0+)$/i;

function referenceOf(row: Row, columns: ColumnsByRole, note: Note): string | null {
	for (const text of textsOf(row, columns, 'reference')) {
		const { value, damaged } = readReference(text);
		if (damaged) note('id_damaged', 'The reference lost its digits.');
		else if (value !== null && !NO_REFERENCE.test(value)) return value;
	}
	return null;
}

/** A number or code, by which a payout may be recognised. */
const CODE = /\d{4}|[A-Za-z]\d|\d[A-Za-z]/;

/** What the entry is for. The bank's own words, such as the kind of booking, come with it where they hold a number, or where they are all there is. */
function wordsOf(row: Row, columns: ColumnsByRole): string {
	const purpose = textsOf(row, columns, 'purpose');
	const more = textsOf(row, columns, 'more').filter((text) => purpose.length === 0 || CODE.test(text));
	return [...new Set([...purpose, ...more])].join(' ').replace(/\s+/g, ' ');
}
