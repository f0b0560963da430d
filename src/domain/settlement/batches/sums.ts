import type { Minor } from '../../money.ts';
import { type BusinessDay, type Instant, MINUTE_MS, type OffsetMinutes, wallToUtc } from '../../time.ts';
import type { Bridge } from '../outcome.ts';
import { type PayoutRule, payoutWindow } from '../payout-rules.ts';
import type { Batch } from './batch.ts';
import type { BatchPart } from './parts.ts';

export type PartSums = { readonly count: number; readonly bridge: Bridge; readonly lowerMinor: Minor; readonly higherMinor: Minor };

export function sumOf(parts: readonly BatchPart[]): PartSums {
	const sum = (figure: (part: BatchPart) => Minor) => parts.reduce((total, part) => total + figure(part), 0);
	const [grossMinor, refundsMinor, feesMinor, netMinor] = [
		sum((part) => part.grossMinor),
		sum((part) => part.refundMinor),
		sum((part) => part.feeMinor),
		sum((part) => part.netMinor),
	];
	return {
		count: sum((part) => part.count),
		bridge: { grossMinor, refundsMinor, feesMinor, adjustmentsMinor: grossMinor - refundsMinor - feesMinor - netMinor, netMinor },
		lowerMinor: sum((part) => part.lowerMinor),
		higherMinor: sum((part) => part.higherMinor),
	};
}

/** When a batch should be paid: the days, and the moment from which its absence counts. */
export function windowOf(settledOn: BusinessDay, rule: PayoutRule, offset: OffsetMinutes): Pick<Batch, 'expectedOn' | 'dueOn' | 'dueAt'> {
	const window = payoutWindow(settledOn, rule);
	return { ...window, dueAt: startOfDay(window.dueOn, offset) + rule.atMinutes * MINUTE_MS };
}

export function startOfDay(day: BusinessDay, offset: OffsetMinutes): Instant {
	const [year, month, date] = day.split('-').map(Number);
	return (wallToUtc(year ?? 0, month ?? 1, date ?? 1) ?? 0) - offset * MINUTE_MS;
}
