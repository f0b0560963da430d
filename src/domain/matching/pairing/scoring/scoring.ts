import { NO_KEYS } from '../../../ledger/sale.ts';
import { SECOND_MS } from '../../../time.ts';
import type { ShopHabits } from '../../habits.ts';
import { WEIGHTS } from '../../weights.ts';
import { type MilliBits, milliLog2 } from '../bits.ts';
import type { LateBlocks } from '../searching/late-blocks.ts';
import type { Side } from '../side.ts';
import { type AmountRelation, relateAmounts } from './amounts.ts';
import { type KeyContext, type KeyEvidence, keyBits, keyEvidence } from './keys.ts';
import type { Model } from './model.ts';
import { tipBits } from './tips.ts';

/** What speaks for a pair, field by field; the sum with `prior` is the score. 0 would be as likely as two rows that only look alike. */
export type Parts = {
	readonly amount: AmountRelation;
	/** The receipt repeats the amount of the payment before it. */
	readonly likeTheLast: boolean;
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
	readonly habits: ShopHabits;
	/** Both sides print their keys, so that a key that differs settles the matter. */
	readonly printed: boolean;
};

export function scorerOf(context: ScoringContext): Scorer {
	const { left, right, model, link } = context;
	const density = timeDensityOf(context);
	const amounts = amountScorer(context);
	const words = wordScorer(context);
	const keys = keyScorer(context);
	const score = (l: number, r: number): MilliBits => {
		const cash = left.standing[l] === 'cash';
		if (left.currency[l] !== right.currency[r] || (cash && right.standing[r] !== 'live')) return NEVER;
		const relation = amounts.relation(l, r);
		if (cash && relation !== 'equal') return NEVER;
		let sum = amounts.bits(relation, l, r) + density(l, r) - (model.rateBits[r] ?? 0) + words.tender(l, r) + words.terminal(l, r);
		sum += priorOf(context, l, r) + (link ? link(l, r) : 0);
		return sum + keys.bits(l, r);
	};
	const parts = (l: number, r: number): Parts => {
		const amount = amounts.relation(l, r);
		return {
			amount,
			likeTheLast: model.likeTheLast[r] === 1,
			amountBits: amounts.bits(amount, l, r),
			seconds: Math.round(((right.at[r] ?? 0) - (left.at[l] ?? 0)) / SECOND_MS),
			timeBits: density(l, r) - (model.rateBits[r] ?? 0),
			tenderBits: words.tender(l, r),
			terminalBits: words.terminal(l, r),
			keys: keys.evidence(l, r),
			linkBits: link ? link(l, r) : 0,
			prior: priorOf(context, l, r),
		};
	};
	return { score, parts, timeDensity: density };
}

/** How the amounts relate, and the likelihood of that in a true pair against the amount's frequency around the receipt. */
function amountScorer({ left, right, model, habits }: ScoringContext) {
	const slips = slipBits(habits.amountSlip);
	const relation = (l: number, r: number): AmountRelation => {
		if (left.amount[l] === right.amount[r]) return 'equal';
		const sale = { amount: left.amount[l] ?? 0, net: left.net[l] ?? 0 };
		return relateAmounts(sale, { amount: right.amount[r] ?? 0, net: right.net[r] ?? 0, tipKnown: right.tipKnown[r] === 1, round: right.round[r] ?? 100 });
	};
	const bits = (how: AmountRelation, l: number, r: number): MilliBits => {
		if (how === 'equal' || how === 'equal_without_tip' || model.likeTheLast[r] !== 1) return ownBits(how, l, r);
		return Math.max(ownBits(how, l, r), LIKE_THE_LAST + (model.rateBits[r] ?? 0) - (model.totalBits[r] ?? 0));
	};
	const ownBits = (how: AmountRelation, l: number, r: number): MilliBits => {
		const sale = left.amount[l] ?? 0;
		const receipt = right.amount[r] ?? 0;
		if (how === 'differs') return otherAmount(sale, receipt, right.round[r] ?? 100);
		const equal = how === 'equal' || how === 'equal_without_tip';
		const frequency = (sale === receipt || !equal ? model.totalBits[r] : model.valueBits[r]) ?? 0;
		const stated = right.tipKnown[r] === 1;
		const likelihood = equal
			? EQUAL + (stated ? 0 : (model.untipped[r] ?? 0))
			: how === 'tip_like'
				? (model.tipped[r] ?? 0) + tipBits({ sale, receipt, round: right.round[r] ?? 100 }, model.tipHabits.get(right.day[r] ?? -1))
				: slips[how];
		return likelihood + (model.rateBits[r] ?? 0) - frequency;
	};
	return { relation, bits };
}

