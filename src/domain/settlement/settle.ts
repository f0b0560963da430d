import type { Coverage } from '../receipts/reading.ts';
import type { Receipt } from '../receipts/receipt.ts';
import type { BankLine } from '../receipts/statement.ts';
import { type BusinessDay, businessDayOf, type Instant, type OffsetMinutes } from '../time.ts';
import type { Batch } from './batches/batch.ts';
import { type BatchContext, batchesOf, mayHoldMore } from './batches/batches.ts';
import { type DayParts, partsOf } from './batches/parts.ts';
import { startOfDay } from './batches/sums.ts';
import { type FeeFinding, judgeFees } from './fees/fee-findings.ts';
import { bankCoverage, type StatementCoverage } from './judging/coverage.ts';
import { withFeesOpen } from './judging/evidence.ts';
import { excludedLines, feeDiscrepancies, payoutDiscrepancies, payoutsOf } from './judging/judge.ts';
import type { Settlement } from './outcome.ts';
import { creditsOf } from './pairing/credit.ts';
import { pair } from './pairing/pair.ts';
import type { SettlementRules } from './payout-rules.ts';
import { SETTLEMENT_VERSION } from './version.ts';

/** Lines of all statements, and what each of them covers. */
export type BankFacts = { readonly lines: readonly BankLine[]; readonly covered: readonly StatementCoverage[] };

export type SettleInput = DayParts & {
	readonly bank: BankFacts;
	/** Of the bills. */
	readonly coverage: readonly Coverage[];
	readonly rules: SettlementRules;
	readonly cutoverMinutes: number;
	/** At which lateness is judged. */
	readonly now: Instant;
};

/**
 * Compares what providers should pay out with what came to the bank: a pure function of its input, in which the order of rows,
 * lines and files plays no part. Without a single statement nothing is judged but the fees.
 */
export function settle(input: SettleInput): Settlement {
	const context: BatchContext = { rules: input.rules, coverage: input.coverage, cutoverMinutes: input.cutoverMinutes };
	const batches = batchesOf(input.parts, input.payouts, context);
	const mayHold = (batch: Batch) => mayHoldMore(batch, context);
	const paired = pair(batches, creditsOf(input.bank.lines), mayHold);
	const fees = judgeFees(input.fees);
	const judged = payoutsOf(batches, paired, { bank: bankCoverage(input.bank.covered, input.now), mayHoldMore: mayHold });
	const payouts = withFeesOpen(judged, fees.unjudged);
	return {
		version: SETTLEMENT_VERSION,
		payouts,
		discrepancies: [...payoutDiscrepancies(payouts), ...feeDiscrepancies(fees.findings, endOfDay)],
		feesUnjudged: fees.unjudged,
		excluded: excludedLines(paired.unused),
	};
}

export type SettleReceiptsInput = Omit<SettleInput, keyof DayParts> & {
	/** Each receipt once. */
	readonly receipts: readonly Receipt[];
	readonly businessDay?: (at: Instant, offset: OffsetMinutes) => BusinessDay;
};

/** The same from receipts that were not summed up before. */
export function settleReceipts({ receipts, businessDay, ...input }: SettleReceiptsInput): Settlement {
	const byCutover = (at: Instant, offset: OffsetMinutes) => businessDayOf({ at, offset }, input.cutoverMinutes);
	return settle({ ...input, ...partsOf(receipts, { rules: input.rules, businessDay: businessDay ?? byCutover }) });
}

function endOfDay({ settledOn, offset }: FeeFinding): Instant {
	return startOfDay(settledOn, offset);
}
