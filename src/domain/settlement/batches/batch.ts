import type { Currency, Minor } from '../../money.ts';
import type { BusinessDay, Instant, OffsetMinutes } from '../../time.ts';
import type { PayoutBatch } from '../outcome.ts';
import type { Payer } from '../payers.ts';

/** What one payout should consist of, with when and by whom it is to be paid. */
export type Batch = PayoutBatch & {
	readonly currency: Currency;
	readonly offset: OffsetMinutes;
	/** None: anybody may pay it out. */
	readonly payers: readonly Payer[];
	readonly expectedOn: BusinessDay;
	readonly dueOn: BusinessDay;
	readonly dueAt: Instant;
	/** Years in which the working days up to then are not known but for weekends. */
	readonly unknownYears: readonly number[];
	/** The same as numbers of days, since pairing asks for them a million times: the first and the last on which a credit may be of it, and the usual ones. */
	readonly days: { readonly first: number; readonly expected: number; readonly due: number; readonly last: number };
	/** Between these the net may truly lie; both are the net where every fee is known. */
	readonly lowMinor: Minor;
	readonly highMinor: Minor;
	/** Every payment of the day is known: more money than the net is then too much. */
	readonly complete: boolean;
	/** Kept by the provider until it is paid out: nothing is due. */
	readonly inBalance: boolean;
	/** What of a stated payout its rows do not explain; 0 where they add up or are not known. */
	readonly unexplainedMinor: Minor;
	/** Numbers by which a bank line may name it. */
	readonly numbers: readonly string[];
	readonly receipts: readonly string[];
};
