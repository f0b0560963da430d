import { SECOND_MS } from '../../../time.ts';
import type { PairingInput } from '../input.ts';
import type { Side } from '../side.ts';

/**
 * Receipts that a terminal posted late, many at once: after an outage, or with a clock that stepped in the middle of a day.
 * For each right row the window of receipt − sale in which its sale is likely; empty (0, 0) where the row is in no block.
 */
export type LateBlocks = { readonly from: Float64Array; readonly to: Float64Array; readonly left: Uint8Array; readonly any: boolean };

/** Rows of either side (1) that have no convincing partner. */
export type OpenRows = { readonly left: Uint8Array; readonly right: Uint8Array };

/** As many rows in a row, on both sides, are no accident. */
const RUN_LEAST = 4;
const BIN_SECONDS = 60;
const PEAK_BINS = 2;

/**
 * Looks among rows that stayed alone on one terminal: a time difference that many equal amounts share, or a run of receipts
 * without sales after a run of sales without receipts. What is `known` already (from the receipts' numbers) stands.
 */
export function findLateBlocks(
	{ left, right, lateSeconds }: Pick<PairingInput, 'left' | 'right' | 'lateSeconds'>,
	open: OpenRows,
	known: LateBlocks,
): LateBlocks {
	const blocks = { from: known.from.slice(), to: known.to.slice(), left: known.left.slice() };
	let { any } = known;
	const lefts = lanesOf(left);
	for (const [terminal, rights] of lanesOf(right)) {
		const sales = [...(lefts.get(terminal) ?? []), ...(terminal < 0 ? [] : (lefts.get(-1) ?? []))].sort((a, b) => a - b);
		const lane: Lane = {
			...{ left, right, lateSeconds, sales, rights },
			openSales: sales.filter((l) => open.left[l] === 1),
			openRights: rights.filter((r) => open.right[r] === 1),
		};
		if (lane.openRights.length < RUN_LEAST || lane.openSales.length < RUN_LEAST) continue;
		for (const block of [...shifted(lane), ...posted(lane, open)]) {
			any = true;
			for (const r of block.rights) {
				if (blocks.to[r] !== 0) continue;
				blocks.from[r] = block.from;
				blocks.to[r] = block.to;
			}
			for (const l of block.sales) blocks.left[l] = 1;
		}
	}
	return { ...blocks, any };
}

type Lane = {
	readonly left: Side;
	readonly right: Side;
	readonly lateSeconds: number;
	readonly sales: readonly number[];
	readonly rights: readonly number[];
	readonly openSales: readonly number[];
	readonly openRights: readonly number[];
};
type Block = { readonly sales: readonly number[]; readonly rights: readonly number[]; readonly from: number; readonly to: number };

/** Rows that take part, by terminal, in time order. */
function lanesOf(side: Side): Map<number, number[]> {
	const lanes = new Map<number, number[]>();
	for (let row = 0; row < side.size; row++) {
		if (side.standing[row] !== 'live') continue;
		const lane = lanes.get(side.terminal[row] ?? -1);
		if (lane) lane.push(row);
		else lanes.set(side.terminal[row] ?? -1, [row]);
	}
	return lanes;
}

type Difference = { readonly l: number; readonly r: number; readonly seconds: number; readonly worth: number };

/** A difference shared by many: the receipts kept their distances, only the clock (or the upload) was late. */
function shifted(lane: Lane): Block[] {
	const differences = differencesOf(lane);
	const bins = new Map<number, number>();
	for (const { seconds, worth } of differences) {
		const bin = Math.floor(seconds / BIN_SECONDS);
		for (let k = bin - PEAK_BINS; k <= bin + PEAK_BINS; k++) bins.set(k, (bins.get(k) ?? 0) + worth);
	}
	let peak = { bin: 0, weight: 0 };
	for (const [bin, weight] of [...bins].sort(([a], [b]) => a - b)) if (weight > peak.weight + 1e-9) peak = { bin, weight };
	const around = differences.filter(({ seconds }) => Math.abs(Math.floor(seconds / BIN_SECONDS) - peak.bin) <= PEAK_BINS);
	const rights = [...new Set(around.map(({ r }) => r))].sort((a, b) => a - b);
	const possible = new Set(differences.map(({ r }) => r)).size;
	if (rights.length < RUN_LEAST + 1 || peak.weight < 2.5 || rights.length < possible * 0.4) return [];
	const middle = median(around.map(({ seconds }) => seconds));
	const reach = Math.min(180, 35 + 4 * median(around.map(({ seconds }) => Math.abs(seconds - middle))));
	// A clock that stepped is wrong for all payments in between, also for those that seem to have found a sale.
	const between = lane.rights.filter((r) => r >= (rights[0] ?? 0) && r <= (rights[rights.length - 1] ?? 0));
	return [{ sales: around.map(({ l }) => l), rights: between, from: middle - reach, to: middle + reach }];
}

