import type { Pair } from './pairing/input.ts';
import { pairSides } from './pairing/pairing.ts';
import { type Clocks, prepareSides } from './pairing/prepared.ts';
import { samenessOf } from './pairing/scoring/sameness.ts';
import type { Scorer, ScoringContext } from './pairing/scoring/scoring.ts';
import type { Side } from './pairing/side.ts';
import type { Sameness } from './pairing/solving/posterior.ts';
import type { LedgerStanding } from './preparing/ledger-netting.ts';
import type { Payment } from './preparing/payments.ts';
import { paymentRows, type RowRules, saleRows } from './preparing/side-rows.ts';
import type { MatchDecisions, SaleRow } from './rows.ts';

/** All sales (or all refunds) against all payments of that kind, paired. Row numbers are places in `sales` and `payments`. */
export type Comparison = {
	readonly sales: readonly SaleRow[];
	readonly standing: readonly LedgerStanding[];
	readonly payments: readonly Payment[];
	readonly left: Side;
	readonly right: Side;
	readonly clocks: Clocks;
	/** How far the clock of each right row was taken to be ahead, in milliseconds. */
	readonly skew: Float64Array;
	readonly pairs: readonly Pair[];
	/** Pairs and groups that a person confirmed. */
	readonly confirmed: readonly { readonly lefts: readonly number[]; readonly rights: readonly number[] }[];
	readonly forbidden: (l: number, r: number) => boolean;
	readonly scorer: Scorer;
	readonly same: Sameness;
	/** The payment of each record, by the record's id; made when it is first asked for. */
	readonly placeOfReceipt: () => ReadonlyMap<string, number>;
};

export type ComparisonInput = {
	readonly sales: readonly { readonly row: SaleRow; readonly standing: LedgerStanding }[];
	readonly payments: readonly Payment[];
	/** Null to estimate them from these rows. */
	readonly clocks: Clocks | null;
	readonly decisions: MatchDecisions;
	readonly rules: RowRules;
	/** Extra bits for a sale and a payment, by their places in the lists given. */
	readonly link: ((sale: SaleRow, payment: Payment) => number) | null;
	/** Hears how much of all work is done. */
	readonly onProgress: (done: number) => void;
};

export function compare(input: ComparisonInput): Comparison {
	const { calendar, lateDays, habits } = input.rules;
	const prepared = prepareSides(saleRows(input.sales), paymentRows(input.payments, input.rules), {
		days: lateDays,
		dayOf: calendar.dayOf,
		clocks: input.clocks,
	});
	const { left, right, skew, scatter, hits, clocks } = prepared;
	const payments: Payment[] = [];
	for (const before of prepared.place) payments.push(input.payments[before] as Payment);
	const sales = input.sales.map(({ row }) => row);
	const forbidden = forbiddenPairs(input.decisions.rejected, sales, payments);
	const confirmed = confirmedPairs(input.decisions.confirmed, sales, payments).filter(
		({ lefts, rights }) => !lefts.some((l) => rights.some((r) => forbidden(l, r))),
	);
	const takenLeft = new Uint8Array(sales.length);
	const takenRight = new Uint8Array(payments.length);
	for (const { lefts, rights } of confirmed) {
		for (const l of lefts) takenLeft[l] = 1;
		for (const r of rights) takenRight[r] = 1;
	}
	input.onProgress(0.3);
	const { pairs, scorer } = pairSides({
		...{ left, right, scatter, hits, forbidden, takenLeft, takenRight },
		lateSeconds: lateDays * 86_400,
		link: linkOf(input.link, sales, payments),
		printed: false,
		habits,
		onProgress: input.onProgress,
	});
	const standing = input.sales.map((one) => one.standing);
	return {
		sales,
		standing,
		payments,
		left,
		right,
		clocks,
		skew,
		pairs,
		confirmed,
		forbidden,
		scorer,
		same: samenessOf(left, right),
		placeOfReceipt: once(() => placesOfReceipts(payments)),
	};
}

function placesOfReceipts(payments: readonly Payment[]): ReadonlyMap<string, number> {
	const places = new Map<string, number>();
	payments.forEach(({ members }, r) => {
		for (const { id } of members) places.set(id, r);
	});
	return places;
}

function once<T>(make: () => T): () => T {
	let made: T | undefined;
	return () => {
		made ??= make();
		return made;
	};
}

/** Rows of sales that may take part: cash that was taken back explains nothing. */
export function takesPart(row: SaleRow, standing: LedgerStanding): boolean {
	return standing !== 'reversed' || row.tender !== 'cash';
}

function linkOf(link: ComparisonInput['link'], sales: readonly SaleRow[], payments: readonly Payment[]): ScoringContext['link'] {
	if (!link) return null;
	return (l, r) => {
		const sale = sales[l];
		const payment = payments[r];
		return sale && payment ? link(sale, payment) : 0;
	};
}

/** A rejected pair is refused on every leg of the payment. */
function forbiddenPairs(rejected: MatchDecisions['rejected'], sales: readonly SaleRow[], payments: readonly Payment[]): (l: number, r: number) => boolean {
	if (rejected.length === 0) return () => false;
	const bySale = new Map<string, Set<string>>();
	for (const { sale, receipt } of rejected) bySale.set(sale, (bySale.get(sale) ?? new Set()).add(receipt));
	return (l, r) => {
		const receipts = bySale.get(sales[l]?.id ?? '');
		return receipts !== undefined && (payments[r]?.members.some((row) => receipts.has(row.id)) ?? false);
	};
}

/** What people confirmed, as far as both halves are here. A row that stands in two decisions follows the first. */
function confirmedPairs(
	confirmed: MatchDecisions['confirmed'],
	sales: readonly SaleRow[],
	payments: readonly Payment[],
): { lefts: number[]; rights: number[] }[] {
	if (confirmed.length === 0) return [];
	const placeOfSale = new Map(sales.map((row, l) => [row.id, l]));
	const placeOfReceipt = placesOfReceipts(payments);
	const usedLeft = new Set<number>();
	const usedRight = new Set<number>();
	const ordered = [...confirmed].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
	return ordered.flatMap(({ sales: saleIds, receipts }) => {
		const lefts = places(saleIds, placeOfSale).filter((l) => !usedLeft.has(l));
		const rights = places(receipts, placeOfReceipt).filter((r) => !usedRight.has(r));
		if (lefts.length === 0 || rights.length === 0) return [];
		for (const l of lefts) usedLeft.add(l);
		for (const r of rights) usedRight.add(r);
		return [{ lefts, rights }];
	});
}

function orderOf(one: MatchDecisions['confirmed'][number]): string {
	return JSON.stringify([[...one.sales].sort(), [...one.receipts].sort()]);
}

function places(ids: readonly string[], place: ReadonlyMap<string, number>): number[] {
	return [...new Set(ids.map((id) => place.get(id)).filter((at) => at !== undefined))].sort((a, b) => a - b);
}
