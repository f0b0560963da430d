import type { Currency, Minor } from '../money.ts';
import type { Interval, OffsetMinutes } from '../time.ts';
import type { Encoding, FooterCheck, LineProblem } from './reading.ts';

/** One booked entry of a bank statement. */
export type BankLine = {
	/** Stable from run to run and for every order of the lines. */
	readonly id: string;
	/** `YYYY-MM-DD`: the day of booking and, where it is stated, the day of value. */
	readonly bookedOn: string;
	readonly valueOn: string | null;
	/** Signed: money that came in is positive. */
	readonly amountMinor: Minor;
	readonly currency: Currency;
	/** Name of the other party. */
	readonly counterparty: string | null;
	/** End-to-end id, FITID, bank reference or the bank's own number: the first there is. */
	readonly reference: string | null;
	/** Everything written about the entry, joined by blanks; masked. */
	readonly text: string;
	/** Physical line, sheet row, or line where the entry begins; from 1. */
	readonly line: number | null;
};

/** One bank statement file, read; several accounts or pages of one file stand in it together. */
export type StatementReading = {
	readonly format: string;
	readonly encoding: Encoding | null;
	readonly leg: 'bank';
	readonly currency: Currency;
	/** Offset in which `coverage` is shown. */
	readonly offset: OffsetMinutes;
	readonly coverage: Interval | null;
	readonly lines: readonly BankLine[];
	/** Sums of the lines in `currency`; debits are negative. */
	readonly totals: { readonly count: number; readonly creditsMinor: Minor; readonly debitsMinor: Minor };
	/** Opening balance and lines against closing balance, or totals written in the file. */
	readonly footer: FooterCheck;
	readonly problems: readonly LineProblem[];
};

/** Sums of a statement's lines; lines in other currencies only count. */
export function statementTotals(lines: readonly BankLine[], currency: Currency): StatementReading['totals'] {
	let creditsMinor: Minor = 0;
	let debitsMinor: Minor = 0;
	for (const { amountMinor, currency: own } of lines) {
		if (own !== currency) continue;
		if (amountMinor > 0) creditsMinor += amountMinor;
		else debitsMinor += amountMinor;
	}
	return { count: lines.length, creditsMinor, debitsMinor };
}
