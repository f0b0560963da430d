import type { Comparison } from '../comparison.ts';
import type { Calendar } from '../preparing/calendar.ts';
import type { NettedLedger } from '../preparing/ledger-netting.ts';
import type { NettedReceipts } from '../preparing/receipt-netting.ts';
import type { Lateness } from './lateness.ts';
import type { FoundMatch, Verdicts } from './verdicts.ts';

/** A comparison with what came of it, and the rows that have found their place. */
export type Judged = {
	readonly comparison: Comparison;
	readonly verdicts: Verdicts;
	/** Matches that count (not `review`), by row of either side. */
	readonly byLeft: ReadonlyMap<number, FoundMatch>;
	readonly byRight: ReadonlyMap<number, FoundMatch>;
	/** 1 for each row that has found its place. */
	readonly settledLeft: Uint8Array;
	readonly settledRight: Uint8Array;
};

export type JudgeContext = {
	readonly ledger: NettedLedger;
	readonly receipts: NettedReceipts;
	readonly lateness: Lateness;
	readonly dayOf: Calendar['dayOf'];
	readonly sales: Judged;
	readonly refunds: Judged;
};
