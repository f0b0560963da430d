import { type Instant, SECOND_MS } from '../../../time.ts';
import { WEIGHTS } from '../../weights.ts';
import { type Differences, type Found, middleOf, peakOf, type Search } from './peaks.ts';

/** How a clock moves within a day: one step that stays, or a slow drift (milliseconds per million milliseconds around the pivot). */
export type Shape = { readonly step: { readonly from: Instant; readonly skewMs: number } | null; readonly drift: number; readonly pivot: Instant };

export const STEADY: Shape = { step: null, drift: 0, pivot: 0 };

/** So many payments must speak for each side of a step, and so few of each side may stand on the other. */
const STEP_ROWS_LEAST = 8;
const STEP_ASTRAY_MOST = 0.12;
/** Less than this is late logging rather than a clock that was set. */
const STEP_SECONDS_LEAST = 240;
const NEAR = 75;

/** Looks whether the clock stepped once during the day, else whether it drifts. */
export function shapeOf(found: Found, differences: Differences, search: Search): Found & Shape {
	const offs = offsOf(differences, found.skewMs / SECOND_MS);
	return stepped(found, offs, { differences, search }) ?? drifting(found, offs, search);
}

type Off = { readonly row: number; readonly seconds: number };

/** For each row its difference nearest to the centre, less the centre. */
function offsOf({ seconds, row }: Differences, centre: number): Off[] {
	const found: Off[] = [];
	for (let k = 0; k < seconds.length; ) {
		const r = row[k] ?? 0;
		let best = Number.POSITIVE_INFINITY;
		for (; k < seconds.length && row[k] === r; k++) if (Math.abs((seconds[k] ?? 0) - centre) < Math.abs(best)) best = (seconds[k] ?? 0) - centre;
		found.push({ row: r, seconds: best });
	}
	return found;
}

type StepContext = { readonly differences: Differences; readonly search: Search };

/** A second skew that the rows which the first one leaves unexplained agree on, all of them before or all of them after the others. */
function stepped(found: Found, offs: readonly Off[], { differences, search }: StepContext): (Found & Shape) | null {
	const open = new Set(offs.filter(({ seconds }) => Math.abs(seconds) > NEAR).map(({ row }) => row));
	if (open.size < STEP_ROWS_LEAST) return null;
	const other = peakOf(withRows(differences, open), search.bins);
	if (other === null || other.anchors < STEP_ROWS_LEAST || Math.abs(other.skewMs - found.skewMs) < STEP_SECONDS_LEAST * SECOND_MS) return null;
	const second = new Map(offsOf(differences, other.skewMs / SECOND_MS).map(({ row, seconds }) => [row, seconds]));
	const votes = offs.flatMap(({ row, seconds }) => {
		const [first, then] = [Math.abs(seconds) <= NEAR, Math.abs(second.get(row) ?? Number.POSITIVE_INFINITY) <= NEAR];
		return first === then ? [] : [{ row, first }];
	});
	const forward = bestCut(votes, true);
	const backward = bestCut(votes, false);
	const { cut, astray } = forward.astray <= backward.astray ? forward : backward;
	const [before, after] = forward.astray <= backward.astray ? [found, other] : [other, found];
	if (Math.min(cut, votes.length - cut) < STEP_ROWS_LEAST || astray > votes.length * STEP_ASTRAY_MOST) return null;
	const [last, next] = [search.right.at[votes[cut - 1]?.row ?? 0] ?? 0, search.right.at[votes[cut]?.row ?? 0] ?? 0];
	const step = { from: (last + next) / 2, skewMs: after.skewMs };
	return { ...STEADY, skewMs: before.skewMs, step, spreadSeconds: Math.min(found.spreadSeconds, other.spreadSeconds), anchors: before.anchors + after.anchors };
}

function withRows({ seconds, worth, row }: Differences, keep: ReadonlySet<number>): Differences {
	const kept: Differences = { seconds: [], worth: [], row: [] };
	for (let k = 0; k < seconds.length; k++) {
		if (!keep.has(row[k] ?? 0)) continue;
		kept.seconds.push(seconds[k] ?? 0);
		kept.worth.push(worth[k] ?? 0);
		kept.row.push(row[k] ?? 0);
	}
	return kept;
}

type Vote = { readonly row: number; readonly first: boolean };

/** Where the votes change sides with the fewest astray; `firstBefore`: whether the first skew comes before the other. */
function bestCut(votes: readonly Vote[], firstBefore: boolean): { readonly cut: number; readonly astray: number } {
	let astray = votes.filter(({ first }) => first === firstBefore).length;
	let best = { cut: 0, astray };
	votes.forEach(({ first }, k) => {
		astray += first === firstBefore ? -1 : 1;
		if (astray < best.astray) best = { cut: k + 1, astray };
	});
	return best;
}

/** So many payments show a drift, of at least so many seconds over the day. */
const DRIFT_ROWS_LEAST = 24;
const DRIFT_SECONDS_LEAST = 12;
const DRIFT_WITHIN = 240;

/** The first third of the day against the last: a clock that gains or loses evenly. */
function drifting(found: Found, offs: readonly Off[], { right }: Search): Found & Shape {
	const near = offs.filter(({ seconds }) => Math.abs(seconds) <= DRIFT_WITHIN);
	const third = Math.floor(near.length / 3);
	const steady = { ...STEADY, ...found };
	if (near.length < DRIFT_ROWS_LEAST) return steady;
	const times = near.map(({ row }) => right.at[row] ?? 0);
	const middle = (values: readonly number[]) => middleOf(values) ?? 0;
	const [early, late] = [near.slice(0, third), near.slice(-third)];
	const change = middle(late.map(({ seconds }) => seconds)) - middle(early.map(({ seconds }) => seconds));
	const span = middle(times.slice(-third)) - middle(times.slice(0, third));
	const noise = (found.spreadSeconds * 2) / Math.max(1, integerRoot(third));
	if (span <= 0 || Math.abs(change) < Math.max(DRIFT_SECONDS_LEAST, noise)) return steady;
	const drift = Math.round((change * SECOND_MS * 1_000_000) / span);
	const pivot = middle(times);
	const rest = near.map(({ seconds }, k) => seconds * SECOND_MS - (drift * ((times[k] ?? 0) - pivot)) / 1_000_000);
	const centre = Math.round(middle(rest));
	const spread = Math.round((middle(rest.map((one) => Math.abs(one - centre))) * 1.25) / SECOND_MS);
	const least = Math.min(found.spreadSeconds, Math.max(WEIGHTS.time.spreadLeast, spread));
	return { ...found, step: null, drift, pivot, skewMs: found.skewMs + centre, spreadSeconds: least };
}

function integerRoot(value: number): number {
	let root = 1;
	while ((root + 1) * (root + 1) <= value) root++;
	return root;
}