const EQUAL = milliLog2(WEIGHTS.amountEqual);
const LIKE_THE_LAST = milliLog2(WEIGHTS.amountDiffers.likeTheLast);
const { other, roundOff, farOff, wildOff } = WEIGHTS.amountDiffers;
const DIFFERS = milliLog2(other);
const ROUND_LESS = milliLog2(other * roundOff);
const FAR_OFF = milliLog2(other * farOff);
const WILDLY_OFF = milliLog2(other * wildOff);

/** Any other amount: a coupon or a second payment leaves a round sum missing, and few amounts are wrong by half, next to none many times over. */
function otherAmount(sale: number, receipt: number, round: number): MilliBits {
	if (receipt * 5 < sale || receipt > sale * 5) return WILDLY_OFF;
	if (receipt * 2 < sale || receipt > sale * 1.5) return FAR_OFF;
	return receipt < sale && (sale - receipt) % round === 0 ? ROUND_LESS : DIFFERS;
}
/** A wrong digit has some sixty ways to be wrong, a swap or a shifted point only a few. */
function slipBits(share: number) {
	return { digit_wrong: milliLog2(share / 60), digits_swapped: milliLog2(share / 8), decimal_slip: milliLog2(share / 8) } as const;
}

/** Tenders and terminals: equal, different, or not known on one side. */
function wordScorer({ left, right, model }: ScoringContext) {
	const of =
		(a: Int32Array, b: Int32Array, agreement: Model['tender']) =>
		(l: number, r: number): MilliBits => {
			const x = a[l] ?? -1;
			const y = b[r] ?? -1;
			if (x < 0 || y < 0) return 0;
			return (x === y ? agreement.equal[r] : agreement.differs[r]) ?? 0;
		};
	return { tender: of(left.tender, right.tender, model.tender), terminal: of(left.terminal, right.terminal, model.terminal) };
}

function keyScorer({ left, right, model, habits, printed: printedBoth }: ScoringContext) {
	const differs = milliLog2(habits.keyWrong);
	const slip = milliLog2(habits.keySlip);
	const contextOf = (l: number, r: number): KeyContext => {
		const near = Math.abs((right.at[r] ?? 0) - (left.at[l] ?? 0)) <= WEIGHTS.neighbourKeys.seconds * SECOND_MS;
		return { differs, slip, most: near && !printedBoth ? WEIGHTS.neighbourKeys.most : Number.POSITIVE_INFINITY, running: model.runningKeys(r) };
	};
	const both = (l: number, r: number) => left.keyed[l] === 1 && right.keyed[r] === 1;
	return {
		evidence: (l: number, r: number): readonly KeyEvidence[] =>
			both(l, r) ? keyEvidence(left.keys[l] ?? NO_KEYS, right.keys[r] ?? NO_KEYS, contextOf(l, r)) : NO_EVIDENCE,
		/** All keys together. Where both sides print them, one that differs settles the matter. */
		bits: (l: number, r: number): MilliBits =>
			both(l, r) ? (keyBits(left.keys[l] ?? NO_KEYS, right.keys[r] ?? NO_KEYS, contextOf(l, r), printedBoth) ?? NEVER) : 0,
	};
}
const NO_EVIDENCE: readonly KeyEvidence[] = [];

/** What it is worth to pair the two at all; more where both sides say undone, or both say failed: one story rather than two. */
function priorOf({ left, right, model }: ScoringContext, l: number, r: number): MilliBits {
	const sale = left.standing[l];
	const receipt = right.standing[r];
	const agree = (sale === 'reversed' && (receipt === 'undone' || receipt === 'failed')) || (sale === 'not_paid' && receipt === 'failed');
	return (model.priorLeft[l] ?? 0) + (model.priorRight[r] ?? 0) + (agree ? WEIGHTS.agreedUndone : 0);
}

/**
 * Log-likelihood per second of a time difference between a sale and its receipt: Student's t with three degrees of
 * freedom (its tails are rational numbers, so every tablet gets the same) around the clock, a broad one for sales logged
 * in a rush or from slips, a flat rest for receipts posted days later, and the window of a late block.
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
