import { isTender } from '../../ledger/tender.ts';
import { typedText } from '../../ledger/typed-text.ts';
import { type Problem, problem } from '../../problems.ts';
import { fail, ok, type Result } from '../../result.ts';
import { isZone } from '../../time.ts';
import { CARD_KINDS } from '../receipt.ts';
import type { SourceProfileSet } from './edits.ts';
import {
	FEE_ROUNDED_PER,
	FEE_ROUNDINGS,
	type FeeModel,
	type FeeRate,
	MATERIAL_CODES,
	type PayoutRule,
	PROFILE_FIELDS,
	type ProfileField,
	type ProfileFields,
} from './fields.ts';

/** Longer than a month is only a slip of the finger, for bills and payouts. */
export const DUE_DAYS_MAX = 31;
/** Two years cover every limit that is known. */
export const LIMIT_DAYS_MAX = 731;
const MINUTES_A_DAY = 1_440;
const MILLIONTHS_MAX = 500_000;
const MINOR_MAX = 100_000_000;
const CONTACT_MAX = 120;
const ID_MAX = 120;
/** More than these is no list of holidays. */
const CLOSED_DAYS_MAX = 120;

/** An edit as it may be written down; texts are trimmed and masked. `setting_invalid` names the field that cannot be. */
export function checkEdit(edit: SourceProfileSet): Result<SourceProfileSet, Problem> {
	const { profile, field, from, value } = edit;
	if (profile.trim() === '' || profile.length > ID_MAX) return fail(problem('setting_invalid', 'profile'));
	if (!isDay(from)) return fail(problem('setting_invalid', 'from'));
	if (!PROFILE_FIELDS.includes(field)) return fail(problem('setting_invalid', 'field'));
	const check = CHECKS[field] as (value: unknown) => ProfileFields[ProfileField] | null;
	const checked = check(value);
	return checked === null ? fail(problem('setting_invalid', field)) : ok({ profile, field, from, value: checked } as SourceProfileSet);
}

/** A calendar day that exists. */
export function isDay(day: string): boolean {
	const at = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
	return Number.isFinite(at) && new Date(at).toISOString().slice(0, 10) === day;
}

const CHECKS: { readonly [F in ProfileField]: (value: ProfileFields[F]) => ProfileFields[F] | null } = {
	zone: (zone) => (isZone(zone) ? zone : null),
	dayCut: (minutes) => (isWithin(minutes, MINUTES_A_DAY - 1) ? minutes : null),
	billDue: (due) => (isWithin(due.days, DUE_DAYS_MAX) && isWithin(due.atMinutes, MINUTES_A_DAY - 1) ? { days: due.days, atMinutes: due.atMinutes } : null),
	payout: payoutOf,
	closedDays: (days) => (days.length <= CLOSED_DAYS_MAX && days.every(isDay) ? [...new Set(days)].sort() : null),
	fees: feesOf,
	voidDays: daysOf,
	refundDays: daysOf,
	inquiryDays: daysOf,
	claimDays: daysOf,
	replyDays: daysOf,
	forwardDays: daysOf,
	repairDays: daysOf,
	hotline: contactOf,
	portal: contactOf,
	materials: (codes) => (codes.every((code) => MATERIAL_CODES.includes(code)) ? MATERIAL_CODES.filter((code) => codes.includes(code)) : null),
};

function daysOf(days: number): number | null {
	return isWithin(days, LIMIT_DAYS_MAX) ? days : null;
}

/** Empty: this source has none. */
function contactOf(text: string): string | null {
	const typed = typedText(text) ?? '';
	return typed.length <= CONTACT_MAX ? typed : null;
}

function payoutOf({ days, basis, atMinutes, weekendsMerged, minimumMinor }: PayoutRule): PayoutRule | null {
	const fits =
		isWithin(days, DUE_DAYS_MAX) &&
		(basis === 'working' || basis === 'calendar') &&
		(atMinutes === null || isWithin(atMinutes, MINUTES_A_DAY - 1)) &&
		(minimumMinor === null || isWithin(minimumMinor, MINOR_MAX));
	return fits ? { days, basis, atMinutes, weekendsMerged: weekendsMerged === true, minimumMinor } : null;
}

/** One rate for each tender and card kind, and at most one for all others. */
function feesOf({ rates, rounding, per = 'payment', currency }: FeeModel): FeeModel | null {
	const single = new Set(rates.map(({ tender, cardKind }) => `${tender} ${cardKind ?? ''}`)).size === rates.length;
	const known = FEE_ROUNDINGS.includes(rounding) && FEE_ROUNDED_PER.includes(per) && (currency === undefined || /^[A-Z]{3}$/.test(currency));
	const checked = rates.map(rateOf).filter((rate) => rate !== null);
	return single && known && checked.length === rates.length ? { rates: checked, rounding, per, ...(currency === undefined ? {} : { currency }) } : null;
}

/** A cap below the minimum would leave no fee that is right. */
function rateOf({ tender, cardKind = null, millionths, fixedMinor, minMinor = null, capMinor }: FeeRate): FeeRate | null {
	const fits =
		(tender === null || isTender(tender)) &&
		(cardKind === null || (CARD_KINDS.includes(cardKind) && tender === 'card')) &&
		isWithin(millionths, MILLIONTHS_MAX) &&
		isWithin(fixedMinor, MINOR_MAX) &&
		(minMinor === null || isWithin(minMinor, MINOR_MAX)) &&
		(capMinor === null || isWithin(capMinor, MINOR_MAX)) &&
		(minMinor === null || capMinor === null || minMinor <= capMinor);
	return fits ? { tender, cardKind, millionths, fixedMinor, minMinor, capMinor } : null;
}

function isWithin(value: number, max: number): boolean {
	return Number.isSafeInteger(value) && value >= 0 && value <= max;
}
