import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/domain/matching/outcome.ts';
import { billed, compareRows, covering, gapsOf, matchesOf, placesOf, receipt, sale } from '../support/matching-rows.ts';

/** What the command line promises about matches, point by point. */
describe('matches', () => {
	it('pairs a sale with the receipt of its amount and time, surely', () => {
		const outcome = compareRows({ sales: [sale('s1', '12:00', '50.00')], receipts: [receipt('r1', '12:00:20', '50.00')] });
		expect(matchesOf(outcome)).toEqual(['s1 = r1']);
		expect(outcome.matches[0]).toMatchObject({ band: 'auto', differenceMinor: 0, runnerUp: null });
		expect(outcome.matches[0]?.probabilityMillionths).toBeGreaterThan(995_000);
		expect(outcome.matches[0]?.evidence.length).toBeGreaterThan(0);
		expect(gapsOf(outcome)).toEqual([]);
	});

	it('takes the nearer of two equal receipts and names the other as runner-up', () => {
		const outcome = compareRows({
			sales: [sale('s1', '12:00', '50.00'), sale('s2', '12:20', '50.00')],
			receipts: [receipt('r2', '12:20:10', '50.00'), receipt('r1', '12:00:20', '50.00')],
		});
		expect(matchesOf(outcome)).toEqual(['s1 = r1', 's2 = r2']);
		expect(outcome.matches[0]?.runnerUp).toMatchObject({ sales: ['s1'], receipts: ['r2'] });
		expect(outcome.matches[0]?.runnerUp?.milliBitsBehind).toBeGreaterThan(0);
	});

	it('matches one sale with several payments, also across tenders and terminals', () => {
		const outcome = compareRows({
			sales: [sale('s1', '12:00', '100.00', { tender: 'card' }), sale('s2', '12:30', '31.00')],
			receipts: [
				receipt('r1', '12:00:15', '60.00', { tender: 'card' }),
				receipt('r2', '12:01:00', '40.00', { terminalId: 'T2' }),
				receipt('r3', '12:30:10', '31.00'),
			],
		});
		expect(matchesOf(outcome)).toEqual(['s1 = r1 r2', 's2 = r3']);
		expect(outcome.matches[0]?.differenceMinor).toBe(0);
		expect(gapsOf(outcome)).toEqual([]);
	});

	it('matches a sale paid in three parts', () => {
		const outcome = compareRows({
			sales: [sale('s1', '12:00', '90.00')],
			receipts: [receipt('r1', '12:00:15', '20.00'), receipt('r2', '12:01:00', '30.00'), receipt('r3', '12:01:30', '40.00')],
		});
		expect(matchesOf(outcome)).toEqual(['s1 = r1 r2 r3']);
	});

	it('matches several sales with one receipt', () => {
		const outcome = compareRows({
			sales: [sale('s1', '12:00', '18.00'), sale('s2', '12:00:30', '27.00')],
			receipts: [receipt('r1', '12:01:00', '45.00')],
		});
		expect(matchesOf(outcome)).toEqual(['s1 s2 = r1']);
		expect(gapsOf(outcome)).toEqual([]);
	});

	it.each([
		['with the tip', '59.00'],
		['without the tip', '50.00'],
	])('expects a known tip, whether the sale was logged %s', (_, logged) => {
		const outcome = compareRows({ sales: [sale('s1', '12:00', logged)], receipts: [receipt('r1', '12:00:20', '59.00', { tipMinor: 900 })] });
		expect(outcome.matches[0]).toMatchObject({ sales: ['s1'], band: 'auto', differenceMinor: 0 });
		expect(gapsOf(outcome)).toEqual([]);
	});

	it('raises an unexplained surplus as amount_over with the tip as a hypothesis', () => {
		const outcome = compareRows({
			sales: [sale('s1', '12:00', '50.00', { tender: 'card' })],
			receipts: [receipt('r1', '12:00:20', '59.00', { tender: 'card' })],
		});
		expect(outcome.matches[0]).toMatchObject({ sales: ['s1'], receipts: ['r1'], band: 'suggested', differenceMinor: 900 });
		expect(gapsOf(outcome)).toEqual(['amount_over: s1 r1, 1, 900']);
		expect(outcome.discrepancies[0]?.hypotheses.map((one) => one.code)).toContain('tip_added');
	});

	it.each([
		['a digit replaced', '168.00', '118.00', -5_000],
		['two digits swapped', '34.50', '43.50', 900],
		['a shifted decimal point', '12.00', '120.00', 10_800],
	])('matches in spite of %s', (_, logged, charged, differenceMinor) => {
		const others = ['11:40', '11:50', '12:10', '12:25', '12:40'];
		const outcome = compareRows({
			sales: [sale('s1', '12:00', logged), ...others.map((time, k) => sale(`o${k}`, time, `${20 + k}.00`))],
			receipts: [receipt('r1', '12:00:10', charged), ...others.map((time, k) => receipt(`q${k}`, `${time}:10`, `${20 + k}.00`))],
		});
		expect(outcome.matches.find((match) => match.sales[0] === 's1')).toMatchObject({ receipts: ['r1'], band: 'suggested', differenceMinor });
		expect(outcome.discrepancies).toMatchObject([
			{ kind: differenceMinor < 0 ? 'amount_short' : 'amount_over', sales: ['s1'], receipts: ['r1'], amountMinor: Math.abs(differenceMinor) },
		]);
	});

	it('matches under another tender and says so', () => {
		const outcome = compareRows({ sales: [sale('s1', '12:00', '73.00')], receipts: [receipt('r1', '12:00:10', '73.00', { tender: 'alipay' })] });
		expect(outcome.matches[0]).toMatchObject({ sales: ['s1'], receipts: ['r1'], band: 'suggested' });
		expect(gapsOf(outcome)).toEqual(['tender_mismatch: s1 r1, 1, 7300']);
	});

	it('never matches a pending receipt by itself', () => {
		const outcome = compareRows({ sales: [sale('s1', '12:00', '50.00')], receipts: [receipt('r1', '12:00:20', '50.00', { status: 'pending' })] });
		expect(outcome.matches[0]).toMatchObject({ sales: ['s1'], receipts: ['r1'], band: 'suggested' });
	});

	it('accepts interchangeable payments whichever way they are paired', () => {
		const outcome = compareRows({
			sales: [sale('s1', '12:00:00', '18.00'), sale('s2', '12:00:40', '18.00'), sale('s3', '12:01:20', '18.00')],
			receipts: [receipt('r1', '12:00:10', '18.00'), receipt('r2', '12:00:50', '18.00'), receipt('r3', '12:01:30', '18.00')],
		});
		expect(matchesOf(outcome)).toEqual(['s1 = r1', 's2 = r2', 's3 = r3']);
		expect(outcome.matches.map((match) => match.band)).toEqual(['auto', 'auto', 'auto']);
	});

	it('never pairs across currencies', () => {
		const outcome = compareRows({ sales: [sale('s1', '12:00', '50.00')], receipts: [receipt('r1', '12:00:20', '50.00', { currency: 'USD' })] });
		expect(outcome.matches).toEqual([]);
	});

	it('leaves cash out, lets sales without a tender take part, and never misses a sale of tender other', () => {
		const outcome = compareRows({
			sales: [
				sale('cash', '12:00', '50.00', { tender: 'cash' }),
				sale('open', '12:10', '20.00', { tender: null }),
				sale('other', '12:20', '30.00', { tender: 'other' }),
			],
			receipts: [receipt('r1', '12:10:05', '20.00')],
		});
		expect(matchesOf(outcome)).toEqual(['open = r1']);
		expect(placesOf(outcome).get('cash')).toBe('cash_sale');
		expect(placesOf(outcome).get('other')).toBe('other_tender');
	});
});

