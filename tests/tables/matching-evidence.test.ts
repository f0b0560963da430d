import { describe, expect, it } from 'vitest';
import type { Evidence, Outcome } from '../../src/domain/matching/outcome.ts';
import type { ReconcileInput } from '../../src/domain/matching/rows.ts';
import { at, billed, compareRows, covering, receipt, sale } from '../support/matching-rows.ts';

const evidenceOf = (outcome: Outcome, id = 's1'): readonly Evidence[] => outcome.matches.find((match) => match.sales.includes(id))?.evidence ?? [];
const said = (input: Partial<ReconcileInput>, field: string) => evidenceOf(compareRows(input)).filter((one) => one.field === field);
const relations = (input: Partial<ReconcileInput>) => evidenceOf(compareRows(input)).map(({ field, relation }) => `${field} ${relation}`);

describe('the evidence of a pair', () => {
	const sales = [sale('s1', '12:00', '50.00')];

	it('is told in the order in which one would say it', () => {
		const keys = { rrn: '317161000195', last4: '4455' };
		const rows = { sales: [sale('s1', '12:00', '50.00', { keys })], receipts: [receipt('r1', '12:00:00', '50.00', keys)] };
		expect(relations(rows)).toEqual(['amount equal', 'time together', 'tender equal', 'terminal equal', 'rrn equal', 'last4 equal']);
	});

	it.each([
		['after', '12:00:20', 20],
		['before', '11:59:40', 20],
		['together', '12:00:00', 0],
	])('says that the receipt is %s', (relation, time, seconds) => {
		expect(said({ sales, receipts: [receipt('r1', time, '50.00')] }, 'time')).toMatchObject([{ relation, facts: { seconds, clockSeconds: 0 } }]);
	});

	it('tells by how much the clock was corrected', () => {
		const times = ['12:00', '12:11', '12:19', '12:33', '12:41', '12:56', '13:07'];
		const rows = {
			sales: times.map((time, k) => sale(`s${k}`, time, `${30 + 7 * k}.50`)),
			receipts: times.map((time, k) => ({ ...receipt(`r${k}`, time, `${30 + 7 * k}.50`), at: at(time) + 300_000 })),
		};
		expect(said(rows, 'time')).toMatchObject([{ relation: 'together', facts: { seconds: 0, clockSeconds: 300 } }]);
	});

	it.each([
		['the sale', { tender: null, terminalId: null }, {}],
		['the receipt', {}, { tender: null, terminalId: null }],
	] as const)('says nothing of a tender and a terminal that %s does not name', (_, ofSale, ofReceipt) => {
		const rows = { sales: [sale('s1', '12:00', '50.00', ofSale)], receipts: [receipt('r1', '12:00:20', '50.00', ofReceipt)] };
		expect(relations(rows)).toEqual(['amount equal', 'time after']);
	});

	it('says which tender and terminal differ', () => {
		const receipts = [receipt('r1', '12:00:20', '50.00', { tender: 'alipay', terminalId: 'T2' })];
		expect(relations({ sales, receipts })).toEqual(['amount equal', 'time after', 'tender differs', 'terminal differs']);
	});

	it('tells a known tip and its amount, and none where there was none', () => {
		const tipped = (tipMinor: number, logged = '50.00') => ({
			sales: [sale('s1', '12:00', logged)],
			receipts: [receipt('r1', '12:00:20', '59.00', { tipMinor })],
		});
		expect(said(tipped(900), 'tip')).toEqual([{ field: 'tip', relation: 'known', milliBits: 0, facts: { tipMinor: 900 } }]);
		expect(said(tipped(900), 'amount')).toMatchObject([{ relation: 'equal' }]);
		expect(said(tipped(0, '59.00'), 'tip')).toEqual([]);
	});

	it('tells a difference', () => {
		expect(said({ sales, receipts: [receipt('r1', '12:00:10', '56.30')] }, 'amount')).toMatchObject([
			{ relation: 'tip_like', facts: { differenceMinor: 630 } },
		]);
		expect(said({ sales, receipts: [receipt('r1', '12:00:10', '50.00')] }, 'amount')[0]?.facts).toBeUndefined();
	});

	it('names who confirmed it first', () => {
		const decisions = { confirmed: [{ sales: ['s1'], receipts: ['r1'] }], rejected: [] };
		const rows = { sales, receipts: [receipt('r1', '14:00', '77.00')], decisions };
		expect(relations(rows)[0]).toBe('decision confirmed');
		expect(relations({ ...rows, decisions: { confirmed: [], rejected: [] } })[0]).not.toBe('decision confirmed');
	});

	it('names the legs that have it', () => {
		const coverage = [covering('terminal'), covering('provider')];
		const terminal = receipt('t1', '12:00:20', '50.00', { rrn: '317161000195' });
		const provider = billed('p1', '12:00:21', '50.00', { rrn: '317161000195' });
		const leg = (input: Partial<ReconcileInput>) => said({ coverage, sales, ...input }, 'leg').map(({ relation }) => relation);
		expect(leg({ receipts: [terminal, provider] })).toEqual(['both']);
		expect(leg({ receipts: [provider] })).toEqual(['provider_only']);
		expect(leg({ receipts: [provider], coverage: [covering('provider')] })).toEqual([]);
		expect(leg({ receipts: [terminal] })).toEqual([]);
	});
});

