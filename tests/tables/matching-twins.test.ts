import { describe, expect, it } from 'vitest';
import type { Receipt } from '../../src/domain/receipts/receipt.ts';
import { at, compareRows, gapsOf, matchesOf, placesOf, receipt, sale } from '../support/matching-rows.ts';

/** Rows that look the same: which of them is named, and in which order they are paired. */
const sold = (id: string, seconds: number, change: Parameters<typeof sale>[3] = {}) => ({
	...sale(id, '12:00', '18.00', change),
	at: at('12:00') + seconds * 1_000,
});
const paid = (id: string, seconds: number, change: Parameters<typeof receipt>[3] = {}): Receipt => ({
	...receipt(id, '12:00', '18.00', change),
	at: at('12:00') + seconds * 1_000,
});

describe('pairs of one price', () => {
	it('stand in the order of their times', () => {
		const sales = [0, 40, 80, 120].map((seconds, k) => sold(`s${k}`, seconds));
		const receipts = [118, 85, 38, 3].map((seconds, k) => paid(`r${k}`, seconds));
		expect(matchesOf(compareRows({ sales, receipts }))).toEqual(['s0 = r3', 's1 = r2', 's2 = r1', 's3 = r0']);
	});

	it('keep a typed key', () => {
		const sales = [sold('s0', 0, { keys: { last4: '4455' } }), sold('s1', 40)];
		const receipts = [paid('r0', 10, { last4: '9012' }), paid('r1', 50, { last4: '4455' })];
		expect(matchesOf(compareRows({ sales, receipts }))).toEqual(['s0 = r1', 's1 = r0']);
	});

	it('keep what a person confirmed', () => {
		const sales = [sold('s0', 0), sold('s1', 40), sold('s2', 80)];
		const receipts = [paid('r0', 5), paid('r1', 45), paid('r2', 85)];
		const confirmed = [{ sales: ['s0'], receipts: ['r2'] }];
		expect(matchesOf(compareRows({ sales, receipts, decisions: { confirmed, rejected: [] } }))).toEqual(['s0 = r2', 's1 = r0', 's2 = r1']);
	});

	it('never come back in an order that a person refused', () => {
		const sales = [sold('s0', 0), sold('s1', 30)];
		const receipts = [paid('r0', 5), paid('r1', 35)];
		const rejected = [{ sale: 's0', receipt: 'r0' }];
		expect(matchesOf(compareRows({ sales, receipts, decisions: { confirmed: [], rejected } }))).toEqual(['s0 = r1', 's1 = r0']);
	});

	it('on two terminals keep to their own', () => {
		const sales = [sold('s0', 0, { terminalId: 'T1' }), sold('s1', 20, { terminalId: 'T2' })];
		const receipts = [paid('r0', 2, { terminalId: 'T2' }), paid('r1', 30, { terminalId: 'T1' })];
		const outcome = compareRows({ sales: [...sales, sold('x', 7_200, { terminalId: 'T2' })], receipts: [...receipts, paid('y', 7_202, { terminalId: 'T2' })] });
		expect(matchesOf(outcome)).toEqual(['s0 = r1', 's1 = r0', 'x = y']);
	});
});

