import type { Minor } from '../../domain/money.ts';
import { type Note, quoted } from '../shared/reading/line-problems.ts';
import type { BankLineDraft } from '../shared/reading/statement.ts';
import { cellOf, type Row } from '../shared/table/tables.ts';
import { incomeLessOutgo } from '../shared/table/two-columns.ts';
import { readAmount } from '../shared/values/amounts.ts';
import { isDash } from '../shared/values/cells.ts';
import { currencyNamed } from '../shared/values/currencies.ts';
import { readDay } from '../shared/values/times.ts';
import { COLUMN } from './columns.ts';

/** One row as a line; null where its day or amount is unreadable, which is noted. */
export function readBooking(row: Row, note: Note): BankLineDraft | null {
	const written = cellOf(row, COLUMN.bookedOn) || cellOf(row, COLUMN.day);
	const bookedOn = readDay(written);
	if (bookedOn === null) note('time_unreadable', `${COLUMN.bookedOn}: no such day (${quoted(written)}).`);
	const currency = currencyNamed(cellOf(row, COLUMN.currency)) ?? 'CNY';
	const amountMinor = incomeLessOutgo(row, COLUMN, { currency, note });
	if (bookedOn === null || amountMinor === null) return null;
	const textOf = (name: string) => (isDash(cellOf(row, name)) ? '' : cellOf(row, name));
	const counterparty = textOf(COLUMN.counterparty);
	const texts = [textOf(COLUMN.summary), textOf(COLUMN.remark), counterparty === '' ? textOf(COLUMN.place) : ''];
	return {
		bookedOn,
		valueOn: null,
		amountMinor,
		currency,
		counterparty: counterparty || null,
		reference: null,
		text: texts.filter((text) => text !== '').join(' '),
		line: row.line,
	};
}

/** The balance after the row; null where it is not clear. */
export function balanceAfter(row: Row): Minor | null {
	const balance = readAmount(cellOf(row, COLUMN.balance), currencyNamed(cellOf(row, COLUMN.currency)) ?? 'CNY');
	return balance.ok ? balance.value : null;
}
