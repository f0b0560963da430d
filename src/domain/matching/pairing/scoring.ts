import { SECOND_MS } from '../../time.ts';
import { WEIGHTS } from '../weights.ts';
import { type AmountRelation, looksLikeTip, relateAmounts } from './amounts.ts';
import { type MilliBits, milliLog2 } from './bits.ts';
import { type KeyEvidence, keyEvidence } from './keys.ts';
import type { LateBlocks } from './late-blocks.ts';
import type { Model } from './model.ts';
import type { Side } from './side.ts';

/** What speaks for a pair, field by field; the sum with `prior` is the score. 0 would be as likely as two rows that only look alike. */
export type Parts = {
	readonly amount: AmountRelation;
	readonly amountBits: MilliBits;
	readonly seconds: number;
	readonly timeBits: MilliBits;
	readonly tenderBits: MilliBits;
	readonly terminalBits: MilliBits;
	readonly keys: readonly KeyEvidence[];
	readonly linkBits: MilliBits;
	readonly prior: MilliBits;
};

export type Scorer = {
	/** Score of a pair in thousandths of a bit; `NEVER` where the two cannot be one payment. */
	readonly score: (l: number, r: number) => MilliBits;
	readonly parts: (l: number, r: number) => Parts;
	/** Time alone, for the members of groups: log-likelihood per second. */
	readonly timeDensity: (l: number, r: number) => MilliBits;
};

export const NEVER: MilliBits = -1_000_000;

export type ScoringContext = {
	readonly left: Side;
	readonly right: Side;
	readonly model: Model;
	readonly blocks: LateBlocks;
	/** How many seconds later a receipt may be posted. */
	readonly lateSeconds: number;
	/** Extra bits of a pair: for refunds, whether both name the same original. */
	readonly link: ((l: number, r: number) => MilliBits) | null;
	/** Both sides print their keys, so that a key that differs settles the matter. */
	readonly printed: boolean;
};

export function scorerOf(context: ScoringContext): Scorer {
	const { left, right, model, link, printed } = context;
	const density = timeDensityOf(context);
	const score = (l: number, r: number): MilliBits => {
		const cash = left.standing[l] === 'cash';
		if (left.currency[l] !== right.currency[r] || (cash && right.standing[r] !== 'live')) return NEVER;
		const relation = relationOf(left, l, right, r);
		if (cash && relation !== 'equal') return NEVER;
		let sum = amountBits(context, relation, l, r) + density(l, r) - (model.rateBits[r] ?? 0);
		sum += agreementBits(left.tender[l], right.tender[r], model.tender, r) + agreementBits(left.terminal[l], right.terminal[r], model.terminal, r);
		sum += priorOf(context, l, r) + (link ? link(l, r) : 0);
		if (left.keyed[l] === 1 && right.keyed[r] === 1) {
			for (const { field, relation: how, milliBits } of keysOf(left, l, right, r)) {
				if (printed && field !== 'batchNo' && how !== 'equal' && how !== 'tail') return NEVER;
				sum += milliBits;
			}
		}
		return sum;
	};
	return { score, parts: (l, r) => partsOf(context, density, l, r), timeDensity: density };
}

function partsOf(context: ScoringContext, density: Scorer['timeDensity'], l: number, r: number): Parts {
	const { left, right, model, link } = context;
	const amount = relationOf(left, l, right, r);
	return {
		amount,
		amountBits: amountBits(context, amount, l, r),
		seconds: Math.round(((right.at[r] ?? 0) - (left.at[l] ?? 0)) / SECOND_MS),
		timeBits: density(l, r) - (model.rateBits[r] ?? 0),
		tenderBits: agreementBits(left.tender[l], right.tender[r], model.tender, r),
		terminalBits: agreementBits(left.terminal[l], right.terminal[r], model.terminal, r),
		keys: left.keyed[l] === 1 && right.keyed[r] === 1 ? keysOf(left, l, right, r) : [],
		linkBits: link ? link(l, r) : 0,
		prior: priorOf(context, l, r),
	};
}

function relationOf(left: Side, l: number, right: Side, r: number): AmountRelation {
	if (left.amount[l] === right.amount[r]) return 'equal';
	const sale = { amount: left.amount[l] ?? 0, net: left.net[l] ?? 0 };
	return relateAmounts(sale, { amount: right.amount[r] ?? 0, net: right.net[r] ?? 0, tipKnown: right.tipKnown[r] === 1 });
}

