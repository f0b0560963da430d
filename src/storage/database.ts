import Dexie, { type Table } from 'dexie';
import type { Case } from '../domain/cases/case.ts';
import type { Discrepancy } from '../domain/discrepancies/discrepancy.ts';
import type { CashCounted, DayClosed } from '../domain/end-of-day/entries.ts';
import type { Entry, EntryBodies, EntryKind } from '../domain/entries.ts';
import type { DeviceId, DiscrepancyId, EntryId, ImportId } from '../domain/ids.ts';
import type { OutageStarted } from '../domain/ledger/entries.ts';
import type { Sale } from '../domain/ledger/sale.ts';
import type { Shop } from '../domain/ledger/shop.ts';
import type { Awaiting, ClockEstimate, Excluded, Match, Netted, RowProblem } from '../domain/matching/outcome.ts';
import type { ReceiptsImported } from '../domain/receipts/entries.ts';
import type { Coverage, LineProblem } from '../domain/receipts/reading.ts';
import type { Leg, Receipt } from '../domain/receipts/receipt.ts';
import type { SourceEdit } from '../domain/receipts/source-profiles/edits.ts';
import type { BankLine } from '../domain/receipts/statement.ts';
import type { DayParts } from '../domain/settlement/batches/parts.ts';
import type { Payout } from '../domain/settlement/outcome.ts';
import type { BusinessDay, Instant, Interval, OffsetMinutes } from '../domain/time.ts';
import { STORES_V1 } from './versions/v01.ts';
import { STORES_V2 } from './versions/v02.ts';
import { STORES_V3 } from './versions/v03.ts';
import { STORES_V4 } from './versions/v04.ts';

/** A log entry with the ids that it names, by which the history of a record is found. */
export type EntryRow = Entry & { readonly subjects: readonly string[] };
/** A sale with the last four characters of each number it carries, by which it is searched. */
export type SaleRecord = Sale & { readonly tails: readonly string[] };
/** Up to 500 receipts of one import and business day. */
export type ReceiptPage = {
	readonly key: string;
	readonly importId: ImportId;
	readonly source: string;
	readonly leg: Leg;
	readonly day: BusinessDay;
	readonly receipts: readonly Receipt[];
};
/** A page of a large bill (`packPages`). */
export type PackedReceiptPage = Omit<ReceiptPage, 'receipts'> & { readonly count: number; readonly text: string };
/** Up to 500 lines of one bank statement. */
export type BankPage = {
	readonly key: string;
	readonly importId: ImportId;
	/** As with receipts: the later import says how a line stands. */
	readonly importSeq: number;
	readonly source: string;
	readonly lines: readonly BankLine[];
};
/** What the receipts of a business day add to payouts; its parts name no single rows. */
export type DayPartsRow = DayParts & { readonly day: BusinessDay };
/** A payout as it was judged; `nextDue` only while nothing is due, so that the index holds no others. */
export type PayoutRow = Payout & { readonly version: number; readonly nextDue?: Instant };
export type ImportRow = ReceiptsImported & {
	readonly id: ImportId;
	readonly seq: number;
	readonly at: Instant;
	readonly offset: OffsetMinutes;
	readonly actor: string;
	/** Every business day that its receipts, its coverage or what it takes back touches. */
	readonly days: readonly BusinessDay[];
	/** Of a feed only what no earlier batch of the same source covered. */
	readonly coverageParts: readonly Coverage[];
	readonly problemLines: readonly LineProblem[];
	readonly takenBack: readonly string[];
	/** The clock of the shop by which its receipts were put into business days; left out of imports from before this was kept. */
	readonly filedBy?: string;
	/** The entry that withdrew it; null while it stands. */
	readonly withdrawnBy: EntryId | null;
};
/** A discrepancy as stored; `found` is false once the engine no longer finds it and only the work on it is kept. */
export type DiscrepancyRow = Discrepancy & { readonly found: boolean };
/** Up to 500 discrepancies of one business day that nobody works on, packed (`packRows`); `waiting` counts those that are open. */
export type DiscrepancyPage = { readonly key: string; readonly day: BusinessDay; readonly waiting: number; readonly text: string };
/** A decision of a person about a match or a discrepancy. */
export type DecisionRow = {
	readonly id: EntryId;
	readonly seq: number;
	readonly at: Instant;
	readonly offset: OffsetMinutes;
	readonly actor: string;
	readonly kind: EntryKind;
	readonly body: EntryBodies[EntryKind];
	/** Null for decisions about matches. */
	readonly discrepancy: DiscrepancyId | null;
	readonly undoneBy: EntryId | null;
};
/** What the engine found for one business day, with what it was found from. */
export type DayOutcome = {
	readonly day: BusinessDay;
	readonly engineVersion: number;
	readonly judgedAt: Instant;
	/** Earliest moment at which one of its awaiting sales becomes due; left out of the index where none waits. */
	readonly nextDue: Instant | null;
	readonly matches: readonly Match[];
	readonly awaiting: readonly Awaiting[];
	readonly netted: readonly Netted[];
	readonly excluded: readonly Excluded[];
	readonly problems: readonly RowProblem[];
	readonly clocks: readonly ClockEstimate[];
};
export type OutageRow = OutageStarted & { readonly id: EntryId; readonly startedAt: Instant; readonly endedAt: Instant | null; readonly open: 0 | 1 };
export type CashCountRow = CashCounted & { readonly entry: EntryId; readonly at: Instant; readonly actor: string };
export type DayCloseRow = DayClosed & {
	readonly entry: EntryId;
	readonly at: Instant;
	readonly offset: OffsetMinutes;
	readonly actor: string;
	readonly seq: number;
};
export type MetaRow =
	| { readonly key: 'device'; readonly device: DeviceId; readonly generation: string }
	| { readonly key: 'shop'; readonly shop: Shop; readonly seq: number }
	| { readonly key: `cursor:${string}`; readonly feed: string; readonly cursor: string; readonly at: Instant }
	/** What a feed's source has covered so far, without overlaps. */
	| { readonly key: `covered:${string}`; readonly intervals: readonly Interval[] }
	/** What the shop knows better about its sources than the shipped table, in the order of the log. */
	| { readonly key: 'sources'; readonly edits: readonly SourceEdit[] }
	/** Something that payouts follow from has changed since they were judged; `tip` tells by what. */
	| { readonly key: 'unsettled:import' | 'unsettled:parts' | 'unsettled:sources' | 'unsettled:shop'; readonly tip: string }
	/** By which rules `dayParts` were made. */
	| { readonly key: 'parts'; readonly version: number }
	/** Last copy that left the device. */
	| { readonly key: 'copy'; readonly seq: number; readonly at: Instant }
	/** Chains that could not be made whole and that a person agreed to go on without. */
	| { readonly key: 'losses'; readonly losses: readonly Loss[] };
