import { expect, test } from 'vitest';
import { asEntryId, asReceiptId } from '../../../src/domain/ids.ts';
import type { Leg } from '../../../src/domain/receipts/receipt.ts';
import { type LegFacts, legsOf } from '../../../src/storage/queries/ledger/ledger-legs.ts';

const sale = { id: asEntryId('s'), tender: 'card', state: 'paid_confirmed', reversedBy: null } as const;
const provider = { id: asReceiptId('r'), leg: 'provider' } as const;
const nothing: LegFacts = { sale, receipts: [], discrepancies: [], dueAt: null, known: new Set() };
const states = (facts: LegFacts) => Object.fromEntries(legsOf(facts).map(({ leg, state }) => [leg, state]));
const known = new Set<Leg>(['provider']);

test('a matched sale is present where its receipt is, and other sources are not expected', () => {
	expect(states({ ...nothing, receipts: [provider], known })).toEqual({
		ledger: 'present',
		terminal: 'not_applicable',
		provider: 'present',
		bank: 'not_applicable',
	});
});

test('a sale whose bill is not due waits for it until then', () => {
	expect(legsOf({ ...nothing, dueAt: 99, known })).toContainEqual({ leg: 'provider', state: 'not_due', dueAt: 99 });
});

test('a sale that its bill does not have is missing there and nowhere else', () => {
	const discrepancies = [{ kind: 'missing_at_provider', state: 'open', receipts: [] }] as const;
	expect(states({ ...nothing, discrepancies, known })).toMatchObject({ terminal: 'not_applicable', provider: 'due_missing' });
});

test('a receipt of another amount is a conflict until somebody settles it', () => {
	const gap = { kind: 'amount_short', state: 'open', receipts: ['r'] } as const;
	expect(states({ ...nothing, receipts: [provider], discrepancies: [gap], known }).provider).toBe('conflict');
	expect(states({ ...nothing, receipts: [provider], discrepancies: [{ ...gap, state: 'explained' }], known }).provider).toBe('present');
});

test('cash, undone and unpaid sales expect no other half', () => {
	for (const change of [{ tender: 'cash' }, { reversedBy: asEntryId('u') }, { state: 'failed' }] as const) {
		expect(states({ ...nothing, sale: { ...sale, ...change }, known }).provider).toBe('not_applicable');
	}
});

test('before the first bill of all, the provider is expected to send one', () => {
	expect(states(nothing)).toMatchObject({ provider: 'not_due', terminal: 'not_applicable' });
});
