import Dexie from 'dexie';
import type { DeviceId, ImportId } from '../../../domain/ids.ts';
import { type ChainFault, type Sha256, verifyChain } from '../../../domain/log/hash-chain.ts';
import { withoutSubjects } from '../../commit/commit.ts';
import type { Loss } from '../../database.ts';
import { countOf } from '../../receipt-pages.ts';
import type { Database } from '../source.ts';

export type LedgerFault =
	| { readonly kind: 'chain'; readonly device: DeviceId; readonly fault: ChainFault }
	/** Receipts of an import are not all there. */
	| { readonly kind: 'receipts'; readonly import: ImportId; readonly name: string; readonly have: number; readonly want: number }
	/** Entries of sales and rows of sales differ in number; the rows can be made anew from the entries. */
	| { readonly kind: 'sales'; readonly have: number; readonly want: number }
	/** A loss that was accepted earlier; named again for as long as the ledger lives. */
	| { readonly kind: 'loss'; readonly loss: Loss };

export type LedgerCheck = { readonly entries: number; readonly whole: boolean; readonly faults: readonly LedgerFault[] };

/** `done` of `total` entries. */
export type OnChecked = (done: number, total: number) => void;

const BATCH = 500;

/**
 * Checks everything that is stored against itself: no entry missing, none altered, each linked to the one before; the
 * receipts of each import all there; a row for each sale. Reads in batches, so that the till stays quick meanwhile.
 */
export async function checkLedger(db: Database, sha256: Sha256, onChecked: OnChecked = () => undefined): Promise<LedgerCheck> {
	const total = await db.entries.count();
	const faults: LedgerFault[] = [];
	const progress = { done: 0, total, sales: 0, onChecked };
	for (let device = await deviceAfter(db, null); device !== null; device = await deviceAfter(db, device)) {
		const report = await verifyChain(entriesOf(db, device, progress), sha256);
		if (report.fault) faults.push({ kind: 'chain', device, fault: report.fault });
	}
	const sales = await db.sales.count();
	const chainsWhole = faults.length === 0;
	if (chainsWhole && sales !== progress.sales) faults.push({ kind: 'sales', have: sales, want: progress.sales });
	faults.push(...(await receiptFaults(db)));
	const losses = await db.meta.get('losses');
	if (losses && 'losses' in losses) faults.push(...losses.losses.map((loss) => ({ kind: 'loss' as const, loss })));
	return { entries: total, whole: faults.length === 0, faults };
}

async function deviceAfter(db: Database, last: DeviceId | null): Promise<DeviceId | null> {
	const next = await db.entries
		.where('[device+seq]')
		.above(last === null ? [Dexie.minKey] : [last, Dexie.maxKey])
		.first();
	return next?.device ?? null;
}

type Progress = { done: number; sales: number; readonly total: number; readonly onChecked: OnChecked };

async function* entriesOf(db: Database, device: DeviceId, progress: Progress) {
	for (let last = 0; ; ) {
		const rows = await db.entries.where('[device+seq]').between([device, last], [device, Dexie.maxKey], false, true).limit(BATCH).toArray();
		if (rows.length === 0) return;
		yield rows.map(withoutSubjects);
		last = rows.at(-1)?.seq ?? last;
		progress.done += rows.length;
		progress.sales += rows.filter(({ kind }) => kind === 'sale-recorded' || kind === 'refund-recorded').length;
		progress.onChecked(progress.done, progress.total);
	}
}

async function receiptFaults(db: Database): Promise<LedgerFault[]> {
	const have = new Map<ImportId, number>();
	await db.receiptPages.each((page) => have.set(page.importId, (have.get(page.importId) ?? 0) + countOf(page)));
	await db.bankPages.each((page) => have.set(page.importId, (have.get(page.importId) ?? 0) + page.lines.length));
	const faults: LedgerFault[] = [];
	await db.imports.each(({ id, name, count }) => {
		const found = have.get(id) ?? 0;
		if (found !== count) faults.push({ kind: 'receipts', import: id, name, have: found, want: count });
	});
	return faults;
}
