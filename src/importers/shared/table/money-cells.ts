import { type Currency, currencyDigits } from '../../../domain/money.ts';
import type { ParseContext } from '../../importer.ts';
import type { ProblemLog } from '../reading/line-problems.ts';
import { currencyOfZone } from '../values/currencies.ts';
import { type DecimalMark, decimalMarkOf, withDecimalPoint } from '../values/decimals.ts';
import type { CollectedRow } from './collect.ts';
import { cellOf, type Row } from './tables.ts';

/** Currency marks that stand behind a number (U+0080 is what some versions of Node make of the euro of windows-1252), and those before it that are more than one sign. */
const MARK_BEHIND = /(\d)[\s\u00a0]*(?:kr\.?|zł|Kč|Ft|[€\u0080£$]|[A-Z]{3})$/i;
const MARK_BEFORE = /^([-−(]?)\s*(?:kr\.?|R\$|US\$|[A-Z]{3})\s*(?=[-−\d])/i;

/** The decimal mark that most cells of the columns show; `usual` where none does. */
export function decimalMarkIn(rows: readonly CollectedRow[], columns: readonly string[], usual: DecimalMark): DecimalMark {
	let points = 0;
	let commas = 0;
	for (const { row } of rows) {
		for (const name of columns) {
			const mark = decimalMarkOf([plain(cellOf(row, name))]);
			if (mark === '.') points += 1;
			if (mark === ',') commas += 1;
		}
	}
	return points === commas ? usual : points > commas ? '.' : ',';
}

/** The row with the amounts in these columns written with a decimal point and without currency marks around them. */
export function withPlainMoney(row: Row, columns: readonly string[], mark: DecimalMark): Row {
	const cells = [...row.cells];
	for (const name of columns) {
		const place = row.columns.get(name);
		if (place !== undefined) cells[place] = withDecimalPoint(plain(cellOf(row, name)), mark);
	}
	return { ...row, cells };
}

/** Rows of a format that writes decimal points, also where a spreadsheet in another country saved them with commas. */
export function withDecimalPoints(rows: readonly CollectedRow[], columns: readonly string[]): readonly CollectedRow[] {
	if (decimalMarkIn(rows, columns, '.') === '.') return rows;
	return rows.map(({ row, note }) => ({ row: withPlainMoney(row, columns, ','), note }));
}

function plain(text: string): string {
	return text.replace(MARK_BEHIND, '$1').replace(MARK_BEFORE, '$1');
}

/**
 * The currency of a table that has no column for it, which is noted: that of the shop's zone, or one with decimals where the amounts, written with
 * a decimal point, have some. `named` is the column that a table may have for it.
 */
export function currencyAssumed(
	rows: readonly CollectedRow[],
	columns: { readonly amount: string; readonly named: readonly string[] },
	{ context, log }: { readonly context: ParseContext; readonly log: ProblemLog },
): Currency {
	const ofZone = currencyOfZone(context.zone);
	const hasDecimals = rows.some(({ row }) => /\.\d*[1-9]/.test(cellOf(row, columns.amount)));
	const currency = currencyDigits(ofZone) === 0 && hasDecimals ? 'EUR' : ofZone;
	const isNamed = rows.some(({ row }) => columns.named.some((name) => cellOf(row, name) !== ''));
	if (rows.length > 0 && !isNamed) log.add({ line: null, code: 'currency_assumed', message: `The file names no currency; taken as ${currency}.` });
	return currency;
}
