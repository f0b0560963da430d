import { type Note, quoted } from '../shared/reading/line-problems.ts';
import type { BankLineDraft } from '../shared/reading/statement.ts';
import { cellOf, type Row } from '../shared/table/tables.ts';
import { incomeLessOutgo } from '../shared/table/two-columns.ts';
import { isDash } from '../shared/values/cells.ts';
import { currencyNamed } from '../shared/values/currencies.ts';
import { readDay } from '../shared/values/times.ts';
import { COLUMN } from './columns.ts';

/** One row as a line; null where its day or amount is unreadable, which is noted. */
export function readBooking(row: Row, note: Note): BankLineDraft | null {
	const written = cellOf(row, COLUMN.day);
	const bookedOn = readDay(written);
	if (bookedOn === null) note('time_unreadable', `${COLUMN.day}: no such day (${quoted(written)}).`);
	const currency = currencyNamed(cellOf(row, COLUMN.currency)) ?? 'CNY';
	const amountMinor = incomeLessOutgo(row, COLUMN, { currency, note });
	if (bookedOn === null || amountMinor === null) return null;
	const textOf = (name: string) => {
		const text = cellOf(row, name);
		return isDash(text) ? '' : text;
	};
	const counterparty = textOf(COLUMN.counterparty);
	// The place names who was paid only where no account holder is named.
	const texts = [textOf(COLUMN.summary), textOf(COLUMN.details), counterparty === '' ? textOf(COLUMN.place) : ''];
	return {
		bookedOn,
		valueOn: bookedOn,
		amountMinor,
		currency,
		counterparty: counterparty || null,
		reference: null,
		text: texts.filter((text) => text !== '').join(' '),
		line: row.line,
	};
}
