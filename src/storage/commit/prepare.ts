import type { ReceiptBatch } from '../../commands/ports.ts';
import type { Draft } from '../../domain/entries.ts';
import type { ImportId } from '../../domain/ids.ts';

import { SHOP_DEFAULT } from '../../domain/ledger/shop.ts';
import { type DayOf, daysTouched, shopDays } from '../../domain/receipts/days-touched.ts';
import { mergeIntervals, subtractIntervals } from '../../domain/receipts/interval-sets.ts';
import { receiptsByDay } from '../../domain/receipts/receipt-pages.ts';
import type { Interval } from '../../domain/time.ts';
import type { Database } from '../database.ts';
import { coverageKey } from '../projections/receipts.ts';
import type { PreparedBatch, ProjectionWork } from '../projections/work.ts';
import { daysOfReceipts } from '../receipt-lookup.ts';

/** A statement may cover years; days beyond this many before its end are not looked at again. */
const COVERAGE_DAYS_MAX = 800;

export type Prepared = Pick<ProjectionWork, 'batches' | 'receiptDays'>;

const NOTHING: Prepared = { batches: new Map(), receiptDays: new Map() };

/** Everything that projections need but must not look up slowly, read before the transaction. Receipts and imports only ever grow. */
export async function prepare(db: Database, drafts: readonly Draft[], batches: readonly ReceiptBatch[]): Promise<Prepared> {
	const receiptIds = await namedReceipts(db, drafts);
	if (batches.length === 0 && receiptIds.length === 0) return NOTHING;
	const shop = await db.meta.get('shop');
	const { zone, cutoverMinutes } = shop && 'shop' in shop ? shop.shop : SHOP_DEFAULT;
	const clock = { dayOf: shopDays({ zone, cutoverMinutes }), filedBy: `${zone} ${cutoverMinutes}` };
	const prepared = new Map<ImportId, PreparedBatch>();
	const covered = new Map<string, readonly Interval[]>();
	for (const batch of batches) {
		const feed = drafts.some((draft) => draft.id === batch.importId && draft.kind === 'receipts-imported' && draft.body.origin === 'feed');
		prepared.set(batch.importId, await prepareBatch(db, batch, { ...clock, covered: feed ? covered : null }));
	}
	return { batches: prepared, receiptDays: await daysOfReceipts(db, receiptIds) };
}

async function namedReceipts(db: Database, drafts: readonly Draft[]): Promise<string[]> {
	const named: string[] = [];
	for (const draft of drafts) {
		if (draft.kind === 'match-confirmed') named.push(...draft.body.receipts);
		if (draft.kind === 'match-rejected') named.push(draft.body.receipt);
		if (draft.kind === 'decision-undone') {
			const decision = await db.decisions.get(draft.body.decision);
			if (decision?.kind === 'match-confirmed' && 'receipts' in decision.body) named.push(...decision.body.receipts);
			if (decision?.kind === 'match-rejected' && 'receipt' in decision.body) named.push(decision.body.receipt);
		}
	}
	return named;
}

type BatchContext = { readonly dayOf: DayOf; readonly filedBy: string; readonly covered: Map<string, readonly Interval[]> | null };

async function prepareBatch(db: Database, batch: ReceiptBatch, { dayOf, filedBy, covered }: BatchContext): Promise<PreparedBatch> {
	const receipts = receiptsByDay(batch.receipts, dayOf);
	// A bank statement says nothing about single sales: no day is judged again for it, and what it covers stands in its entry.
	if (batch.lines) return { batch, receipts, staged: false, filedBy, coverage: [], covered: null, days: [] };
	const coverage = covered ? await newCoverage(db, batch, covered) : batch.coverage;
	const takenBack = await daysOfReceipts(db, batch.withdrawn);
	const touched = coverage.flatMap((part) => daysTouched(part.interval, dayOf).slice(-COVERAGE_DAYS_MAX));
	const packed = batch.packed ?? [];
	const days = [...new Set([...receipts.keys(), ...packed.map((page) => page.day), ...touched, ...takenBack.values()])].sort();
	const staged = packed.length > 0 && packed.length === (await db.receiptPages.where('importId').equals(batch.importId).count());
	return { batch, receipts, staged, filedBy, coverage, covered: covered && new Map(covered), days };
}

/** A feed says with each pull what it covers in all; only what is new makes days due again. */
async function newCoverage(db: Database, batch: ReceiptBatch, covered: Map<string, readonly Interval[]>): Promise<ReceiptBatch['coverage']> {
	const fresh: ReceiptBatch['coverage'][number][] = [];
	for (const part of batch.coverage) {
		const key = coverageKey(part);
		const known = covered.get(key) ?? (await storedCoverage(db, key));
		for (const interval of subtractIntervals([part.interval], known)) fresh.push({ ...part, interval });
		covered.set(key, mergeIntervals([...known, part.interval]));
	}
	return fresh;
}

async function storedCoverage(db: Database, key: string): Promise<readonly Interval[]> {
	const row = await db.meta.get(`covered:${key}`);
	return row && 'intervals' in row ? row.intervals : [];
}
