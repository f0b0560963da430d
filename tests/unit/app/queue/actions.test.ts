import { describe, expect, test } from 'vitest';
import { actionOfKey, numberedActions } from '../../../../src/app/screens/queue/actions-of.ts';
import { COLLECTABLE } from '../../../../src/domain/discrepancies/collectable.ts';
import { asEntryId } from '../../../../src/domain/ids.ts';
import { DISCREPANCY_KINDS } from '../../../../src/domain/matching/kinds.ts';
import { discrepancy, sale } from '../../../support/builders.ts';
import { receipt } from '../../../support/ledger-fixture.ts';

const both = { sales: [sale('s1')], receipts: [receipt('r1')] };

describe('what can be decided', () => {
	test.each(DISCREPANCY_KINDS)('%s has a way out that fits on the keys', (kind) => {
		const actions = numberedActions({ discrepancy: discrepancy(kind, {}), ...both });
		expect(actions.length).toBeGreaterThan(0);
		expect(actions.length).toBeLessThanOrEqual(6);
		expect(new Set(actions).size).toBe(actions.length);
	});

	test.each(DISCREPANCY_KINDS)('%s offers to collect again only where no money came in', (kind) => {
		expect(numberedActions({ discrepancy: discrepancy(kind, {}), ...both }).includes('collect')).toBe(COLLECTABLE.has(kind));
	});

	test('a receipt that nobody logged is entered first of all', () => {
		expect(numberedActions({ discrepancy: discrepancy('missing_in_ledger', {}), sales: [], receipts: [receipt('r1')] })[0]).toBe('enter');
	});

	test('the tender is changed only where the receipt names another one', () => {
		const gap = discrepancy('tender_mismatch', {});
		expect(numberedActions({ discrepancy: gap, sales: [sale('s1')], receipts: [receipt('r1', { tender: 'alipay' })] })[0]).toBe('retender');
		expect(numberedActions({ discrepancy: gap, sales: [sale('s1')], receipts: [receipt('r1', { tender: null })] })).not.toContain('retender');
	});

	test('a sale is undone here only where it still stands', () => {
		const gap = discrepancy('status_mismatch', {});
		expect(numberedActions({ discrepancy: gap, ...both })[0]).toBe('undoSale');
		expect(numberedActions({ discrepancy: gap, sales: [sale('s1', { reversedBy: asEntryId('e9') })], receipts: both.receipts })).not.toContain('undoSale');
	});

	test('a half that is not there cannot be split off', () => {
		expect(numberedActions({ discrepancy: discrepancy('offline_declined', {}), sales: [sale('s1')], receipts: [] })).not.toContain('different');
	});
});

describe('keys', () => {
	const numbered = ['enter', 'same', 'escalate'] as const;
	test('number keys follow the order on the screen; A asks, H puts off', () => {
		expect(['1', '2', '3'].map((key) => actionOfKey(key, numbered))).toEqual(['enter', 'same', 'escalate']);
		expect([actionOfKey('a', numbered), actionOfKey('H', numbered)]).toEqual(['ask', 'later']);
	});
	test('a key without an action does nothing', () => {
		expect(['4', '0', 'Enter', 'b', '11'].map((key) => actionOfKey(key, numbered))).toEqual([null, null, null, null, null]);
	});
});
