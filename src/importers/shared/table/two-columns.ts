import type { Currency, Minor } from '../../../domain/money.ts';
import type { Note } from '../reading/line-problems.ts';
import { isDash } from '../values/cells.ts';
import { optionalAmountOf } from './rows.ts';
import { cellOf, type Row } from './tables.ts';

/** What came in less what went out, where a statement has a column for each; null where both are empty or one is unreadable, which is noted. */
export function incomeLessOutgo(row: Row, columns: { income: string; outgo: string }, money: { currency: Currency; note: Note }): Minor | null {
	const isEmpty = (name: string) => cellOf(row, name) === '' || isDash(cellOf(row, name));
	if (isEmpty(columns.income) && isEmpty(columns.outgo)) {
		money.note('amount_unreadable', `${columns.income}, ${columns.outgo}: there is no amount.`);
		return null;
	}
	const income = isEmpty(columns.income) ? 0 : optionalAmountOf(row, columns.income, money);
	const outgo = isEmpty(columns.outgo) ? 0 : optionalAmountOf(row, columns.outgo, money);
	return income === null || outgo === null ? null : income - outgo;
}
