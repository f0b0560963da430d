import type { Currency, Minor } from '../../money.ts';
import type { Receipt } from '../../receipts/receipt.ts';
import type { FeeModel, FeeRate, FeeRounding } from '../../receipts/source-profiles/fields.ts';

/** What one payment costs by the shop's contract, and what becomes of parts of a minor unit. */
export type FeeRule = Required<FeeRate> & { readonly rounding: FeeRounding; readonly per: 'payment' | 'batch' };

/** What fees are judged by: for all sources, and before that by source of the receipts, where the shop has said what that source charges. */
export type FeeRules = { readonly fees: FeeModel | null; readonly feesBySource?: Readonly<Record<string, FeeModel>> };

/**
 * Rules that may hold for a payment: none where nobody has said, one where it is known, and all that may be meant where the payment
 * does not tell which (`open`), so that its fee cannot be judged.
 */
export type FeeRulesFound = { readonly rules: readonly FeeRule[]; readonly open: 'card_kind_unknown' | 'other_currency' | null };

type Asked = Pick<Receipt, 'source' | 'tender' | 'cardKind' | 'currency'>;

export function feeRulesOf(row: Asked, { fees, feesBySource }: FeeRules): FeeRulesFound {
	if (row.tender === null) return NONE;
	for (const model of [feesBySource?.[row.source], fees]) {
		const rates = model ? ratesFor(row, model.rates) : [];
		if (!model || rates.length === 0) continue;
		const rules = rates.map((rate) => ruleOf(rate, model));
		if (rules.some((rule) => isForeign(rule, model.currency, row.currency))) return { rules: [], open: 'other_currency' };
		return { rules, open: isTold(row, rates) ? null : 'card_kind_unknown' };
	}
	return NONE;
}

const NONE: FeeRulesFound = { rules: [], open: null };

/** The tender's own rates before those of all tenders; of a card's, that of its kind before that of any card. */
function ratesFor({ tender, cardKind }: Asked, rates: readonly FeeRate[]): readonly FeeRate[] {
	const own = rates.filter((rate) => rate.tender === tender);
	const kinds = cardKind === undefined ? own : own.filter((rate) => rate.cardKind === cardKind);
	if (kinds.length > 0) return kinds;
	const any = own.filter((rate) => (rate.cardKind ?? null) === null);
	return any.length > 0 ? any : rates.filter((rate) => rate.tender === null);
}

function isTold({ cardKind }: Asked, rates: readonly FeeRate[]): boolean {
	return rates.every((rate) => (rate.cardKind ?? null) === null || rate.cardKind === cardKind);
}

function ruleOf({ cardKind = null, minMinor = null, ...rate }: FeeRate, { rounding, per = 'payment' }: FeeModel): FeeRule {
	return { ...rate, cardKind, minMinor, rounding, per };
}

/** A share holds in every currency, a sum of money only in its own. */
function isForeign({ fixedMinor, minMinor, capMinor }: FeeRule, stated: Currency | undefined, currency: Currency): boolean {
	return stated !== undefined && stated !== currency && (fixedMinor !== 0 || minMinor !== null || capMinor !== null);
}

export const MILLION = 1_000_000n;

/** The fee of a payment before it is rounded, in millionths of a minor unit. */
export function exactFee(baseMinor: Minor, { millionths, fixedMinor, minMinor, capMinor }: FeeRule): bigint {
	const fee = BigInt(baseMinor) * BigInt(millionths) + BigInt(fixedMinor) * MILLION;
	const least = minMinor === null ? fee : BigInt(minMinor) * MILLION;
	const most = capMinor === null ? null : BigInt(capMinor) * MILLION;
	const bounded = fee < least ? least : fee;
	return most !== null && bounded > most ? most : bounded;
}

/** A fee in millionths of a minor unit as the rule rounds it; half to even where the rule does not say. */
export function roundedFee(exact: bigint, rounding: FeeRounding): Minor {
	const whole = exact / MILLION;
	const rest = exact % MILLION;
	const up = {
		either: rest * 2n > MILLION || (rest * 2n === MILLION && whole % 2n === 1n),
		half_even: rest * 2n > MILLION || (rest * 2n === MILLION && whole % 2n === 1n),
		half_up: rest * 2n >= MILLION,
		up: rest > 0n,
		down: false,
	}[rounding];
	return Number(up ? whole + 1n : whole);
}

/** Whether a charged fee is the exact one rounded as the rule says: where it says how, only one is; where it does not, up and down both are. */
export function isRoundedFee(chargedMinor: Minor, exact: bigint, rounding: FeeRounding): boolean {
	if (rounding !== 'either') return chargedMinor === roundedFee(exact, rounding);
	const off = BigInt(chargedMinor) * MILLION - exact;
	return off < MILLION && off > -MILLION;
}
