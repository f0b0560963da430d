import { isTender, type Tender } from '../domain/ledger/tender.ts';
import { type Currency, type Minor, parseMajor } from '../domain/money.ts';
import { CARD_KINDS, type CardKind } from '../domain/receipts/receipt.ts';
import { FEE_ROUNDED_PER, FEE_ROUNDINGS, type FeeModel, type FeeRate } from '../domain/receipts/source-profiles/fields.ts';

type Options = Pick<FeeModel, 'rounding' | 'per'> & { readonly currency: Currency };

/**
 * Fees as a file of rules states them: by tender, or a card's kind (`card:debit`), or `rest`, a share of the amount (`"0.006"`), or
 * `{ "rate": "0.005", "fixed": "0.10", "min": "0.02", "cap": "20.00" }`. Null where anything cannot be understood.
 */
export function readFees(given: unknown, options: unknown): FeeModel | null {
	const stated = readOptions(options ?? {});
	if (stated === null || !isRecord(given)) return null;
	const rates = Object.entries(given).map(([name, fee]) => rateOf(name, fee, stated.currency));
	const clear = rates.filter((rate) => rate !== null);
	return clear.length === rates.length ? { rates: clear, ...stated } : null;
}

/** `{ "rounding": "half_up", "per": "batch", "currency": "GBP" }`; what is not said: rounded either way, each payment, in yuan. */
function readOptions(given: unknown): Options | null {
	if (!isRecord(given)) return null;
	const rounding = FEE_ROUNDINGS.find((one) => one === (given.rounding ?? 'either'));
	const per = FEE_ROUNDED_PER.find((one) => one === (given.per ?? 'payment'));
	const currency = given.currency ?? 'CNY';
	if (rounding === undefined || per === undefined || typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency)) return null;
	return { rounding, per, currency };
}

function rateOf(name: string, given: unknown, currency: Currency): FeeRate | null {
	const whose = whoseOf(name);
	const { rate, fixed, min, cap, ...unknown } = isRecord(given) ? given : { rate: given };
	const [millionths, fixedMinor, minMinor, capMinor] = [millionthsOf(rate ?? '0'), sumOf(fixed ?? '0', currency), sumOf(min, currency), sumOf(cap, currency)];
	const clear = whose && millionths !== null && fixedMinor !== 'unclear' && minMinor !== 'unclear' && capMinor !== 'unclear';
	if (!clear || Object.keys(unknown).length > 0 || (minMinor !== null && capMinor !== null && minMinor > capMinor)) return null;
	return { ...whose, millionths, fixedMinor: fixedMinor ?? 0, minMinor, capMinor };
}

function whoseOf(name: string): { readonly tender: Tender | null; readonly cardKind: CardKind | null } | null {
	if (name === 'rest') return { tender: null, cardKind: null };
	const kind = CARD_KINDS.find((one) => name === `card:${one}`);
	if (kind) return { tender: 'card', cardKind: kind };
	return isTender(name) ? { tender: name, cardKind: null } : null;
}

/** Null: not stated. */
function sumOf(given: unknown, currency: Currency): Minor | null | 'unclear' {
	if (given === undefined || given === null) return null;
	const minor = typeof given === 'string' ? parseMajor(given, currency) : null;
	return minor?.ok && minor.value >= 0 ? minor.value : 'unclear';
}

/** "0.006" → 6000, by its digits. */
function millionthsOf(value: unknown): number | null {
	const parts = typeof value === 'string' ? /^(\d?)\.?(\d{0,6})$/.exec(value) : null;
	if (!parts || value === '' || value === '.') return null;
	return Number(parts[1] || '0') * 1_000_000 + Number((parts[2] ?? '').padEnd(6, '0'));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