describe('keys', () => {
	const typed = (change: Parameters<typeof sale>[3]): Outcome =>
		compareRows({
			sales: [sale('s1', '12:00', '50.00', { tender: 'card', ...change })],
			receipts: [
				receipt('r1', '12:03:00', '50.00', { tender: 'card', authCode: '7QK42M', rrn: '317161000195', last4: '4455', traceNo: '000195' }),
				receipt('r2', '12:00:10', '50.00', { tender: 'card', authCode: '9ZT11B', rrn: '317161000777', last4: '9012', traceNo: '000777' }),
			],
		});

	it.each([
		['in full', { authCode: '7QK42M' }],
		['in lower case and with blanks', { authCode: '7qk 42m' }],
		['with two characters swapped', { authCode: '7QK4M2' }],
		['by its last characters', { rrn: '0195' }],
		['without leading zeros', { traceNo: '195' }],
	])('decide against the nearer time where a key was typed %s', (_, keys) => {
		expect(matchesOf(typed({ keys }))).toEqual(['s1 = r1']);
	});

	it('find a receipt that was posted two days later', () => {
		const outcome = compareRows({
			sales: [sale('s1', '12:00', '50.00', { keys: { authCode: '7QK42M' } })],
			receipts: [receipt('r1', '2026-11-22T09:00:00+08:00', '50.00', { authCode: '7QK42M' })],
			coverage: [covering('terminal', ['2026-11-20', '2026-11-22'])],
		});
		expect(matchesOf(outcome)).toEqual(['s1 = r1']);
	});

	it('do not make a match by themselves where the amount is far off', () => {
		const outcome = compareRows({
			sales: [sale('s1', '12:00', '50.00', { keys: { authCode: '7QK42M' } })],
			receipts: [receipt('r1', '12:00:10', '731.00', { authCode: '7QK42M' })],
		});
		expect(outcome.matches.map((match) => match.band)).not.toContain('auto');
	});

	it('of a wrong slip do not spoil a match that amount and time make', () => {
		const outcome = compareRows({
			sales: [sale('s0', '11:57', '31.00'), sale('s1', '12:00', '87.50', { keys: { last4: '1111' } })],
			receipts: [receipt('r0', '11:57:10', '31.00', { last4: '1111' }), receipt('r1', '12:00:10', '87.50', { last4: '2222' })],
		});
		expect(matchesOf(outcome)).toEqual(['s0 = r0', 's1 = r1']);
	});
});

