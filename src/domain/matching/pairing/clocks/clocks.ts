import type { Instant } from '../../../time.ts';
import { REACH, WEIGHTS } from '../../weights.ts';
import { type Found, findWithin, NEAR_SECONDS, type Reading, type Search, type Sides, searchFor } from './peaks.ts';
import { type Shape, STEADY, shapeOf } from './shape.ts';

/** One clock on one business day: how far it is ahead of the other side's, and how widely payments scatter around that. */
export type ClockDay = Shape & {
	readonly clock: string;
	readonly day: string;
	/** At the beginning of the day where it steps, at its pivot where it drifts. */
	readonly skewMs: number;
	readonly spreadSeconds: number;
	/** Payments that speak for the skew; 0 where it is taken from its neighbours or not known at all. */
	readonly anchors: number;
	readonly known: boolean;
};

/** How far a clock is ahead when it shows `at`, in milliseconds. */
export function skewAt({ skewMs, step, drift, pivot }: ClockDay, at: Instant): number {
	const base = step !== null && at >= step.from ? step.skewMs : skewMs;
	return base + Math.round((drift * (at - pivot)) / 1_000_000);
}

/** For each row of the right side, the name of its clock and its day. */
export type Clocked = { readonly clock: string; readonly day: string };

/**
 * Estimates each clock and day without keys: equal amounts on both sides differ by the skew far more often than by any
 * other time. Where too few payments speak, neighbouring days of the same clock, then other clocks of the day, stand in. A clock
 * for which nothing is found within hours is looked for up to `farSeconds` away: its date may be wrong.
 */
export function estimateClocks(sides: Sides, rows: readonly Clocked[], farSeconds: number = REACH.clockSeconds): ClockDay[] {
	const groups = groupRows(rows);
	const search = searchFor(sides, farSeconds);
	const seen = groups.map((group) => ({ ...group, found: findClock(group.rows, search) }));
	const solid = seen.flatMap(({ clock, day, found }) => (found ? [{ clock, day, ...found, known: true }] : []));
	return seen.map(({ clock, day, found }) => (found ? { clock, day, ...found, known: true } : fromNeighbours(clock, day, solid)));
}

/** What a clock that was not estimated itself is taken for. */
export function nearestClock(clock: string, day: string, estimated: readonly ClockDay[]): ClockDay {
	return fromNeighbours(
		clock,
		day,
		estimated.filter((one) => one.anchors > 0),
	);
}

function fromNeighbours(clock: string, day: string, solid: readonly ClockDay[]): ClockDay {
	const near = neighbour(clock, day, solid);
	const spreadSeconds = near ? Math.min(near.spreadSeconds * 2, WEIGHTS.time.spreadMost) : WEIGHTS.time.unknownClockSpread;
	return { ...STEADY, clock, day, skewMs: near?.skewMs ?? 0, spreadSeconds, anchors: 0, known: near !== null };
}

type Group = { readonly clock: string; readonly day: string; readonly rows: readonly number[] };

function groupRows(rows: readonly Clocked[]): Group[] {
	const byDay = new Map<string, Map<string, number[]>>();
	rows.forEach(({ clock, day }, row) => {
		const ofDay = byDay.get(day);
		const known = ofDay?.get(clock);
		if (known) known.push(row);
		else if (ofDay) ofDay.set(clock, [row]);
		else byDay.set(day, new Map([[clock, [row]]]));
	});
	const groups = [...byDay].flatMap(([day, clocks]) => [...clocks].map(([clock, of]) => ({ key: `${day} ${clock}`, group: { clock, day, rows: of } })));
	return groups.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ group }) => group);
}

function findClock(rows: readonly number[], search: Search): (Found & Shape) | null {
	const usable = rows.filter((row) => search.right.standing[row] !== 'failed');
	const { found, differences } = bestReading(usable, search);
	return found && shapeOf(found, differences, search);
}

function bestReading(rows: readonly number[], search: Search): Reading {
	const near = findWithin(rows, search, search.bins);
	if (near.share >= SOLID_SHARE || !search.farBins || rows.length < FAR_ROWS_LEAST) return near;
	const far = findWithin(rows, search, search.farBins);
	return far.share >= SOLID_SHARE && far.share >= near.share * FAR_TIMES ? far : near;
}

/** From this share of all rows on a peak is beyond doubt; a wrong date needs so much more than any other explanation. */
const SOLID_SHARE = 0.3;
const FAR_TIMES = 1.8;
const FAR_ROWS_LEAST = 6;

const NEIGHBOUR_DAYS = 3;
const DAY = 86_400_000;

type Near = { readonly skewMs: number; readonly spreadSeconds: number };

/** The clock's nearest other day (days come in their order, so the earlier of two as near), by its end that is nearer; else what most other clocks of the day show. */
function neighbour(clock: string, day: string, solid: readonly ClockDay[]): Near | null {
	const here = Date.parse(day);
	const same = solid.filter((one) => one.clock === clock && Math.abs(Date.parse(one.day) - here) <= NEIGHBOUR_DAYS * DAY);
	const nearest = same.sort((a, b) => Math.abs(Date.parse(a.day) - here) - Math.abs(Date.parse(b.day) - here))[0];
	if (nearest) return { skewMs: nearest.day < day && nearest.step ? nearest.step.skewMs : nearest.skewMs, spreadSeconds: nearest.spreadSeconds };
	const others = solid.filter((one) => one.day === day && Math.abs(one.skewMs) <= NEAR_SECONDS * 1_000).sort((a, b) => a.skewMs - b.skewMs);
	const middle = others[others.length >> 1];
	return middle ? { skewMs: middle.skewMs, spreadSeconds: WEIGHTS.time.spreadMost / 2 } : null;
}
