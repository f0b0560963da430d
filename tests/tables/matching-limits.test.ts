import { describe, expect, it } from 'vitest';
import type { Receipt } from '../../src/domain/receipts/receipt.ts';
import { at, billed, compareRows, covering, gapsOf, matchesOf, placesOf, receipt, sale } from '../support/matching-rows.ts';

/** What holds up to a limit holds just there, and no longer just beyond it. Times are told to the second. */
const days = { coverage: [covering('terminal', ['2026-11-15', '2026-11-26'])], now: at('2026-11-29T12:00:00+08:00') };
/** A receipt so many seconds after noon. */
const later = (id: string, seconds: number, amount: string, change: Parameters<typeof receipt>[3] = {}): Receipt => ({
	...receipt(id, '12:00', amount, change),
	at: at('12:00') + seconds * 1_000,
});
const DAY = 86_400;

describe('charged twice is, on one card and for one amount,', () => {
	const sales = [sale('s1', '11:59:50', '45.00', { tender: 'card' })];
	const card = { tender: 'card', last4: '4455' } as const;
	const said = (second: Receipt) => gapsOf(compareRows({ sales, receipts: [later('r1', 0, '45.00', card), second] }))[0]?.split(':')[0];

	it.each([
		['ten minutes later', later('r2', 600, '45.00', card), 'duplicate_charge'],
		['not a second more', later('r2', 601, '45.00', card), 'missing_in_ledger'],
		['not of another card', later('r2', 60, '45.00', { ...card, last4: '9012' }), 'missing_in_ledger'],
		['not of another amount', later('r2', 60, '45.01', card), 'missing_in_ledger'],
		['not of another currency', later('r2', 60, '45.00', { ...card, currency: 'HKD' }), 'missing_in_ledger'],
	])('%s', (_, second, kind) => {
		expect(said(second)).toBe(kind);
	});

	it('of the charge that is nearer', () => {
		const outcome = compareRows({
			sales: [...sales, sale('s2', '12:07:50', '45.00', { tender: 'card' })],
			receipts: [later('r1', 0, '45.00', card), later('r2', 480, '45.00', card), later('r3', 520, '45.00', card)],
			decisions: {
				confirmed: [
					{ sales: ['s1'], receipts: ['r1'] },
					{ sales: ['s2'], receipts: ['r2'] },
				],
				rejected: [],
			},
		});
		expect(gapsOf(outcome)).toEqual(['duplicate_charge: s2 r2 r3, 1, 4500']);
	});

	it('not what a person said is another sale', () => {
		const rejected = [{ sale: 's1', receipt: 'r2' }];
		const receipts = [later('r1', 0, '45.00', card), later('r2', 60, '45.00', card)];
		const [gap] = compareRows({ sales, receipts, decisions: { confirmed: [], rejected } }).discrepancies;
		expect(gap).toMatchObject({ kind: 'missing_in_ledger', sales: [], count: 1 });
		expect(gap?.receipts).toContain('r2');
	});
});

describe('sales that cannot be told apart', () => {
	it.each([
		['stand within two minutes of each other', '12:02:00', ['missing_at_terminal: s1 s2, 2, 3600']],
		['and not a second apart more', '12:02:01', ['missing_at_terminal: s1, 1, 1800', 'missing_at_terminal: s2, 1, 1800']],
	])('%s', (_, time, gaps) => {
		expect(gapsOf(compareRows({ sales: [sale('s1', '12:00', '18.00'), sale('s2', time, '18.00')] }))).toEqual(gaps);
	});

	it.each([
		['the terminal', { terminalId: 'T2' }],
		['the tender', { tender: 'alipay' }],
		['the currency', { currency: 'HKD' }],
		['a typed key', { keys: { last4: '4455' } }],
		['the amount without tip', { tipMinor: 100 }],
	] as const)('do not differ in %s', (_, change) => {
		const outcome = compareRows({ sales: [sale('s1', '12:00', '18.00'), sale('s2', '12:00:30', '18.00', change)] });
		expect(gapsOf(outcome)).toHaveLength(2);
	});

	it('may leave the terminal open', () => {
		const outcome = compareRows({ sales: [sale('s1', '12:00', '18.00'), sale('s2', '12:00:30', '18.00', { terminalId: null })] });
		expect(gapsOf(outcome)).toEqual(['missing_at_terminal: s1 s2, 2, 3600']);
	});

	it('hang together in a chain', () => {
		const times = ['12:00:00', '12:01:50', '12:03:40', '12:05:30'];
		const sales = times.map((time, k) => sale(`s${k}`, time, '18.00'));
		expect(gapsOf(compareRows({ sales }))).toEqual(['missing_at_terminal: s0 s1 s2 s3, 4, 7200']);
	});
});

