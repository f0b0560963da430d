import type { PaymentKeys } from '../../ledger/sale.ts';
import type { Tender } from '../../ledger/tender.ts';
import { type Currency, currencyDigits, type Minor } from '../../money.ts';
import type { BusinessDay, Instant } from '../../time.ts';
import { floats, integers, marks } from '../columns.ts';
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
export type Words = { readonly number: (word: string | null) => number; readonly value: (amount: Minor, currency: number) => number };

export function words(): Words {
	const numbers = new Map<string, number>();
	const values = new Map<number, number>();
	return {
		number: (word) => (word === null ? -1 : numbered(numbers, word)),
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

/** `rows` are sorted by corrected time, then id. */
export function sideOf(rows: readonly SideRow[], vocabulary: Words): Side {
	const size = rows.length;
	const number = (value: (row: SideRow) => number) => floats(size, (k) => value(rows[k] as SideRow));
	const word = (value: (row: SideRow) => string | null) => integers(size, (k) => vocabulary.number(value(rows[k] as SideRow)));
	const mark = (test: (row: SideRow) => boolean) => marks(size, (k) => test(rows[k] as SideRow));
	const amount = number((row) => row.amountMinor);
	const net = number((row) => row.amountMinor - (row.tipMinor ?? 0));
	const currency = word((row) => row.currency);
	const value = integers(size, (k) => vocabulary.value(amount[k] ?? 0, currency[k] ?? 0));
	return {
		...{ size, amount, net, currency, value },
		netValue: integers(size, (k) => (net[k] === amount[k] ? (value[k] ?? 0) : vocabulary.value(net[k] ?? 0, currency[k] ?? 0))),
		at: number((row) => row.at),
		round: number((row) => roundSum(row.currency)),
		tipKnown: mark((row) => row.tipMinor !== null),
		tender: word((row) => row.tender),
		terminal: word((row) => row.terminalId),
		day: word((row) => row.day),
		keyed: mark((row) => row.names || hasKeys(row.keys)),
		keys: rows.map((row) => row.keys),
		standing: rows.map((row) => row.standing),
		id: rows.map((row) => row.id),
	};
}

/** The same rows in another order (`place[row]` is where the row stood before) and at other times. */
export function reordered(side: Side, place: Int32Array, moved: { readonly at: Float64Array; readonly day: Int32Array }): Side {
	const was = (row: number) => place[row] ?? 0;
	const real = (values: Float64Array) => floats(side.size, (row) => values[was(row)] ?? 0);
	const whole = (values: Int32Array) => integers(side.size, (row) => values[was(row)] ?? 0);
	const mark = (values: Uint8Array) => marks(side.size, (row) => values[was(row)] === 1);
	const list = <T>(values: readonly T[]) => {
		const moved: T[] = [];
		for (const before of place) moved.push(values[before] as T);
		return moved;
	};
	return {
		size: side.size,
		at: real(moved.at),
		amount: real(side.amount),
		net: real(side.net),
		round: real(side.round),
		tipKnown: mark(side.tipKnown),
		currency: whole(side.currency),
		value: whole(side.value),
		netValue: whole(side.netValue),
		tender: whole(side.tender),
		terminal: whole(side.terminal),
		day: whole(moved.day),
		keyed: mark(side.keyed),
		keys: list(side.keys),
		standing: list(side.standing),
		id: list(side.id),
	};
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
