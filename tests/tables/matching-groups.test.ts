import { describe, expect, it } from 'vitest';
import type { ReconcileInput } from '../../src/domain/matching/rows.ts';
import { billed, compareRows, covering, gapsOf, matchesOf, placesOf, receipt, sale } from '../support/matching-rows.ts';

/** One sale in several payments, several sales in one payment: what counts as a group, and what does not. */
const groups = (input: Partial<ReconcileInput>) => compareRows(input).matches.filter((match) => match.sales.length + match.receipts.length > 2);
const named = (input: Partial<ReconcileInput>) => groups(input).map((match) => `${match.sales.join(' ')} = ${match.receipts.join(' ')}`);

const whole = [sale('s1', '12:00', '100.00')];
const part1 = receipt('r1', '12:00:15', '61.37');
const part2 = receipt('r2', '12:01:00', '38.63');

describe('a split payment', () => {
	it.each([
		['adds up to the cent', [part1, receipt('r2', '12:01:00', '38.62')]],
		['is of one currency', [part1, receipt('r2', '12:01:00', '38.63', { currency: 'HKD' })]],
		['has no part that failed', [part1, receipt('r2', '12:01:00', '38.63', { status: 'failed' })]],
		['has no part that was taken back', [part1, receipt('r2', '12:01:00', '38.63', { status: 'reversed' })]],
		['has no refund for a part', [part1, receipt('r2', '12:01:00', '38.63', { kind: 'refund' })]],
	] as const)('%s', (_, receipts) => {
		expect(named({ sales: whole, receipts })).toEqual([]);
	});

	it('may have a part that is still pending', () => {
		expect(named({ sales: whole, receipts: [part1, { ...part2, status: 'pending' }] })).toEqual(['s1 = r1 r2']);
	});

	it.each([
		['cash', { tender: 'cash' }],
		['not paid', { state: 'failed' }],
	] as const)('is not of a sale that was %s', (_, change) => {
		expect(named({ sales: [sale('s1', '12:00', '100.00', change)], receipts: [part1, part2] })).toEqual([]);
	});

	it('is not of a sale that was taken back', () => {
		const sales = [...whole, sale('x', '12:03', '100.00', { kind: 'reversal', ref: 's1' })];
		expect(named({ sales, receipts: [part1, part2] })).toEqual([]);
	});

	it('may leave the tip out of the sale', () => {
		const sales = [sale('s1', '12:00', '110.00', { tipMinor: 1_000 })];
		expect(named({ sales, receipts: [part1, part2] })).toEqual(['s1 = r1 r2']);
		expect(named({ sales: [sale('s1', '12:00', '110.00')], receipts: [part1, part2] })).toEqual([]);
	});

	it('holds no payment that a person refused or gave to another', () => {
		const rejected = [{ sale: 's1', receipt: 'r2' }];
		expect(named({ sales: whole, receipts: [part1, part2], decisions: { confirmed: [], rejected } })).toEqual([]);
		const sales = [...whole, sale('s2', '12:30', '77.00')];
		const confirmed = [{ sales: ['s2'], receipts: ['r2'] }];
		expect(named({ sales, receipts: [part1, part2], decisions: { confirmed, rejected: [] } })).toEqual([]);
		const own = [{ sales: ['s1'], receipts: ['r3'] }];
		const receipts = [part1, part2, receipt('r3', '12:40', '100.00')];
		expect(named({ sales: whole, receipts, decisions: { confirmed: own, rejected: [] } })).toEqual([]);
	});

	it('does not take a payment from the sale that it fits', () => {
		const sales = [...whole, sale('s2', '12:01:00', '38.63')];
		const outcome = compareRows({ sales, receipts: [part1, part2] });
		expect(matchesOf(outcome)).toContain('s2 = r2');
	});

	it('gives way to the single payment of the whole', () => {
		const outcome = compareRows({ sales: whole, receipts: [part1, part2, receipt('r3', '12:00:20', '100.00')] });
		expect(matchesOf(outcome)).toEqual(['s1 = r3']);
	});

	it('is less sure the less it gains, and never without a look', () => {
		const [near] = groups({ sales: whole, receipts: [part1, part2] });
		const [far] = groups({ sales: whole, receipts: [receipt('r1', '12:06:30', '61.37'), receipt('r2', '12:06:50', '38.63')] });
		expect(near?.band).toBe('suggested');
		expect(near?.probabilityMillionths).toBeGreaterThan(990_000);
		expect(near?.probabilityMillionths).toBeLessThan(1_000_000);
		expect(far?.probabilityMillionths ?? 0).toBeLessThan(near?.probabilityMillionths ?? 0);
		expect(near?.runnerUp).toBeNull();
	});

	it('is doubtful where other parts add up as well', () => {
		const receipts = [part1, part2, receipt('r3', '12:01:05', '38.63')];
		const [found, ...more] = groups({ sales: whole, receipts });
		expect(more).toEqual([]);
		expect(found?.receipts).toContain('r1');
		expect(found?.probabilityMillionths).toBeGreaterThan(400_000);
		expect(found?.probabilityMillionths).toBeLessThan(600_000);
	});

	it('has its parts in the order of time, then of their names', () => {
		const before = [receipt('r2', '11:59:50', '38.63'), receipt('r1', '11:59:50', '61.37')];
		expect(named({ sales: whole, receipts: before })).toEqual(['s1 = r1 r2']);
		expect(named({ sales: whole, receipts: [receipt('r2', '11:59:40', '38.63'), receipt('r1', '11:59:50', '61.37')] })).toEqual(['s1 = r2 r1']);
	});

	it('of three parts is found among four', () => {
		const receipts = [
			receipt('r1', '12:00:15', '20.11'),
			receipt('r2', '12:00:40', '31.00'),
			receipt('r3', '12:01:00', '30.22'),
			receipt('r4', '12:01:30', '49.67'),
		];
		expect(named({ sales: whole, receipts })).toEqual(['s1 = r1 r3 r4']);
	});

	it('is of three parts at most', () => {
		const receipts = [
			receipt('r1', '12:00:15', '20.11'),
			receipt('r2', '12:00:40', '31.03'),
			receipt('r3', '12:01:00', '30.22'),
			receipt('r4', '12:01:30', '18.64'),
		];
		expect(named({ sales: whole, receipts })).toEqual([]);
	});

	it('prefers what tenders, terminals and keys say', () => {
		const sales = [sale('s1', '12:00', '100.00', { tender: 'card', keys: { last4: '4455' } })];
		const card = { tender: 'card' } as const;
		const receipts = [
			receipt('r1', '12:00:15', '61.37', card),
			receipt('r2', '12:01:00', '38.63', { ...card, last4: '9012' }),
			receipt('r3', '12:01:02', '38.63', { ...card, last4: '4455' }),
		];
		expect(named({ sales, receipts })).toEqual(['s1 = r1 r3']);
		const unkeyed = [sale('s1', '12:00', '100.00', { tender: 'card' })];
		const tenders = [receipt('r1', '12:00:15', '61.37', card), receipt('r2', '12:01:00', '38.63'), receipt('r3', '12:01:02', '38.63', card)];
		expect(named({ sales: unkeyed, receipts: tenders })).toEqual(['s1 = r1 r3']);
		const terminals = [part1, receipt('r2', '12:01:00', '38.63', { terminalId: 'T2' }), receipt('r3', '12:01:02', '38.63')];
		expect(named({ sales: whole, receipts: terminals })).toEqual(['s1 = r1 r3']);
	});

	it('is taken for another tender only where the logged one is not among them', () => {
		const wechat = receipt('r1', '12:00:15', '61.37');
		const [alipay, card] = [receipt('r2', '12:01:00', '38.63', { tender: 'alipay' }), receipt('r1', '12:00:15', '61.37', { tender: 'card' })];
		expect(gapsOf(compareRows({ sales: whole, receipts: [wechat, alipay] }))).toEqual([]);
		expect(gapsOf(compareRows({ sales: whole, receipts: [card, alipay] }))).toEqual(['tender_mismatch: s1 r1 r2, 1, 10000']);
	});
});

