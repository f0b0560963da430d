import type { BusinessDay } from '../../time.ts';
import type { Leg } from '../receipt.ts';
import type { SourceEdit } from './edits.ts';
import type { FeeModel, PayoutRule } from './fields.ts';
import { confirmedField, profileOf } from './lookup.ts';

/** Whose rule is asked for: a source of receipts by its name, on the day of the payment. */
export type RuleAsked = { readonly source: string; readonly leg?: Leg; readonly day: BusinessDay };

/** How a source pays out what it took on a day, and the minute after midnight at which its day ends; null where nobody has said. */
export function payoutRuleOf({ source, leg, day }: RuleAsked, edits: readonly SourceEdit[]): (PayoutRule & { readonly dayCut: number }) | null {
	const profile = profileOf(source, leg);
	const payout = confirmedField(profile, 'payout', day, edits);
	return payout && { ...payout.value, dayCut: confirmedField(profile, 'dayCut', day, edits)?.value ?? 0 };
}

/** What a source charges for payments of a day; null where nobody has said: rates are the shop's own contract and never shipped. */
export function feeModelOf({ source, leg, day }: RuleAsked, edits: readonly SourceEdit[]): FeeModel | null {
	return confirmedField(profileOf(source, leg), 'fees', day, edits)?.value ?? null;
}
