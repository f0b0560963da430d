import type { DayFacts } from '../../commands/ports.ts';
import type { Sale } from '../../domain/ledger/sale.ts';
import type { MatchDecisions, SaleRow } from '../../domain/matching/rows.ts';
import { mergeIntervals } from '../../domain/receipts/interval-sets.ts';
import type { Coverage } from '../../domain/receipts/reading.ts';
import type { BusinessDay, Instant } from '../../domain/time.ts';
import type { Database, EntryRow, ImportRow } from '../database.ts';
import { coverageKey } from '../projections/receipts.ts';
import { rangeOfDay } from '../projections/work.ts';
import { readReceipts, type StoredReceipts } from '../read-receipts.ts';

/** Where a member of an outcome stands. */
export type Place = { readonly day: BusinessDay; readonly at: Instant; readonly reversed: boolean; readonly refund: boolean };
export type FactsRead = {
	readonly facts: DayFacts;
	/** Receipts with the business day under which each is stored. */
	readonly stored: StoredReceipts['receipts'];
	readonly places: ReadonlyMap<string, Place>;
	/** What had last changed each dirty day. */
	readonly tips: ReadonlyMap<BusinessDay, string>;
};

/** Reads everything that the engine needs for some days, as it stood at one moment. */
export function readFacts(db: Database, days: readonly BusinessDay[]): Promise<FactsRead> {
	return db.transaction('r', [db.sales, db.entries, db.receiptPages, db.imports, db.decisions, db.dirtyDays], async () => {
		const dirt = await db.dirtyDays.toArray();
		const sales: Sale[] = [];
		for (const day of days)
			sales.push(
				...(await db.sales
					.where('[day+number]')
					.between(...rangeOfDay(day))
					.toArray()),
			);
		const reversals = await db.entries
			.where('id')
			.anyOf(sales.flatMap((sale) => sale.reversedBy ?? []))
			.toArray();
		const { receipts, imports } = await readReceipts(db, days);
		const places = new Map<string, Place>();
		for (const sale of sales) places.set(sale.id, { day: sale.day, at: sale.at, reversed: sale.reversedBy !== null, refund: sale.kind === 'refund' });
		for (const { receipt, day } of receipts)
			if (!places.has(receipt.id)) places.set(receipt.id, { day, at: receipt.at, reversed: false, refund: receipt.kind === 'refund' });
		const decisions = await readDecisions(db, places);
		const facts = { sales: saleRows(sales, reversals), receipts: receipts.map(({ receipt }) => receipt), coverage: coverageOf(imports), decisions };
		return { facts, stored: receipts, places, tips: new Map(dirt.map(({ day, tip }) => [day, tip])) };
	});
}

/** Each sale, and behind it the row that undid it. */
function saleRows(sales: readonly Sale[], reversals: readonly EntryRow[]): SaleRow[] {
	const byId = new Map<string, EntryRow>(reversals.map((entry) => [entry.id, entry]));
	return sales.flatMap((sale) => {
		const reversal = sale.reversedBy === null ? undefined : byId.get(sale.reversedBy);
		const row = rowOf(sale);
		return reversal ? [row, { ...row, id: reversal.id, at: reversal.at, offset: reversal.offset, kind: 'reversal' as const, ref: sale.id }] : [row];
	});
}

function rowOf({ id, at, offset, day, kind, amountMinor, tipMinor, currency, tender, terminalId, cashier, keys, refundOf, state }: Sale): SaleRow {
	return { id, at, offset, day, kind, amountMinor, tipMinor, currency, tender, terminalId, cashier, keys, ref: refundOf, state };
}

/** What the imports cover; the many small pieces of a feed become whole again. */
export function coverageOf(imports: readonly ImportRow[]): Coverage[] {
	const parts = new Map<string, Coverage[]>();
	for (const part of imports.flatMap((row) => row.coverageParts)) {
		const key = coverageKey(part);
		parts.set(key, [...(parts.get(key) ?? []), part]);
	}
	const keys = [...parts.keys()].sort();
	return keys.flatMap((key) => {
		const list = parts.get(key) ?? [];
		return mergeIntervals(list.map((part) => part.interval)).flatMap((interval) => (list[0] ? [{ ...list[0], interval }] : []));
	});
}

/** Decisions that name a member of these days; those taken back are left out. */
async function readDecisions(db: Database, members: ReadonlyMap<string, unknown>): Promise<MatchDecisions> {
	const rows = await db.decisions.where('kind').anyOf('match-confirmed', 'match-rejected').toArray();
	const confirmed: MatchDecisions['confirmed'][number][] = [];
	const rejected: MatchDecisions['rejected'][number][] = [];
	for (const { kind, body, undoneBy } of rows.sort((a, b) => a.seq - b.seq)) {
		if (undoneBy !== null) continue;
		if (kind === 'match-confirmed' && 'sales' in body && 'receipts' in body) {
			const { sales, receipts } = body;
			if ([...sales, ...receipts].some((id) => members.has(id))) confirmed.push({ sales, receipts });
		}
		if (kind === 'match-rejected' && 'receipt' in body) {
			const { sale, receipt } = body;
			if (members.has(sale) || members.has(receipt)) rejected.push({ sale, receipt });
		}
	}
	return { confirmed, rejected };
}
