import type { Evidence, Hypothesis, Match } from '../../domain/matching/outcome.ts';
import type { Messages } from '../messages/messages-context.ts';

/** How many reasons are said; the rest of the evidence agrees with them. */
const REASONS_MAX = 4;

/** Why these records are one payment, in words, weightiest first: "金额相同；时间差 38 秒；卡尾号相同；再没有别的可能". */
export function reasonsText(messages: Messages, match: Pick<Match, 'evidence' | 'runnerUp' | 'confirmed'>): string {
	const { text } = messages;
	const said = new Set<string>();
	for (const evidence of byWeight(match.evidence)) {
		const sentence = evidenceSentence(messages, evidence);
		if (sentence !== null) said.add(sentence);
	}
	const reasons = [...said].slice(0, REASONS_MAX);
	if (match.confirmed && !reasons.includes(text.evidence.confirmed)) reasons.unshift(text.evidence.confirmed);
	if (!match.confirmed) reasons.push(match.runnerUp ? text.evidence.others('1') : text.evidence.only);
	return reasons.join(text.evidence.joiner);
}

/** What speaks for it comes first; what speaks against it is never left out, since that is what a person must see. */
function byWeight(evidence: readonly Evidence[]): Evidence[] {
	const against = evidence.filter((one) => one.milliBits < 0).sort((a, b) => a.milliBits - b.milliBits);
	const speaking = evidence.filter((one) => one.milliBits >= 0).sort((a, b) => order(a) - order(b) || b.milliBits - a.milliBits);
	const kept = speaking.slice(0, Math.max(1, REASONS_MAX - against.length));
	return [...kept, ...against];
}

/** Amount and time lead, because everybody checks them first. */
function order({ field }: Evidence): number {
	if (field === 'decision') return 0;
	if (field === 'amount') return 1;
	return field === 'time' ? 2 : 3;
}

type Relation = 'same' | 'tail' | 'near' | 'differs' | 'unknown';

const RELATIONS: Readonly<Record<string, Relation>> = {
	equal: 'same', same: 'same', exact: 'same', agrees: 'same', link_agrees: 'same',
	tail: 'tail', tail_equal: 'tail', ends_equal: 'tail',
	near: 'near', one_edit: 'near', slip: 'near', swapped: 'near', one_digit: 'near',
	differs: 'differs', different: 'differs', link_differs: 'differs', conflict: 'differs', above: 'differs', below: 'differs',
	unknown: 'unknown', absent: 'unknown', missing: 'unknown',
};

/** One piece of evidence as a phrase; null where there is nothing to say about it. */
export function evidenceSentence(messages: Messages, evidence: Evidence): string | null {
	switch (evidence.field) {
		case 'amount':
			return amountSentence(messages, evidence);
		case 'time':
			return timeSentence(messages, evidence);
		case 'decision':
			return messages.text.evidence.confirmed;
		case 'leg':
			return evidence.relation.includes('only') ? messages.text.evidence.onlyProvider : messages.text.evidence.bothLegs;
		default:
			return generalSentence(messages, evidence);
	}
}

function generalSentence({ text }: Messages, { field, relation }: Evidence): string | null {
	const words = text.evidence;
	const name = words.field[field];
	switch (RELATIONS[relation]) {
		case 'same':
			return field === 'refund' ? words.refundOfSame : words.same(name);
		case 'tail':
			return words.sameTail(name);
		case 'near':
			return words.near(name);
		case 'differs':
			return words.differs(name);
		default:
			return null;
	}
}

function amountSentence({ text, format }: Messages, { relation, facts }: Evidence): string {
	const words = text.evidence;
	const difference = numberOf(facts, 'differenceMinor') ?? numberOf(facts, 'minor') ?? 0;
	if (relation.includes('tip')) return words.tipFits(format.money(Math.abs(difference)));
	if (relation.includes('sum') || relation.includes('group')) return words.sum;
	if (RELATIONS[relation] === 'same' || difference === 0) return words.same(words.field.amount);
	return difference < 0 ? words.less(format.money(-difference)) : words.more(format.money(difference));
}

function timeSentence(messages: Messages, { relation, facts }: Evidence): string {
	const words = messages.text.evidence;
	const seconds = Math.abs(numberOf(facts, 'seconds') ?? numberOf(facts, 'secondsApart') ?? 0);
	const skew = numberOf(facts, 'clockSeconds') ?? numberOf(facts, 'skewSeconds') ?? 0;
	if (relation.includes('late')) return words.late(durationText(messages, seconds));
	if (Math.abs(skew) >= 5) {
		const clock = skew > 0 ? words.clockFast : words.clockSlow;
		return words.apartCorrected(durationText(messages, seconds), clock(durationText(messages, Math.abs(skew))));
	}
	return seconds === 0 ? words.sameTime : words.apart(durationText(messages, seconds));
}

function numberOf(facts: Evidence['facts'], name: string): number | null {
	const value = facts?.[name];
	return typeof value === 'number' ? value : null;
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
