import { describe, expect, test } from 'vitest';
import { COLLECTABLE } from '../../src/domain/discrepancies/collectable.ts';
import { byPriority, priorityOf } from '../../src/domain/discrepancies/priority.ts';
import { REMEDY_CODES, remediesFor } from '../../src/domain/discrepancies/remedies.ts';
import { riskOf } from '../../src/domain/discrepancies/risk.ts';
import { countsAsAtRisk, sideOf } from '../../src/domain/discrepancies/sides.ts';
import { DISCREPANCY_KINDS, type DiscrepancyKind } from '../../src/domain/matching/kinds.ts';
import { HYPOTHESIS_CODES, type HypothesisCode } from '../../src/domain/matching/outcome.ts';
import { DAY_MS } from '../../src/domain/time.ts';
import { discrepancy } from '../support/builders.ts';
import { NOON } from '../support/ledger-fixture.ts';

const remediesOf = (kind: DiscrepancyKind, cause?: HypothesisCode) => remediesFor({ kind, hypotheses: cause ? [{ code: cause, weight: 900 }] : [] });
const PLAIN = { reversed: false, refund: false };

/** kind → who may lose, on which side it weighs. */
const KINDS: Readonly<Record<DiscrepancyKind, readonly ['loss' | 'owed' | 'none', 'short' | 'over']>> = {
	missing_at_terminal: ['loss', 'short'],
	missing_at_provider: ['loss', 'short'],
	missing_at_bank: ['loss', 'short'],
	missing_in_ledger: ['none', 'over'],
	amount_short: ['loss', 'short'],
	amount_over: ['owed', 'over'],
	duplicate_charge: ['owed', 'over'],
	tender_mismatch: ['none', 'short'],
	status_mismatch: ['loss', 'short'],
	refund_missing: ['owed', 'over'],
	offline_declined: ['loss', 'short'],
	chargeback: ['loss', 'short'],
	batch_unsettled: ['loss', 'short'],
	payout_short: ['loss', 'short'],
	payout_over: ['owed', 'over'],
	fee_mismatch: ['loss', 'short'],
	cash_short: ['loss', 'short'],
	cash_over: ['none', 'over'],
};

describe('each kind of discrepancy', () => {
	test.each(DISCREPANCY_KINDS)('%s', (kind) => {
		expect([riskOf(kind, false), sideOf(kind, PLAIN)]).toEqual(KINDS[kind]);
	});

	test('an undone sale whose payment stands is owed; a refund that nobody logged may be lost', () => {
		expect([riskOf('status_mismatch', true), sideOf('status_mismatch', { ...PLAIN, reversed: true })]).toEqual(['owed', 'over']);
		expect([riskOf('missing_in_ledger', false, true), sideOf('missing_in_ledger', { ...PLAIN, refund: true })]).toEqual(['loss', 'short']);
	});

	test('only a wrong tender is no money at risk', () => {
		expect(DISCREPANCY_KINDS.filter((kind) => !countsAsAtRisk(kind))).toEqual(['tender_mismatch']);
	});
});

describe('what to do', () => {
	test.each(DISCREPANCY_KINDS)('%s has something to do, each thing once', (kind) => {
		const codes = remediesOf(kind).map(({ code }) => code);
		expect(codes.length).toBeGreaterThan(0);
		expect(new Set(codes).size).toBe(codes.length);
	});

	test('no remedy is without a use', () => {
		const used = new Set(DISCREPANCY_KINDS.flatMap((kind) => remediesOf(kind).map(({ code }) => code)));
		expect(REMEDY_CODES.filter((code) => !used.has(code))).toEqual([]);
	});

	test('the result is queried before anybody pays again, and giving up comes last', () => {
		for (const kind of DISCREPANCY_KINDS) {
			const codes = remediesOf(kind).map(({ code }) => code);
			if (codes.includes('collect_again') && kind !== 'offline_declined') expect(codes.indexOf('query_result')).toBeLessThan(codes.indexOf('collect_again'));
			if (codes.includes('write_off')) expect(codes.at(-1)).toBe('write_off');
		}
	});

	test('collecting again is offered only where it is allowed', () => {
		for (const kind of DISCREPANCY_KINDS) if (remediesOf(kind).some(({ code }) => code === 'collect_again')) expect(COLLECTABLE.has(kind)).toBe(true);
	});

	test('no possible cause moves another payment forward, or loses a remedy', () => {
		for (const kind of DISCREPANCY_KINDS) {
			const usual = remediesOf(kind).map(({ code }) => code);
			for (const code of HYPOTHESIS_CODES) {
				const codes = remediesOf(kind, code).map((remedy) => remedy.code);
				expect([...codes].sort()).toEqual([...usual].sort());
				if (usual.includes('collect_again')) expect(codes.indexOf('collect_again')).toBeGreaterThanOrEqual(usual.indexOf('collect_again'));
				if (usual.includes('query_result')) expect(codes[0]).toBe(usual[0] === 'query_result' ? 'query_result' : codes[0]);
			}
		}
	});

	test.each([
		['missing_at_terminal', 'terminal_offline_not_uploaded', 'query_result forward_stored'],
		['missing_at_terminal', 'walked_out', 'query_result ask_customer forward_stored'],
		['missing_in_ledger', 'cashier_forgot', 'enter same_payment'],
		['missing_in_ledger', 'refund_not_logged', 'enter same_payment'],
		['tender_mismatch', 'wrong_key', 'change_tender explain'],
		['duplicate_charge', 'charged_twice', 'query_result refund_duplicate escalate'],
		['amount_short', 'reader_fault', 'query_result check_device same_payment'],
		['amount_short', 'wrong_key', 'query_result same_payment explain'],
	] as const)('%s, perhaps because of %s: %s', (kind, code, begins) => {
		expect(
			remediesOf(kind, code)
				.map((remedy) => remedy.code)
				.join(' '),
		).toMatch(new RegExp(`^${begins}( |$)`));
	});
});

describe("the queue's order", () => {
	const gap = (id: string, amountMinor: number, ageDays: number, kind: DiscrepancyKind = 'missing_at_terminal') =>
		discrepancy(kind, { sales: [id] }, { amountMinor, at: NOON - ageDays * DAY_MS });
	const order = (...gaps: ReturnType<typeof gap>[]) => [...gaps].sort(byPriority(NOON)).map(({ sales }) => sales[0]);

	test('puts more money first, and of equal money the older', () => {
		expect(order(gap('small', 1000, 0), gap('large', 9000, 0), gap('old', 1000, 2))).toEqual(['large', 'old', 'small']);
	});

	test('lets an old trifle never hide a fresh loss', () => {
		expect(order(gap('trifle', 100, 3_000), gap('loss', 5000, 0))).toEqual(['loss', 'trifle']);
	});

	test('puts what is only in the books behind money of the same size', () => {
		expect(order(gap('books', 2850, 0, 'tender_mismatch'), gap('money', 2850, 0))).toEqual(['money', 'books']);
	});

	test('never jumps between two looks, whatever order it is given', () => {
		const same = [gap('a', 1000, 0), gap('b', 1000, 0), gap('c', 1000, 0)];
		expect(order(...same)).toEqual(order(...[...same].reverse()));
	});

	test('a clock that runs behind makes nothing negative', () => {
		expect(priorityOf(gap('future', 1000, -5), NOON)).toBeGreaterThan(0);
	});
});