describe('the evidence of a refund', () => {
	const rows = (ref: string, originalRef: string) => ({
		sales: [sale('a', '10:00', '30.00'), sale('b', '10:30', '30.00'), sale('s1', '12:00', '30.00', { kind: 'refund', ref })],
		receipts: [
			receipt('ra', '10:00:10', '30.00', { rrn: '317161000101' }),
			receipt('rb', '10:30:10', '30.00', { rrn: '317161000102' }),
			receipt('r1', '12:00:20', '30.00', { kind: 'refund', originalRef }),
		],
	});

	it('says whether both name one sale', () => {
		expect(said(rows('a', '317161000101'), 'refund')).toEqual([{ field: 'refund', relation: 'same_original', milliBits: 8_000 }]);
		expect(said(rows('b', '317161000102'), 'refund')).toEqual([{ field: 'refund', relation: 'same_original', milliBits: 8_000 }]);
	});

	it('says nothing where one of them names none that is known', () => {
		expect(said(rows('a', 'unknown'), 'refund')).toEqual([]);
		expect(said(rows('nobody', '317161000101'), 'refund')).toEqual([]);
	});

	it('speaks against a pair of which each names another', () => {
		const { sales, receipts } = rows('a', '317161000102');
		const confirmed = [{ sales: ['s1'], receipts: ['r1'] }];
		expect(said({ sales, receipts, decisions: { confirmed, rejected: [] } }, 'refund')).toEqual([
			{ field: 'refund', relation: 'other_original', milliBits: -8_000 },
		]);
	});
});

describe('the evidence of a group', () => {
	const parts = [receipt('r1', '12:00:15', '61.37'), receipt('r2', '11:57:00', '20.13'), receipt('r3', '12:01:30', '18.50')];
	const split = { sales: [sale('s1', '12:00', '100.00')], receipts: parts };

	it('is that its parts add up, and the time of the one farthest off', () => {
		expect(said(split, 'amount')).toMatchObject([{ relation: 'parts_add_up', facts: { parts: 3 } }]);
		expect(said(split, 'time')).toMatchObject([{ relation: 'before', facts: { seconds: 180 } }]);
		const evidence = evidenceOf(compareRows(split));
		expect(evidence).toHaveLength(2);
	});

	it('is that the sales add up', () => {
		const rows = { sales: [sale('s1', '12:00', '61.37'), sale('s2', '12:00:40', '38.63')], receipts: [receipt('r1', '12:02:00', '100.00')] };
		expect(said(rows, 'amount')).toMatchObject([{ relation: 'sales_add_up', facts: { parts: 2 } }]);
		expect(said(rows, 'time')).toMatchObject([{ relation: 'after', facts: { seconds: 120 } }]);
	});

	it('tells what remains of one that a person made', () => {
		const confirmed = [{ sales: ['s1'], receipts: ['r1', 'r2'] }];
		const rows = { ...split, decisions: { confirmed, rejected: [] } };
		expect(said(rows, 'amount')).toEqual([{ field: 'amount', relation: 'differs', milliBits: 0, facts: { differenceMinor: 8_150 - 10_000 } }]);
	});
});

