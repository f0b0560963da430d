import type { Minor } from '../../money.ts';
import { type BusinessDay, DAY_MS, type Instant, MINUTE_MS, type OffsetMinutes, wallToUtc } from '../../time.ts';
import { unknownYears } from '../calendar/working-days.ts';
import type { Bridge } from '../outcome.ts';
import { LATE_DAYS_MAX, type PayoutRule, payoutWindow } from '../payout-rules.ts';
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

/** When a batch should be paid: the days, and the moment from which its absence counts. A bank may be a day ahead of a payout that a source names. */
export function windowOf(
	settledOn: BusinessDay,
	rule: PayoutRule,
	{ offset, stated }: Pick<Batch, 'offset' | 'stated'>,
): Pick<Batch, 'expectedOn' | 'dueOn' | 'dueAt' | 'days' | 'unknownYears'> {
	const window = payoutWindow(settledOn, rule);
	const due = dayNumber(window.dueOn);
	const days = { first: dayNumber(settledOn) - (stated ? 1 : 0), expected: dayNumber(window.expectedOn), due, last: due + LATE_DAYS_MAX };
	const years = rule.calendar ? unknownYears(settledOn, window.dueOn, rule.calendar) : [];
	return { ...window, days, unknownYears: years, dueAt: startOfDay(window.dueOn, offset) + rule.atMinutes * MINUTE_MS };
}

/** Days since 1970. */
export function dayNumber(day: BusinessDay): number {
	return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / DAY_MS;
}

export function startOfDay(day: BusinessDay, offset: OffsetMinutes): Instant {
	const [year, month, date] = day.split('-').map(Number);
	return (wallToUtc(year ?? 0, month ?? 1, date ?? 1) ?? 0) - offset * MINUTE_MS;
}
