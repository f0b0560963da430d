import { describe, expect, it } from 'vitest';
import { MATCH_RULES_DEFAULT } from '../../src/domain/matching/rows.ts';
import type { Coverage } from '../../src/domain/receipts/reading.ts';
import { at, billed, compareRows, covering, gapsOf, placesOf, receipt, sale } from '../support/matching-rows.ts';

/** When silence says something: which bills cover a sale, and from when on. */
const place = (coverage: readonly Coverage[], change: Parameters<typeof sale>[3] = {}, now?: string) =>
	placesOf(compareRows({ sales: [sale('s1', '12:00', '50.00', change)], coverage, ...(now ? { now: at(now) } : {}) })).get('s1');
const between = (from: string, to: string, change: Partial<Coverage> = {}): Coverage => ({
	...covering('terminal'),
	interval: { from: at(from), to: at(to) },
	...change,
});

describe('coverage', () => {
	it.each([
		['from its first instant', '12:00:00', '13:00:00', 'missing_at_terminal'],
		['not before it', '12:00:01', '13:00:00', 'not_covered'],
		['up to its end', '11:00:00', '12:00:01', 'missing_at_terminal'],
		['and not at it', '11:00:00', '12:00:00', 'not_covered'],
	])('holds %s', (_, from, to, expected) => {
		expect(place([between(from, to)])).toBe(expected);
	});

	it('of a live terminal counts a minute later, and from then on at once', () => {
		const live = (to: string, change: Partial<Coverage> = {}) => place([between('11:00', to, { dueWhenCovered: true, ...change })], {}, '12:30');
		expect(live('12:01:00')).toBe('awaiting');
		expect(live('12:01:01')).toBe('missing_at_terminal');
		expect(live('12:20', { tenders: ['wechat'] })).toBe('missing_at_terminal');
		expect(live('12:20', { tenders: ['card'] })).toBe('awaiting');
		expect(live('12:20', { interval: { from: at('12:00:01'), to: at('12:20') } })).toBe('awaiting');
		expect(live('12:20', { interval: { from: at('12:00:00'), to: at('12:20') } })).toBe('missing_at_terminal');
		expect(place([between('11:00', '12:20', { dueWhenCovered: true, tenders: ['wechat'] })], { tender: null }, '12:30')).toBe('awaiting');
	});

	it('by the bank says nothing of payments', () => {
		expect(place([{ ...covering('terminal'), leg: 'bank' }])).toBe('not_covered');
	});

	it('for a sale without a tender is asked of every tender of its day', () => {
		const bill = (tender: 'wechat' | 'card', source: string) => covering('provider', ['2026-11-20'], { tenders: [tender], source });
		const placeOf = (coverage: readonly Coverage[], tenders: readonly ('wechat' | 'card' | 'cash' | 'other')[]) => {
			const others = tenders.map((tender, k) => sale(`o${k}`, '15:00', `${20 + k}.00`, { tender }));
			return placesOf(compareRows({ sales: [sale('s1', '12:00', '50.00', { tender: null }), ...others], coverage })).get('s1');
		};
		const wechat = bill('wechat', 'wechat-trade-bill');
		const card = bill('card', 'chinaums-tsv');
		expect(placeOf([wechat], ['wechat'])).toBe('missing_at_provider');
		expect(placeOf([wechat], ['wechat', 'cash', 'other'])).toBe('missing_at_provider');
		expect(placeOf([wechat], ['wechat', 'card'])).toBe('not_covered');
		expect(placeOf([wechat, card], ['wechat', 'card'])).toBe('missing_at_provider');
		expect(placeOf([wechat], [])).toBe('missing_at_provider');
		expect(placeOf([covering('provider')], ['wechat', 'card'])).toBe('missing_at_provider');
	});

	it('of two bills is due with the earlier one, and of all tenders with the last', () => {
		const due = (days: number) => ({ source: null, tender: null, from: null, days, atMinutes: 600 });
		const rules = {
			...MATCH_RULES_DEFAULT,
			dueRules: [
				{ ...due(2), source: 'wechat-trade-bill' as const },
				{ ...due(4), source: 'chinaums-tsv' as const },
			],
		};
		const bill = (tenders: Coverage['tenders'], source: string) => covering('provider', ['2026-11-20'], { tenders, source });
		const waiting = (coverage: readonly Coverage[], tender: 'wechat' | null) => {
			const sales = [sale('s1', '12:00', '50.00', { tender }), sale('s2', '15:00', '20.00'), sale('s3', '16:00', '30.00', { tender: 'card' })];
			const { awaiting } = compareRows({ sales, coverage, rules, now: at('2026-11-20T23:00:00+08:00') });
			return new Date((awaiting.find((one) => one.sale === 's1')?.dueAt ?? 0) + 8 * 3_600_000).toISOString().slice(0, 10);
		};
		expect(waiting([bill(['wechat'], 'wechat-trade-bill'), bill(['wechat'], 'chinaums-tsv')], 'wechat')).toBe('2026-11-22');
		expect(waiting([bill(['wechat'], 'wechat-trade-bill'), bill(['card'], 'chinaums-tsv')], null)).toBe('2026-11-24');
		expect(waiting([bill(['wechat'], 'wechat-trade-bill'), covering('terminal')], 'wechat')).toBe('2026-11-21');
	});
});