describe('receipts that cannot be told apart', () => {
	it.each([
		['stand within two minutes of each other', later('r2', 120, '18.00'), ['missing_in_ledger: r1 r2, 2, 3600']],
		['and not a second apart more', later('r2', 121, '18.00'), ['missing_in_ledger: r1, 1, 1800', 'missing_in_ledger: r2, 1, 1800']],
		['are of one terminal', later('r2', 60, '18.00', { terminalId: 'T2' }), ['missing_in_ledger: r1, 1, 1800', 'missing_in_ledger: r2, 1, 1800']],
		['are of one tender', later('r2', 60, '18.00', { tender: 'alipay' }), ['missing_in_ledger: r1, 1, 1800', 'missing_in_ledger: r2, 1, 1800']],
	])('%s', (_, second, gaps) => {
		// Whether keys were typed is asked of sales, so there has to be one.
		const sales = [sale('s9', '18:00', '99.00')];
		const receipts = [later('r1', 0, '18.00'), second, receipt('r9', '18:00:10', '99.00')];
		expect(gapsOf(compareRows({ sales, receipts }))).toEqual(gaps);
	});
});

describe('cash explains a receipt', () => {
	it.each([
		['twelve minutes later', 720, 'tender_mismatch'],
		['twelve minutes before', -720, 'tender_mismatch'],
		['not a second more', 721, 'cash_sale'],
		['nor a second before that', -721, 'cash_sale'],
	])('%s', (_, seconds, place) => {
		const outcome = compareRows({ sales: [sale('s1', '12:00', '42.00', { tender: 'cash' })], receipts: [later('r1', seconds, '42.00')] });
		expect(placesOf(outcome).get('s1')).toBe(place);
	});

	it('only of that amount and currency, and one that went through', () => {
		const sales = [sale('s1', '12:00', '42.00', { tender: 'cash' })];
		const place = (other: Receipt) => placesOf(compareRows({ sales, receipts: [other] })).get('s1');
		expect(place(later('r1', 10, '42.01'))).toBe('cash_sale');
		expect(place(later('r1', 10, '42.00', { currency: 'HKD' }))).toBe('cash_sale');
		expect(place(later('r1', 10, '42.00', { status: 'failed' }))).toBe('cash_sale');
		expect(place(later('r1', 10, '42.00', { status: 'pending' }))).toBe('cash_sale');
		expect(place(later('r1', 10, '42.00', { status: 'reversed' }))).toBe('cash_sale');
	});
});

describe('parts of a sale', () => {
	it.each([
		['follow within seven minutes', 420, ['s1 = r1 r2']],
		['and not a second later', 421, []],
		['or come before it', -420, ['s1 = r2 r1']],
		['and not a second earlier', -421, []],
	])('%s', (_, seconds, pairs) => {
		const outcome = compareRows({
			sales: [sale('s1', '12:00', '100.00')],
			receipts: [later('r1', 0, '61.37'), later('r2', seconds, '38.63')],
		});
		expect(matchesOf(outcome).filter((pair) => pair.includes('r1 r2') || pair.includes('r2 r1'))).toEqual(pairs);
	});
});

describe('a receipt may be late', () => {
	const late = (seconds: number) => matchesOf(compareRows({ ...days, sales: [sale('s1', '12:00', '87.31')], receipts: [later('r1', seconds, '87.31')] }));

	it.each([
		['by the three days of the rules', 3 * DAY - 1, ['s1 = r1']],
		['and not more', 3 * DAY + 1, []],
		['and a sale logged half a day after it', -12 * 3_600 + 1, ['s1 = r1']],
		['and not more', -12 * 3_600 - 1, []],
	])('%s', (_, seconds, pairs) => {
		expect(late(seconds)).toEqual(pairs);
	});

	it('with its key within a day more than that', () => {
		const keys = { rrn: '317161000195' };
		const keyed = (seconds: number) =>
			matchesOf(compareRows({ ...days, sales: [sale('s1', '12:00', '87.31', { keys })], receipts: [later('r1', seconds, '87.31', keys)] }));
		expect(keyed(4 * DAY)).toEqual(['s1 = r1']);
		expect(keyed(4 * DAY + 1)).toEqual([]);
		expect(keyed(-4 * DAY)).toEqual(['s1 = r1']);
		expect(keyed(-4 * DAY - 1)).toEqual([]);
	});
});

