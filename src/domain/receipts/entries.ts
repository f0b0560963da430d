import type { ImportId } from '../ids.ts';
import type { Tender } from '../ledger/tender.ts';
import type { Interval } from '../time.ts';
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
};
export type ImportWithdrawn = { readonly import: ImportId };

export type ReceiptBodies = {
	'receipts-imported': ReceiptsImported;
	'import-withdrawn': ImportWithdrawn;
	'source-profile-set': SourceProfileSet;
	'source-profile-reset': SourceProfileReset;
};
