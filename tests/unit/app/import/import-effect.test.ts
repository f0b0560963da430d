import { expect, test } from 'vitest';
import { effectOf } from '../../../../src/app/screens/import/import-effect.ts';
import type { Discrepancy } from '../../../../src/domain/discrepancies/discrepancy.ts';
import type { ComparisonSnapshot } from '../../../../src/storage/queries/import-preview.ts';
import { discrepancy } from '../../../support/builders.ts';

const snapshot = (open: readonly Discrepancy[], matched: readonly string[] = [], awaiting = 0): ComparisonSnapshot => ({
	open: new Map(open.map((one) => [one.id, one])),
	matchedSales: new Set(matched),
	awaiting,
});
const late = discrepancy('missing_at_provider', { sales: ['s1'] });
const small = discrepancy('missing_in_ledger', { receipts: ['r1'] }, { amountMinor: 500 });
const large = discrepancy('amount_short', { sales: ['s2'], receipts: ['r2'] }, { amountMinor: 9_000 });

test('what came, the largest first, and what cleared itself', () => {
	const effect = effectOf(snapshot([late]), snapshot([small, large]));
	expect(effect.found).toEqual([large, small]);
	expect(effect.cleared).toEqual([late]);
});

test('what stays open is neither new nor cleared', () => {
	expect(effectOf(snapshot([late]), snapshot([late]))).toMatchObject({ found: [], cleared: [] });
});

test('counts only sales that were not matched before', () => {
	expect(effectOf(snapshot([], ['s1']), snapshot([], ['s1', 's2', 's3'], 4))).toMatchObject({ newlyMatched: 2, awaiting: 4 });
});