describe('records of two legs that print one number', () => {
	const legs = { coverage: [covering('terminal'), covering('provider')], now: at('2026-11-29T12:00:00+08:00') };
	const joined = (keys: Partial<Receipt>, seconds: number, change: Partial<Receipt> = {}) => {
		const provider = { ...billed('p1', '12:00', '50.00', { ...keys, ...change }), at: at('12:00') + seconds * 1_000 };
		return gapsOf(compareRows({ ...legs, receipts: [later('t1', 0, '50.00', keys), provider] })).length === 1;
	};

	it('are one payment within four days', () => {
		expect(joined({ rrn: '317161000195' }, 4 * DAY)).toBe(true);
		expect(joined({ rrn: '317161000195' }, 4 * DAY + 1)).toBe(false);
		expect(joined({ rrn: '317161000195' }, -4 * DAY)).toBe(true);
		expect(joined({ rrn: '317161000195' }, -4 * DAY - 1)).toBe(false);
	});

	it('are one whatever the amount for a number that is theirs alone, and for one amount where it is the shop’s', () => {
		expect(joined({ channelOrderNo: '4200001' }, 3_600, { amountMinor: 4_900 })).toBe(true);
		expect(joined({ rrn: '317161000195' }, 3_600, { amountMinor: 4_900 })).toBe(true);
		expect(joined({ merchantOrderNo: 'LW7' }, DAY)).toBe(true);
		expect(joined({ merchantOrderNo: 'LW7' }, DAY, { amountMinor: 4_900 })).toBe(false);
	});

	it('are not one across kinds and currencies', () => {
		expect(joined({ rrn: '317161000195' }, 10, { kind: 'refund' })).toBe(false);
		expect(joined({ rrn: '317161000195' }, 10, { currency: 'HKD' })).toBe(false);
	});

	it('go together nearest first, one of each source', () => {
		const keys = { merchantOrderNo: 'LW7' };
		const receipts = [
			later('t1', 0, '50.00', keys),
			later('t2', 600, '50.00', keys),
			billed('p1', '12:10:05', '50.00', keys),
			billed('p2', '11:59:30', '50.00', keys),
		];
		const sales = [sale('s1', '12:00', '50.00'), sale('s2', '12:10', '50.00')];
		expect(matchesOf(compareRows({ ...legs, sales, receipts }))).toEqual(['s1 = t1 p2', 's2 = t2 p1']);
	});
});

describe('amounts that are wildly off', () => {
	const banded = (charged: string, seconds: number) => {
		const keys = { rrn: '317161000195' };
		const outcome = compareRows({ ...days, sales: [sale('s1', '12:00', '20.00', { keys })], receipts: [later('r1', seconds, charged, keys)] });
		return outcome.matches[0]?.band;
	};

	it('are only proposed unless they are of one time: five times as much, five minutes', () => {
		expect(banded('100.00', 3_600)).toBe('suggested');
		expect(banded('100.01', 3_600)).toBe('review');
		expect(banded('100.01', 300)).toBe('suggested');
		expect(banded('100.01', 301)).toBe('review');
		expect(banded('4.00', 3_600)).toBe('suggested');
		expect(banded('3.99', 3_600)).toBe('review');
		expect(banded('3.99', -300)).toBe('suggested');
		expect(banded('3.99', -301)).toBe('review');
	});
});

describe('a sale that was logged as paid in cash is', () => {
	const keys = { rrn: '317161000195' };
	const said = (seconds: number) =>
		gapsOf(compareRows({ sales: [sale('s1', '12:00', '50.00', { tender: 'cash', keys })], receipts: [later('r1', seconds, '50.00', keys)] }));

	it('a payment with its numbers a moment later, and not hours later', () => {
		expect(said(30)).toEqual(['tender_mismatch: s1 r1, 1, 5000']);
		expect(said(3 * 3_600)).toEqual(['missing_in_ledger: r1, 1, 5000']);
	});
});

describe('how much is done', () => {
	it('is told stage by stage, the refunds’ part within the last', () => {
		const told: number[] = [];
		const sales = [sale('s1', '12:00', '50.00'), sale('s2', '12:10', '20.00', { kind: 'refund' })];
		compareRows({ sales, receipts: [receipt('r1', '12:00:10', '50.00')] }, (done) => told.push(done));
		expect(told).toEqual([0.15, 0.3, 0.4, 0.65, 0.75, 1]);
	});
});

describe('the records of one payment on two legs, without a common number,', () => {
	const coverage = [covering('terminal', ['2026-11-15', '2026-11-26']), covering('provider', ['2026-11-15', '2026-11-26'])];
	const told = (receipts: readonly Receipt[]) => {
		const sales = [sale('s1', '12:00', '50.00')];
		const outcome = compareRows({ sales, receipts, coverage });
		return [...matchesOf(outcome), ...gapsOf(outcome)];
	};
	const slip = receipt('t1', '12:00:10', '50.00');

	it('are one by amount, tender and time', () => {
		expect(told([slip, billed('p1', '12:00:12', '50.00')])).toEqual(['s1 = t1 p1']);
		expect(told([slip, billed('p1', '12:00:12', '50.01')])).toHaveLength(3);
		expect(told([slip, billed('p1', '12:00:12', '50.00', { currency: 'HKD' })])).toHaveLength(3);
		expect(told([slip, billed('p1', '12:00:12', '50.00', { status: 'failed' })])).not.toContain('s1 = t1 p1');
	});

	it('are one of a refund as of a sale, and never of one and the other', () => {
		const refund = { kind: 'refund' } as const;
		const back = [receipt('t2', '13:00:10', '20.00', refund), billed('p2', '13:00:12', '20.00', refund)];
		const sales = [sale('s2', '13:00', '20.00', refund)];
		expect(matchesOf(compareRows({ sales, receipts: back, coverage }))).toEqual(['s2 = t2 p2']);
		expect(told([slip, billed('p1', '12:00:12', '50.00', refund)])).not.toContain('s1 = t1 p1');
	});
});
