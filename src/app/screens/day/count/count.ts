import { type Currency, currencyDigits, type Minor, parseMajor } from '../../../../domain/money.ts';

/** One kind of note or coin of the drawer. */
export type Denomination = { readonly minor: Minor; readonly coin: boolean };
/** What stands in the counting pad: pieces by denomination (minor units), and money that was counted as a sum. */
export type CountDraft = { readonly pieces: Readonly<Record<string, number>>; readonly rest: string; readonly float: string };

export const PIECES_MAX = 9_999;

/** Notes and coins in use, largest first; a currency without a table of its own counts in steps of 1, 2, 5. */
export function denominationsOf(currency: Currency): readonly Denomination[] {
	const table = TABLES[currency];
	if (table) return [...table.notes.map((minor) => ({ minor, coin: false })), ...table.coins.map((minor) => ({ minor, coin: true }))];
	const unit = 10 ** currencyDigits(currency);
	return [100, 50, 20, 10, 5, 2, 1].map((value) => ({ minor: value * unit, coin: value < 5 }));
}

const TABLES: Readonly<Record<Currency, { readonly notes: readonly Minor[]; readonly coins: readonly Minor[] }>> = {
	CNY: { notes: [10_000, 5_000, 2_000, 1_000, 500], coins: [100, 50, 10] },
	HKD: { notes: [100_000, 50_000, 10_000, 5_000, 2_000, 1_000], coins: [500, 200, 100, 50, 20, 10] },
	TWD: { notes: [100_000, 50_000, 10_000], coins: [5_000, 1_000, 500, 100] },
	USD: { notes: [10_000, 5_000, 2_000, 1_000, 500, 100], coins: [25, 10, 5, 1] },
	EUR: { notes: [10_000, 5_000, 2_000, 1_000, 500], coins: [200, 100, 50, 20, 10, 5, 2, 1] },
	GBP: { notes: [5_000, 2_000, 1_000, 500], coins: [200, 100, 50, 20, 10, 5, 2, 1] },
	JPY: { notes: [10_000, 5_000, 1_000], coins: [500, 100, 50, 10, 5, 1] },
	SGD: { notes: [10_000, 5_000, 1_000, 500, 200], coins: [100, 50, 20, 10, 5] },
	MYR: { notes: [10_000, 5_000, 2_000, 1_000, 500, 100], coins: [50, 20, 10, 5] },
};

/** A number of pieces as typed; anything but digits is dropped, and no drawer holds more than PIECES_MAX of a kind. */
export function readPieces(text: string): number {
	const digits = text.normalize('NFKC').replace(/\D/g, '').slice(0, 6);
	return digits === '' ? 0 : Math.min(PIECES_MAX, Number(digits));
}

/** An amount as typed into a field: full-width digits and marks of currency are understood. Null where it is no amount; empty is 0. */
export function readAmount(text: string, currency: Currency): Minor | null {
	const plain = text
		.normalize('NFKC')
		.replace(/[¥$€£元块,\s]/g, '')
		.replaceAll('。', '.');
	if (plain === '') return 0;
	const amount = parseMajor(plain, currency);
	return amount.ok && amount.value >= 0 ? amount.value : null;
}

/** What lies in the drawer by the draft; null while a typed amount cannot be read. */
export function countedMinor(draft: CountDraft, currency: Currency): Minor | null {
	const rest = readAmount(draft.rest, currency);
	if (rest === null) return null;
	return Object.entries(draft.pieces).reduce((total, [minor, pieces]) => total + Number(minor) * pieces, rest);
}

/** Only what was counted: kinds without a piece are left out. */
export function piecesCounted(draft: CountDraft): Record<string, number> {
	return Object.fromEntries(Object.entries(draft.pieces).filter(([, pieces]) => pieces > 0));
}

/** Whether anything was entered, so that an empty drawer must be said and is not assumed. */
export function isUntouched(draft: CountDraft): boolean {
	return draft.rest.trim() === '' && Object.keys(draft.pieces).length === 0;
}

/** The part of a stored count that was not counted by denomination. */
export function restOf(count: { readonly countedMinor: Minor; readonly pieces: Readonly<Record<string, number>> }): Minor {
	return Object.entries(count.pieces).reduce((left, [minor, pieces]) => left - Number(minor) * pieces, count.countedMinor);
}
