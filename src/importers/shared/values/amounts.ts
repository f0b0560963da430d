import { AMOUNT_MINOR_MAX, type Currency, currencyDigits, type Minor } from '../../../domain/money.ts';
import { fail, ok, type Result } from '../../../domain/result.ts';

/** Why a cell is no amount, in words that complete "…: ". */
export type AmountFault = 'not a number' | 'more decimals than the currency has' | 'too large';

/** A clean cell as an amount with its sign; nothing is rounded. */
export function readAmount(text: string, currency: Currency): Result<Minor, AmountFault> {
	return readUnits(text, currencyDigits(currency));
}

/** A clean cell of a source that counts in minor units (fen, cents) as an amount with its sign; decimals may only be zeros. */
export function readMinorAmount(text: string): Result<Minor, AmountFault> {
	return readUnits(text, 0);
}

function readUnits(text: string, digits: number): Result<Minor, AmountFault> {
	const decimal = readDecimal(text);
	if (!decimal.ok) return decimal;
	const unit = 10 ** (DECIMALS_KEPT - digits);
	if (decimal.value.finer || decimal.value.size % unit !== 0) return fail('more decimals than the currency has');
	return minorOf(decimal.value.size / unit, decimal.value.negative);
}

/** A clean cell as a fee: providers count fees in smaller units than the currency's, so it is rounded half to even. */
export function readFee(text: string, currency: Currency): Result<Minor, AmountFault> {
	return roundUnits(text, currencyDigits(currency));
}

/** As `readFee`, of a source that counts in minor units. */
export function readMinorFee(text: string): Result<Minor, AmountFault> {
	return roundUnits(text, 0);
}

function roundUnits(text: string, digits: number): Result<Minor, AmountFault> {
	const decimal = readDecimal(text);
	if (!decimal.ok) return decimal;
	const unit = 10 ** (DECIMALS_KEPT - digits);
	const rest = decimal.value.size % unit;
	const whole = (decimal.value.size - rest) / unit;
	const onHalf = rest * 2 === unit;
	const up = rest * 2 > unit || (onHalf && (decimal.value.finer || whole % 2 === 1));
	return minorOf(up ? whole + 1 : whole, decimal.value.negative);
}

/** A clean cell with its sign in units of the fifth decimal, exact, for sums of a column as written; null where it is not clear. */
export function readExact(text: string): bigint | null {
	const plain = plainNumber(text);
	if (plain === null) return null;
	const [whole = '', decimals = ''] = plain.replace('-', '').split('.');
	if (/[1-9]/.test(decimals.slice(DECIMALS_KEPT))) return null;
	const size = BigInt(whole + decimals.slice(0, DECIMALS_KEPT).padEnd(DECIMALS_KEPT, '0'));
	return plain.startsWith('-') ? -size : size;
}

/** As `readExact`, for cells, as a number: what is too large for one is null too. */
export function readExactCell(text: string): number | null {
	const decimal = readDecimal(text);
	if (!decimal.ok || decimal.value.finer) return null;
	return decimal.value.negative ? 0 - decimal.value.size : decimal.value.size;
}

/** WeChat writes fees with five decimals, banks with up to five. */
const DECIMALS_KEPT = 5;
/** Digits before the point; with the decimals kept the number stays exact. */
const WHOLE_DIGITS_MAX = 10;

/** `size` in units of the fifth decimal; `finer` where decimals beyond it are not all zeros. */
type Decimal = { readonly negative: boolean; readonly size: number; readonly finer: boolean };

function readDecimal(text: string): Result<Decimal, AmountFault> {
	const usual = readUsual(text);
	if (usual !== null) return usual;
	const plain = plainNumber(text);
	if (plain === null) return fail('not a number');
	const negative = plain.startsWith('-');
	const point = plain.indexOf('.');
	const whole = withoutZeros(plain.slice(negative ? 1 : 0, point < 0 ? plain.length : point));
	if (whole.length > WHOLE_DIGITS_MAX) return fail('too large');
	const decimals = point < 0 ? '' : plain.slice(point + 1);
	let size = 0;
	for (let i = 0; i < whole.length; i++) size = size * 10 + digitAt(whole, i);
	for (let i = 0; i < DECIMALS_KEPT; i++) size = size * 10 + (i < decimals.length ? digitAt(decimals, i) : 0);
	return ok({ negative, size, finer: decimals.length > DECIMALS_KEPT && /[1-9]/.test(decimals.slice(DECIMALS_KEPT)) });
}

/** Up to ten digits, with up to five behind a point, in one go; a shortcut past the rest. Null where the text is anything else. */
function readUsual(text: string): Result<Decimal, AmountFault> | null {
	const { length } = text;
	if (length === 0 || length > WHOLE_DIGITS_MAX) return null;
	let size = 0;
	let decimals = -1;
	for (let i = 0; i < length; i++) {
		const digit = digitAt(text, i);
		if (digit >= 0 && digit <= 9) {
			size = size * 10 + digit;
			if (decimals >= 0) decimals += 1;
		} else if (digit === POINT && decimals < 0 && i > 0 && i < length - 1) decimals = 0;
		else return null;
	}
	if (decimals > DECIMALS_KEPT) return null;
	return ok({ negative: false, size: size * (POWERS[DECIMALS_KEPT - Math.max(0, decimals)] ?? 1), finer: false });
}

const POWERS = [1, 10, 100, 1_000, 10_000, 100_000];
/** `.` as `digitAt` has it. */
const POINT = -2;

const SIGNS = /^(?:[¥￥$€£₩]|CHF|CNY|RMB|USD|EUR|GBP|HKD|JPY)\s?/;
/** What most cells hold; a shortcut past the rest. */
const SIMPLE = /^-?\d+(?:\.\d+)?$/;
const PLAIN = /^\d*(?:\.\d*)?$/;
const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;
/** No amount is written with more characters; keeps hostile cells cheap. */
const LENGTH_MAX = 40;

/**
 * A clean cell as plain decimal text (`-1149.00`), null where it is not clearly a number. Understood are a currency sign
 * before the number, thousands commas where every group has three digits, a sign on either side of the currency sign,
 * and brackets for negative numbers.
 */
export function plainNumber(text: string): string | null {
	if (text.length > LENGTH_MAX) return null;
	if (SIMPLE.test(text)) return text;
	const bracketed = text.startsWith('(') && text.endsWith(')');
	const outer = takeSign(bracketed ? text.slice(1, -1).trim() : text);
	const inner = takeSign(outer.rest.replace(SIGNS, ''));
	const digits = inner.rest.trim();
	if (!/\d/.test(digits) || !(PLAIN.test(digits) || GROUPED.test(digits))) return null;
	const signs = outer.sign + inner.sign;
	if (signs.length > 1 || (bracketed && signs !== '')) return null;
	return (bracketed || signs === '-' ? '-' : '') + digits.replaceAll(',', '');
}

function takeSign(text: string): { sign: '' | '+' | '-'; rest: string } {
	const sign = /^[+\-−－]/.exec(text)?.[0];
	if (sign === undefined) return { sign: '', rest: text };
	return { sign: sign === '+' ? '+' : '-', rest: text.slice(1).trimStart() };
}

function minorOf(size: number, negative: boolean): Result<Minor, AmountFault> {
	if (size > AMOUNT_MINOR_MAX) return fail('too large');
	return ok(negative && size !== 0 ? -size : size);
}

function withoutZeros(digits: string): string {
	return digits.startsWith('0') ? digits.replace(/^0+/, '') : digits;
}

function digitAt(text: string, at: number): number {
	return text.charCodeAt(at) - 48;
}