/** Likelihood of the amount in a true pair against its frequency around the receipt. */
function amountBits({ left, right, model }: ScoringContext, relation: AmountRelation, l: number, r: number): MilliBits {
	const [sale, receipt] = [left.amount[l] ?? 0, right.amount[r] ?? 0];
	if (relation === 'differs') return DIFFERS;
	const isTotal = sale === receipt || (relation !== 'equal' && relation !== 'equal_without_tip');
	const frequency = (isTotal ? model.totalBits[r] : model.valueBits[r]) ?? 0;
	const likelihood = relation === 'equal' || relation === 'equal_without_tip' ? EQUAL : slipLikelihood(relation, sale, receipt, model.tips[r] === 1);
	return likelihood + (model.rateBits[r] ?? 0) - frequency;
}

function priorOf({ left, right, model }: ScoringContext, l: number, r: number): MilliBits {
	return (model.priorLeft[l] ?? 0) + (model.priorRight[r] ?? 0) + togetherBits(left, l, right, r);
}

function keysOf(left: Side, l: number, right: Side, r: number): readonly KeyEvidence[] {
	const typed = left.keys[l];
	const printed = right.keys[r];
	return typed && printed ? keyEvidence(typed, printed) : [];
}

/** Both sides say undone, or both say failed: more likely one story than two. */
function togetherBits(left: Side, l: number, right: Side, r: number): MilliBits {
	const sale = left.standing[l];
	const receipt = right.standing[r];
	const agree = (sale === 'reversed' && receipt === 'undone') || (sale === 'not_paid' && receipt === 'failed') || (sale === 'reversed' && receipt === 'failed');
	return agree ? WEIGHTS.agreedUndone : 0;
}

const EQUAL = milliLog2(WEIGHTS.amountEqual);
const DIFFERS = milliLog2(WEIGHTS.amountDiffers.other);

/** Likelihood of this receipt amount, given the sale's, where the two differ in a way that has a name. */
function slipLikelihood(
	relation: 'digit_wrong' | 'digits_swapped' | 'decimal_slip' | 'tip_like',
	sale: number,
	receipt: number,
	tipsAreUsual: boolean,
): MilliBits {
	const { digit, tip, tipWhereUsual } = WEIGHTS.amountDiffers;
	if (relation === 'digit_wrong') return milliLog2(digit / 60);
	if (relation !== 'tip_like') return milliLog2(digit / 8);
	const share = tipsAreUsual ? tipWhereUsual : tip;
	return milliLog2((share * (looksLikeTip(sale, receipt) ? 2 : 0.7)) / Math.max(60, (receipt - sale) * 2, sale / 4));
}

function agreementBits(a: number | undefined, b: number | undefined, model: Model['tender'], r: number): MilliBits {
	if (a === undefined || b === undefined || a < 0 || b < 0) return 0;
	return (a === b ? model.equal[r] : model.differs[r]) ?? 0;
}

/**
 * Log-likelihood per second of a time difference between a sale and its receipt: Student's t with three degrees of
 * freedom (its tails are rational numbers, so every tablet gets the same) around the clock, a broad one for sales logged
 * in a rush or from slips, and a flat rest for receipts posted days later.
 */
function timeDensityOf({ left, right, model, blocks, lateSeconds }: ScoringContext): Scorer['timeDensity'] {
	const { broad, flatShare } = WEIGHTS.time;
	const flat = flatShare / (lateSeconds + FLAT_EARLY_SECONDS);
	return (l, r) => {
		const seconds = ((right.at[r] ?? 0) - (left.at[l] ?? 0)) / SECOND_MS;
		const broadShare = model.broadShare[r] ?? WEIGHTS.time.broadShare;
		const core = student(seconds, model.spread[r] ?? WEIGHTS.time.spread) * (1 - broadShare - flatShare);
		const rest = seconds > -FLAT_EARLY_SECONDS && seconds < lateSeconds ? flat : flat / 1_000;
		const from = blocks.from[r] ?? 0;
		const to = blocks.to[r] ?? 0;
		const late = to > from && seconds >= from && seconds <= to ? WEIGHTS.time.blockShare / (to - from) : 0;
		return milliLog2(core + student(seconds, broad) * broadShare + rest + late);
	};
}
const FLAT_EARLY_SECONDS = 12 * 3_600;

function student(seconds: number, scale: number): number {
	const x = (seconds / scale) * (seconds / scale);
	const bend = 1 + x / 3;
	return STUDENT_PEAK / scale / (bend * bend);
}
/** 2 / (π √3). */
const STUDENT_PEAK = 0.367_552_596_947_861_4;
