import type { Case } from '../domain/cases/case.ts';
import type { Discrepancy } from '../domain/discrepancies/discrepancy.ts';
import type { CashCounted, DayClosed } from '../domain/end-of-day/entries.ts';
import type { Draft, DraftOf, Entry, EntryBodies, EntryKind } from '../domain/entries.ts';
import type { CaseId, DiscrepancyId, EntryId, ImportId, SaleId } from '../domain/ids.ts';
import type { Sale } from '../domain/ledger/sale.ts';
import type { Shop } from '../domain/ledger/shop.ts';
import type { Sha256 } from '../domain/log/hash-chain.ts';
import type { Outcome } from '../domain/matching/outcome.ts';
import type { MatchDecisions, ReconcileInput } from '../domain/matching/rows.ts';
import type { Problem } from '../domain/problems.ts';
import type { FeedStatement } from '../domain/receipts/feed-statement.ts';
import type { SavedMapping } from '../domain/receipts/mapping/saved-mappings.ts';
import type { TableDescription } from '../domain/receipts/mapping/table-description.ts';
import type { DescribeOptions, FileBytes, OnProgress, ReadOptions, StopSignal } from '../domain/receipts/read-options.ts';
import type { BillReading, Coverage } from '../domain/receipts/reading.ts';
import type { Leg, Receipt } from '../domain/receipts/receipt.ts';
import type { PackedPage } from '../domain/receipts/receipt-pages.ts';
import type { SourceEdit } from '../domain/receipts/source-profiles/edits.ts';
import type { ShopSource } from '../domain/receipts/source-profiles/shop-sources.ts';
import type { BankLine, StatementReading } from '../domain/receipts/statement.ts';
import type { Result } from '../domain/result.ts';
import type { Settlement } from '../domain/settlement/outcome.ts';
import type { SettleInput } from '../domain/settlement/settle.ts';
import type { BusinessDay, Instant, Stamp } from '../domain/time.ts';

/** The tablet's clock. `suspect` where it jumped against the monotonic clock, runs behind the last entry, or differs from the hub's. */
export type Clock = { readonly now: () => Stamp; readonly suspect: () => boolean };

/** Mints UUIDv7 ids. */
export type Ids = { readonly entry: () => EntryId };

/** Receipts that are stored in the same transaction as the entry that names them. */
export type ReceiptBatch = {
	readonly importId: ImportId;
	readonly receipts: readonly Receipt[];
	/** Receipts of a large bill, which are not among `receipts` then. */
	readonly packed?: readonly PackedPage[];
	readonly coverage: readonly Coverage[];
	/** Problem lines of the file, kept with the import. */
	readonly problems: BillReading['problems'];
	/** Receipts that a feed took back. */
	readonly withdrawn: readonly string[];
	/** Of a bank statement, which has no receipts. */
	readonly lines?: readonly BankLine[];
};

export type Committed = { readonly entries: readonly Entry[] };

/**
 * The ledger. `commit` is the only way in: all of the drafts, with their projections, or none; it answers only when the
 * outcome is durable, and after a rejection only when it has read back what really happened.
 */
export type LedgerStore = {
	readonly commit: (drafts: readonly Draft[], batches?: readonly ReceiptBatch[]) => Promise<Result<Committed, Problem>>;
	readonly sale: (id: SaleId) => Promise<Sale | null>;
	readonly salesOfDay: (day: BusinessDay) => Promise<readonly Sale[]>;
	/** Refunds that name the sale and stand. */
	readonly refundsOf: (id: SaleId) => Promise<readonly Sale[]>;
	readonly shop: () => Promise<Shop | null>;
	/** The outage that has not ended, if any. */
	readonly openOutage: () => Promise<{ readonly id: EntryId; readonly terminalId: string | null; readonly startedAt: Instant } | null>;
	readonly head: () => Promise<{ readonly seq: number; readonly hash: string }>;
	readonly entry: (id: EntryId) => Promise<Entry | null>;
};

export type ImportInfo = {
	readonly id: ImportId;
	readonly name: string;
	readonly hash: string;
	readonly withdrawn: boolean;
	readonly days: readonly BusinessDay[];
};

export type StagedBill = { readonly bill: { readonly format: string; readonly leg: Leg }; readonly pages: readonly PackedPage[] };
export type StageWatch = { readonly onProgress?: OnProgress; readonly signal?: StopSignal };

