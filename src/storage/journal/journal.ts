import type { ReceiptBatch } from '../../commands/ports.ts';
import type { Entry } from '../../domain/entries.ts';
import type { DeviceId } from '../../domain/ids.ts';

/** What the database should hold at least: kept outside it, so that an empty one is never taken for a new one. The log has no gaps, so that `seq` is also the count. */
export type Witness = { readonly device: DeviceId; readonly generation: string; readonly seq: number; readonly hash: string };

/**
 * One line beside every commit. `intent` is written before its outcome is known and holds all that is needed to commit it
 * again; `abandoned` names the hash of an intent's last entry that is not to be replayed; `witness` follows each commit.
 */
export type JournalLine =
	| { readonly kind: 'intent'; readonly entries: readonly Entry[]; readonly batches: readonly ReceiptBatch[] }
	| { readonly kind: 'abandoned'; readonly tip: string }
	| ({ readonly kind: 'witness' } & Witness);

export type JournalReading = {
	/** In the order in which each window wrote them; windows one after the other. */
	readonly lines: readonly JournalLine[];
	/** Lines that are there but not readable, a torn last line left out. */
	readonly damaged: number;
};

/** The second copy of the log, outside IndexedDB. */
export type Journal = {
	/** False where the browser has no such storage or it failed; commits then stand on the database alone, and the app says so. */
	readonly available: () => boolean;
	/** Answers when the line is written (with `flush`: durable); false where it could not be. Never rejects. */
	readonly append: (line: JournalLine, options: { readonly flush: boolean }) => Promise<boolean>;
	/** The last lines of every window. */
	readonly readTails: () => Promise<JournalReading>;
	/** Everything. */
	readonly readAll: () => Promise<JournalReading>;
	/** Ends it; the segment is free for another window when this answers. */
	readonly close: () => Promise<void>;
};

export const NO_JOURNAL: Journal = {
	available: () => false,
	append: () => Promise.resolve(false),
	readTails: () => Promise.resolve({ lines: [], damaged: 0 }),
	readAll: () => Promise.resolve({ lines: [], damaged: 0 }),
	close: () => Promise.resolve(),
};