/** `have` of `want` entries of a device's chain are there. */
export type Loss = { readonly device: DeviceId; readonly have: number; readonly want: number };
/** A day to judge again; `tip` tells by what: the hash of the entry that last changed its facts, or a word of the app's own. */
export type DirtyDay = { readonly day: BusinessDay; readonly tip: string };

/** The ledger's database. Table shapes are versioned in `versions/` and pinned by a hash test. */
export class Database extends Dexie {
	declare readonly entries: Table<EntryRow, [DeviceId, number]>;
	declare readonly sales: Table<SaleRecord, string>;
	declare readonly receiptPages: Table<ReceiptPage | PackedReceiptPage, string>;
	declare readonly bankPages: Table<BankPage, string>;
	declare readonly dayParts: Table<DayPartsRow, BusinessDay>;
	declare readonly payouts: Table<PayoutRow, string>;
	declare readonly imports: Table<ImportRow, string>;
	declare readonly decisions: Table<DecisionRow, string>;
	declare readonly dayOutcomes: Table<DayOutcome, BusinessDay>;
	declare readonly discrepancies: Table<DiscrepancyRow, string>;
	declare readonly discrepancyPages: Table<DiscrepancyPage, string>;
	declare readonly cases: Table<Case, string>;
	declare readonly cashCounts: Table<CashCountRow, BusinessDay>;
	declare readonly dayCloses: Table<DayCloseRow, BusinessDay>;
	declare readonly outages: Table<OutageRow, string>;
	declare readonly dirtyDays: Table<DirtyDay, BusinessDay>;
	declare readonly meta: Table<MetaRow, string>;

	constructor(name: string, schema: 'declared' | 'installed' = 'declared') {
		super(name, { chromeTransactionDurability: 'strict', cache: 'disabled', autoOpen: false });
		if (schema === 'installed') return;
		this.version(1).stores(STORES_V1);
		this.version(2).stores(STORES_V2);
		this.version(3).stores(STORES_V3);
		this.version(4).stores(STORES_V4);
	}
}

/**
 * Opens a database as it stands, whatever version it has, so that nothing of it changes: without a schema of its own Dexie
 * neither migrates nor patches, and every write is turned away before it reaches the database.
 */
export async function openReadOnly(name: string): Promise<Database> {
	const db = new Database(name, 'installed');
	db.use({
		stack: 'dbcore',
		name: 'read-only',
		create: (core) => ({ ...core, table: (table) => ({ ...core.table(table), mutate: () => Promise.reject(new Error('opened for reading only')) }) }),
	});
	await db.open();
	for (const table of db.tables) Object.defineProperty(db, table.name, { value: table, configurable: true });
	return db;
}
