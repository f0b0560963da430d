import type { Currency, Minor } from '../../../domain/money.ts';
import type { Result } from '../../../domain/result.ts';
import { type Note, quoted } from '../reading/line-problems.ts';
import { type AmountFault, readAmount, readFee, readMinorAmount, readMinorFee } from '../values/amounts.ts';
import { isDash, readReference } from '../values/cells.ts';
import { cellOf, type Row } from './tables.ts';

/** A reference of the row, whole; null where there is none or where its digits are lost, which is noted. */
export function referenceOf(row: Row, name: string, note: Note): string | null {
	const { value, damaged } = readReference(cellOf(row, name));
	if (damaged) note('id_damaged', `${name}: the number lost its digits.`);
	return value;
}

/** In which currency an amount is read, whether the source counts in its minor units, and who hears of what is wrong. */
export type Money = { readonly currency: Currency; readonly minor?: boolean; readonly note: Note };

/** The row's amount with its sign; null where it is missing or unreadable, which is noted. */
export function amountOf(row: Row, name: string, money: Money): Minor | null {
	return readNoted(row, name, { money, read: money.minor ? readMinorAmount : readAmount, missing: 'there is no amount' });
}

/** As `amountOf`, but an empty cell is simply nothing. */
export function optionalAmountOf(row: Row, name: string, money: Money): Minor | null {
	return readNoted(row, name, { money, read: money.minor ? readMinorAmount : readAmount, missing: null });
}

/** As `optionalAmountOf`, rounded half to even where it is finer than the currency. */
export function feeOf(row: Row, name: string, money: Money): Minor | null {
	return readNoted(row, name, { money, read: money.minor ? readMinorFee : readFee, missing: null });
}

/** The row's currency code; Chinese bills without one are in yuan. */
export function currencyOf(row: Row, name: string, note: Note): Currency {
	return currencyCodeOf(row, name, { note, fallback: 'CNY' });
}

/** The row's currency code in any case; the fallback where there is none, or no code, which is noted. */
export function currencyCodeOf(row: Row, name: string, { note, fallback }: { readonly note: Note; readonly fallback: Currency }): Currency {
	const code = cellOf(row, name).toUpperCase();
	if (code === '' || /^[A-Z]{3}$/.test(code)) return code || fallback;
	note('row_unreadable', `${name}: ${quoted(code)} is no currency; taken as ${fallback}.`);
	return fallback;
}

type Reading = {
	readonly money: Money;
	readonly read: (text: string, currency: Currency) => Result<Minor, AmountFault>;
	readonly missing: string | null;
};

function readNoted(row: Row, name: string, { money: { currency, note }, read, missing }: Reading): Minor | null {
	const text = cellOf(row, name);
	if (text === '' || isDash(text)) {
		if (missing !== null) note('amount_unreadable', `${name}: ${missing}.`);
		return null;
	}
	const amount = read(text, currency);
	if (amount.ok) return amount.value;
	note('amount_unreadable', `${name}: ${amount.error} (${quoted(text)}).`);
	return null;
}
