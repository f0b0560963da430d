import { cellOf, type Row } from '../shared/table/tables.ts';
import { cellIn, nameIn } from '../shared/trades/trade-row.ts';
import { plainNumber } from '../shared/values/amounts.ts';
import { COLUMNS } from './columns.ts';

/** In which unit a file's columns of money are, and what there is to say about it. */
export type Unit = { readonly inFen: (column: string) => boolean; readonly doubt: string | null };

const SAYS_FEN = /\(分\)$/;
const WITH_POINT = /^-?\d+\.\d+$/;
const WITH_PARTS = /\.\d*[1-9]/;

/**
 * The header says the unit, and is held against the cells: whoever counts in fen writes no point. Where every amount has one, and some
 * amount, fee or settled amount has parts of a fen, the file is in yuan in spite of its header; with zeros alone the header stands.
 */
export function unitOf(rows: readonly Row[]): Unit {
	const first = rows[0];
	const says = (column: string) => SAYS_FEN.test(column);
	const amountName = first ? nameIn(first, COLUMNS.amount) : '';
	const amounts = rows.map((row) => plainNumber(cellOf(row, amountName))).filter((amount) => amount !== null);
	if (!says(amountName) || amounts.length === 0 || !amounts.every((amount) => WITH_POINT.test(amount))) return { inFen: says, doubt: null };
	const names = [COLUMNS.amount, COLUMNS.fee, COLUMNS.settled];
	if (rows.some((row) => names.some((of) => WITH_PARTS.test(cellIn(row, of)))))
		return { inFen: () => false, doubt: `${amountName} holds parts of a fen, which do not exist: the amounts were read as yuan.` };
	return { inFen: says, doubt: `${amountName} is written with a point, as yuan are: the amounts were read as fen, as the header says.` };
}
