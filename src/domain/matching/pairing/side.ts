import type { PaymentKeys } from '../../ledger/sale.ts';
import type { Tender } from '../../ledger/tender.ts';
import { type Currency, currencyDigits, type Minor } from '../../money.ts';
import type { BusinessDay, Instant } from '../../time.ts';
import type { LedgerStanding } from '../preparing/ledger-netting.ts';
import type { ReceiptStanding } from '../preparing/receipt-netting.ts';

export type Standing = LedgerStanding | ReceiptStanding;

/** One row of a side before it becomes columns. */
export type SideRow = {
	readonly id: string;
	readonly at: Instant;
	readonly day: BusinessDay;
	readonly amountMinor: Minor;
	readonly tipMinor: Minor | null;
	readonly currency: Currency;
	readonly tender: Tender | null;
	readonly terminalId: string | null;
	readonly keys: PaymentKeys;
	/** It names another row (the sale that a refund gives back), which tells it apart as a typed key does. */
	readonly names: boolean;
	readonly standing: Standing;
};

/** Rows of one kind (all sales, or all refunds) as columns, in canonical order. Words are numbers, the same on both sides; −1 is not known. */
export type Side = {
	readonly size: number;
	/** Milliseconds by the clock of the other side, once it is corrected. */
	readonly at: Float64Array;
	readonly amount: Float64Array;
	/** Without the known tip; equal to `amount` where none is known. */
	readonly net: Float64Array;
	/** Minor units of the smallest round sum in the row's currency. */
	readonly round: Float64Array;
	/** 1 where the row states its tip. */
	readonly tipKnown: Uint8Array;
	readonly currency: Int32Array;
	/** Amount and currency as one number, the same on both sides; and the same without the known tip. */
	readonly value: Int32Array;
	readonly netValue: Int32Array;
	readonly tender: Int32Array;
	readonly terminal: Int32Array;
	readonly day: Int32Array;
	/** 1 where typed keys (or a named original) tell the row apart from its likes. */
	readonly keyed: Uint8Array;
	readonly keys: readonly PaymentKeys[];
	readonly standing: readonly Standing[];
	readonly id: readonly string[];
};

/** Gives words and amounts their numbers, shared by both sides. */
export type Words = {
	readonly number: (word: string | null) => number;
	readonly currency: (currency: Currency) => number;
	readonly value: (amount: Minor, currency: number) => number;
};

export function words(): Words {
	const numbers = new Map<string, number>();
	const currencies = new Map<Currency, number>();
	const values = new Map<number, number>();
	return {
		number: (word) => (word === null ? -1 : numbered(numbers, word)),
		currency: (currency) => numbered(currencies, currency),
		value: (amount, currency) => numbered(values, amount * CURRENCIES_MOST + currency),
	};
}
/** More than there are; keeps amounts of different currencies apart. */
const CURRENCIES_MOST = 512;

function numbered<K>(known: Map<K, number>, key: K): number {
	const before = known.get(key);
	if (before !== undefined) return before;
	known.set(key, known.size);
	return known.size - 1;
}

/** A unit of the currency; a hundred where it has no smaller coin. */
function roundSum(currency: Currency): Minor {
	const digits = currencyDigits(currency);
	return digits === 0 ? 100 : 10 ** digits;
}

/**
 * Rows that are made one after the other, each when its turn comes: it is columns that are worked with, and all rows at once would
 * be as much again to keep. In canonical order.
 */
export type RowSource<Row> = { readonly size: number; readonly row: (place: number) => Row };

/** Goes through the rows once, whatever is read off them, as rows lie scattered in memory and columns do not. */
export function sideOf({ size, row: rowAt }: RowSource<SideRow>, vocabulary: Words): Side {
	const side = emptySide(size);
	for (let k = 0; k < size; k++) {
		const row = rowAt(k);
		const { amountMinor: amount, tipMinor: tip } = row;
		const currency = vocabulary.currency(row.currency);
		side.at[k] = row.at;
		side.amount[k] = amount;
		side.net[k] = amount - (tip ?? 0);
		side.round[k] = roundSum(row.currency);
		side.tipKnown[k] = tip === null ? 0 : 1;
		side.currency[k] = currency;
		side.value[k] = vocabulary.value(amount, currency);
		side.netValue[k] = tip === null || tip === 0 ? (side.value[k] ?? 0) : vocabulary.value(amount - tip, currency);
		side.tender[k] = vocabulary.number(row.tender);
		side.terminal[k] = vocabulary.number(row.terminalId);
		side.day[k] = vocabulary.number(row.day);
		side.keyed[k] = row.names || hasKeys(row.keys) ? 1 : 0;
		side.keys.push(row.keys);
		side.standing.push(row.standing);
		side.id.push(row.id);
	}
	return side;
}

type NewSide = Side & { readonly keys: PaymentKeys[]; readonly standing: Standing[]; readonly id: string[] };

function emptySide(size: number): NewSide {
	return {
		size,
		at: new Float64Array(size),
		amount: new Float64Array(size),
		net: new Float64Array(size),
		round: new Float64Array(size),
		tipKnown: new Uint8Array(size),
		currency: new Int32Array(size),
		value: new Int32Array(size),
		netValue: new Int32Array(size),
		tender: new Int32Array(size),
		terminal: new Int32Array(size),
		day: new Int32Array(size),
		keyed: new Uint8Array(size),
		keys: [],
		standing: [],
		id: [],
	};
}

/** The same rows in another order (`place[row]` is where the row stood before) and at other times. */
export function reordered(side: Side, place: Int32Array, moved: { readonly at: Float64Array; readonly day: Int32Array }): Side {
	const size = side.size;
	const to = emptySide(size);
	for (let row = 0; row < size; row++) {
		const was = place[row] ?? 0;
		to.at[row] = moved.at[was] ?? 0;
		to.amount[row] = side.amount[was] ?? 0;
		to.net[row] = side.net[was] ?? 0;
		to.round[row] = side.round[was] ?? 0;
		to.tipKnown[row] = side.tipKnown[was] ?? 0;
		to.currency[row] = side.currency[was] ?? 0;
		to.value[row] = side.value[was] ?? 0;
		to.netValue[row] = side.netValue[was] ?? 0;
		to.tender[row] = side.tender[was] ?? 0;
		to.terminal[row] = side.terminal[was] ?? 0;
		to.day[row] = moved.day[was] ?? 0;
		to.keyed[row] = side.keyed[was] ?? 0;
		to.keys.push(side.keys[was] as PaymentKeys);
		to.standing.push(side.standing[was] as Standing);
		to.id.push(side.id[was] as string);
	}
	return to;
}

/** Whether the amounts agree, with or without known tips. */
export function agreeInAmount(left: Side, right: Side, pair: { readonly l: number; readonly r: number }): boolean {
	const value = left.value[pair.l];
	if (value === right.value[pair.r]) return true;
	const netValue = left.netValue[pair.l];
	return value === right.netValue[pair.r] || netValue === right.netValue[pair.r] || netValue === right.value[pair.r];
}

function hasKeys(keys: PaymentKeys): boolean {
	return (
		keys.authCode !== null || keys.rrn !== null || keys.traceNo !== null || keys.last4 !== null || keys.merchantOrderNo !== null || keys.channelOrderNo !== null
	);
}
