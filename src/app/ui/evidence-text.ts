import type { EvidenceRelation } from '../../domain/matching/judging/evidence.ts';
import type { Evidence, Hypothesis, Match } from '../../domain/matching/outcome.ts';
import type { Messages } from '../messages/messages-context.ts';

/** How many reasons are said; the rest of the evidence agrees with them. */
const REASONS_MAX = 4;

/** Why these records are one payment, in words: "金额相同；时间差 38 秒；卡尾号相同；再没有别的可能". What speaks against it is never left out. */
export function reasonsText(messages: Messages, match: Pick<Match, 'evidence' | 'runnerUp' | 'confirmed'>): string {
	const { text } = messages;
	const said = new Set(leading(match.evidence).flatMap((evidence) => evidenceSentence(messages, evidence) ?? []));
	if (!match.confirmed) said.add(match.runnerUp ? text.evidence.others('1') : text.evidence.only);
	return [...said].join(text.evidence.joiner);
}

/** Everything against it, and of what speaks for it the first ones in the engine's order and the weightiest keys. */
function leading(evidence: readonly Evidence[]): Evidence[] {
	const against = evidence.filter((one) => one.milliBits < 0 || one.relation === 'approximate');
	const speaking = evidence.filter((one) => !against.includes(one));
	const first = speaking.filter(({ field }) => field === 'decision' || field === 'amount' || field === 'time');
	const others = speaking.filter((one) => !first.includes(one)).sort((a, b) => b.milliBits - a.milliBits);
	return [...[...first, ...others].slice(0, Math.max(2, REASONS_MAX - against.length)), ...against];
}

/** One piece of evidence as a phrase; null where there is nothing to say about it. */
export function evidenceSentence(messages: Messages, evidence: Evidence): string | null {
	const words = messages.text.evidence;
	const name = words.field[evidence.field];
	switch (evidence.relation as EvidenceRelation) {
		case 'after':
		case 'before':
		case 'together':
			return timeSentence(messages, evidence);
		case 'confirmed':
			return words.confirmed;
		case 'approximate':
			return words.approximate;
		case 'both':
			return words.bothLegs;
		case 'provider_only':
			return words.onlyProvider;
		case 'same_original':
			return words.refundOfSame;
		case 'other_original':
			return words.refundOfOther;
		case 'tail':
			return words.sameTail(name);
		case 'swapped':
			return words.swapped(name);
		case 'one_off':
			return words.near(name);
		default:
			return evidence.field === 'amount' || evidence.field === 'tip' ? amountSentence(messages, evidence) : equalOrNot(messages, evidence);
	}
}

function equalOrNot({ text }: Messages, { field, relation }: Evidence): string | null {
	const words = text.evidence;
	if (relation === 'equal') return words.same(words.field[field]);
	return relation === 'differs' ? words.differs(words.field[field]) : null;
}

function amountSentence({ text, format }: Messages, { relation, facts }: Evidence): string | null {
	const words = text.evidence;
	const difference = numberOf(facts, 'differenceMinor');
	switch (relation as EvidenceRelation) {
		case 'equal':
			return words.same(words.field.amount);
		case 'equal_without_tip':
			return words.equalWithoutTip;
		case 'digit_wrong':
			return words.digitWrong;
		case 'digits_swapped':
			return words.digitsSwapped;
		case 'decimal_slip':
			return words.decimalSlip;
		case 'tip_like':
			return words.tipFits(format.money(Math.abs(difference)));
		case 'parts_add_up':
			return words.partsAddUp;
		case 'sales_add_up':
			return words.salesAddUp;
		case 'known':
			return words.tipKnown(format.money(numberOf(facts, 'tipMinor')));
		case 'differs':
			return difference < 0 ? words.less(format.money(-difference)) : words.more(format.money(difference));
		default:
			return null;
	}
}

/** Clocks a few seconds apart are nothing to tell. */
const CLOCK_TOLD_SECONDS = 10;

/** `seconds` apart after the correction; `clockSeconds`: how far their clock is ahead. */
function timeSentence(messages: Messages, { facts }: Evidence): string {
	const words = messages.text.evidence;
	const seconds = numberOf(facts, 'seconds');
	const clock = numberOf(facts, 'clockSeconds');
	if (Math.abs(clock) >= CLOCK_TOLD_SECONDS) {
		const fastOrSlow = (clock > 0 ? words.clockFast : words.clockSlow)(durationText(messages, clock));
		return seconds === 0 ? words.sameTimeCorrected(fastOrSlow) : words.apartCorrected(durationText(messages, seconds), fastOrSlow);
	}
	return seconds === 0 ? words.sameTime : words.apart(durationText(messages, seconds));
}

function numberOf(facts: Evidence['facts'], name: string): number {
	const value = facts?.[name];
	return typeof value === 'number' ? value : 0;
}

/** Seconds in the largest two units that a person would say: "3 分 37 秒", "1 小时 21 分". */
export function durationText({ text, format }: Messages, seconds: number): string {
	const words = text.evidence.duration;
	const whole = Math.round(Math.abs(seconds));
	const part = (unit: number, of: number) => format.count(Math.floor((whole % of) / unit));
	if (whole < 60) return words.seconds(format.count(whole));
	if (whole < 3_600) return words.minutes(format.count(Math.floor(whole / 60)), part(1, 60));
	if (whole < 86_400) return words.hours(format.count(Math.floor(whole / 3_600)), part(60, 3_600));
	return words.days(format.count(Math.floor(whole / 86_400)), part(3_600, 86_400));
}

export type HypothesisText = { readonly code: Hypothesis['code']; readonly what: string; readonly todo: string; readonly likely: string };

/** What may have happened, best first, each with what to do; at most three, since a fourth is never read. */
export function hypothesisTexts({ text }: Messages, hypotheses: readonly Hypothesis[]): HypothesisText[] {
	const words = text.evidence;
	return hypotheses.slice(0, 3).map(({ code, weight }) => ({ code, ...words.hypothesis[code], likely: words.likely[likelihoodOf(weight)] }));
}

/** Weights are guesses of the engine in thousandths: three words say all that they are worth, a percentage would say more. */
export function likelihoodOf(weight: number): 'high' | 'middle' | 'low' {
	if (weight >= 500) return 'high';
	return weight >= 150 ? 'middle' : 'low';
}
