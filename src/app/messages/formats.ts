import { type Currency, currencyDigits, formatMajor, type Minor } from '../../domain/money.ts';
import { addDays, type BusinessDay, type Instant, MINUTE_MS, type OffsetMinutes } from '../../domain/time.ts';
import type { Language } from './catalog.ts';

/** How amounts, times and days are written. Times are shown on the clock they were recorded by, never shifted to the reader's zone. */
export type Formats = {
	/** "¥1,234.50"; a minus stands before the sign of the currency. */
	readonly money: (minor: Minor, currency?: Currency) => string;
	/** "1,234.50" without the currency's sign, for large type where the sign stands apart. */
	readonly digits: (minor: Minor, currency?: Currency) => string;
	/** "¥". */
	readonly sign: (currency?: Currency) => string;
	readonly count: (count: number) => string;
	/** "18:43:07". */
	readonly clock: (at: Instant, offset: OffsetMinutes) => string;
	/** "18:43". */
	readonly minute: (at: Instant, offset: OffsetMinutes) => string;
	/** "11月22日 周日", "Sun, 22 Nov". */
	readonly day: (day: BusinessDay) => string;
	/** "11月22日 18:43", "22 Nov, 18:43". */
	readonly moment: (at: Instant, offset: OffsetMinutes) => string;
	/** "2026-11-22 18:43:07 +08:00", for evidence and print. */
	readonly exact: (at: Instant, offset: OffsetMinutes) => string;
};

const CURRENCY_DEFAULT = 'CNY';

export function formatsOf(language: Language): Formats {
	const count = new Intl.NumberFormat(language);
	const wall = (options: Intl.DateTimeFormatOptions) => {
		const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { ...options, timeZone: 'UTC', hourCycle: 'h23' });
		return (at: Instant, offset: OffsetMinutes) => format.format(at + offset * MINUTE_MS);
	};
	const clock = wall({ hour: '2-digit', minute: '2-digit', second: '2-digit' });
	const minute = wall({ hour: '2-digit', minute: '2-digit' });
	const date = wall({ month: language === 'en' ? 'short' : 'long', day: 'numeric' });
	const weekday = wall({ month: language === 'en' ? 'short' : 'long', day: 'numeric', weekday: 'short' });
	const sign = (currency: Currency = CURRENCY_DEFAULT) => currencySign(currency);
	const digits = (minor: Minor, currency: Currency = CURRENCY_DEFAULT) => grouped(Math.abs(minor), currency, count);
	return {
		sign,
		digits,
		money: (minor, currency) => `${minor < 0 ? '−' : ''}${sign(currency)}${digits(minor, currency)}`,
		count: (value) => count.format(value),
		clock,
		minute,
		day: (day) => weekday(Date.parse(`${day}T00:00:00Z`), 0),
		moment: (at, offset) => `${date(at, offset)}${language === 'en' ? ', ' : ' '}${minute(at, offset)}`,
		exact: (at, offset) => exact(at, offset),
	};
}

/** Today, yesterday and tomorrow have words of their own in the catalogs; this tells which applies. */
export function dayDistance(day: BusinessDay, today: BusinessDay): 'today' | 'yesterday' | 'tomorrow' | null {
	if (day === today) return 'today';
	if (day === addDays(today, -1)) return 'yesterday';
	return day === addDays(today, 1) ? 'tomorrow' : null;
}

const signs = new Map<Currency, string>();
function currencySign(currency: Currency): string {
	let sign = signs.get(currency);
	if (sign === undefined) {
		const parts = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).formatToParts(0);
		sign = parts.find((part) => part.type === 'currency')?.value ?? currency;
		signs.set(currency, sign);
	}
	return sign;
}

function grouped(minor: Minor, currency: Currency, count: Intl.NumberFormat): string {
	const text = formatMajor(minor, currency);
	const decimals = currencyDigits(currency);
	if (decimals === 0) return count.format(Number(text));
	return count.format(Number(text.slice(0, -decimals - 1))) + text.slice(-decimals - 1);
}

function exact(at: Instant, offset: OffsetMinutes): string {
	const local = new Date(at + offset * MINUTE_MS).toISOString();
	const size = Math.abs(offset);
	const zone = `${offset < 0 ? '-' : '+'}${String(Math.floor(size / 60)).padStart(2, '0')}:${String(size % 60).padStart(2, '0')}`;
	return `${local.slice(0, 10)} ${local.slice(11, 19)} ${zone}`;
}
