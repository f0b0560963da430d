import { type Currency, currencyDigits, formatMajor, type Minor, parseMajor } from '../../../domain/money.ts';

/**
 * The amount being entered: yuan first, as on a pocket calculator. `chain` are the amounts added so far with `+`,
 * `typed` is the one under the fingers.
 */
export type AmountEntry = { readonly chain: readonly Minor[]; readonly typed: string };
export type AmountKey = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '00' | '.' | 'back' | 'plus' | 'clear';

export const EMPTY_ENTRY: AmountEntry = { chain: [], typed: '' };
export const INTEGER_DIGITS_MAX = 7;
const CHAIN_MAX = 30;

/** The entry after a key; the same object where the key does not fit (a third decimal, an eighth digit). */
export function pressKey(entry: AmountEntry, key: AmountKey, currency: Currency): AmountEntry {
	switch (key) {
		case 'clear':
			return EMPTY_ENTRY;
		case 'back':
			return stepBack(entry, currency);
		case 'plus':
			return addTyped(entry, currency);
		case '.':
			return entry.typed.includes('.') || currencyDigits(currency) === 0 ? entry : { ...entry, typed: `${entry.typed === '' ? '0' : entry.typed}.` };
		case '00':
			return pressDigit(pressDigit(entry, '0', currency), '0', currency);
		default:
			return pressDigit(entry, key, currency);
	}
}

/** What a tap on a tender would record, in minor units. */
export function totalOf(entry: AmountEntry, currency: Currency): Minor {
	return entry.chain.reduce((sum, part) => sum + part, typedMinor(entry.typed, currency));
}

/** What was typed, and what it implies: "36.5" means 36.50. */
export function shownAmount(entry: AmountEntry, currency: Currency): { readonly typed: string; readonly meant: string } {
	const decimals = currencyDigits(currency);
	if (entry.chain.length > 0) return { typed: groupedInteger(formatMajor(totalOf(entry, currency), currency)), meant: '' };
	if (entry.typed === '') return { typed: '', meant: decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}` };
	const [, fraction] = entry.typed.split('.');
	const meant = fraction === undefined ? (decimals === 0 ? '' : `.${'0'.repeat(decimals)}`) : '0'.repeat(decimals - fraction.length);
	return { typed: groupedInteger(entry.typed), meant };
}

/** The sum being added, oldest first, with the part under the fingers last: ["18", "14", "4.5"]. */
export function shownChain(entry: AmountEntry, currency: Currency): readonly string[] {
	if (entry.chain.length === 0) return [];
	return [...entry.chain.map((minor) => formatMajor(minor, currency).replace(/\.?0+$/, '')), entry.typed];
}

function pressDigit(entry: AmountEntry, digit: string, currency: Currency): AmountEntry {
	const [whole = '', fraction] = entry.typed.split('.');
	if (fraction !== undefined) return fraction.length < currencyDigits(currency) ? { ...entry, typed: entry.typed + digit } : entry;
	if (whole === '0' || whole === '') return digit === '0' && whole === '0' ? entry : { ...entry, typed: digit };
	return whole.length < INTEGER_DIGITS_MAX ? { ...entry, typed: entry.typed + digit } : entry;
}

function addTyped(entry: AmountEntry, currency: Currency): AmountEntry {
	const minor = typedMinor(entry.typed, currency);
	return minor === 0 || entry.chain.length >= CHAIN_MAX ? entry : { chain: [...entry.chain, minor], typed: '' };
}

function stepBack(entry: AmountEntry, currency: Currency): AmountEntry {
	if (entry.typed !== '') return { ...entry, typed: entry.typed === '0.' ? '' : entry.typed.slice(0, -1) };
	const last = entry.chain.at(-1);
	if (last === undefined) return entry;
	return { chain: entry.chain.slice(0, -1), typed: formatMajor(last, currency).replace(/\.0+$/, '') };
}

function typedMinor(typed: string, currency: Currency): Minor {
	if (typed === '') return 0;
	const read = parseMajor(typed, currency);
	return read.ok ? read.value : 0;
}

function groupedInteger(text: string): string {
	const [whole = '', fraction] = text.split('.');
	const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
	return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