describe('sales paid at once', () => {
	const sales = [sale('s1', '12:00', '61.37'), sale('s2', '12:00:30', '38.63')];
	const paid = receipt('r1', '12:01:00', '100.00');

	it.each([
		['add up to the cent', sales, receipt('r1', '12:01:00', '100.01')],
		['are of one currency', [sales[0], sale('s2', '12:00:30', '38.63', { currency: 'HKD' })], paid],
		['are not paid in cash', [sales[0], sale('s2', '12:00:30', '38.63', { tender: 'cash' })], paid],
		['are no refunds', [sales[0], sale('s2', '12:00:30', '38.63', { kind: 'refund' })], paid],
		['are within seven minutes', [sale('s1', '11:53:59', '61.37'), sales[1]], paid],
		['are not paid by what failed', sales, receipt('r1', '12:01:00', '100.00', { status: 'failed' })],
		['are not paid by what was taken back', sales, receipt('r1', '12:01:00', '100.00', { status: 'reversed' })],
	] as const)('%s', (_, rows, receipt1) => {
		expect(named({ sales: rows.flatMap((row) => row ?? []), receipts: [receipt1] })).toEqual([]);
	});

	it('are found within seven minutes, and with a tip that the receipt states', () => {
		expect(named({ sales: [sale('s1', '11:54:00', '61.37'), sale('s2', '12:00:30', '38.63')], receipts: [paid] })).toEqual(['s1 s2 = r1']);
		expect(named({ sales, receipts: [receipt('r1', '12:01:00', '115.00', { tipMinor: 1_500 })] })).toEqual(['s1 s2 = r1']);
		expect(named({ sales, receipts: [receipt('r1', '12:01:00', '115.00')] })).toEqual([]);
	});

	it('hold no sale that a person refused or gave to another', () => {
		const rejected = [{ sale: 's2', receipt: 'r1' }];
		expect(named({ sales, receipts: [paid], decisions: { confirmed: [], rejected } })).toEqual([]);
		const confirmed = [{ sales: ['s2'], receipts: ['r2'] }];
		const receipts = [paid, receipt('r2', '12:20', '39.00')];
		expect(named({ sales, receipts, decisions: { confirmed, rejected: [] } })).toEqual([]);
		const whole = [...sales, sale('s3', '12:40', '100.00')];
		const given = [{ sales: ['s3'], receipts: ['r1'] }];
		expect(named({ sales: whole, receipts: [paid], decisions: { confirmed: given, rejected: [] } })).toEqual([]);
	});

	it('do not take a sale from the payment that fits it', () => {
		const outcome = compareRows({ sales, receipts: [paid, receipt('r2', '12:00:40', '38.63')] });
		expect(matchesOf(outcome)).toContain('s2 = r2');
	});

	it('may be three', () => {
		const three = [sale('s1', '12:00', '61.37'), sale('s2', '12:00:30', '18.63'), sale('s3', '12:00:50', '20.00')];
		expect(named({ sales: three, receipts: [paid] })).toEqual(['s1 s2 s3 = r1']);
	});

	it('say that another tender was logged for one of them', () => {
		const mixed = [sale('s1', '12:00', '61.37'), sale('s2', '12:00:30', '38.63', { tender: 'alipay' })];
		expect(gapsOf(compareRows({ sales: mixed, receipts: [paid] }))).toEqual(['tender_mismatch: s1 s2 r1, 1, 10000']);
	});
});

