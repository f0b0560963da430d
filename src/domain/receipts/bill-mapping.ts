import type { Tender } from '../ledger/tender.ts';
import type { Currency } from '../money.ts';
import type { BillLeg, ReceiptKind, ReceiptStatus } from './receipt.ts';

/** What a column of a bill can say about a payment. */
export const MAPPED_FIELDS = [
	'dateTime',
	'date',
	'time',
	'amount',
	'moneyIn',
	'moneyOut',
	'kind',
	'status',
	'tender',
	'currency',
	'tip',
	'fee',
	'net',
	'channelOrderNo',
	'merchantOrderNo',
	'rrn',
	'traceNo',
	'authCode',
	'batchNo',
	'terminalId',
	'card',
	'originalRef',
	'settlementDate',
] as const;
export type MappedField = (typeof MAPPED_FIELDS)[number];

export const AMOUNT_UNITS = ['major', 'minor'] as const;
/** Whether `1250` means 1250.00 (yuan, euros) or 12.50 (fen, cents). */
export type AmountUnit = (typeof AMOUNT_UNITS)[number];
export const DECIMAL_MARKS = ['.', ','] as const;
/** Which character parts whole units from decimals. */
export type DecimalMark = (typeof DECIMAL_MARKS)[number];
export const DAY_ORDERS = ['ymd', 'dmy', 'mdy'] as const;
/** In which order a date names year, month and day. */
export type DayOrder = (typeof DAY_ORDERS)[number];
export const FEE_SIGNS = ['positive', 'negative'] as const;
/** How a fee that the shop is charged is written. */
export type FeeSign = (typeof FEE_SIGNS)[number];

/** Words of a column and what they mean; compared without regard to case, width and outer blanks. */
export type MappedWords = {
	readonly kind: Readonly<Record<string, ReceiptKind>>;
	readonly status: Readonly<Record<string, ReceiptStatus>>;
	readonly tender: Readonly<Record<string, Tender>>;
};

/** What a person said about a table that no format knows: which column is what, and how its cells are to be read. */
export type BillMapping = {
	readonly version: 1;
	/** As people call it: the provider or terminal the bill comes from. */
	readonly name: string;
	/**
	 * Stands as the format in bills and receipts, `mapped:` and the first name. It stays when the mapping is corrected or renamed,
	 * so that receipts taken in before keep their ids.
	 */
	readonly id: string;
	readonly leg: BillLeg;
	/** IANA zone of the times that name none. */
	readonly zone: string;
	/** Where no column says. */
	readonly currency: Currency;
	/** Where no column says; null: the bill holds several and does not say which. */
	readonly tender: Tender | null;
	readonly unit: AmountUnit;
	readonly decimalMark: DecimalMark;
	readonly dayOrder: DayOrder;
	readonly fees: FeeSign;
	/**
	 * `HH:mm`, where the table has no times and a person said at which time of its day a payment is taken to stand. It tells
	 * nothing of when it was made.
	 */
	readonly timeOfDay?: string;
	/** Name of the column for each field that the table has. */
	readonly columns: Readonly<Partial<Record<MappedField, string>>>;
	readonly words: MappedWords;
	/** The set of all column names, sorted: a table with the same set is read by this mapping. */
	readonly layout: readonly string[];
};

/** A column's name as it is compared: brackets half-width, without blanks. */
export function columnKey(name: string): string {
	return name.replaceAll('（', '(').replaceAll('）', ')').replace(/\s+/g, '');
}

/** Layouts with the same key have the same set of column names. */
export function layoutKey(layout: readonly string[]): string {
	return layout.join('\t');
}

/** The set of column names as a mapping keeps it. */
export function layoutOf(names: Iterable<string>): string[] {
	return [...new Set(names)].filter((name) => name !== '').sort();
}

/** How words are compared. */
export function wordKey(word: string): string {
	return word.normalize('NFKC').trim().toLowerCase();
}
