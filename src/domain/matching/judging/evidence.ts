import { SECOND_MS } from '../../time.ts';
import type { Comparison } from '../comparison.ts';
import type { Evidence } from '../outcome.ts';
import type { KeyField } from '../pairing/scoring/keys.ts';
import type { FoundMatch } from './verdicts.ts';

/** How the two sides of a match relate in one field; the message catalogs have a sentence for each. */
export const EVIDENCE_RELATIONS = [
	'equal',
	'equal_without_tip',
	'digit_wrong',
	'digits_swapped',
	'decimal_slip',
	'tip_like',
	'differs',
	'parts_add_up',
	'sales_add_up',
	'after',
	'before',
	'together',
	'tail',
	'swapped',
	'one_off',
	'confirmed',
	'approximate',
	'both',
	'provider_only',
	'same_original',
	'other_original',
	'known',
] as const;
export type EvidenceRelation = (typeof EVIDENCE_RELATIONS)[number];

const FIELD_OF_KEY: Readonly<Record<KeyField, Evidence['field']>> = {
	rrn: 'rrn',
	authCode: 'auth_code',
	traceNo: 'trace_no',
	batchNo: 'batch_no',
	last4: 'last4',
	merchantOrderNo: 'order_no',
	channelOrderNo: 'order_no',
};

/** On which legs the payment stands, where that says something. */
type Legs = 'both' | 'provider_only' | null;

/** What a match rests on, in the order in which one would say it. */
export function evidenceOf(comparison: Comparison, match: FoundMatch, legs: Legs): Evidence[] {
	const evidence = match.lefts.length + match.rights.length > 2 ? ofGroup(comparison, match) : ofPair(comparison, match);
	if (match.confirmed) evidence.unshift(said('decision', 'confirmed', 0));
	if (match.approximate) evidence.push(said('decision', 'approximate', 0));
	if (legs) evidence.push(said('leg', legs, 0));
	return evidence;
}

function said(field: Evidence['field'], relation: EvidenceRelation, milliBits: number): Evidence {
	return { field, relation, milliBits };
}

function ofPair(comparison: Comparison, { lefts, rights, differenceMinor }: FoundMatch): Evidence[] {
	const { left, right, scorer, skew } = comparison;
	const [l, r] = [lefts[0] ?? -1, rights[0] ?? -1];
	const parts = scorer.parts(l, r);
	const tip = (right.amount[r] ?? 0) - (right.net[r] ?? 0);
	const amount = said('amount', parts.amount, parts.amountBits);
	const evidence: Evidence[] = [differenceMinor === 0 ? amount : { ...amount, facts: { differenceMinor } }];
	if (tip > 0) evidence.push({ ...said('tip', 'known', 0), facts: { tipMinor: tip } });
	evidence.push(time(parts.seconds, parts.timeBits, inSeconds(skew[r])));
	if (bothKnown(left.tender[l], right.tender[r])) evidence.push(said('tender', left.tender[l] === right.tender[r] ? 'equal' : 'differs', parts.tenderBits));
	if (bothKnown(left.terminal[l], right.terminal[r]))
		evidence.push(said('terminal', left.terminal[l] === right.terminal[r] ? 'equal' : 'differs', parts.terminalBits));
	for (const key of parts.keys) evidence.push(said(FIELD_OF_KEY[key.field], key.relation, key.milliBits));
	if (parts.linkBits !== 0) evidence.push(said('refund', parts.linkBits > 0 ? 'same_original' : 'other_original', parts.linkBits));
	return evidence;
}

function bothKnown(a: number | undefined, b: number | undefined): boolean {
	return a !== undefined && b !== undefined && a >= 0 && b >= 0;
}

/** A group rests on its sum; of its times the one farthest off is told. */
function ofGroup({ left, right, scorer, skew }: Comparison, { lefts, rights, bits, differenceMinor }: FoundMatch): Evidence[] {
	const pairs = lefts.flatMap((l) => rights.map((r) => ({ l, r, seconds: Math.round(((right.at[r] ?? 0) - (left.at[l] ?? 0)) / SECOND_MS) })));
	const farthest = pairs.reduce((a, b) => (Math.abs(b.seconds) > Math.abs(a.seconds) ? b : a));
	const timeBits = scorer.parts(farthest.l, farthest.r).timeBits;
	const amount =
		differenceMinor === 0
			? { ...said('amount', lefts.length > 1 ? 'sales_add_up' : 'parts_add_up', bits - timeBits), facts: { parts: Math.max(lefts.length, rights.length) } }
			: { ...said('amount', 'differs', 0), facts: { differenceMinor } };
	return [amount, time(farthest.seconds, timeBits, inSeconds(skew[farthest.r]))];
}

/** How far a clock is ahead, as people are told. */
function inSeconds(skewMs: number | undefined): number {
	return Math.round((skewMs ?? 0) / SECOND_MS);
}

function time(seconds: number, milliBits: number, clockSeconds: number): Evidence {
	const relation = seconds > 0 ? 'after' : seconds < 0 ? 'before' : 'together';
	return { field: 'time', relation, milliBits, facts: { seconds: Math.abs(seconds), clockSeconds } };
}
