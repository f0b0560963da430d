import type { Entry } from '../../domain/entries.ts';
import type { SaleId } from '../../domain/ids.ts';
import type { Sale } from '../../domain/ledger/sale.ts';
import { annotateSale, type RecordedEntry, reverseSale, saleFromEntry } from '../../domain/ledger/sale-projection.ts';
import { tailsOf } from '../../domain/ledger/sale-tails.ts';
import { isJudgedOtherwise } from '../../domain/ledger/shop-rules.ts';
import type { BusinessDay } from '../../domain/time.ts';
import { type ProjectionWork, rangeOfDay } from './work.ts';

type Of<K extends Entry['kind']> = Extract<Entry, { readonly kind: K }>;

/** Sales and refunds get the next number of their day; numbers are given in the order of the log and never again. */
export async function projectSale(entry: RecordedEntry, work: ProjectionWork): Promise<void> {
	const { day } = entry.body;
	let last = work.numbers.get(day);
	if (last === undefined) last = await lastNumber(day, work);
	work.numbers.set(day, last + 1);
	work.days.add(day);
	await putSale(saleFromEntry(entry, last + 1), work);
}

async function lastNumber(day: BusinessDay, { db }: ProjectionWork): Promise<number> {
	const last = await db.sales
		.where('[day+number]')
		.between(...rangeOfDay(day))
		.last();
	return last?.number ?? 0;
}

export function projectReversal(entry: Of<'sale-reversed'>, work: ProjectionWork): Promise<void> {
	return changeSale(entry.body.sale, work, (sale) => reverseSale(sale, entry.id));
}

export function projectAnnotation(entry: Of<'sale-annotated'>, work: ProjectionWork): Promise<void> {
	return changeSale(entry.body.sale, work, (sale) => annotateSale(sale, entry.body));
}

async function changeSale(id: SaleId, work: ProjectionWork, change: (sale: Sale) => Sale): Promise<void> {
	const record = await work.db.sales.get(id);
	if (!record) return;
	const { tails: _, ...sale } = record;
	work.days.add(sale.day);
	await putSale(change(sale), work);
}

async function putSale(sale: Sale, { db }: ProjectionWork): Promise<void> {
	await db.sales.put({ ...sale, tails: tailsOf(sale) });
}

export async function projectOutageStarted({ id, at, body }: Of<'outage-started'>, { db }: ProjectionWork): Promise<void> {
	await db.outages.put({ ...body, id, startedAt: at, endedAt: null, open: 1 });
}

export async function projectOutageEnded({ at, body }: Of<'outage-ended'>, { db }: ProjectionWork): Promise<void> {
	const outage = await db.outages.get(body.outage);
	if (outage) await db.outages.put({ ...outage, endedAt: at, open: 0 });
}

/** Settings by which days are judged make all judged days due again; those that were never judged are marked already. */
export async function projectShop({ id, seq, body }: Of<'shop-configured'>, { db, days }: ProjectionWork): Promise<void> {
	const known = await db.meta.get('shop');
	await db.meta.put({ key: 'shop', shop: body.shop, seq });
	if (known?.key !== 'shop' || !isJudgedOtherwise(known.shop, body.shop)) return;
	await db.meta.put({ key: 'unsettled:shop', tip: id });
	for (const day of await db.dayOutcomes.toCollection().primaryKeys()) days.add(day);
}
