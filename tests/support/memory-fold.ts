import type { ReceiptBatch } from '../../src/commands/ports.ts';
import type { Case } from '../../src/domain/cases/case.ts';
import { contactCase, moveCase, noteCase, openCase, withdrawCase } from '../../src/domain/cases/case-projection.ts';
import type { Discrepancy } from '../../src/domain/discrepancies/discrepancy.ts';
import type { CashCounted, DayClosed } from '../../src/domain/end-of-day/entries.ts';
import type { Draft, Entry } from '../../src/domain/entries.ts';
import type { EntryId } from '../../src/domain/ids.ts';
import type { Sale } from '../../src/domain/ledger/sale.ts';
import { annotateSale, reverseSale, saleFromEntry } from '../../src/domain/ledger/sale-projection.ts';
import type { Shop } from '../../src/domain/ledger/shop.ts';
import type { Awaiting, FoundDiscrepancy, Match } from '../../src/domain/matching/outcome.ts';
import type { Problem } from '../../src/domain/problems.ts';
import type { Receipt } from '../../src/domain/receipts/receipt.ts';
import { type SourceEdit, withEdit } from '../../src/domain/receipts/source-profiles/edits.ts';
import { standingLines } from '../../src/domain/receipts/standing-lines.ts';
import { standingReceipts } from '../../src/domain/receipts/standing-receipts.ts';
import type { BankLine } from '../../src/domain/receipts/statement.ts';
import type { BusinessDay, Instant } from '../../src/domain/time.ts';

/** What the memory ledger holds: the log with the receipts of its imports, and what the engine derived from them. */
export type Memory = {
	readonly entries: Entry[];
	readonly commits: (readonly Draft[])[];
	readonly batches: Map<EntryId, ReceiptBatch>;
	readonly dirty: Set<BusinessDay>;
	readonly results: Map<BusinessDay, { readonly matches: readonly Match[]; readonly awaiting: readonly Awaiting[] }>;
	readonly found: Map<string, FoundRow>;
	mark: number;
	/** Places in feeds behind pages without anything new, with the seq after which they were kept. */
	readonly places: Map<string, Place>;
	/** Set: the next commit is refused with it, once. */
	refuseNext: Problem | null;
};

/** A discrepancy as it was when it was found last. */
export type FoundRow = FoundDiscrepancy & Pick<Discrepancy, 'day' | 'at' | 'risk'> & { readonly stillFound: boolean };

type ImportRecord = {
	readonly entry: Extract<Entry, { kind: 'receipts-imported' }>;
	readonly batch: ReceiptBatch;
	readonly withdrawn: boolean;
	readonly refused: boolean;
};
type Place = { readonly cursor: string; readonly seq: number };
export type Folded = {
	readonly sales: Map<string, Sale>;
	readonly cases: Map<string, Case>;
	readonly imports: Map<string, ImportRecord>;
	readonly cursors: Map<string, Place>;
	readonly counts: Map<BusinessDay, CashCounted>;
	readonly closes: Map<BusinessDay, DayClosed>;
	readonly outages: Map<string, { readonly id: EntryId; readonly terminalId: string | null; readonly startedAt: Instant; readonly open: boolean }>;
	readonly undone: Set<EntryId>;
	shop: Shop | null;
	sourceEdits: readonly SourceEdit[];
};

/** Every state is folded from the log, so that nothing can be there that the log does not say. */
export function fold({ entries, batches }: Memory): Folded {
	const state: Folded = {
		sales: new Map(),
		cases: new Map(),
		imports: new Map(),
		cursors: new Map(),
		counts: new Map(),
		closes: new Map(),
		outages: new Map(),
		undone: new Set(),
		shop: null,
		sourceEdits: [],
	};
	for (const entry of entries) apply(state, entry, batches);
	return state;
}

/** All bank lines that stand. */
export function bankLinesThatStand(memory: Memory): readonly BankLine[] {
	const standing = [...fold(memory).imports.values()].filter(({ withdrawn }) => !withdrawn);
	return standingLines(standing.map(({ entry, batch }) => ({ seq: entry.seq, lines: batch.lines ?? [] })));
}

/** All receipts that stand, by id. */
export function receiptsThatStand(memory: Memory): Map<string, Receipt> {
	const standing = [...fold(memory).imports.values()].filter(({ withdrawn }) => !withdrawn);
	const receipts = standingReceipts(
		standing.map(({ entry, batch }) => ({ seq: entry.seq, receipts: batch.receipts })),
		standing.map(({ entry, batch }) => ({ seq: entry.seq, ids: batch.withdrawn })),
	);
	return new Map(receipts.map((receipt) => [receipt.id, receipt]));
}

function apply(state: Folded, entry: Entry, batches: Memory['batches']): void {
	switch (entry.kind) {
		case 'sale-recorded':
		case 'refund-recorded': {
			const number = [...state.sales.values()].filter((sale) => sale.day === entry.body.day).length + 1;
			state.sales.set(entry.id, saleFromEntry(entry, number));
			break;
		}
		case 'sale-reversed':
			change(state.sales, entry.body.sale, (sale) => reverseSale(sale, entry.id));
			break;
		case 'sale-annotated':
			change(state.sales, entry.body.sale, (sale) => annotateSale(sale, entry.body));
			break;
		case 'outage-started':
			state.outages.set(entry.id, { id: entry.id, terminalId: entry.body.terminalId, startedAt: entry.at, open: true });
			break;
		case 'outage-ended':
			change(state.outages, entry.body.outage, (outage) => ({ ...outage, open: false }));
			break;
		case 'shop-configured':
			state.shop = entry.body.shop;
			break;
		case 'source-profile-set':
		case 'source-profile-reset':
			state.sourceEdits = withEdit(state.sourceEdits, entry);
			break;
		case 'receipts-imported': {
			const batch = batches.get(entry.id);
			if (batch) state.imports.set(entry.id, { entry, batch, withdrawn: false, refused: false });
			if (entry.body.cursor !== null) state.cursors.set(entry.body.via?.feed ?? entry.body.name, { cursor: entry.body.cursor, seq: entry.seq });
			break;
		}
		case 'import-withdrawn':
			change(state.imports, entry.body.import, (record) => ({ ...record, withdrawn: true, refused: entry.body.by === undefined }));
			break;
		case 'decision-undone':
			if (state.undone.has(entry.body.decision)) break;
			state.undone.add(entry.body.decision);
			change(state.cases, entry.body.decision, (found) => withdrawCase(found, entry));
			break;
		case 'case-opened':
			state.cases.set(entry.id, openCase(entry));
			break;
		case 'case-moved':
			change(state.cases, entry.body.case, (found) => moveCase(found, entry));
			break;
		case 'case-noted':
			change(state.cases, entry.body.case, (found) => noteCase(found, entry));
			break;
		case 'contact-logged':
			change(state.cases, entry.body.case, (found) => contactCase(found, entry));
			break;
		case 'cash-counted':
			state.counts.set(entry.body.day, entry.body);
			break;
		case 'day-closed':
			if (!state.closes.has(entry.body.day)) state.closes.set(entry.body.day, entry.body);
			break;
		default:
	}
}

function change<T>(rows: Map<string, T>, id: string, to: (row: T) => T): void {
	const row = rows.get(id);
	if (row !== undefined) rows.set(id, to(row));
}
