import type { Minor } from '../../../money.ts';
import { WEIGHTS } from '../../weights.ts';
import { type MilliBits, milliLog2 } from '../bits.ts';
import type { Side } from '../side.ts';
import { wholePercent } from './amounts.ts';

/** How likely each whole percentage (by its number) is among tips of a day. */
export type TipHabits = ReadonlyMap<number, Float64Array>;

const PERCENT_MOST = 40;

/** Reads off the tips that each day states which percentages people give. */
export function tipHabits(right: Side): TipHabits {
	const counts = new Map<number, Float64Array>();
	for (let r = 0; r < right.size; r++) {
		if (right.tipKnown[r] !== 1 || right.amount[r] === right.net[r]) continue;
		const day = right.day[r] ?? -1;
		const count = counts.get(day) ?? usualPercents();
		const percent = wholePercent(right.net[r] ?? 0, (right.amount[r] ?? 0) - (right.net[r] ?? 0), right.round[r] ?? 100);
		if (percent !== null) count[percent] = (count[percent] ?? 0) + 1;
		counts.set(day, count);
	}
	return new Map([...counts].map(([day, count]) => [day, shares(count)]));
}

/** The usual percentages as counts that weigh as much as a dozen rows. */
function usualPercents(): Float64Array {
	const { usual, otherPercent, rows } = WEIGHTS.tips;
	const weights = Float64Array.from({ length: PERCENT_MOST + 1 }, (_, percent) => (percent < 2 ? 0 : otherPercent));
	for (const [percent, weight] of Object.entries(usual)) weights[Number(percent)] = weight;
	const sum = weights.reduce((all, one) => all + one, 0);
	return weights.map((one) => (one * rows) / sum);
}

function shares(counts: Float64Array): Float64Array {
	const sum = counts.reduce((all, one) => all + one, 0);
	return counts.map((one) => one / sum);
}
const USUAL = shares(usualPercents());

/** A sale and a larger receipt, with the smallest round sum of their currency. */
type TipSum = { readonly sale: Minor; readonly receipt: Minor; readonly round: Minor };

/** How likely just this total is for a sale whose customer tipped: a percentage, a round total, or any amount up to two fifths. */
export function tipBits({ sale, receipt, round: unit }: TipSum, percents: Float64Array = USUAL): MilliBits {
	const tip = receipt - sale;
	const { percent, round } = WEIGHTS.tips;
	const whole = wholePercent(sale, tip, unit);
	// In units first: the same quotient, to the last bit, whatever digits the currency has.
	const room = (sale / unit) * ROOM;
	let likelihood = (1 - percent - round) / (room * 100 + 1);
	if (whole !== null) likelihood += percent * (percents[whole] ?? 0);
	for (const [step, share] of ROUND_STEPS) if (receipt % (step * unit) === 0) likelihood += (round * share) / (room / step + 1);
	return milliLog2(likelihood);
}
/** Tips reach from next to nothing to two fifths. */
const ROOM = 0.35;
const ROUND_STEPS = [
	[1, 0.35],
	[5, 0.35],
	[10, 0.3],
] as const;