function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[sorted.length >> 1] ?? 0;
}

/** Beyond these few minutes a difference is not explained by slow logging. */
const LATE_FROM_SECONDS = 6 * 60;
const PAIRS_PER_ROW = 40;

function differencesOf({ left, right, lateSeconds, openSales, openRights }: Lane): Difference[] {
	const byAmount = new Map<string, number[]>();
	const key = (side: Side, row: number) => `${side.amount[row]} ${side.currency[row]}`;
	for (const l of openSales) {
		const list = byAmount.get(key(left, l));
		if (list) list.push(l);
		else byAmount.set(key(left, l), [l]);
	}
	return openRights.flatMap((r) => {
		const near = (byAmount.get(key(right, r)) ?? [])
			.map((l) => ({ l, r, seconds: Math.round(((right.at[r] ?? 0) - (left.at[l] ?? 0)) / SECOND_MS) }))
			.filter(({ seconds }) => Math.abs(seconds) >= LATE_FROM_SECONDS && seconds <= lateSeconds && seconds >= -lateSeconds)
			.slice(-PAIRS_PER_ROW);
		return near.map((one) => ({ ...one, worth: 1 / near.length }));
	});
}

/** A run of receipts without sales that follows a run of sales without receipts, with mostly the same amounts: an upload in one go. */
function posted(lane: Lane, open: OpenRows): Block[] {
	const lostRuns = runs(lane.sales, (l) => open.left[l] === 1);
	const strayRuns = runs(lane.rights, (r) => open.right[r] === 1);
	return strayRuns.flatMap((rights) => {
		const start = lane.right.at[rights[0] ?? 0] ?? 0;
		const end = lane.right.at[rights[rights.length - 1] ?? 0] ?? 0;
		const fitting = lostRuns.filter((sales) => {
			const late = start - (lane.left.at[sales[0] ?? 0] ?? 0);
			return late > 0 && late <= lane.lateSeconds * SECOND_MS && commonAmounts(lane, sales, rights) >= Math.max(RUN_LEAST, rights.length * 0.6);
		});
		const sales = fitting[fitting.length - 1];
		if (!sales) return [];
		const first = lane.left.at[sales[0] ?? 0] ?? 0;
		const last = lane.left.at[sales[sales.length - 1] ?? 0] ?? 0;
		return [{ sales, rights, from: Math.floor((start - last) / SECOND_MS) - 60, to: Math.ceil((end - first) / SECOND_MS) + 60 }];
	});
}

/** Runs of open rows, with at most one row in between that is not open. */
function runs(rows: readonly number[], isOpen: (row: number) => boolean): number[][] {
	const found: number[][] = [];
	let run: number[] = [];
	let between = 0;
	const close = () => {
		if (run.length >= RUN_LEAST) found.push(run);
		run = [];
		between = 0;
	};
	for (const row of rows) {
		if (isOpen(row)) run.push(row);
		else if (run.length > 0 && ++between > 1) close();
	}
	close();
	return found;
}

function commonAmounts({ left, right }: Lane, sales: readonly number[], rights: readonly number[]): number {
	const counts = new Map<number, number>();
	for (const l of sales) counts.set(left.amount[l] ?? 0, (counts.get(left.amount[l] ?? 0) ?? 0) + 1);
	let common = 0;
	for (const r of rights) {
		const open = counts.get(right.amount[r] ?? 0) ?? 0;
		if (open === 0) continue;
		counts.set(right.amount[r] ?? 0, open - 1);
		common++;
	}
	return common;
}