describe('legs', () => {
	const both = { coverage: [covering('terminal'), covering('provider')] };

	it('join by order number, and a match lists the records of every leg', () => {
		const outcome = compareRows({
			...both,
			sales: [sale('s1', '12:00', '50.00')],
			receipts: [receipt('t1', '12:00:20', '50.00', { merchantOrderNo: 'LW1' }), billed('p1', '12:00:21', '50.00', { merchantOrderNo: 'LW1' })],
		});
		expect(matchesOf(outcome)).toEqual(['s1 = t1 p1']);
		expect(gapsOf(outcome)).toEqual([]);
	});

	it('join by terminal, batch and trace number', () => {
		const keys = { batchNo: '12', traceNo: '000345', terminalId: 'T1', tender: 'card' } as const;
		const outcome = compareRows({
			...both,
			sales: [sale('s1', '12:00', '50.00', { tender: 'card' })],
			receipts: [receipt('t1', '12:00:20', '50.00', keys), billed('p1', '12:03:00', '50.00', keys)],
		});
		expect(matchesOf(outcome)).toEqual(['s1 = t1 p1']);
	});

	it('join by amount, tender and time where nothing is printed', () => {
		const outcome = compareRows({
			...both,
			sales: [sale('s1', '12:00', '50.00'), sale('s2', '12:20', '18.00')],
			receipts: [receipt('t1', '12:00:20', '50.00'), receipt('t2', '12:20:15', '18.00'), billed('p1', '12:00:40', '50.00'), billed('p2', '12:20:35', '18.00')],
		});
		expect(matchesOf(outcome)).toEqual(['s1 = t1 p1', 's2 = t2 p2']);
		expect(gapsOf(outcome)).toEqual([]);
	});

	it('miss a payment at the provider that only the terminal has', () => {
		const outcome = compareRows({
			...both,
			sales: [sale('s1', '12:00', '50.00'), sale('s2', '12:20', '18.00')],
			receipts: [receipt('t1', '12:00:20', '50.00'), receipt('t2', '12:20:15', '18.00'), billed('p2', '12:20:35', '18.00')],
		});
		expect(matchesOf(outcome)).toEqual(['s1 = t1', 's2 = t2 p2']);
		expect(gapsOf(outcome)).toEqual(['missing_at_provider: s1 t1, 1, 5000']);
	});

	it('do not miss it before the bill is due, nor for a tender that the bill does not cover', () => {
		const rows = { sales: [sale('s1', '12:00', '50.00', { tender: 'card' })], receipts: [receipt('t1', '12:00:20', '50.00', { tender: 'card' })] };
		const notDue = compareRows({ ...both, ...rows, now: Date.UTC(2026, 10, 20, 15) });
		const otherTender = compareRows({ ...rows, coverage: [covering('terminal'), covering('provider', ['2026-11-20'], { tenders: ['wechat'] })] });
		expect([...gapsOf(notDue), ...gapsOf(otherTender)]).toEqual([]);
	});

	it('note a payment that only the provider has, without a discrepancy', () => {
		const outcome = compareRows({
			...both,
			sales: [sale('s1', '12:00', '50.00'), sale('s2', '12:20', '18.00')],
			receipts: [billed('p1', '12:00:20', '50.00'), receipt('t2', '12:20:15', '18.00'), billed('p2', '12:20:35', '18.00')],
		});
		expect(gapsOf(outcome)).toEqual([]);
		expect(outcome.matches[0]?.evidence).toContainEqual(expect.objectContaining({ field: 'leg', relation: 'provider_only' }));
	});

	it('count a payment that nobody logged once, naming all its records', () => {
		const outcome = compareRows({ ...both, receipts: [receipt('t1', '12:00:20', '50.00', { rrn: '1' }), billed('p1', '12:00:21', '50.00', { rrn: '1' })] });
		expect(gapsOf(outcome)).toEqual(['missing_in_ledger: t1 p1, 1, 5000']);
	});
});