export type ReceiptStore = {
	/** A standing import of a file with these bytes. */
	readonly importByHash: (hash: string) => Promise<ImportInfo | null>;
	readonly importById: (id: ImportId) => Promise<ImportInfo | null>;
	/** Receipts that stand, of the business days given, one per identity. */
	readonly receiptsOfDays: (days: readonly BusinessDay[]) => Promise<readonly Receipt[]>;
	readonly receipt: (id: string) => Promise<Receipt | null>;
	/** What a standing import of these bytes took in, without reading the file again; null where there is none. */
	readonly billsByHash: (hash: string) => Promise<readonly BillReading[] | null>;
	/** Puts the pages of a large bill into the database ahead of the entry that will name them; nobody sees them before that. */
	readonly stage: (importId: ImportId, staged: StagedBill, watch?: StageWatch) => Promise<Result<void, Problem>>;
	/** Takes away pages whose entry never came: all of them, or those of one import. */
	readonly unstage: (importId?: ImportId) => Promise<void>;
	/** Bank lines that stand, one per id, of all statements. */
	readonly bankLines: () => Promise<readonly BankLine[]>;
	/** Imports of these bytes or of this statement that were withdrawn by a person. */
	readonly refusedByHash: (hash: string) => Promise<boolean>;
	/** Cursor of the feed; null before the first pull. */
	readonly cursor: (feed: string) => Promise<string | null>;
	/** Remembers the place behind a page in which nothing was to be taken in; otherwise it is kept with what was. */
	readonly keepCursor: (feed: string, cursor: string, at: Instant) => Promise<void>;
	/** The mappings that are remembered, newest first. */
	readonly mappings: () => Promise<readonly SavedMapping[]>;
	/** Sources that sent anything, by name and leg, with all tenders that they ever covered. */
	readonly sources: () => Promise<readonly ShopSource[]>;
	/** What the shop knows better about its sources, in the order of the log; undone edits among them. */
	readonly sourceEdits: () => Promise<readonly SourceEdit[]>;
};

/** Bytes of files and pictures, in a database of their own so that their size or damage cannot touch the ledger. */
export type EvidenceStore = {
	readonly put: (file: { readonly name: string; readonly type: string; readonly bytes: Uint8Array; readonly sha256: string }) => Promise<Result<void, Problem>>;
	/** A file that was kept; null where it is not (any more). */
	readonly get: (sha256: string) => Promise<{ readonly name: string; readonly type: string; readonly bytes: Uint8Array } | null>;
};

/** The facts of some days, as the engine needs them. */
export type DayFacts = Pick<ReconcileInput, 'sales' | 'receipts' | 'coverage'> & { readonly decisions: MatchDecisions };

/** What payouts are judged from. */
export type PayoutFacts = Pick<SettleInput, 'parts' | 'payouts' | 'fees' | 'bank' | 'coverage'>;

/** Payouts against the bank: from all days together, since one credit may pay for several. */
type SettlementStore = {
	/** Facts with the mark to save against; null where nothing has changed or fallen due, or where no bank statement was ever taken in. */
	readonly payoutFacts: (now: Instant) => Promise<{ readonly facts: PayoutFacts; readonly mark: number } | null>;
	/** The same whether or not anything has changed. */
	readonly allPayoutFacts: () => Promise<PayoutFacts>;
	/** Replaces all payouts and their discrepancies in one transaction, unless facts changed since `mark`. */
	readonly savePayouts: (settlement: Settlement, mark: number) => Promise<'saved' | 'outdated'>;
};

/** Derived data: may be thrown away and rebuilt to the same value. */
export type DerivedStore = SettlementStore & {
	/** Days whose facts changed since they were last judged, oldest first. */
	readonly dirtyDays: () => Promise<readonly BusinessDay[]>;
	/** Facts of the days given, read in one transaction, with the mark to save against. */
	readonly facts: (days: readonly BusinessDay[]) => Promise<{ readonly facts: DayFacts; readonly mark: number }>;
	/**
	 * Replaces the derived data of the days in one transaction and clears their dirt, unless facts changed since `mark`
	 * (then nothing is saved and the days stay dirty).
	 */
	readonly save: (days: readonly BusinessDay[], outcome: Outcome, mark: number, judgedAt: Instant) => Promise<'saved' | 'outdated'>;
	/** Earliest moment at which an awaiting sale becomes due; null where none waits. */
	readonly nextDue: () => Promise<Instant | null>;
	/** Marks days with sales awaiting a bill that was due by `now` as dirty, and once all that were judged before payouts were kept. */
	readonly markDue: (now: Instant) => Promise<void>;
	readonly discrepancy: (id: DiscrepancyId) => Promise<Discrepancy | null>;
	readonly discrepanciesOfDay: (day: BusinessDay) => Promise<readonly Discrepancy[]>;
	readonly awaitingOfDay: (day: BusinessDay) => Promise<Outcome['awaiting']>;
	readonly matchesOfDay: (day: BusinessDay) => Promise<Outcome['matches']>;
	/** Matches that people confirmed in the latest judged days before the one given, at most four weeks of them. */
	readonly confirmedBefore: (day: BusinessDay) => Promise<Outcome['matches']>;
};

