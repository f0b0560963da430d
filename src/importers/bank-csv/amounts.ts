import type { Currency, Minor } from '../../domain/money.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { type AmountFault, readAmount } from '../shared/values/amounts.ts';
import { type DecimalMark, decimalMarkOf, withDecimalPoint } from '../shared/values/decimals.ts';

/** Which way money went, as words and letters beside an amount say it; null for others. */
export function directionOf(word: string): 'in' | 'out' | null {
	const plain = word.replace(/[\s.()（）]/g, '').toLowerCase();
	if (/^(?:贷[方记]?|贷?cr(?:edit)?|c|deposits?|paidin|收入?|收款|转入|存入|来账|\+|in|h|haben|bij|credito?|crédit|avoir)$/.test(plain)) return 'in';
	return /^(?:借[方记]?|借?dr|借?d(?:ebit)?|withdrawals?|paidout|支出?|付款?|转出|支取|往账|-|out|s|soll|af|debet|debito?|débit)$/.test(plain) ? 'out' : null;
}

/** A sign, a mark of the direction, or the currency behind a number. */
const BEHIND = /^(.*?\d[.,]?)\s*(?:([-+−])|(CR|DR|Cr|Dr|C|D|H|S|借|贷)\.?|([A-Z]{3}|€|£|\$|¥|元|kr\.?|zł))$/;

/** No amount is written with more characters. */
const LENGTH_MAX = 60;

/** A cell without what some banks put behind the number, sign in front: `12,50-`, `12.50 DR`, `EUR 12.50`, `12,50 €`. */
export function plainAmount(cell: string): string {
	if (cell.length > LENGTH_MAX) return cell;
	const parts = BEHIND.exec(cell);
	if (!parts) return cell.replace(/^([-+−]?)\s*[A-Z]{3}\s*(?=[-+−\d.,])/, '$1');
	const negative = parts[2] === '-' || parts[2] === '−' || (parts[3] !== undefined && directionOf(parts[3]) === 'out');
	const number = (parts[1] ?? '').trim();
	return negative ? `-${number.replace(/^\+/, '')}` : number;
}

/** The decimal mark of a file by all its amounts; files cut by semicolons come from where decimals stand behind a comma. */
export function markOf(cells: readonly string[], delimiter: string): DecimalMark {
	return decimalMarkOf(cells.map(plainAmount)) ?? (delimiter === ';' ? ',' : '.');
}

/** A cell as an amount with its sign; null where it is empty. */
export function readCell(cell: string, { currency, mark }: { currency: Currency; mark: DecimalMark }): Result<Minor | null, AmountFault> {
	if (cell === '') return ok(null);
	const amount = readAmount(withDecimalPoint(plainAmount(cell), mark), currency);
	return amount.ok ? amount : fail(amount.error);
}