describe('a payment that the provider has not', () => {
	const sales = [sale('s1', '12:00', '50.00')];
	const receipts = [receipt('t1', '12:00:20', '50.00')];
	const gaps = (coverage: readonly Coverage[], change: Partial<Parameters<typeof compareRows>[0]> = {}) =>
		gapsOf(compareRows({ sales, receipts, coverage: [covering('terminal'), ...coverage], ...change }));

	it('is missing from the instant on at which the bill is due', () => {
		expect(gaps([covering('provider')], { now: at('2026-11-21T10:00:00+08:00') })).toEqual(['missing_at_provider: s1 t1, 1, 5000']);
		expect(gaps([covering('provider')], { now: at('2026-11-21T09:59:59+08:00') })).toEqual([]);
	});

	it('is not missing where it is on neither bill’s days, or pending', () => {
		expect(gaps([covering('provider', ['2026-11-19'])])).toEqual([]);
		expect(gaps([covering('provider')], { receipts: [receipt('t1', '12:00:20', '50.00', { status: 'pending' })] })).toEqual([]);
	});

	it('is counted for each of the payments of a sale', () => {
		const parts = [receipt('t1', '12:00:20', '30.00'), receipt('t2', '12:01:00', '20.00')];
		expect(gaps([covering('provider')], { receipts: parts })).toEqual(['missing_at_provider: s1 t1 t2, 2, 5000']);
		const one = [receipt('t1', '12:00:20', '30.00', { rrn: '1' }), billed('p1', '12:00:21', '30.00', { rrn: '1' }), receipt('t2', '12:01:00', '20.00')];
		expect(gaps([covering('provider')], { receipts: one })).toEqual(['missing_at_provider: s1 t2, 1, 2000']);
	});
});

describe('a run of lost sales', () => {
	const times = ['12:00', '12:06', '12:11', '12:19', '12:23', '12:31', '12:38', '12:44'];
	/** Sales of unlike amounts; those in `found` have a receipt. */
	const day = (found: readonly number[], change: (k: number) => Parameters<typeof sale>[3] = () => ({})) => {
		const sales = times.map((time, k) => sale(`s${k}`, time, `${20 + k * 3}.70`, change(k)));
		const receipts = found.map((k) =>
			receipt(`r${k}`, `${times[k]}:05`, `${20 + k * 3}.70`, { terminalId: sales[k]?.terminalId ?? null, tender: sales[k]?.tender ?? null }),
		);
		return compareRows({ sales, receipts });
	};
	const runs = (outcome: ReturnType<typeof day>) =>
		outcome.discrepancies.map(({ sales, cluster }) => `${sales[0]} ${cluster === null ? '' : cluster.slice(-14, -9)}`);

	it('is named after its first sale', () => {
		const { discrepancies } = day([0, 6, 7]);
		expect(discrepancies.map(({ cluster }) => cluster)).toEqual(Array.from({ length: 5 }, () => 'T1 2026-11-20T12:06:00+08:00'));
	});

	it('is of five, also around one that was found, and not of four', () => {
		expect(runs(day([0, 6, 7]))).toEqual(['s1 12:06', 's2 12:06', 's3 12:06', 's4 12:06', 's5 12:06']);
		expect(runs(day([0, 3, 7]))).toEqual(['s1 12:06', 's2 12:06', 's4 12:06', 's5 12:06', 's6 12:06']);
		expect(runs(day([0, 5, 6, 7]))).toEqual(['s1 ', 's2 ', 's3 ', 's4 ']);
		expect(runs(day([0, 2, 4]))).toEqual(['s1 ', 's3 ', 's5 ', 's6 ', 's7 ']);
	});

	it('is of one tender where only that batch was lost', () => {
		const outcome = day([1, 3, 6], (k) => (k === 1 || k === 3 || k === 6 ? { tender: 'card' } : {}));
		expect(runs(outcome)).toEqual(['s0 12:00', 's2 12:00', 's4 12:00', 's5 12:00', 's7 12:00']);
	});

	it('takes in a sale without a terminal between its first and last, and of its tenders', () => {
		const open = (k: number, tender: 'wechat' | 'card' = 'wechat') => day([], (n) => (n === k ? { terminalId: null, tender } : {}));
		expect(runs(open(3))[3]).toBe('s3 12:00');
		expect(runs(open(3, 'card'))[3]).toBe('s3 ');
		expect(runs(open(0))[0]).toBe('s0 ');
		expect(runs(open(7))[7]).toBe('s7 ');
	});

	it('names no receipt that nobody logged, nor a gap with a receipt', () => {
		const outcome = compareRows({
			sales: times.map((time, k) => sale(`s${k}`, time, `${20 + k * 3}.70`)),
			receipts: [receipt('x', '12:20', '99.00', { terminalId: 'T1', tender: 'alipay', kind: 'refund' })],
		});
		expect(outcome.discrepancies.find((one) => one.receipts.includes('x'))?.cluster).toBeNull();
	});
});
