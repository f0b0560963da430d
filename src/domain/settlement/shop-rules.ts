import { dayCutOf } from '../receipts/source-profiles/day-cut.ts';
import type { SourceEdit } from '../receipts/source-profiles/edits.ts';
import type { FeeModel } from '../receipts/source-profiles/fields.ts';
import { fieldOf, profileOf } from '../receipts/source-profiles/lookup.ts';
import type { SourceProfile } from '../receipts/source-profiles/profile.ts';
import type { BusinessDay } from '../time.ts';
import type { DayCalendar } from './calendar/working-days.ts';
import { SETTLEMENT_RULES_DEFAULT } from './default-rules.ts';
import { PAYERS, type Payer, paysInChina, sourcesOfPayer } from './payers.ts';
import type { PayoutRule, SettlementRules } from './payout-rules.ts';

/**
 * What payouts of a day are judged by in a shop: the usual ways, and above them what the shop has said of its sources, each from the day
 * on from which it holds.
 */
export function shopSettlementRules(edits: readonly SourceEdit[], day: BusinessDay): SettlementRules {
	if (edits.length === 0) return SETTLEMENT_RULES_DEFAULT;
	const payouts: Partial<Record<Payer, PayoutRule>> = { ...SETTLEMENT_RULES_DEFAULT.payouts };
	const feesBySource: Record<string, FeeModel> = {};
	const dayCuts: Record<string, number> = { ...SETTLEMENT_RULES_DEFAULT.dayCuts };
	for (const payer of PAYERS) {
		for (const source of sourcesOfPayer(payer)) {
			const rule = ruleOf(payer, profileOf(source), { day, edits });
			if (rule) payouts[payer] = rule;
		}
	}
	for (const source of new Set(edits.flatMap((edit) => profileOf(edit.profile).speaksFor))) {
		const profile = profileOf(source);
		const fees = fieldOf(profile, 'fees', day, edits);
		if (fees?.by === 'shop') feesBySource[source] = fees.value;
		if (fieldOf(profile, 'dayCut', day, edits)?.by === 'shop') dayCuts[source] = dayCutOf(source, day, edits);
	}
	return { ...SETTLEMENT_RULES_DEFAULT, payouts, feesBySource, dayCuts };
}

type Asked = { readonly day: BusinessDay; readonly edits: readonly SourceEdit[] };

/** What the shop says of when a payer pays, and of days on which it does not; null where it says neither. */
function ruleOf(payer: Payer, profile: SourceProfile, { day, edits }: Asked): PayoutRule | null {
	const { payouts, payout: usual } = SETTLEMENT_RULES_DEFAULT;
	const payout = fieldOf(profile, 'payout', day, edits);
	const closed = fieldOf(profile, 'closedDays', day, edits);
	if (payout?.by !== 'shop' && closed?.by !== 'shop') return null;
	const calendar: DayCalendar = { holidays: paysInChina(payer) ? 'cn' : null, closed: closed?.value ?? [] };
	if (payout?.by !== 'shop') return { ...(payouts[payer] ?? usual), calendar };
	const { days, basis, atMinutes } = payout.value;
	return { days, basis, atMinutes: atMinutes ?? usual.atMinutes, calendar };
}
