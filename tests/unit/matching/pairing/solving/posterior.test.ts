import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOTHING_FROM } from '../../../../../src/domain/matching/pairing/bits.ts';
import { type Edges, edgeList } from '../../../../../src/domain/matching/pairing/edges.ts';
import { assign } from '../../../../../src/domain/matching/pairing/solving/assignment.ts';
import { eachWay } from '../../../../../src/domain/matching/pairing/solving/exact.ts';
import { certaintyOf, type Sameness } from '../../../../../src/domain/matching/pairing/solving/posterior.ts';
import { certainty, count, newTally, OTHER, rival } from '../../../../../src/domain/matching/pairing/solving/tally.ts';

type Pair = readonly [left: number, right: number, bits: number];
const APART: Sameness = { leftTwins: () => false, rightTwins: () => false, leftAlike: () => false, rightAlike: () => false };
const ALIKE: Sameness = { ...APART, leftAlike: () => true, rightAlike: () => true };
const TWINS: Sameness = { leftTwins: () => true, rightTwins: () => true, leftAlike: () => true, rightAlike: () => true };

describe('how sure a pair is', () => {
	it('comes close to trying every other explanation, where a pair is worth two bits and more', () => {
		fc.assert(
			fc.property(
				fc.uniqueArray(fc.tuple(fc.nat(2), fc.nat(2), fc.integer({ min: 2_000, max: 14_000 })), {
					maxLength: 9,
					minLength: 1,
					selector: ([l, r]) => l * 10 + r,
				}),
				(pairs) => {
					const edges = edgesOf(pairs);
					const assignment = assign(edges, 3, 3);
					for (const edge of [...assignment.edgeOfLeft].filter((one) => one >= 0)) {
						const { pairMillionths, aloneMillionths } = certaintyOf(edge, { edges, assignment, same: APART });
						const truth = byTrying(pairs, [edges.left[edge] ?? 0, edges.right[edge] ?? 0]);
						// Doubtful pairs to a tenth, and the surer a claim the nearer to the truth.
						const off = Math.abs(pairMillionths / 1e6 - truth.pair);
						expect(off).toBeLessThan(pairMillionths > 990_000 ? 0.002 : pairMillionths > 950_000 ? 0.02 : 0.1);
						expect(aloneMillionths / 1e6).toBeLessThan(truth.alone + 0.1);
					}
				},
			),
			{ numRuns: 400 },
		);
	});

	it('is the odds of the pair against both staying alone where nobody else comes into question', () => {
		expect(sure([[0, 0, 10_000]], APART)).toEqual({
			pairMillionths: 999_024,
			booksMillionths: 999_024,
			aloneMillionths: 976,
			marginBits: 10_000,
			runnerUp: null,
		});
	});

	it('comes by its short cut for a pair without rivals to what going through all ways comes to', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 65_000 }), (bits) => {
				const edges = edgesOf([[0, 0, bits]]);
				const tally = newTally(bits);
				let holding = 0;
				eachWay(edges, assign(edges, 3, 3), { l0: 0, r0: 0 }, (right, left, odds, more) => {
					if (right === 0) {
						holding += odds;
						return;
					}
					count(tally, odds, -more, OTHER);
					rival(tally, right, left, bits + more);
					tally.leftAlone += odds;
					tally.rightAlone += odds;
				});
				const { aloneMillionths, marginBits, ...whole } = certainty(tally, { l0: 0, r0: 0 }, holding);
				const short = sure([[0, 0, bits]], APART);
				expect(short).toMatchObject(whole);
				// A margin beyond what is weighed is large either way, and a claim is never quite certain.
				expect(Math.min(short.marginBits, NOTHING_FROM)).toBe(marginBits);
				expect(Math.abs(short.aloneMillionths - aloneMillionths)).toBeLessThanOrEqual(1);
			}),
		);
	});

	it('names the next best partner and how far behind it is', () => {
		const { runnerUp, marginBits, pairMillionths } = sure(
			[
				[0, 0, 12_000],
				[0, 1, 9_000],
			],
			APART,
		);
		expect(runnerUp).toEqual({ left: 0, right: 1, bitsBehind: 3_000 });
		expect(marginBits).toBe(3_000);
		expect(pairMillionths).toBeCloseTo(1e6 / (1 + 1 / 8 + 1 / 4_096), -2);
	});

	it('names the other taker of the receipt', () => {
		const { runnerUp } = sure(
			[
				[0, 0, 12_000],
				[1, 0, 7_500],
			],
			APART,
		);
		expect(runnerUp).toEqual({ left: 1, right: 0, bitsBehind: 4_500 });
	});

	it('knows that two equal pairs may have changed partners', () => {
		const swapped: readonly Pair[] = [
			[0, 0, 12_000],
			[0, 1, 12_000],
			[1, 0, 12_000],
			[1, 1, 12_000],
		];
		expect(sure(swapped, APART).pairMillionths).toBeGreaterThan(490_000);
		expect(sure(swapped, APART).pairMillionths).toBeLessThan(510_000);
		expect(sure(swapped, APART).booksMillionths).toBeLessThan(510_000);
		expect(sure(swapped, ALIKE).pairMillionths).toBeLessThan(510_000);
		expect(sure(swapped, ALIKE).booksMillionths).toBeGreaterThan(999_000);
		expect(sure(swapped, TWINS).pairMillionths).toBeGreaterThan(999_000);
		expect(sure(swapped, TWINS).marginBits).toBeGreaterThan(9_000);
	});

	it('knows that one of a few has the receipt for certain', () => {
		const { pairMillionths, aloneMillionths } = sure(
			[
				[0, 0, 12_000],
				[0, 1, 12_000],
			],
			APART,
		);
		expect(pairMillionths).toBeGreaterThan(499_000);
		expect(pairMillionths).toBeLessThan(501_000);
		expect(aloneMillionths).toBeLessThan(1_000);
	});
});

function sure(pairs: readonly Pair[], same: Sameness) {
	const edges = edgesOf(pairs);
	const assignment = assign(edges, 3, 3);
	return certaintyOf(assignment.edgeOfLeft[0] ?? -1, { edges, assignment, same });
}

function edgesOf(pairs: readonly Pair[]): Edges {
	const list = edgeList(3, 3);
	for (const [l, r, bits] of pairs) list.add(l, r, bits);
	return list.done();
}

/** Every way to pair the rows with its odds: how often this pair is in it, and how often its likelier half has no partner. */
function byTrying(pairs: readonly Pair[], [left, right]: readonly [number, number]): { readonly pair: number; readonly alone: number } {
	let all = 0;
	let within = 0;
	let leftAlone = 0;
	let rightAlone = 0;
	const visit = (rest: readonly Pair[], taken: readonly Pair[], odds: number): void => {
		const [first, ...others] = rest;
		if (!first) {
			all += odds;
			if (taken.some(([l, r]) => l === left && r === right)) within += odds;
			if (!taken.some(([l]) => l === left)) leftAlone += odds;
			if (!taken.some(([, r]) => r === right)) rightAlone += odds;
			return;
		}
		visit(others, taken, odds);
		if (!taken.some(([l, r]) => l === first[0] || r === first[1])) visit(others, [...taken, first], odds * 2 ** (first[2] / 1_000));
	};
	visit(pairs, [], 1);
	return { pair: within / all, alone: Math.min(leftAlone, rightAlone) / all };
}
