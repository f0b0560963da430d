import type { Sale } from '../../../domain/ledger/sale.ts';
import { comparable, numbersOf, TAIL_LENGTH_MIN } from '../../../domain/ledger/sale-tails.ts';
import { type Currency, type Minor, parseMajor } from '../../../domain/money.ts';
import { MINUTE_MS } from '../../../domain/time.ts';
import type { SaleSearch } from '../../../storage/queries/search-sales.ts';

/** What a person may mean by what stands in the one search box; a sale is found if it is any of it. */
export type SearchTerms = {
	readonly amount: { readonly fromMinor: Minor; readonly toMinor: Minor } | null;
	/** End of a number, comparable. */
	readonly tail: string | null;
	/** 第 n 笔. */
	readonly number: number | null;
	/** Minutes after midnight, both ends included. */
	readonly time: { readonly from: number; readonly to: number } | null;
	/** Part of the cashier's name or the note. */
	readonly words: string | null;
};

/** More than this nobody reads; the newest are kept. */
const FOUND_MAX = 300;

/** The same as a search over all days. */
export function saleSearch(terms: SearchTerms): SaleSearch {
	const { amount, tail, number, time, words } = terms;
	return { amount, tail, indexed: number === null && time === null && words === null, accept: (sale) => isFound(sale, terms), limit: FOUND_MAX };
}

const NOTHING: SearchTerms = { amount: null, tail: null, number: null, time: null, words: null };

/** Reads the box: "28.5" an amount, "20-30" a range, "3456" an amount or the end of a number, "18:31" a time, "#122" a number, else words. Null where it is empty. */
export function searchTerms(typed: string, currency: Currency): SearchTerms | null {
	const text = typed.normalize('NFKC').replaceAll('。', '.').trim();
	if (text === '') return null;
	const number = /^(?:#|第|no\.?)\s*(\d{1,6})\s*笔?$/i.exec(text)?.[1] ?? /^(\d{1,6})\s*笔$/.exec(text)?.[1];
	if (number) return { ...NOTHING, number: Number(number) };
	const time = timeOf(text);
	if (time) return { ...NOTHING, time };
	const amount = amountOf(text, currency);
	const ending = comparable(text);
	const tail = ending.length >= TAIL_LENGTH_MIN && /^[0-9A-Z]*\d[0-9A-Z]*$/.test(ending) ? ending : null;
	const words = amount ? null : text.toLowerCase();
	return { ...NOTHING, amount, tail, words };
}

/** "18:31" is that minute, "18:31:09" too; "18:3" ten minutes, "18:" and "18点" the hour: the list narrows while it is typed. */
function timeOf(text: string): SearchTerms['time'] {
	const parts = /^([01]?\d|2[0-3])(?:[:点](?:([0-5])(\d)?(?::[0-5]?\d?|分)?)?)$/.exec(text);
	if (!parts) return null;
	const hour = Number(parts[1]) * 60;
	if (parts[2] === undefined) return { from: hour, to: hour + 59 };
	const tens = hour + Number(parts[2]) * 10;
	if (parts[3] === undefined) return { from: tens, to: tens + 9 };
	return { from: tens + Number(parts[3]), to: tens + Number(parts[3]) };
}

function amountOf(text: string, currency: Currency): SearchTerms['amount'] {
	const plain = text.replace(/[¥$€£元块,\s]/g, '');
	const range = /^(\d*\.?\d+)(?:-|~|–|—|到|至)(\d*\.?\d+)$/.exec(plain);
	const [low, high] = range ? [range[1] ?? '', range[2] ?? ''] : [plain, plain];
	const from = parseMajor(low, currency);
	const to = parseMajor(high, currency);
	if (!from.ok || !to.ok || from.value < 0) return null;
	return { fromMinor: Math.min(from.value, to.value), toMinor: Math.max(from.value, to.value) };
}

/** Whether a sale is what was looked for. */
export function isFound(sale: Sale, terms: SearchTerms): boolean {
	const { amount, tail, number, time, words } = terms;
	if (amount && sale.amountMinor >= amount.fromMinor && sale.amountMinor <= amount.toMinor) return true;
	if (tail !== null && numbersOf(sale).some((each) => each.endsWith(tail))) return true;
	if (number !== null && sale.number === number) return true;
	if (time && inTime(sale, time)) return true;
	return words !== null && [sale.cashier, sale.note ?? ''].some((each) => each.toLowerCase().includes(words));
}

function inTime({ at, offset }: Sale, { from, to }: { readonly from: number; readonly to: number }): boolean {
	const local = new Date(at + offset * MINUTE_MS);
	const minute = local.getUTCHours() * 60 + local.getUTCMinutes();
	return minute >= from && minute <= to;
}
