import { describe, expect, test } from 'vitest';
import { effectOf, outstanding } from '../../../../src/app/screens/import/import-effect.ts';
import type { ComparisonSnapshot } from '../../../../src/storage/queries/import-preview.ts';
import { discrepancy } from '../../../support/builders.ts';

const snapshot = (open: readonly string[], matched: readonly string[] = [], awaiting = 0): ComparisonSnapshot => ({
	open,
	matchedSales: new Set(matched),
	awaiting,
});

describe('what an import changed', () => {
	test('what came, and what cleared itself', () => {
		const effect = effectOf(snapshot(['late']), snapshot(['small', 'large']));
		expect(effect.found).toEqual(['small', 'large']);
		expect(effect.cleared).toEqual(['late']);
	});

	test('what stays open is neither new nor cleared', () => {
		expect(effectOf(snapshot(['late']), snapshot(['late']))).toMatchObject({ found: [], cleared: [] });
	});

	test('counts only sales that were not matched before', () => {
		expect(effectOf(snapshot([], ['s1']), snapshot([], ['s1', 's2', 's3'], 4))).toMatchObject({ newlyMatched: 2, awaiting: 4 });
	});
});

describe('what stands out among many', () => {
	const of = (amountMinor: number, kind: 'missing_in_ledger' | 'amount_short' = 'missing_in_ledger') =>
		discrepancy(kind, { receipts: [`r${amountMinor}`] }, { amountMinor });

	test('the largest, in order, and the kind of most', () => {
		const all = outstanding(2);
		for (const one of [of(500), of(9_000, 'amount_short'), of(700), of(600)]) all.add(one);
		expect(all.get().largest.map((one) => one.amountMinor)).toEqual([9_000, 700]);
		expect(all.get().kind).toBe('missing_in_ledger');
	});

	test('nothing, where there is nothing', () => {
		expect(outstanding(2).get()).toEqual({ largest: [], kind: null });
	});
});
