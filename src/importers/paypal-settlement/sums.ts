import { cellOf, type Row } from '../shared/table/tables.ts';
import { readAmount } from '../shared/values/amounts.ts';
import { COLUMN } from './columns.ts';

/** Amounts are integers of minor units; a currency without decimals reads them as they are. */
export const MINOR_UNITS = 'JPY';

/** What came in and went out in one currency, in minor units. */
type Sums = { credits: number; debits: number; feeCredits: number; feeDebits: number };

/** Rows and sums of a section or of a whole report, to hold against the totals that it states. */
export type Totals = {
	readonly add: (row: Row) => void;
	/** Whether a footer line of a currency (its cells from the record type on) fits. */
	readonly sumsAre: (cells: readonly string[]) => boolean;
	readonly countIs: (text: string) => boolean;
};

export function totals(): Totals {
	const byCurrency = new Map<string, Sums>();
	let count = 0;
	let unreadable = false;
	const sumsOf = (currency: string) => {
		const sums = byCurrency.get(currency) ?? { credits: 0, debits: 0, feeCredits: 0, feeDebits: 0 };
		byCurrency.set(currency, sums);
		return sums;
	};
	const minor = (text: string) => {
		const amount = readAmount(text === '' ? '0' : text, MINOR_UNITS);
		if (!amount.ok) unreadable = true;
		return amount.ok ? amount.value : 0;
	};
	return {
		add: (row) => {
			count += 1;
			const gross = sumsOf(cellOf(row, COLUMN.currency));
			gross[cellOf(row, COLUMN.sign) === 'DR' ? 'debits' : 'credits'] += minor(cellOf(row, COLUMN.gross));
			const fees = sumsOf(cellOf(row, COLUMN.feeCurrency) || cellOf(row, COLUMN.currency));
			fees[cellOf(row, COLUMN.feeSign) === 'CR' ? 'feeCredits' : 'feeDebits'] += minor(cellOf(row, COLUMN.fee));
		},
		sumsAre: (cells) => {
			const [, currency = '', credits = '', debits = '', feesA = '', feesB = ''] = cells;
			const sums = sumsOf(currency);
			const stated = [feesA, feesB].map(minor);
			// Reports differ in which of the two sums of fees comes first.
			const feesFit = [
				[sums.feeCredits, sums.feeDebits],
				[sums.feeDebits, sums.feeCredits],
			].some(([a, b]) => stated[0] === a && stated[1] === b);
			return sums.credits === minor(credits) && sums.debits === minor(debits) && feesFit && !unreadable;
		},
		countIs: (text) => /^\d{1,9}$/.test(text) && Number(text) === count,
	};
}
