import { plainNumber } from '../shared/values/amounts.ts';
import { readClock, readDate, splitMoment } from './moments.ts';
import { plainMoney } from './money.ts';

/** What a cell looks like, before anybody has said what its column is. */

/** A date, alone or with a time. */
export function isMomentText(text: string): boolean {
	return isDayText(text) || isDayAndClock(text);
}

export function isDayText(text: string): boolean {
	return text.length <= 24 && /\d/.test(text) && (readDate(text, 'dmy') ?? readDate(text, 'mdy')) !== null;
}

export function isDayAndClock(text: string): boolean {
	const parts = text.length <= 40 ? splitMoment(text) : null;
	return parts !== null && isDayText(parts.day) && readClock(clockAlone(parts.clock)) !== null;
}

/** An offset behind a time is read with the date. */
function clockAlone(clock: string): string {
	return clock.replace(/\.\d+(?=Z|[+-]|$)/, '').replace(/\s*(?:Z|[+-]\d{2}:?\d{2})$/, '');
}

export function isClockText(text: string): boolean {
	return text.length <= 16 && readClock(text) !== null;
}

/** Numbers longer than any amount are numbers of orders. */
const AMOUNT_DIGITS_MAX = 12;

export function isMoneyText(text: string): boolean {
	if (text.length > 24 || !/\d/.test(text) || (text.match(/\d/g)?.length ?? 0) > AMOUNT_DIGITS_MAX || /^0\d/.test(text)) return false;
	return plainNumber(plainMoney(text, '.')) !== null || plainNumber(plainMoney(text, ',')) !== null;
}

/** A card number with most of its digits hidden, or its last four. */
export function isCardText(text: string): boolean {
	return /^[\d\s-]{0,10}[*#xX•·.\s-]{2,}[\d\s]{3,5}$/.test(text) || /^\d{4}$/.test(text);
}

export function isCurrencyText(text: string): boolean {
	return /^[A-Za-z]{3}$/.test(text) || text === '人民币';
}

/** A number of an order, a terminal, an authorisation: letters, digits and marks without blanks. */
export function isReferenceText(text: string): boolean {
	return text.length <= 100 && /^[\p{L}\d][\p{L}\d_./:#*+-]*$/u.test(text) && /\d/.test(text);
}
