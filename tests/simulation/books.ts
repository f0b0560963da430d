import { asReceiptId } from '../../src/domain/ids.ts';
import type { PaymentKeys } from '../../src/domain/ledger/sale.ts';
import type { DiscrepancyKind } from '../../src/domain/matching/kinds.ts';
import type { SaleRow } from '../../src/domain/matching/rows.ts';
import type { Receipt } from '../../src/domain/receipts/receipt.ts';
import type { Random } from '../support/random.ts';

/** What is true: which rows are one payment, and which gaps there are. */
export type Truth = {
	readonly pairs: readonly TruePair[];
	readonly gaps: readonly TrueGap[];
};
export type TruePair = {
	readonly sales: readonly string[];
	readonly receipts: readonly string[];
	/** One to one, same amount and tender, nothing unusual: a person would only nod. */
	readonly agrees: boolean;
	readonly differenceMinor: number;
};
export type TrueGap = { readonly kind: DiscrepancyKind; readonly sales: readonly string[]; readonly receipts: readonly string[]; readonly cluster: boolean };

export const BLANK: PaymentKeys = { authCode: null, rrn: null, traceNo: null, batchNo: null, last4: null, merchantOrderNo: null, channelOrderNo: null };
export const OFFSET_MINUTES = 480;
/** Business days end at four in the morning. */
export const CUT_HOUR = 4;

/** Collects rows with their truth. Times given are true seconds after midnight (Beijing) of the first day. */
export type Books = {
	readonly sales: SaleRow[];
	readonly receipts: Receipt[];
	readonly pairs: TruePair[];
	readonly gaps: TrueGap[];
	readonly sale: (row: Pick<SaleRow, 'amountMinor'> & Partial<SaleRow>, second: number) => SaleRow;
	/** `shown` is the second on the source's own clock. */
	readonly receipt: (row: Pick<Receipt, 'amountMinor'> & Partial<Receipt>, shown: number) => Receipt;
	readonly pair: (sales: readonly SaleRow[], receipts: readonly Receipt[], change?: Partial<TruePair>) => void;
	readonly gap: (kind: DiscrepancyKind, sales: readonly SaleRow[], receipts: readonly Receipt[], cluster?: boolean) => void;
};

export function newBooks(random: Random, from: string, currency: string): Books {
	const midnight = Date.parse(`${from}T00:00:00Z`) - OFFSET_MINUTES * 60_000;
	// Ids say nothing about order: a counter turned round a prime.
	const turn = 1 + random.below(900_000);
	let made = 0;
	const nextId = (prefix: string) => `${prefix}${((++made * 7_919 + turn * 104_729) % 1_000_003).toString(36).padStart(4, '0')}`;
	const instant = (second: number) => midnight + Math.round(second) * 1_000;
	const books: Books = {
		sales: [],
		receipts: [],
		pairs: [],
		gaps: [],
		sale: (row, second) => {
			const made: SaleRow = {
				...{ id: nextId('s'), at: instant(second), offset: OFFSET_MINUTES, day: dayOf(instant(second)), kind: 'sale', tipMinor: null, currency },
				...{ tender: null, terminalId: null, cashier: null, keys: BLANK, ref: null, state: 'paid_confirmed' },
				...row,
			};
			books.sales.push(made);
			return made;
		},
		receipt: (row, shown) => {
			const made: Receipt = {
				...BLANK,
				...{ id: asReceiptId(nextId('r')), leg: 'terminal', source: 'canonical-receipts', at: instant(shown), offset: OFFSET_MINUTES },
				...{ kind: 'sale', status: 'success', tipMinor: null, feeMinor: null, netMinor: null, currency, tender: null, terminalId: null },
				...{ originalRef: null, settlementDate: null, line: null },
				...row,
			};
			books.receipts.push(made);
			return made;
		},
		pair: (sales, receipts, change = {}) => {
			books.pairs.push({ ...members(sales, receipts), agrees: false, differenceMinor: 0, ...change });
		},
		gap: (kind, sales, receipts, cluster = false) => {
			books.gaps.push({ kind, ...members(sales, receipts), cluster });
		},
	};
	return books;
}

function members(sales: readonly SaleRow[], receipts: readonly Receipt[]) {
	return { sales: sales.map((row) => row.id), receipts: receipts.map((row) => row.id as string) };
}

export function dayOf(at: number): string {
	return new Date(at + (OFFSET_MINUTES - CUT_HOUR * 60) * 60_000).toISOString().slice(0, 10);
}
