import { describe, expect, test } from 'vitest';
import { CASE_STATES, type CaseState } from '../../src/domain/cases/case.ts';
import { deadlineFor, urgencyOf, usualParty } from '../../src/domain/cases/deadlines.ts';
import { canMove, isEnded, movesFrom } from '../../src/domain/cases/transitions.ts';
import { asEntryId } from '../../src/domain/ids.ts';
import type { Tender } from '../../src/domain/ledger/tender.ts';
import { DISCREPANCY_KINDS, type DiscrepancyKind } from '../../src/domain/matching/kinds.ts';
import { profileOf } from '../../src/domain/receipts/source-profiles/lookup.ts';
import { DAY_MS, HOUR_MS } from '../../src/domain/time.ts';
import { NOON } from '../support/ledger-fixture.ts';

/** Every state with all that may follow it; whatever is not named may not follow. */
const MOVES: Readonly<Record<CaseState, string>> = {
	detected: 'verifying classified collecting_materials ready submitted written_off withdrawn',
	verifying: 'classified collecting_materials ready submitted written_off withdrawn',
	classified: 'collecting_materials ready submitted written_off withdrawn',
	collecting_materials: 'ready submitted written_off withdrawn',
	ready: 'submitted written_off withdrawn',
	submitted: 'under_review info_requested approved partially_approved rejected written_off withdrawn',
	under_review: 'info_requested approved partially_approved rejected written_off withdrawn',
	info_requested: 'under_review submitted approved partially_approved rejected written_off withdrawn',
	approved: 'funds_expected funds_confirmed written_off withdrawn',
	partially_approved: 'funds_expected funds_confirmed submitted written_off withdrawn',
	rejected: 'submitted watching closed written_off withdrawn',
	funds_expected: 'funds_confirmed under_review written_off withdrawn',
	funds_confirmed: 'watching closed',
	watching: 'closed reopened',
	closed: 'reopened',
	written_off: 'reopened',
	withdrawn: 'reopened',
	reopened: 'verifying collecting_materials ready submitted watching closed written_off withdrawn',
};

describe('the way of a case', () => {
	test.each(CASE_STATES)('from %s', (from) => {
		expect(CASE_STATES.filter((to) => canMove(from, to)).sort()).toEqual(MOVES[from].split(' ').sort());
		expect([...movesFrom(from)].sort()).toEqual(MOVES[from].split(' ').sort());
	});

	test('every state can be reached from the first, and the end from every state', () => {
		const reach = (from: CaseState) => {
			const seen = new Set<CaseState>([from]);
			for (const state of seen) for (const next of movesFrom(state)) seen.add(next);
			return seen;
		};
		expect([...reach('detected')].sort()).toEqual([...CASE_STATES].sort());
		for (const state of CASE_STATES) expect(reach(state).has('closed')).toBe(true);
	});

	test('only what is closed, written off or withdrawn has ended', () => {
		expect(CASE_STATES.filter(isEnded)).toEqual(['closed', 'written_off', 'withdrawn']);
	});
});

/** A word of the shop, set two days after the payment, that always held. */
const OWN_LIMIT = {
	...{ id: asEntryId('own'), seq: 1, at: NOON + 2 * DAY_MS, offset: 480, actor: 'Li', profile: 'clover', from: '1970-01-01', undoneBy: null },
};

