import type { Tender } from '../../ledger/tender.ts';
import type { Currency, Minor } from '../../money.ts';
import type { BillLeg, Receipt } from '../../receipts/receipt.ts';
import { type BusinessDay, businessDayOf, type Instant, type OffsetMinutes } from '../../time.ts';
import { type FeePart, feePartsOf } from '../fees/fee-parts.ts';
import type { FeeRules } from '../fees/fee-rule.ts';
import { dayCutMinutes, type SettlementRules } from '../payout-rules.ts';
import { rowValue } from './row-values.ts';

/** What rows of one source add up to that are settled together. Parts of several days or files add up again. */
export type BatchPart = {
	readonly source: string;
	readonly leg: BillLeg;
	/** Only on the terminal's leg, where each tender may be another acquirer's. */
	readonly tender: Tender | null;
	readonly currency: Currency;
	readonly offset: OffsetMinutes;
	readonly settledOn: BusinessDay;
	/** The source says on which day it settles; else the day of the payment counts. */
	readonly dated: boolean;
	readonly batchNo: string | null;
	readonly count: number;
	readonly grossMinor: Minor;
	readonly refundMinor: Minor;
	readonly feeMinor: Minor;
	readonly netMinor: Minor;
	readonly lowerMinor: Minor;
	readonly higherMinor: Minor;
	readonly firstAt: Instant;
	readonly lastAt: Instant;
	/** May be left out where parts are stored: only the command line names single rows. */
	readonly receipts: readonly string[];
};

/** A payout row of a source. */
export type StatedPayout = {
	readonly receipt: string;
	readonly source: string;
	readonly leg: BillLeg;
	readonly currency: Currency;
	readonly offset: OffsetMinutes;
	readonly at: Instant;
	readonly sentOn: BusinessDay;
	readonly batchNo: string | null;
	/** Numbers that a bank statement may repeat. */
	readonly numbers: readonly string[];
	readonly amountMinor: Minor;
	/** Taken off the payments when they were paid out. */
	readonly feeMinor: Minor;
};

/** Everything that the comparison with the bank needs to know of some receipts. */
export type DayParts = { readonly parts: readonly BatchPart[]; readonly payouts: readonly StatedPayout[]; readonly fees: readonly FeePart[] };

/** `businessDay`: the shop's day, by which the terminal's own rows are settled. */
export type PartsContext = {
	readonly rules: FeeRules & Pick<SettlementRules, 'dayCuts'>;
	readonly businessDay: (at: Instant, offset: OffsetMinutes) => BusinessDay;
};

/** Sums up receipts by source and settled day; their order plays no part. */
export function partsOf(receipts: readonly Receipt[], context: PartsContext): DayParts {
	const parts = new Map<string, Draft>();
	const payouts: StatedPayout[] = [];
	for (const row of receipts) {
		if (row.leg === 'bank') continue;
		if (row.kind === 'payout') payouts.push(...statedPayout(row));
		else addRow(parts, row, context);
	}
	const settledOn = (row: Receipt) => settledDay(row, context);
	return {
		parts: [...parts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { rows, ...part }]) => ({ ...part, receipts: rows.sort(inTime).map(({ id }) => id) })),
		payouts: payouts.sort((a, b) => a.at - b.at || (a.receipt < b.receipt ? -1 : 1)),
		fees: feePartsOf(receipts, { rules: context.rules, settledOn }),
	};
}

type Row = { readonly id: string; readonly at: Instant };
type Draft = { -readonly [K in keyof Omit<BatchPart, 'receipts'>]: BatchPart[K] } & { readonly rows: Row[] };

function addRow(parts: Map<string, Draft>, row: Receipt, context: PartsContext): void {
	const value = rowValue(row, context.rules);
	if (value === null || row.leg === 'bank') return;
	const { source, leg, currency, offset, batchNo } = row;
	const tender = leg === 'terminal' ? row.tender : null;
	const settledOn = settledDay(row, context);
	const dated = row.settlementDate !== null;
	const key = [source, leg, tender ?? '', currency, settledOn, dated, batchNo ?? ''].join('|');
	let part = parts.get(key);
	if (!part) {
		part = { source, leg, tender, currency, offset, settledOn, dated, batchNo, ...ZERO, firstAt: row.at, lastAt: row.at, rows: [] };
		parts.set(key, part);
	}
	part.count += 1;
	part.grossMinor += value.grossMinor;
	part.refundMinor += value.refundMinor;
	part.feeMinor += value.feeMinor;
	part.netMinor += value.netMinor;
	part.lowerMinor += value.lowerMinor;
	part.higherMinor += value.higherMinor;
	if (row.at < part.firstAt) Object.assign(part, { firstAt: row.at, offset });
	part.lastAt = Math.max(part.lastAt, row.at);
	part.rows.push({ id: row.id, at: row.at });
}

const ZERO = { count: 0, grossMinor: 0, refundMinor: 0, feeMinor: 0, netMinor: 0, lowerMinor: 0, higherMinor: 0 };

function inTime(a: Row, b: Row): number {
	return a.at - b.at || (a.id < b.id ? -1 : 1);
}

function settledDay({ settlementDate, leg, at, offset, source }: Receipt, { businessDay, rules }: PartsContext): BusinessDay {
	if (settlementDate !== null) return settlementDate;
	return leg === 'terminal' ? businessDay(at, offset) : businessDayOf({ at, offset }, dayCutMinutes(source, rules));
}

/** One that failed was never sent. A net that adds to the balance is money that the provider took back from the bank. */
function statedPayout(row: Receipt): StatedPayout[] {
	if (row.leg === 'bank' || row.status === 'failed' || row.status === 'reversed') return [];
	const { id, source, leg, currency, offset, at, batchNo } = row;
	const takenBack = SIGNED_SOURCES.has(source) && row.netMinor !== null && row.netMinor > 0;
	const numbers = [row.channelOrderNo, row.merchantOrderNo, row.rrn, row.originalRef].filter((one) => one !== null);
	const sentOn = row.settlementDate ?? businessDayOf({ at, offset }, 0);
	return [
		{
			receipt: id,
			source,
			leg,
			currency,
			offset,
			at,
			sentOn,
			batchNo,
			numbers,
			amountMinor: takenBack ? -row.amountMinor : row.amountMinor,
			feeMinor: row.feeMinor ?? 0,
		},
	];
}

/** Sources whose payout rows carry the sign of the balance. */
const SIGNED_SOURCES = new Set(['adyen-settlement', 'stripe-itemised', 'paypal-settlement']);
