import type { CaseBodies } from './cases/entries.ts';
import type { DiscrepancyBodies } from './discrepancies/entries.ts';
import type { EndOfDayBodies } from './end-of-day/entries.ts';
import type { LedgerBodies } from './ledger/entries.ts';
import type { EntryDraft, LogEntry } from './log/entry.ts';
import type { MatchingBodies } from './matching/entries.ts';
import type { ReceiptBodies } from './receipts/entries.ts';

/** Every kind of fact and the shape of its body. */
export type EntryBodies = LedgerBodies & ReceiptBodies & MatchingBodies & DiscrepancyBodies & CaseBodies & EndOfDayBodies;
export type EntryKind = keyof EntryBodies;

/** A log entry, told apart by `kind`. */
export type Entry = { [K in EntryKind]: LogEntry<K, EntryBodies[K]> }[EntryKind];
/** A fact about to be committed. */
export type Draft = { [K in EntryKind]: EntryDraft<K, EntryBodies[K]> }[EntryKind];
/** A draft of the kinds given. */
export type DraftOf<K extends EntryKind> = { [P in K]: EntryDraft<P, EntryBodies[P]> }[K];