describe('the odd one out', () => {
	it('is not looked for among sales that were told apart by a key', () => {
		const sales = [sold('s0', 0, { keys: { last4: '4455' } }), sold('s1', 60), sold('s2', 90)];
		const receipts = [paid('r0', 5, { last4: '4455' }), paid('r1', 65, { last4: '9012' })];
		expect(gapsOf(compareRows({ sales, receipts }))).toEqual(['missing_at_terminal: s1 s2, 1, 1800']);
	});

	it('is not looked for among receipts whose sale has a key', () => {
		const sales = [sold('s0', 0, { keys: { last4: '4455' } })];
		const receipts = [paid('r0', 5, { last4: '4455' }), paid('r1', 65, { last4: '9012' })];
		expect(gapsOf(compareRows({ sales, receipts }))).toEqual(['missing_in_ledger: r1, 1, 1800']);
	});

	it('may be any of those that are paired, within two minutes', () => {
		const receipts = [paid('r0', 2)];
		expect(gapsOf(compareRows({ sales: [sold('s0', 0), sold('s1', 120)], receipts }))).toEqual(['missing_at_terminal: s0 s1, 1, 1800']);
	});

	it('is itself where it is further away, and the other fits much better', () => {
		const receipts = [paid('r0', 2)];
		expect(gapsOf(compareRows({ sales: [sold('s0', 0), sold('s1', 1_500)], receipts }))).toEqual(['missing_at_terminal: s1, 1, 1800']);
	});

	it('may be one further away where it fits the receipt as well', () => {
		// The receipt lies half-way, so that neither sale fits it better.
		expect(gapsOf(compareRows({ sales: [sold('s0', 0), sold('s1', 300)], receipts: [paid('r0', 150)] }))).toEqual(['missing_at_terminal: s0 s1, 1, 1800']);
		const receipts = [paid('r0', 0), paid('r1', 300)];
		expect(gapsOf(compareRows({ sales: [sold('s0', 150)], receipts }))).toEqual(['missing_in_ledger: r0 r1, 1, 1800']);
	});

	it('is the one that a person kept from the receipt that lies half-way', () => {
		const rejected = [{ sale: 's1', receipt: 'r0' }];
		const sales = [sold('s0', 0), sold('s1', 300)];
		expect(gapsOf(compareRows({ sales, receipts: [paid('r0', 150)], decisions: { confirmed: [], rejected } }))).toEqual(['missing_at_terminal: s1, 1, 1800']);
		const refused = [{ sale: 's0', receipt: 'r1' }];
		const receipts = [paid('r0', 0), paid('r1', 300)];
		expect(gapsOf(compareRows({ sales: [sold('s0', 150)], receipts, decisions: { confirmed: [], rejected: refused } }))).toEqual([
			'missing_in_ledger: r1, 1, 1800',
		]);
	});

	it('is none of a pair with a difference, or of one that a person made', () => {
		const sales = [sold('s0', 0), sold('s1', 30)];
		const confirmed = [{ sales: ['s0'], receipts: ['r0'] }];
		expect(gapsOf(compareRows({ sales, receipts: [paid('r0', 10)], decisions: { confirmed, rejected: [] } }))).toEqual(['missing_at_terminal: s1, 1, 1800']);
	});
});

describe('a cash sale beside others', () => {
	it('is no twin of a sale that is missing', () => {
		const sales = [sold('s0', 0), sold('s1', 30, { tender: 'cash' })];
		const outcome = compareRows({ sales });
		expect(gapsOf(outcome)).toEqual(['missing_at_terminal: s0, 1, 1800']);
		expect(placesOf(outcome).get('s1')).toBe('cash_sale');
	});
});

describe('the order of what is told', () => {
	it('is that of the first instant, then of the ids, for everything', () => {
		const cash = ['b', 'a', 'c'].map((id) => sale(id, '12:00', '9.00'.padStart(5, '1'), { tender: 'cash' }));
		const earlier = sale('z', '11:00', '10.00', { tender: 'cash' });
		expect(compareRows({ sales: [...cash, earlier] }).excluded.map(({ sale: id }) => id)).toEqual(['z', 'a', 'b', 'c']);
		const strays = ['b', 'a'].map((id) => receipt(id, '12:00', id === 'a' ? '30.00' : '20.00'));
		expect(compareRows({ receipts: strays }).discrepancies.map(({ receipts }) => receipts[0])).toEqual(['a', 'b']);
		const waiting = ['b', 'a'].map((id) => sale(id, '12:00', id === 'a' ? '30.00' : '20.00'));
		expect(compareRows({ sales: waiting, now: at('13:00') }).awaiting.map(({ sale: id }) => id)).toEqual(['a', 'b']);
	});

	it('is that of the earliest member of a match', () => {
		const sales = [sale('s1', '12:00', '50.00'), sale('s2', '12:03', '60.00')];
		const receipts = [receipt('r1', '12:04', '50.00'), receipt('r2', '11:59', '60.00')];
		expect(matchesOf(compareRows({ sales, receipts }))).toEqual(['s2 = r2', 's1 = r1']);
	});

	it('is that of the kinds where two are about the same rows', () => {
		const outcome = compareRows({ sales: [sale('s1', '12:00', '50.00')], receipts: [receipt('r1', '12:00:10', '57.50', { tender: 'alipay' })] });
		expect(outcome.discrepancies.map(({ kind }) => kind)).toEqual(['amount_over', 'tender_mismatch']);
	});

	it('is told how far the work is, from little to all', () => {
		const heard: number[] = [];
		const { sales, receipts } = { sales: [sold('s0', 0)], receipts: [paid('r0', 5)] };
		compareRows({ sales, receipts }, (done) => heard.push(done));
		expect(heard.length).toBeGreaterThan(4);
		expect(heard).toEqual([...heard].sort((a, b) => a - b));
		expect(new Set(heard).size).toBe(heard.length);
		expect(heard[0]).toBeLessThan(0.2);
		expect(heard.at(-1)).toBe(1);
	});
});
