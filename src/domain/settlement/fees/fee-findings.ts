import type { Tender } from '../../ledger/tender.ts';
import type { Currency, Minor } from '../../money.ts';
import type { BusinessDay, OffsetMinutes } from '../../time.ts';
import type { FeeOpen, FeePart } from './fee-parts.ts';
import { type FeeRule, isRoundedFee, roundedFee } from './fee-rule.ts';

/** What was to be charged for some payments and what was, with the rule that says so. */
export type FeeFigures = { readonly expectedMinor: Minor; readonly chargedMinor: Minor; readonly grossMinor: Minor; readonly rule: FeeRule };

/** Payments of one source, settled day and tender whose fee is not what the rule says. */
export type FeeFinding = FeeFigures & {
	/** Source, tender, card kind, day and currency; and the batch, where it was judged as a whole. */
	readonly id: string;
	readonly currency: Currency;
	readonly offset: OffsetMinutes;
	readonly settledOn: BusinessDay;
	readonly receipts: readonly string[];
	/** Too much and too little are added up, never set off. */
	readonly amountMinor: Minor;
};

/** Payments whose fee could not be judged, and why. */
export type FeeUnjudged = {
	readonly source: string;
	readonly tender: Tender;
	readonly currency: Currency;
	readonly settledOn: BusinessDay;
	readonly reason: FeeOpen;
	readonly count: number;
};

export type JudgedFees = { readonly findings: readonly FeeFinding[]; readonly unjudged: readonly FeeUnjudged[] };

/** Judges what all days and files say of the fees together; their order plays no part. */
export function judgeFees(parts: readonly FeePart[]): JudgedFees {
	const [findings, unjudged]: [FeeFinding[], FeeUnjudged[]] = [[], []];
	const whole = addUp(parts, keyOf);
	const unstated = new Set(whole.filter(({ standing }) => standing === 'fee_not_stated').map(batchKey));
	for (const part of whole) {
		if (part.standing === 'off') findings.push(...findingOf(part, { expectedMinor: part.expectedMinor, amountMinor: part.offMinor }));
		else if (part.standing !== 'of_batch') unjudged.push(unjudgedOf(part, part.standing));
		else if (unstated.has(batchKey(part))) unjudged.push(unjudgedOf(part, 'fee_not_stated'));
		else findings.push(...batchFinding(part));
	}
	return { findings: findings.sort((a, b) => (a.id < b.id ? -1 : 1)), unjudged: addUpUnjudged(unjudged) };
}

/** A batch is right where its sum is, or where each of its rows is a rounding of its own share: bills write it either way. */
function batchFinding(part: FeePart): FeeFinding[] {
	const { rule, chargedMinor, eachFits, exact } = part;
	if (rule === null || eachFits || exact.some((one) => isRoundedFee(chargedMinor, BigInt(one), rule.rounding))) return [];
	const expectedMinor = roundedFee(BigInt(exact[0]), rule.rounding);
	return findingOf(part, { expectedMinor, amountMinor: Math.abs(chargedMinor - expectedMinor) });
}

function findingOf(part: FeePart, { expectedMinor, amountMinor }: Pick<FeeFinding, 'expectedMinor' | 'amountMinor'>): FeeFinding[] {
	const { rule, source, tender, cardKind, currency, offset, settledOn, batchNo, receipts, grossMinor, chargedMinor } = part;
	const id = [source, tender, ...(cardKind === null ? [] : [cardKind]), settledOn, currency, ...(batchNo === null ? [] : [batchNo])].join(':');
	return rule === null ? [] : [{ id, currency, offset, settledOn, receipts, grossMinor, chargedMinor, expectedMinor, amountMinor, rule }];
}

function unjudgedOf({ source, tender, currency, settledOn, count }: FeePart, reason: FeeOpen): FeeUnjudged {
	return { source, tender, currency, settledOn, reason, count };
}

function keyOf(part: FeePart): string {
	return `${part.standing}|${batchKey(part)}`;
}

function batchKey({ source, tender, cardKind, currency, settledOn, batchNo, rule }: FeePart): string {
	return JSON.stringify([source, tender, cardKind, currency, settledOn, batchNo, rule]);
}

function addUp(parts: readonly FeePart[], key: (part: FeePart) => string): FeePart[] {
	const sums = new Map<string, FeePart>();
	for (const part of parts) {
		const known = sums.get(key(part));
		sums.set(key(part), known ? together(known, part) : part);
	}
	return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, part]) => part);
}

function together(a: FeePart, b: FeePart): FeePart {
	const exact = (place: 0 | 1) => String(BigInt(a.exact[place]) + BigInt(b.exact[place]));
	return {
		...a,
		offset: Math.min(a.offset, b.offset),
		count: a.count + b.count,
		receipts: [...a.receipts, ...b.receipts].sort(),
		grossMinor: a.grossMinor + b.grossMinor,
		chargedMinor: a.chargedMinor + b.chargedMinor,
		expectedMinor: a.expectedMinor + b.expectedMinor,
		offMinor: a.offMinor + b.offMinor,
		exact: [exact(0), exact(1)],
		eachFits: a.eachFits && b.eachFits,
	};
}

function addUpUnjudged(unjudged: readonly FeeUnjudged[]): FeeUnjudged[] {
	const sums = new Map<string, FeeUnjudged>();
	for (const one of unjudged) {
		const key = [one.settledOn, one.source, one.tender, one.currency, one.reason].join('|');
		sums.set(key, { ...one, count: one.count + (sums.get(key)?.count ?? 0) });
	}
	return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}