describe('causes', () => {
	const others = ['11:40', '11:50', '12:10', '12:25', '12:40'];
	const charged = (logged: string, amount: string, before = '24.00', change: Parameters<typeof receipt>[3] = {}) => {
		const outcome = compareRows({
			sales: [sale('s1', '12:00', logged), ...others.map((time, k) => sale(`o${k}`, time, `${20 + k}.00`)), sale('s0', '11:56', before)],
			receipts: [
				receipt('r1', '12:00:10', amount, change),
				...others.map((time, k) => receipt(`q${k}`, `${time}:10`, `${20 + k}.00`)),
				receipt('r0', '11:56:10', before),
			],
		});
		const found = outcome.discrepancies.find((one) => one.sales.includes('s1'));
		return found?.hypotheses.map(({ code, weight }) => `${code} ${weight}`);
	};

	it.each([
		['two digits swapped', '34.50', '43.50', ['digits_swapped 800', 'amount_mistyped 150', 'reader_fault 50']],
		['a point shifted', '12.00', '120.00', ['decimal_slip 850', 'amount_mistyped 150']],
		['one digit wrong', '168.00', '118.00', ['amount_mistyped 631', 'coupon_or_second_payment 315', 'reader_fault 54']],
		['one digit wrong, and more', '118.00', '168.00', ['amount_mistyped 814', 'coupon_or_second_payment 116', 'reader_fault 70']],
		['a tip', '50.00', '57.50', ['tip_added 812', 'amount_mistyped 144', 'reader_fault 43']],
	] as const)('of %s', (_, logged, amount, expected) => {
		expect(charged(logged, amount)).toEqual(expected);
	});

	it('of the amount of the payment before', () => {
		expect(charged('61.00', '77.30', '77.30')).toEqual(['amount_of_the_last 700', 'amount_mistyped 200', 'coupon_or_second_payment 100']);
	});

	it('names the percentage of a tip', () => {
		const outcome = compareRows({ sales: [sale('s1', '12:00', '50.00')], receipts: [receipt('r1', '12:00:20', '57.50')] });
		expect(outcome.discrepancies[0]?.hypotheses[0]).toEqual({ code: 'tip_added', weight: 812, facts: { percent: 15 } });
		for (const one of outcome.discrepancies[0]?.hypotheses.slice(1) ?? []) expect(one.facts).toBeUndefined();
	});

	it('of equal weight come in the order of their codes', () => {
		const outcome = compareRows({ receipts: [receipt('r1', '12:00:20', '50.00', { kind: 'chargeback' })] });
		expect(outcome.discrepancies[0]?.hypotheses.map(({ code }) => code)).toEqual(['late_posting', 'provider_lost_it']);
	});

	it('of a missing sale know its twin with a receipt, and the result that nobody saw', () => {
		const first = (input: Partial<ReconcileInput>) => compareRows(input).discrepancies[0]?.hypotheses[0]?.code;
		const twins = [sale('s1', '12:00', '50.00'), sale('s2', '12:00:30', '50.00')];
		expect(first({ sales: twins, receipts: [receipt('r1', '12:00:10', '50.00')] })).toBe('logged_twice');
		expect(first({ sales: twins })).toBe('payment_never_taken');
		expect(first({ sales: [sale('s1', '12:00', '50.00', { state: 'result_unknown' })] })).toBe('result_unknown');
	});

	it('of a payment that nobody logged know its twin, and a refund', () => {
		const first = (input: Partial<ReconcileInput>) =>
			compareRows(input).discrepancies.map(({ hypotheses }) => hypotheses.map(({ code, weight }) => `${code} ${weight}`))[0];
		expect(first({ receipts: [receipt('r1', '12:00', '50.00')] })?.[0]).toBe('cashier_forgot 645');
		const twins = [receipt('r1', '12:00', '50.00'), receipt('r2', '12:00:40', '50.00')];
		expect(first({ sales: [sale('s1', '12:00:05', '50.00')], receipts: twins })?.slice(0, 2)).toEqual(['cashier_forgot 400', 'charged_twice 350']);
		expect(first({ receipts: [receipt('r1', '12:00', '50.00', { kind: 'refund' })] })?.[0]).toBe('refund_not_logged 800');
	});
});