describe('groups that a person made', () => {
	const receipts = [part1, part2];

	it('count with what they lack or have too much', () => {
		const confirmed = [{ sales: ['s1'], receipts: ['r1', 'r2'] }];
		const short = compareRows({ sales: [sale('s1', '12:00', '101.00')], receipts, decisions: { confirmed, rejected: [] } });
		expect(gapsOf(short)).toEqual(['amount_short: s1 r1 r2, 1, 100']);
		const over = compareRows({ sales: [sale('s1', '12:00', '99.00')], receipts, decisions: { confirmed, rejected: [] } });
		expect(gapsOf(over)).toEqual(['amount_over: s1 r1 r2, 1, 100']);
	});

	it('of the records of one payment on both legs count it once', () => {
		const confirmed = [{ sales: ['s1'], receipts: ['t1', 'p1'] }];
		const legs = [receipt('t1', '12:00:10', '100.00'), billed('p1', '14:00:00', '100.00', { tender: 'card' })];
		const coverage = [covering('terminal'), covering('provider')];
		const outcome = compareRows({ coverage, sales: whole, receipts: legs, decisions: { confirmed, rejected: [] } });
		expect(outcome.matches).toMatchObject([{ sales: ['s1'], confirmed: true, differenceMinor: 0 }]);
		const twice = [receipt('t1', '12:00:10', '100.00'), receipt('p1', '14:00:00', '100.00')];
		expect(compareRows({ sales: whole, receipts: twice, decisions: { confirmed, rejected: [] } }).matches).toMatchObject([{ differenceMinor: 10_000 }]);
	});

	it('of two legs count those that come nearest to what was sold, all of them where they come as near', () => {
		const later = '2026-11-21T14:00:00+08:00';
		const difference = (terminal: readonly string[], provider: string) => {
			const slips = terminal.map((amount, k) => receipt(`t${k}`, `12:0${k}:10`, amount));
			const receipts = [...slips, billed('p1', later, provider)];
			const confirmed = [{ sales: ['s1'], receipts: receipts.map(({ id }) => id) }];
			const coverage = [covering('terminal'), covering('provider')];
			return compareRows({ coverage, sales: whole, receipts, decisions: { confirmed, rejected: [] } }).matches[0]?.differenceMinor;
		};
		expect(difference(['100.00'], '100.00')).toBe(0);
		expect(difference(['60.00', '40.00'], '100.00')).toBe(0);
		expect(difference(['60.00'], '80.00')).toBe(-2_000);
		expect(difference(['98.00'], '1.00')).toBe(-100);
		// All of it is 20 too much, the terminal's 20 too little.
		expect(difference(['80.00'], '40.00')).toBe(2_000);
	});

	it('of refunds lack what was given back too much', () => {
		const refund = { kind: 'refund' } as const;
		const back = (amount: string) => {
			const receipts = [receipt('r1', '12:00:15', amount, refund), receipt('r2', '12:01:00', '20.00', refund)];
			const confirmed = [{ sales: ['s1'], receipts: ['r1', 'r2'] }];
			return compareRows({ sales: [sale('s1', '12:00', '50.00', refund)], receipts, decisions: { confirmed, rejected: [] } }).matches[0]?.differenceMinor;
		};
		expect([back('20.00'), back('30.00'), back('31.00')]).toEqual([1_000, 0, -100]);
	});

	it('have their members in the order of time, however they were named', () => {
		const confirmed = [{ sales: ['s2', 's1'], receipts: ['r3', 'r1', 'r2'] }];
		const rows = { sales: [...whole, sale('s2', '12:01', '20.00')], receipts: [part1, part2, receipt('r3', '12:02', '20.00')] };
		const outcome = compareRows({ ...rows, decisions: { confirmed, rejected: [] } });
		expect(outcome.matches).toMatchObject([{ sales: ['s1', 's2'], receipts: ['r1', 'r2', 'r3'], differenceMinor: 0 }]);
	});

	it('with a sale that was not paid are none', () => {
		const confirmed = [{ sales: ['s1', 's2'], receipts: ['r1'] }];
		const sales = [...whole, sale('s2', '12:01', '20.00', { state: 'failed' })];
		const outcome = compareRows({ sales, receipts: [receipt('r1', '12:00:20', '120.00')], decisions: { confirmed, rejected: [] } });
		expect(outcome.matches.filter((match) => match.sales.length > 1)).toEqual([]);
	});

	it('of several records of one leg count them all', () => {
		const confirmed = [{ sales: ['s1'], receipts: ['r1', 'r2', 'r3'] }];
		const thrice = ['r1', 'r2', 'r3'].map((id, k) => receipt(id, `1${2 + k}:00`, '100.00'));
		expect(compareRows({ sales: whole, receipts: thrice, decisions: { confirmed, rejected: [] } }).matches).toMatchObject([{ differenceMinor: 20_000 }]);
	});

	it('of a cash sale and a payment are a match, not a tender mismatch alone', () => {
		const confirmed = [{ sales: ['s1'], receipts: ['r1'] }];
		const outcome = compareRows({ sales: [sale('s1', '12:00', '61.37', { tender: 'cash' })], receipts: [part1], decisions: { confirmed, rejected: [] } });
		expect(outcome.matches).toMatchObject([{ sales: ['s1'], receipts: ['r1'], band: 'auto', confirmed: true }]);
	});

	it('with a part that came to nothing are none', () => {
		const confirmed = [{ sales: ['s1'], receipts: ['r1', 'r2'] }];
		const outcome = compareRows({ sales: whole, receipts: [part1, { ...part2, status: 'failed' }], decisions: { confirmed, rejected: [] } });
		expect(outcome.matches).toEqual([]);
		expect(placesOf(outcome).get('s1')).toBe('missing_at_terminal');
	});

	it('hold no two that a person refused', () => {
		const confirmed = [{ sales: ['s1'], receipts: ['r1', 'r2'] }];
		const rejected = [{ sale: 's1', receipt: 'r2' }];
		expect(compareRows({ sales: whole, receipts, decisions: { confirmed, rejected } }).matches.filter((match) => match.confirmed)).toEqual([]);
	});

	it('that name one row follow the first in the order of their members, whatever order they come in', () => {
		const sales = [...whole, sale('s2', '12:10', '80.00')];
		const confirmed = [
			{ sales: ['s2'], receipts: ['r1'] },
			{ sales: ['s1'], receipts: ['r1'] },
		];
		const both = [confirmed, [...confirmed].reverse()].map((one) => compareRows({ sales, receipts: [part1], decisions: { confirmed: one, rejected: [] } }));
		for (const outcome of both) expect(outcome.matches.filter((match) => match.confirmed)).toMatchObject([{ sales: ['s1'], receipts: ['r1'] }]);
	});
});