describe('the limit that comes first', () => {
	test.each([
		['missing_at_terminal', 'card', 0, 'forward_stored', 1],
		['missing_at_terminal', 'card', 1, 'claim', 60],
		['missing_at_terminal', 'card', 60, 'inquiry', 180],
		['missing_at_terminal', 'card', 400, 'inquiry', 180],
		['missing_at_provider', 'card', 0, 'forward_stored', 1],
		['missing_at_provider', 'unionpay_qr', 0, 'claim', 60],
		['missing_at_provider', 'wechat', 0, 'inquiry', 90],
		['amount_short', 'alipay', 0, 'inquiry', 90],
		['amount_over', 'wechat', 0, 'refund', 365],
		['duplicate_charge', 'card', 1, 'refund', 330],
		['refund_missing', 'alipay', 0, 'refund', 365],
		['offline_declined', 'card', 0, 'forward_stored', 1],
		['chargeback', 'other', 0, 'dispute_reply', 20],
		['chargeback', null, 0, 'dispute_reply', 20],
		['missing_at_bank', 'card', 0, 'payout_repair', 7],
	] as const)('%s by %s after %i days: %s at %i days', (kind, tender, passed, code, days) => {
		expect(deadlineFor({ kind, tender, at: NOON }, NOON + passed * DAY_MS)).toMatchObject({ at: NOON + days * DAY_MS, rule: { code, days } });
	});

	test.each([
		['missing_in_ledger', 'card'],
		['tender_mismatch', 'wechat'],
		['cash_short', 'cash'],
		['missing_at_terminal', null],
		['amount_short', 'other'],
	] as const satisfies readonly (readonly [DiscrepancyKind, Tender | null])[])('%s by %s has none that is known', (kind, tender) => {
		expect(deadlineFor({ kind, tender, at: NOON }, NOON)).toBeNull();
	});

	test.each([
		['duplicate_charge', 'card', '2026-11-20T12:00', '2026-11-20T23:00'],
		['amount_over', 'card', '2026-11-20T23:10', '2026-11-21T23:00'],
		['duplicate_charge', 'alipay', '2026-11-20T23:10', '2026-11-21T00:00'],
	] as const)("%s by %s at %s can be voided until the provider's day ends, at %s", (kind, tender, paid, end) => {
		const at = Date.parse(`${paid}:00+08:00`);
		expect(deadlineFor({ kind, tender, at }, at)).toMatchObject({ at: Date.parse(`${end}:00+08:00`), rule: { code: 'void', days: 0 } });
		expect(deadlineFor({ kind, tender, at }, Date.parse(`${end}:00+08:00`))?.rule.code).toBe('refund');
	});

	test("is the one of the source that is asked, and the shop's own where it knows better", () => {
		const subject = { kind: 'missing_at_terminal', tender: 'card', at: NOON } as const;
		const clover = { profile: profileOf('clover'), edits: [] };
		expect(deadlineFor(subject, NOON, clover)).toMatchObject({ at: NOON + 7 * DAY_MS, rule: { code: 'forward_stored', by: 'shipped', asOf: '2026-11' } });
		expect(deadlineFor(subject, NOON + 8 * DAY_MS, clover)?.rule.code).toBe('forward_stored');
		const own = { ...OWN_LIMIT, field: 'forwardDays' as const, value: 3 };
		expect(deadlineFor(subject, NOON, { profile: profileOf('clover'), edits: [own] })).toMatchObject({
			at: NOON + 3 * DAY_MS,
			rule: { code: 'forward_stored', days: 3, by: 'shop', asOf: '2026-11-22' },
		});
		expect(deadlineFor(subject, NOON, { profile: profileOf('clover'), edits: [{ ...own, from: '2026-11-21' }] })?.rule.days).toBe(7);
	});

	test('is warned of at a half and at four fifths of the time', () => {
		const deadline = NOON + 10 * HOUR_MS;
		const urgency = (hours: number) => urgencyOf(NOON, deadline, NOON + hours * HOUR_MS);
		expect([0, 4.9, 5, 7.9, 8, 9.9, 10, 11].map(urgency)).toEqual(['calm', 'calm', 'half', 'half', 'near', 'near', 'past', 'past']);
		expect(urgencyOf(NOON, NOON, NOON)).toBe('past');
	});

	test('only payouts that never came are asked of the bank first', () => {
		expect(DISCREPANCY_KINDS.filter((kind) => usualParty(kind) === 'bank')).toEqual(['missing_at_bank']);
	});
});
