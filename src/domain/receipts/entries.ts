import type { EntryId, ImportId } from '../ids.ts';
import type { Tender } from '../ledger/tender.ts';
import type { Interval } from '../time.ts';
import type { BillMapping } from './bill-mapping.ts';
import type { Leg } from './receipt.ts';
import type { SourceProfileReset, SourceProfileSet } from './source-profiles/edits.ts';

/** Body of `receipts-imported`: what was taken in, so that a lost page is noticed. The receipts themselves stand in pages. */
export type ReceiptsImported = {
	readonly origin: 'file' | 'feed';
	/** Name of the file (masked) or of the feed's source. */
	readonly name: string;
	/** SHA-256 of the file's bytes; of the canonical JSON of the receipts for a feed. */
	readonly hash: string;
	readonly format: string;
	readonly leg: Leg;
	readonly coverage: Interval | null;
	readonly tenders: readonly Tender[] | null;
	readonly count: number;
	readonly problems: number;
	readonly footerAgrees: boolean | null;
	/** Cursor after this batch; null for files. */
	readonly cursor: string | null;
	/** Of a bank statement that a hub passed on: the feed whose cursor it is, and the hub's source. `name` is then that of the file there. */
	readonly via?: { readonly feed: string; readonly source: string };
};
/** `by`: the feed that no longer gives it; absent where a person withdrew it. */
export type ImportWithdrawn = { readonly import: ImportId; readonly by?: 'feed' };

/** Body of `bill-mapping-saved`: how tables of one layout are read from now on; it replaces what was saved for the layout before. */
export type BillMappingSaved = { readonly mapping: BillMapping };
/** Names the entry that saved it. */
export type BillMappingRemoved = { readonly mapping: EntryId };

export type ReceiptBodies = {
	'receipts-imported': ReceiptsImported;
	'import-withdrawn': ImportWithdrawn;
	'bill-mapping-saved': BillMappingSaved;
	'bill-mapping-removed': BillMappingRemoved;
	'source-profile-set': SourceProfileSet;
	'source-profile-reset': SourceProfileReset;
};
