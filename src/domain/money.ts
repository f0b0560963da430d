import { invariant } from './invariant.ts';
import { fail, ok, type Result } from './result.ts';

/** Integer of minor units (fen, cents). May be negative where a difference is meant. */
export type Minor = number;
/** ISO 4217 code. */
export type Currency = string;

/** The largest amount that one sale may have: 99,999,999.99 in a currency of two digits. */
export const AMOUNT_MINOR_MAX: Minor = 9_999_999_999;

const DIGITS_OTHER_THAN_TWO: Readonly<Record<string, number>> = {
	BIF: 0,
	CLP: 0,
	DJF: 0,
	GNF: 0,
	ISK: 0,
	JPY: 0,
	KMF: 0,
	KRW: 0,
	PYG: 0,
	RWF: 0,
	UGX: 0,
	VND: 0,
	VUV: 0,
	XAF: 0,
	XOF: 0,
	XPF: 0,
	BHD: 3,
	IQD: 3,
	JOD: 3,
	KWD: 3,
	LYD: 3,
	OMR: 3,
	TND: 3,
};

/** How many digits the currency has after its point (ISO 4217). */
export function currencyDigits(currency: Currency): number {
	return DIGITS_OTHER_THAN_TWO[currency] ?? 2;
}

export type AmountFault = 'not_a_number' | 'too_many_decimals' | 'too_large';

/**
 * Reads a plain decimal text in major units ("28.50", "-3", ".5") by its digits.
 * Decimals beyond the currency's are accepted only where they are zeros. Nothing else is guessed.
 */
export function parseMajor(text: string, currency: Currency): Result<Minor, AmountFault> {
	const parts = /^(-?)(\d*)(?:\.(\d*))?$/.exec(text);
	const whole = parts?.[2] ?? '';
	const decimals = parts?.[3] ?? '';
	if (!parts || whole + decimals === '') return fail('not_a_number');
	const digits = currencyDigits(currency);
	if (/[1-9]/.test(decimals.slice(digits))) return fail('too_many_decimals');
	const kept = whole + decimals.slice(0, digits).padEnd(digits, '0');
	const significant = kept.replace(/^0+/, '');
	if (significant.length > 13) return fail('too_large');
	const minor = digitsToInteger(significant);
	return ok(parts[1] === '-' && minor !== 0 ? -minor : minor);
}

function digitsToInteger(digits: string): number {
	let value = 0;
	for (const digit of digits) value = value * 10 + (digit.charCodeAt(0) - 48);
	return value;
}

/** Minor units as plain decimal text in major units, with exactly the currency's digits: 2850 → "28.50". */
export function formatMajor(minor: Minor, currency: Currency): string {
	invariant(Number.isSafeInteger(minor), `not an integer of minor units: ${minor}`);
	const digits = currencyDigits(currency);
	const sign = minor < 0 ? '-' : '';
	const text = String(Math.abs(minor)).padStart(digits + 1, '0');
	return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
