import type { EntryId } from '../ids.ts';
import type { LogEntry } from '../log/entry.ts';
import type { RefundRecorded, SaleAnnotated, SaleRecorded } from './entries.ts';
import { NO_KEYS, type PaymentKeys, type Sale } from './sale.ts';

export type RecordedEntry = LogEntry<'sale-recorded', SaleRecorded> | LogEntry<'refund-recorded', RefundRecorded>;

/** The sale or refund as it was recorded; `number` is its place in the business day, from 1. */
export function saleFromEntry(entry: RecordedEntry, number: number): Sale {
	const { body } = entry;
	return {
		id: entry.id,
		seq: entry.seq,
		number,
		at: body.enteredFor?.at ?? entry.at,
		offset: body.enteredFor?.offset ?? entry.offset,
		day: body.day,
		kind: entry.kind === 'refund-recorded' ? 'refund' : 'sale',
		amountMinor: body.amountMinor,
		tipMinor: body.tipMinor,
		currency: body.currency,
		tender: body.tender,
		terminalId: body.terminalId,
		cashier: body.cashier,
		state: body.state,
		keys: withKeys(NO_KEYS, body.keys),
		paperSlipNo: body.paperSlipNo,
		note: body.note,
		refundOf: entry.kind === 'refund-recorded' ? entry.body.refundOf : null,
		outageId: body.outageId,
		reversedBy: null,
		enteredLater: body.enteredFor !== null,
		clockSuspect: body.clockSuspect,
	};
}

/** Applies what was added or corrected later; a field that the annotation leaves out stays. */
export function annotateSale(sale: Sale, change: SaleAnnotated): Sale {
	return {
		...sale,
		keys: withKeys(sale.keys, change.keys ?? {}),
		state: change.state ?? sale.state,
		tender: change.tender ?? sale.tender,
		terminalId: change.terminalId === undefined ? sale.terminalId : change.terminalId,
		paperSlipNo: change.paperSlipNo === undefined ? sale.paperSlipNo : change.paperSlipNo,
		note: change.note === undefined ? sale.note : change.note,
	};
}

/** The first reversal stands; a second one of the same sale changes nothing. */
export function reverseSale(sale: Sale, reversal: EntryId): Sale {
	return sale.reversedBy === null ? { ...sale, reversedBy: reversal } : sale;
}

function withKeys(keys: PaymentKeys, change: Partial<PaymentKeys>): PaymentKeys {
	const next: { -readonly [K in keyof PaymentKeys]: PaymentKeys[K] } = { ...keys };
	for (const name of Object.keys(NO_KEYS) as (keyof PaymentKeys)[]) {
		const value = change[name];
		if (value !== undefined) next[name] = value;
	}
	return next;
}
