import { type Currency, formatMajor } from '../domain/money.ts';
import type { FeeFigures, FeeUnjudged } from '../domain/settlement/fees/fee-findings.ts';
import type { FeeRule } from '../domain/settlement/fees/fee-rule.ts';

const ROUNDINGS: Readonly<Record<FeeRule['rounding'], string>> = {
	either: 'rounded up or down',
	half_up: 'rounded half up',
	half_even: 'rounded half to even',
	up: 'rounded up',
	down: 'rounded down',
};

/** "card debit 0.38 % + 0.10, at most 20.00, each payment rounded half up". */
export function ruleWords({ tender, cardKind, millionths, fixedMinor, minMinor, capMinor, rounding, per }: FeeRule, currency: Currency): string {
	const major = (minor: number) => formatMajor(minor, currency);
	const whose = `${tender ?? 'any tender'}${cardKind === null ? '' : ` ${cardKind}`}`;
	return [
		`${whose} ${millionths / 10_000} %${fixedMinor === 0 ? '' : ` + ${major(fixedMinor)}`}`,
		...(minMinor === null ? [] : [`at least ${major(minMinor)}`]),
		...(capMinor === null ? [] : [`at most ${major(capMinor)}`]),
		`${per === 'batch' ? 'the batch' : 'each payment'} ${ROUNDINGS[rounding]}`,
	].join(', ');
}

/** What was charged beside what was to be, for the answer. */
export function feeAnswer({ expectedMinor, chargedMinor, rule }: FeeFigures, currency: Currency) {
	return { expected: formatMajor(expectedMinor, currency), charged: formatMajor(chargedMinor, currency), rule: ruleWords(rule, currency) };
}

const REASONS: Readonly<Record<FeeUnjudged['reason'], string>> = {
	card_kind_unknown: 'the bill does not say whether the card is debit or credit',
	other_currency: 'the sums of the rule are of another currency',
	fee_not_stated: 'the bill does not state each fee',
};

export function unjudgedAnswer({ source, tender, settledOn, count, reason }: FeeUnjudged) {
	return { source, tender, settledOn, count, reason };
}

export function unjudgedWords({ source, tender, settledOn, count, reason }: FeeUnjudged): string {
	return `fees not judged: ${source} ${tender} ${settledOn}, ${count} payments: ${REASONS[reason]}`;
}
