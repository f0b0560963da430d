import { describe, expect, test } from 'vitest';
import type { Discrepancy } from '../../../src/domain/discrepancies/discrepancy.ts';
import { asDiscrepancyId, asEntryId } from '../../../src/domain/ids.ts';
import { NO_KEYS, type Sale } from '../../../src/domain/ledger/sale.ts';
import type { Awaiting, Match } from '../../../src/domain/matching/outcome.ts';
import { standingFacts, standingOfSale } from '../../../src/storage/queries/ledger/ledger-list.ts';

const sale: Sale = {
	id: asEntryId('s'),
	seq: 1,
	number: 1,
	at: 0,
	offset: 480,
	day: '2026-11-20',
	kind: 'sale',
	amountMinor: 1000,
	tipMinor: null,
	currency: 'CNY',
	tender: 'card',
	terminalId: null,
	cashier: '',
	state: 'paid_confirmed',
	keys: NO_KEYS,
	paperSlipNo: null,
	note: null,
	refundOf: null,
	outageId: null,
	reversedBy: null,
	enteredLater: false,
	clockSuspect: false,
};
const match: Match = {
	sales: ['s'],
	receipts: ['r'],
	band: 'auto',
	probabilityMillionths: 999_000,
	differenceMinor: 0,
	evidence: [],
	runnerUp: null,
	confirmed: false,
};
const gap: Discrepancy = {
	id: asDiscrepancyId('d'),
	kind: 'amount_short',
	day: '2026-11-20',
	at: 0,
	sales: ['s'],
	receipts: ['r'],
	count: 1,
	amountMinor: 500,
	currency: 'CNY',
	risk: 'loss',
	hypotheses: [],
	cluster: null,
	state: 'open',
	snoozedUntil: null,
	assignee: null,
	caseId: null,
	decision: null,
};
const awaiting: Awaiting = { sale: 's', dueAt: 7, offset: 480 };

type Facts = { readonly matches?: readonly Match[]; readonly waits?: readonly Awaiting[]; readonly gaps?: readonly Discrepancy[] };
const standing = (change: Partial<Sale>, { matches = [], waits = [], gaps = [] }: Facts = {}) =>
	standingOfSale({ ...sale, ...change }, standingFacts(matches, waits, gaps));

describe('what has come of a sale', () => {
	test('a certain or confirmed match is matched, a suggested one is likely, a proposal for review is nothing yet', () => {
		expect(standing({}, { matches: [match] })).toEqual({ kind: 'matched', sales: 1 });
		expect(standing({}, { matches: [{ ...match, band: 'suggested', confirmed: true }] })).toEqual({ kind: 'matched', sales: 1 });
		expect(standing({}, { matches: [{ ...match, band: 'suggested' }] })).toEqual({ kind: 'likely', sales: 1 });
		expect(standing({}, { matches: [{ ...match, band: 'review' }] })).toEqual({ kind: 'unjudged' });
	});

	test('a gap stands above the match that shows it, until it cleared itself', () => {
		expect(standing({}, { matches: [match], gaps: [gap] })).toEqual({ kind: 'gap', gap: 'amount_short', work: 'open' });
		expect(standing({}, { matches: [match], gaps: [{ ...gap, state: 'cleared' }] })).toEqual({ kind: 'matched', sales: 1 });
	});

	test('of several gaps the one that waits for a person is shown', () => {
		const settled: Discrepancy = { ...gap, id: asDiscrepancyId('e'), kind: 'tender_mismatch', state: 'explained' };
		expect(standing({}, { gaps: [settled, gap] })).toMatchObject({ gap: 'amount_short' });
		expect(standing({}, { gaps: [gap, settled] })).toMatchObject({ gap: 'amount_short' });
	});

	test('an undone sale is undone, unless the other side still has it and somebody must look', () => {
		const undone = { reversedBy: asEntryId('u') };
		expect(standing(undone)).toEqual({ kind: 'undone' });
		expect(standing(undone, { gaps: [{ ...gap, kind: 'status_mismatch' }] })).toMatchObject({ kind: 'gap', gap: 'status_mismatch' });
		expect(standing(undone, { gaps: [{ ...gap, kind: 'status_mismatch', state: 'explained' }] })).toEqual({ kind: 'undone' });
	});

	test('cash needs no other half, what was not paid has none, the rest waits until its bill is due', () => {
		expect(standing({ tender: 'cash' })).toEqual({ kind: 'whole' });
		expect(standing({ state: 'failed' })).toEqual({ kind: 'not_paid' });
		expect(standing({}, { waits: [awaiting] })).toEqual({ kind: 'awaiting', dueAt: 7, offset: 480 });
		expect(standing({})).toEqual({ kind: 'unjudged' });
	});
});
