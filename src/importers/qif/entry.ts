import type { Currency } from '../../domain/money.ts';
import { type Note, quoted } from '../shared/reading/line-problems.ts';
import type { BankLineDraft } from '../shared/reading/statement.ts';
import { readAmount } from '../shared/values/amounts.ts';
import { readReference } from '../shared/values/cells.ts';
import { type DecimalMark, withDecimalPoint } from '../shared/values/decimals.ts';
import { type DayOrder, readLocalDay } from '../shared/values/local-dates.ts';
import { plainDate } from './dates.ts';
import type { QifEntry } from './entries.ts';

/** How the file writes days and amounts. */
export type QifStyle = { readonly order: DayOrder; readonly mark: DecimalMark; readonly currency: Currency };

/** One entry as a line; null where its day or amount is unreadable, which is noted. Splits stay within their entry. */
export function readEntry({ fields, line }: QifEntry, { order, mark, currency }: QifStyle, note: Note): BankLineDraft | null {
	const date = fields.get('D') ?? '';
	const bookedOn = readLocalDay(plainDate(date), order);
	if (bookedOn === null) note('time_unreadable', `D: no such day (${quoted(date)}).`);
	const written = fields.get('T') ?? fields.get('U') ?? '';
	const amount = readAmount(withDecimalPoint(written, mark), currency);
	if (!amount.ok) note('amount_unreadable', `T: ${written === '' ? 'there is no amount' : amount.error} (${quoted(written)}).`);
	if (bookedOn === null || !amount.ok) return null;
	return {
		bookedOn,
		valueOn: bookedOn,
		amountMinor: amount.value,
		currency,
		counterparty: fields.get('P') || null,
		reference: readReference(fields.get('N') ?? '').value,
		text: fields.get('M') ?? '',
		line,
	};
}
