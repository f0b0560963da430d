import { SECOND_MS } from '../../../time.ts';
import { WEIGHTS } from '../../weights.ts';
import type { PairingInput } from '../input.ts';
import type { LateBlocks } from './late-blocks.ts';

/** So few numbers show no order, and numbers of which fewer are in order than this share are not given in order. */
const ROWS_LEAST = 8;
const IN_ORDER_LEAST = 0.8;
/** A receipt this much later than its number says was posted late; within a longer gap than this its number says too little. */
const LATE_FROM_MS = 120 * SECOND_MS;
const GAP_MOST_MS = 6 * 3_600 * SECOND_MS;

type Ordered = Pick<PairingInput, 'left' | 'right' | 'scatter' | 'lateSeconds'>;

/**
 * Terminals number payments as they are taken. A receipt whose number is far too low for its time was posted late, and its
 * neighbours by number say when it was taken: the window of receipt − sale in which its sale is likely.
 */
export function windowsByNumber({ left, right, scatter, lateSeconds }: Ordered): LateBlocks {
	const windows = { from: new Float64Array(right.size), to: new Float64Array(right.size), left: new Uint8Array(left.size) };
	let any = false;
	for (const lane of lanesByNumber(right)) {
		const inOrder = risingRows(lane, right.at);
		if (lane.length < ROWS_LEAST || inOrder.size < lane.length * IN_ORDER_LEAST) continue;
		for (const { row, before, after } of strays(lane, inOrder)) {
			const at = right.at[row] ?? 0;
			const [earliest, latest] = [right.at[before] ?? 0, right.at[after] ?? 0];
			if (at - latest < LATE_FROM_MS || latest - earliest > GAP_MOST_MS || at - earliest > lateSeconds * SECOND_MS) continue;
			const slack = 2 * Math.max(scatter.spread[row] ?? 0, WEIGHTS.time.spread) + 20;
			windows.from[row] = Math.floor((at - latest) / SECOND_MS) - slack;
			windows.to[row] = Math.ceil((at - earliest) / SECOND_MS) + slack;
			any = true;
		}
	}
	return { ...windows, any };
}

/** Rows of one terminal and batch by their number, the lowest first. */
function lanesByNumber(right: Ordered['right']): number[][] {
	const lanes = new Map<string, { readonly row: number; readonly number: number }[]>();
	for (let row = 0; row < right.size; row++) {
		const keys = right.keys[row];
		if (!keys?.traceNo || (right.terminal[row] ?? -1) < 0 || !/^\d{1,12}$/.test(keys.traceNo)) continue;
		const lane = `${right.terminal[row]} ${keys.batchNo ?? ''}`;
		const one = { row, number: Number(keys.traceNo) };
		const known = lanes.get(lane);
		if (known) known.push(one);
		else lanes.set(lane, [one]);
	}
	return [...lanes.values()].map((lane) => lane.sort((a, b) => a.number - b.number || a.row - b.row).map(({ row }) => row));
}

/** The most rows whose times rise along the lane (a longest rising subsequence). */
function risingRows(lane: readonly number[], times: Float64Array): ReadonlySet<number> {
	const tails: number[] = [];
	const before = new Int32Array(lane.length).fill(-1);
	lane.forEach((row, k) => {
		let low = 0;
		let high = tails.length;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if ((times[lane[tails[middle] ?? 0] ?? 0] ?? 0) <= (times[row] ?? 0)) low = middle + 1;
			else high = middle;
		}
		before[k] = tails[low - 1] ?? -1;
		tails[low] = k;
	});
	const rising = new Set<number>();
	for (let k = tails[tails.length - 1] ?? -1; k >= 0; k = before[k] ?? -1) rising.add(lane[k] ?? 0);
	return rising;
}

/** Rows out of order that stand between two rows in order. */
function strays(lane: readonly number[], inOrder: ReadonlySet<number>): { readonly row: number; readonly before: number; readonly after: number }[] {
	const found: { row: number; before: number; after: number }[] = [];
	let before = -1;
	let waiting: number[] = [];
	for (const row of lane) {
		if (!inOrder.has(row)) {
			waiting.push(row);
			continue;
		}
		if (before >= 0) for (const one of waiting) found.push({ row: one, before, after: row });
		before = row;
		waiting = [];
	}
	return found;
}
