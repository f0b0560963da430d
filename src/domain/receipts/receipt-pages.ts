import type { BusinessDay } from '../time.ts';
import type { DayOf } from './days-touched.ts';
import type { Receipt } from './receipt.ts';

/**
 * Up to 500 receipts of one business day as JSON text, field by field: what all of them have in common stands there once. A text is
 * handed from thread to thread and into the database in a tenth of the time that the same receipts take as objects.
 */
export type PackedPage = { readonly day: BusinessDay; readonly count: number; readonly text: string };

/** Smaller bills are stored as they are. */
export const PACKED_FROM = 500;
const PAGE_RECEIPTS = 500;

type Rare = Pick<Receipt, 'notes' | 'cardKind'>;

type Columns = {
	readonly count: number;
	readonly same: Readonly<Record<string, unknown>>;
	readonly columns: Readonly<Record<string, readonly unknown[]>>;
	/** What only some receipts have, by their places. */
	readonly notes: Readonly<Record<number, Rare>>;
};

/** Receipts by their business day, in the order in which they stand. */
export function receiptsByDay(receipts: readonly Receipt[], dayOf: DayOf): ReadonlyMap<BusinessDay, readonly Receipt[]> {
	const byDay = new Map<BusinessDay, Receipt[]>();
	for (const receipt of receipts) {
		const day = dayOf(receipt.at);
		const list = byDay.get(day);
		if (list) list.push(receipt);
		else byDay.set(day, [receipt]);
	}
	return byDay;
}

/** The receipts in pages of one day each; within a day they keep their order. */
export function packPages(receipts: readonly Receipt[], dayOf: DayOf): PackedPage[] {
	return [...receiptsByDay(receipts, dayOf)].flatMap(([day, list]) => {
		const pages: PackedPage[] = [];
		for (let from = 0; from < list.length; from += PAGE_RECEIPTS) pages.push(pageOf(day, list.slice(from, from + PAGE_RECEIPTS)));
		return pages;
	});
}

function pageOf(day: BusinessDay, receipts: readonly Receipt[]): PackedPage {
	return { day, count: receipts.length, text: packText(receipts) };
}

/** Receipts of any days, in their order, as the text of a page. */
export function packText(receipts: readonly Receipt[]): string {
	const same: Record<string, unknown> = {};
	const columns: Record<string, readonly unknown[]> = {};
	const notes: Record<number, Rare> = {};
	for (const field of Object.keys(receipts[0] ?? {}) as (keyof Receipt)[]) {
		if (field === 'notes' || field === 'cardKind') continue;
		const first = receipts[0]?.[field];
		const values = receipts.map((receipt) => receipt[field]);
		if (values.every((value) => value === first)) same[field] = first;
		else columns[field] = values;
	}
	for (const [row, { notes: said, cardKind }] of receipts.entries())
		if (said || cardKind) notes[row] = { ...(said && { notes: said }), ...(cardKind && { cardKind }) };
	const packed: Columns = { count: receipts.length, same, columns, notes };
	return JSON.stringify(packed);
}

/** The receipts of a page. The text comes from `packPages`, whose counterpart this is. */
export function unpackPage(text: string): Receipt[] {
	const { count, same, columns, notes } = JSON.parse(text) as Columns;
	const receipts = Array.from({ length: count }, () => receiptOf(same as Receipt));
	for (const field in columns) {
		const values = columns[field] ?? [];
		for (let row = 0; row < count; row++) (receipts[row] as Record<string, unknown>)[field] = values[row];
	}
	for (const row in notes) Object.assign(receipts[Number(row)] as Receipt, notes[row]);
	return receipts;
}

/** What all have in common; written out field by field, since objects put together otherwise are many times as slow to make and to read. */
function receiptOf(same: Receipt): Receipt {
	return {
		id: same.id,
		leg: same.leg,
		source: same.source,
		at: same.at,
		offset: same.offset,
		kind: same.kind,
		status: same.status,
		amountMinor: same.amountMinor,
		tipMinor: same.tipMinor,
		feeMinor: same.feeMinor,
		netMinor: same.netMinor,
		currency: same.currency,
		tender: same.tender,
		terminalId: same.terminalId,
		batchNo: same.batchNo,
		traceNo: same.traceNo,
		rrn: same.rrn,
		authCode: same.authCode,
		last4: same.last4,
		merchantOrderNo: same.merchantOrderNo,
		channelOrderNo: same.channelOrderNo,
		originalRef: same.originalRef,
		settlementDate: same.settlementDate,
		line: same.line,
	};
}
