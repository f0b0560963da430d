import type { Discrepancy } from '../../../domain/discrepancies/discrepancy.ts';
import type { Entry } from '../../../domain/entries.ts';
import type { SaleId } from '../../../domain/ids.ts';
import type { Sale } from '../../../domain/ledger/sale.ts';
import type { Match } from '../../../domain/matching/outcome.ts';
import type { Leg, Receipt } from '../../../domain/receipts/receipt.ts';
import type { BusinessDay, Instant, OffsetMinutes } from '../../../domain/time.ts';
import type { EntryRow } from '../../database.ts';
import { discrepanciesOfDay } from '../../discrepancies/rows.ts';
import { unpacked } from '../../receipt-pages.ts';
import { daysAround, receiptsById } from '../match/member-receipts.ts';
import type { Database } from '../source.ts';
import { type LegView, legsOf } from './ledger-legs.ts';
import { type LedgerStanding, standingFacts, standingOfSale } from './ledger-list.ts';

/** A step in the life of a record: an entry of the log, or the arrival of its other half. */
export type HistoryStep =
	| { readonly kind: 'entry'; readonly key: string; readonly at: Instant; readonly offset: OffsetMinutes; readonly actor: string; readonly entry: Entry }
	| {
			readonly kind: 'receipt';
			readonly key: string;
			readonly at: Instant;
			readonly offset: OffsetMinutes;
			readonly actor: string;
			readonly origin: 'file' | 'feed';
			readonly name: string;
			readonly receipt: Receipt;
	  };

/** Everything that the ledger shows of one sale or refund. */
export type SaleDetail = {
	readonly sale: Sale;
	readonly standing: LedgerStanding;
	/** The match in force; proposals for review are none. */
	readonly match: Match | null;
	/** Receipts of the match, and those that a discrepancy names beside the sale. */
	readonly receipts: readonly Receipt[];
	readonly discrepancies: readonly Discrepancy[];
	/** Refunds that name it and stand. */
	readonly refunds: readonly Sale[];
	readonly refundOf: Sale | null;
	readonly legs: readonly LegView[];
	readonly history: readonly HistoryStep[];
	readonly origin: { readonly device: string; readonly seq: number; readonly hash: string } | null;
};

const RECENT_IMPORTS = 60;

/** Null where there is no such sale. */
export async function saleDetail(db: Database, id: SaleId): Promise<SaleDetail | null> {
	return db.transaction('r', [db.sales, db.entries, db.receiptPages, db.imports, db.dayOutcomes, db.discrepancies, db.discrepancyPages], async () => {
		const sale = await db.sales.get(id);
		if (!sale) return null;
		const dayGaps = await discrepanciesOfDay(db, sale.day);
		const [outcome, refunds, refundOf, receipts, imports, entries] = await Promise.all([
			db.dayOutcomes.get(sale.day),
			db.sales.where('refundOf').equals(id).toArray(),
			sale.refundOf === null ? null : db.sales.get(sale.refundOf),
			receiptsById(db, daysAround(sale.day)),
			db.imports.orderBy('seq').reverse().limit(RECENT_IMPORTS).toArray(),
			entriesAbout(db, id),
		]);
		const discrepancies = dayGaps.filter((gap) => gap.sales.includes(id) && gap.state !== 'cleared');
		const match = outcome?.matches.find((one) => one.band !== 'review' && one.sales.includes(id)) ?? null;
		const named = new Set([...(match?.receipts ?? []), ...discrepancies.flatMap((gap) => gap.receipts)]);
		const members = [...receipts.values()].filter((receipt) => named.has(receipt.id)).sort((a, b) => a.at - b.at);
		const facts = standingFacts(outcome?.matches ?? [], outcome?.awaiting ?? [], dayGaps);
		const known = new Set<Leg>(imports.filter((row) => row.withdrawnBy === null).map((row) => row.leg));
		const own = entries.find((entry) => entry.id === id);
		return {
			sale,
			standing: standingOfSale(sale, facts),
			match,
			receipts: members,
			discrepancies,
			refunds: refunds.filter((refund) => refund.reversedBy === null),
			refundOf: refundOf ?? null,
			legs: legsOf({ sale, receipts: members, discrepancies, dueAt: facts.awaiting.get(id)?.dueAt ?? null, known }),
			history: [...entries.map(entryStep), ...(await arrivals(db, members, sale.day))].sort((a, b) => a.at - b.at),
			origin: own ? { device: own.device, seq: own.seq, hash: own.hash } : null,
		};
	});
}

/** Entries that name the sale, and those that take such a decision back. */
async function entriesAbout(db: Database, id: SaleId): Promise<readonly EntryRow[]> {
	const about = await db.entries.where('subjects').equals(id).toArray();
	const undoing = await db.entries
		.where('subjects')
		.anyOf(about.map((entry) => entry.id))
		.filter((entry) => entry.kind === 'decision-undone')
		.toArray();
	return [...new Map([...about, ...undoing].map((entry) => [entry.id, entry])).values()].sort((a, b) => a.at - b.at || a.seq - b.seq);
}

function entryStep(entry: EntryRow): HistoryStep {
	return { kind: 'entry', key: entry.id, at: entry.at, offset: entry.offset, actor: entry.actor, entry };
}

/** When each receipt first came in, by an import that stands. */
async function arrivals(db: Database, receipts: readonly Receipt[], day: BusinessDay): Promise<HistoryStep[]> {
	if (receipts.length === 0) return [];
	const days = daysAround(day);
	const [rows, stored] = await Promise.all([db.imports.where('days').anyOf(days).distinct().toArray(), db.receiptPages.where('day').anyOf(days).toArray()]);
	const pages = stored.map(unpacked);
	const imports = rows.filter((row) => row.withdrawnBy === null).sort((a, b) => a.seq - b.seq);
	return receipts.flatMap((receipt) => {
		const carriers = new Set(pages.filter((page) => page.receipts.some(({ id }) => id === receipt.id)).map((page) => page.importId));
		const first = imports.find((row) => carriers.has(row.id));
		if (!first) return [];
		const { at, offset, actor, origin, name } = first;
		return [{ kind: 'receipt' as const, key: `${first.id} ${receipt.id}`, at, offset, actor, origin, name, receipt }];
	});
}
