import type { Currency } from '../money.ts';
import { addDays, type BusinessDay } from '../time.ts';
import { addWorkingDays, type DayCalendar, WEEKENDS } from './calendar/working-days.ts';
import type { FeeRules } from './fees/fee-rule.ts';
import { type Payer, paysInChina } from './payers.ts';

/** When the money of a settled day should be at the bank. */
export type PayoutRule = {
	/** Days after the day on which the payments were settled. */
	readonly days: number;
	/** `working`: days on which banks do not work are passed over (T+n); `calendar`: they count (D+n). */
	readonly basis: 'working' | 'calendar';
	/** Minutes after midnight of the bank's day. */
	readonly atMinutes: number;
	/** Absent: what is usual where the payer works. */
	readonly calendar?: DayCalendar;
};

/** What a comparison with the bank is judged by. Everything a source profile may say can be handed in here. */
export type SettlementRules = FeeRules & {
	/** By payer; `payout` is for those that are not named. */
	readonly payouts: Partial<Readonly<Record<Payer, PayoutRule>>>;
	readonly payout: PayoutRule;
	/** From the day on which a provider says that it has sent a payout. */
	readonly sent: PayoutRule;
	/** Where the days of sources are cut that are not cut at midnight, as `dayCutOf` gives it. */
	readonly dayCuts: Readonly<Record<string, number>>;
};

/** Where a source's own day is cut, as an offset from midnight. */
export function dayCutMinutes(source: string, { dayCuts }: Pick<SettlementRules, 'dayCuts'>): number {
	return dayCuts[source] ?? 0;
}

/** The most that a fee may be where neither the row nor a rule says it. */
export const FEE_MILLIONTHS_MAX = 40_000;

/** How many days after it was due a payout is still looked for. */
export const LATE_DAYS_MAX = 10;

/** By when a payer should have paid, on the working days that are its own. Where nobody is named, yuan come from China. */
export function payoutRuleFor(
	{ payouts, payout }: Pick<SettlementRules, 'payouts' | 'payout'>,
	{ payers: [payer], currency }: { readonly payers: readonly Payer[]; readonly currency: Currency },
): PayoutRule {
	return onOwnDays((payer && payouts[payer]) ?? payout, { payers: payer ? [payer] : [], currency });
}

/** A rule with the working days of whoever pays. */
export function onOwnDays(rule: PayoutRule, { payers: [payer], currency }: { readonly payers: readonly Payer[]; readonly currency: Currency }): PayoutRule {
	if (rule.calendar) return rule;
	const inChina = payer === undefined ? currency === 'CNY' : paysInChina(payer);
	return { ...rule, calendar: { holidays: inChina ? 'cn' : null, closed: [] } };
}

/** The first day on which the money usually comes, and the last on which it is in time. */
export type PayoutWindow = { readonly expectedOn: BusinessDay; readonly dueOn: BusinessDay };

export function payoutWindow(settledOn: BusinessDay, { days, basis, calendar = WEEKENDS }: PayoutRule): PayoutWindow {
	if (basis === 'working') {
		const dueOn = addWorkingDays(settledOn, days, calendar);
		const early = addDays(settledOn, Math.min(days, 1));
		return { expectedOn: early < dueOn ? early : dueOn, dueOn };
	}
	const expectedOn = addDays(settledOn, days);
	return { expectedOn, dueOn: addWorkingDays(expectedOn, 0, calendar) };
}
