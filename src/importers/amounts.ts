import { AMOUNT_MINOR_MAX, type Currency, currencyDigits, type Minor, parseMajor } from '../domain/money.ts';
import { fail, ok, type Result } from '../domain/result.ts';

/** Why a cell is no amount, in words that complete "…: ". */
export type AmountFault = 'not a number' | 'more decimals than the currency has' | 'too large';

const SIGNS = /^(?:[¥￥$€£₩]|CHF|CNY|RMB|USD|EUR|GBP|HKD|JPY)\s?/;
const PLAIN = /^\d*(?:\.\d*)?$/;
const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;
/** No amount is written with more characters; keeps hostile cells cheap. */
const LENGTH_MAX = 40;

/**
 * A clean cell as plain decimal text (`-1149.00`), null where it is not clearly a number. Understood are a currency sign
 * before the number, thousands commas where every group has three digits, a sign on either side of the currency sign,
 * and brackets for negative numbers (contracts/format-ids.md rule 13).
 */
export function plainNumber(text: string): string | null {
	if (text.length > LENGTH_MAX) return null;
	let rest = text;
	const bracketed = rest.startsWith('(') && rest.endsWith(')');
	if (bracketed) rest = rest.slice(1, -1).trim();
	const outer = takeSign(rest);
	const unsigned = outer.rest.replace(SIGNS, '');
	const inner = takeSign(unsigned);
	if (outer.sign !== '' && inner.sign !== '') return null;
	const digits = inner.rest.trim();
	if (!/\d/.test(digits) || !(PLAIN.test(digits) || GROUPED.test(digits))) return null;
	const sign = outer.sign + inner.sign;
	if (bracketed && sign !== '') return null;
	return (bracketed || sign === '-' ? '-' : '') + digits.replaceAll(',', '');
}

/** A clean cell as an amount; with its sign. */
export function readAmount(text: string, currency: Currency): Result<Minor, AmountFault> {
	const plain = plainNumber(text);
	if (plain === null) return fail('not a number');
	const parsed = parseMajor(plain, currency);
	if (!parsed.ok)
		return fail(parsed.error === 'too_many_decimals' ? 'more decimals than the currency has' : parsed.error === 'too_large' ? 'too large' : 'not a number');
	return Math.abs(parsed.value) > AMOUNT_MINOR_MAX ? fail('too large') : parsed;
}

/** A clean cell as a fee: providers count fees in smaller units than the currency's, so it is rounded half to even. */
export function readFee(text: string, currency: Currency): Result<Minor, AmountFault> {
	const plain = plainNumber(text);
	if (plain === null) return fail('not a number');
	const point = plain.indexOf('.');
	const cut = point < 0 ? plain.length : point + 1 + currencyDigits(currency);
	const kept = plain.slice(0, cut);
	const parsed = parseMajor(/\d/.test(kept) ? kept : `${kept}0`, currency);
	if (!parsed.ok || Math.abs(parsed.value) > AMOUNT_MINOR_MAX) return fail('too large');
	const up = roundsUp(plain.slice(cut), Math.abs(parsed.value) % 2 === 1);
	const size = Math.abs(parsed.value) + (up ? 1 : 0);
	return ok(plain.startsWith('-') && size !== 0 ? -size : size);
}

/** Whether the decimals cut off lie above the half, or on it beside an odd digit. */
function roundsUp(rest: string, odd: boolean): boolean {
	const first = rest.charCodeAt(0) - 48;
	if (!(first >= 5)) return false;
	return first > 5 || /[1-9]/.test(rest.slice(1)) || odd;
}

/** Decimals that sums of columns keep: fees have five. */
const SUM_DIGITS = 6;

/** A clean cell in millionths, exact, for sums of a column as written; null where it is no number or finer than that. */
export function readMillionths(text: string): bigint | null {
	const plain = plainNumber(text);
	if (plain === null) return null;
	const [whole = '', decimals = ''] = plain.replace('-', '').split('.');
	if (/[1-9]/.test(decimals.slice(SUM_DIGITS))) return null;
	const size = BigInt(whole + decimals.slice(0, SUM_DIGITS).padEnd(SUM_DIGITS, '0'));
	return plain.startsWith('-') ? -size : size;
}

function takeSign(text: string): { sign: '' | '+' | '-'; rest: string } {
	const first = text[0] ?? '';
	if (first === '+') return { sign: '+', rest: text.slice(1).trimStart() };
	return '-−－'.includes(first) && first !== '' ? { sign: '-', rest: text.slice(1).trimStart() } : { sign: '', rest: text };
}