export type WorkStore = {
	readonly case: (id: CaseId) => Promise<Case | null>;
	readonly cashCount: (day: BusinessDay) => Promise<CashCounted | null>;
	readonly dayClose: (day: BusinessDay) => Promise<DayClosed | null>;
	/** How many days were closed so far: the last Z number. */
	readonly lastZ: () => Promise<{ readonly z: number; readonly grandTotalMinor: number }>;
};

/** What a file holds, with the SHA-256 of its bytes. */
export type ReadFileAnswer = {
	readonly hash: string;
	readonly bills: readonly BillReading[];
	readonly statements: readonly StatementReading[];
	/** For each bill its receipts once more, ready to be stored; null where it is small. */
	readonly packed?: readonly (readonly PackedPage[] | null)[];
};

/** The worker. Work can be stopped by the signal; the answer is then `reading_stopped` or `comparing_stopped`. */
export type Engine = {
	/** SHA-256 of a file's bytes, hexadecimal. */
	readonly hash: (bytes: Uint8Array) => Promise<string>;
	readonly read: (file: FileBytes, options: ReadOptions, onProgress?: OnProgress, signal?: StopSignal) => Promise<Result<ReadFileAnswer, Problem>>;
	/** What a table in no known format seems to be; `format_unknown` where the file holds none. */
	readonly describe: (file: FileBytes, options: DescribeOptions, signal?: StopSignal) => Promise<Result<TableDescription, Problem>>;
	readonly reconcile: (input: ReconcileInput, onProgress?: OnProgress, signal?: StopSignal) => Promise<Result<Outcome, Problem>>;
	readonly settle: (input: SettleInput) => Promise<Result<Settlement, Problem>>;
};

export type FeedPage = {
	readonly receipts: readonly Receipt[];
	readonly next: string;
	readonly more: boolean;
	readonly coverage: readonly Coverage[];
	readonly withdrawn: readonly string[];
};

/** Bank statements after a place in their feed; `withdrawn` names statements that no source gives any more. */
export type FeedStatementPage = {
	readonly statements: readonly FeedStatement[];
	readonly next: string;
	readonly more: boolean;
	readonly withdrawn: readonly string[];
};

/** Something that a source of the hub could not read; masked. `line` null: the file as a whole. */
export type HubProblem = { readonly source: string; readonly file: string; readonly line: number | null; readonly code: string; readonly message: string };

/** Receipts by HTTP from the hub. */
export type Feed = {
	readonly name: string;
	/** The request by which the tablet knows that it is connected. */
	readonly health: () => Promise<Result<{ readonly at: Instant; readonly sources: readonly { readonly name: string; readonly state: string }[] }, Problem>>;
	readonly pull: (after: string | null, limit: number) => Promise<Result<FeedPage, Problem>>;
	/** Null where the hub passes on no statements. */
	readonly pullStatements: (after: string | null, limit: number) => Promise<Result<FeedStatementPage | null, Problem>>;
	/** What the hub's sources could not read. */
	readonly problems: () => Promise<Result<readonly HubProblem[], Problem>>;
};

/** Everything a command may touch. */
export type Ports = {
	readonly clock: Clock;
	readonly ids: Ids;
	readonly sha256: Sha256;
	readonly ledger: LedgerStore;
	readonly receipts: ReceiptStore;
	readonly evidence: EvidenceStore;
	readonly derived: DerivedStore;
	readonly work: WorkStore;
	readonly engine: Engine;
	readonly feed: Feed;
	/** Runs alone among all windows of the app; answers null at once where another window is at it. */
	readonly alone: <T>(name: string, work: () => Promise<T>) => Promise<T | null>;
	/** The person at the till. */
	readonly actor: () => string;
};

/** A fact as it is now, by the person at the till, ready for `ledger.commit`. */
export function draft<K extends EntryKind>(ports: Pick<Ports, 'clock' | 'ids' | 'actor'>, kind: K, body: EntryBodies[K]): DraftOf<K> {
	const { at, offset } = ports.clock.now();
	return { id: ports.ids.entry(), at, offset, kind, v: 1, body, actor: ports.actor() } as DraftOf<K>;
}
