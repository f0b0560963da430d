import { describe, expect, it } from 'vitest';
import { at, billed, compareRows, covering, gapsOf, matchesOf, placesOf, receipt, sale } from '../support/matching-rows.ts';

/** What the command line promises about discrepancies, point by point. */
describe('nothing on the other side', () => {
	it('is missing at the terminal, or at the provider where only its bill covers the time', () => {
		const sales = [sale('s1', '12:00', '50.00')];
		expect(gapsOf(compareRows({ sales }))).toEqual(['missing_at_terminal: s1, 1, 5000']);
		expect(gapsOf(compareRows({ sales, coverage: [covering('provider')] }))).toEqual(['missing_at_provider: s1, 1, 5000']);
	});

	it('is missing in the ledger for a receipt, be it a sale or a refund', () => {
		const outcome = compareRows({ receipts: [receipt('r1', '12:00', '37.00'), receipt('r2', '13:00', '12.00', { kind: 'refund' })] });
		expect(gapsOf(outcome)).toEqual(['missing_in_ledger: r1, 1, 3700', 'missing_in_ledger: r2, 1, 1200']);
	});

	it('is a missing refund for a refund in the ledger', () => {
		expect(gapsOf(compareRows({ sales: [sale('s1', '12:00', '28.00', { kind: 'refund' })] }))).toEqual(['refund_missing: s1, 1, 2800']);
	});

	it('says so for a sale whose result the cashier did not see', () => {
		const outcome = compareRows({ sales: [sale('s1', '12:00', '28.00', { state: 'result_unknown' })] });
		expect(outcome.discrepancies[0]?.hypotheses[0]?.code).toBe('result_unknown');
	});

	it('gives hypotheses, likeliest first, that add up', () => {
		const { discrepancies } = compareRows({ sales: [sale('s1', '12:00', '28.00')], receipts: [receipt('r1', '18:00', '99.00')] });
		for (const { hypotheses } of discrepancies) {
			const weights = hypotheses.map((one) => one.weight);
			expect(weights).toEqual([...weights].sort((a, b) => b - a));
			expect(Math.abs(weights.reduce((sum, weight) => sum + weight, 0) - 1_000)).toBeLessThanOrEqual(3);
		}
		expect(discrepancies).toHaveLength(2);
	});
});

describe('lateness', () => {
	const sales = [sale('s1', '12:00', '50.00')];
	const before = at('2026-11-21T09:59:59+08:00');
	const due = at('2026-11-21T10:00:00+08:00');

	it('awaits a sale until its bill is due, to the second', () => {
		expect(compareRows({ sales, now: before }).awaiting).toEqual([{ sale: 's1', dueAt: due, offset: 480 }]);
		expect(gapsOf(compareRows({ sales, now: due }))).toEqual(['missing_at_terminal: s1, 1, 5000']);
	});

	it('reports a sale outside coverage as not covered, never as missing', () => {
		const outcome = compareRows({ sales, coverage: [covering('terminal', ['2026-11-19'])] });
		expect(gapsOf(outcome)).toEqual([]);
		expect(outcome.problems).toMatchObject([{ sale: 's1', code: 'not_covered' }]);
		expect(compareRows({ sales, coverage: [], now: before }).awaiting).toHaveLength(1);
	});

	it('does not take a bill of another tender for coverage', () => {
		const wechatOnly = [covering('provider', ['2026-11-20'], { tenders: ['wechat'] })];
		const outcome = compareRows({ sales: [sale('s1', '12:00', '50.00'), sale('s2', '12:30', '20.00', { tender: 'card' })], coverage: wechatOnly });
		expect(gapsOf(outcome)).toEqual(['missing_at_provider: s1, 1, 5000']);
		expect(outcome.problems).toMatchObject([{ sale: 's2', code: 'not_covered' }]);
	});

	it('asks for all tenders of the day where a sale names none', () => {
		const open = sale('s1', '12:00', '50.00', { tender: null });
		const card = sale('s2', '12:30', '20.00', { tender: 'card' });
		const wechat = covering('provider', ['2026-11-20'], { tenders: ['wechat'] });
		const cards = covering('provider', ['2026-11-20'], { tenders: ['card'], source: 'chinaums-tsv' });
		expect(placesOf(compareRows({ sales: [open, card], coverage: [wechat] })).get('s1')).toBe('not_covered');
		expect(placesOf(compareRows({ sales: [open, card], coverage: [wechat, cards] })).get('s1')).toBe('missing_at_provider');
	});

	it('follows the due time and the zone of the rules', () => {
		const rules = { zone: 'Asia/Tokyo', cutoverMinutes: 240, due: { days: 2, atMinutes: 9 * 60 }, lateDays: 3, cashToleranceMinor: 100 };
		expect(compareRows({ sales, rules, now: before }).awaiting).toEqual([{ sale: 's1', dueAt: at('2026-11-22T08:00:00+08:00'), offset: 540 }]);
	});

	it('counts a sale after midnight to the business day before', () => {
		const late = sale('s1', '2026-11-21T01:30:00+08:00', '50.00');
		expect(compareRows({ sales: [late], now: before }).awaiting).toEqual([{ sale: 's1', dueAt: due, offset: 480 }]);
	});

	it('reads the coverage of a terminal with a wrong clock off its corrected rows', () => {
		const times = ['18:00', '18:30', '19:00', '19:30', '20:00', '20:30', '21:00', '21:30'];
		const ahead = 8 * 3_600_000;
		const outcome = compareRows({
			sales: [...times.map((time, k) => sale(`s${k}`, time, `${20 + k}.50`)), sale('next', '2026-11-21T12:00:00+08:00', '9.00')],
			receipts: times.map((time, k) => ({ ...receipt(`r${k}`, time, `${20 + k}.50`), at: at(time) + ahead })),
			coverage: [covering('terminal', ['2026-11-20', '2026-11-21'])],
			now: at('2026-11-25T12:00:00+08:00'),
		});
		expect(matchesOf(outcome)).toHaveLength(times.length);
		expect(placesOf(outcome).get('next')).toBe('not_covered');
	});
});

describe('rows that cannot be told apart', () => {
	it('are one discrepancy that lists all sales and counts those missing', () => {
		const sales = ['12:00:00', '12:00:30', '12:01:00', '12:01:30'].map((time, k) => sale(`s${k + 1}`, time, '18.00'));
		const outcome = compareRows({
			sales,
			receipts: [receipt('r1', '12:00:10', '18.00'), receipt('r2', '12:00:40', '18.00'), receipt('r3', '12:01:40', '18.00')],
		});
		expect(gapsOf(outcome)).toEqual(['missing_at_terminal: s1 s2 s3 s4, 1, 1800']);
		expect(matchesOf(outcome)).toHaveLength(3);
		expect(outcome.matches.map((match) => match.receipts[0])).toEqual(['r1', 'r2', 'r3']);
		expect([...placesOf(outcome).values()].filter((place) => place.startsWith('twice'))).toEqual([]);
	});

	it('are one discrepancy that lists all receipts and counts those too many', () => {
		const outcome = compareRows({
			sales: [sale('s1', '12:00:05', '18.00')],
			receipts: [receipt('r1', '12:00:00', '18.00'), receipt('r2', '12:00:40', '18.00'), receipt('r3', '12:01:10', '18.00')],
		});
		expect(gapsOf(outcome)).toEqual(['missing_in_ledger: r1 r2 r3, 2, 3600']);
		expect(matchesOf(outcome)).toHaveLength(1);
	});

	it('lists all where none has a receipt', () => {
		const outcome = compareRows({ sales: [sale('s1', '12:00:00', '18.00'), sale('s2', '12:00:30', '18.00')] });
		expect(gapsOf(outcome)).toEqual(['missing_at_terminal: s1 s2, 2, 3600']);
	});

	it('does not list a sale whose keys tell it apart', () => {
		const outcome = compareRows({
			sales: [sale('s1', '12:00:00', '18.00', { keys: { last4: '4455' } }), sale('s2', '12:00:30', '18.00')],
			receipts: [receipt('r1', '12:00:20', '18.00', { last4: '4455' })],
		});
		expect(matchesOf(outcome)).toEqual(['s1 = r1']);
		expect(gapsOf(outcome)).toEqual(['missing_at_terminal: s2, 1, 1800']);
	});
});

describe('cash', () => {
	it('explains a receipt of equal amount and fitting time: no match, one tender mismatch', () => {
		const outcome = compareRows({
			sales: [sale('s1', '12:00', '42.00', { tender: 'cash', terminalId: null })],
			receipts: [receipt('r1', '12:00:20', '42.00')],
		});
		expect(outcome.matches).toEqual([]);
		expect(gapsOf(outcome)).toEqual(['tender_mismatch: s1 r1, 1, 4200']);
		expect(placesOf(outcome)).toEqual(
			new Map([
				['s1', 'tender_mismatch'],
				['r1', 'tender_mismatch'],
			]),
		);
	});

	it('yields to a better explanation', () => {
		const outcome = compareRows({
			sales: [sale('cash', '12:00', '42.00', { tender: 'cash' }), sale('s1', '12:00:10', '42.00')],
			receipts: [receipt('r1', '12:00:20', '42.00')],
		});
		expect(matchesOf(outcome)).toEqual(['s1 = r1']);
		expect(placesOf(outcome).get('cash')).toBe('cash_sale');
	});

	it('explains nothing hours away or of another amount', () => {
		const outcome = compareRows({
			sales: [sale('s1', '12:00', '42.00', { tender: 'cash' }), sale('s2', '15:00', '41.00', { tender: 'cash' })],
			receipts: [receipt('r1', '15:00:20', '42.00')],
		});
		expect(gapsOf(outcome)).toEqual(['missing_in_ledger: r1, 1, 4200']);
	});
});

describe('charged twice', () => {
	const same = { tender: 'card', last4: '4455' } as const;

	it('names the sale and all its charges, and the sale keeps its match', () => {
		const outcome = compareRows({
			sales: [sale('s1', '12:00:30', '45.00', { tender: 'card' })],
			receipts: [receipt('r1', '12:00:00', '45.00', same), receipt('r2', '12:00:47', '45.00', same), receipt('r3', '12:02:00', '45.00', same)],
		});
		expect(gapsOf(outcome)).toEqual(['duplicate_charge: s1 r1 r2 r3, 2, 9000']);
		expect(matchesOf(outcome)).toHaveLength(1);
	});

	it('knows a repeated order number as a sign too', () => {
		const outcome = compareRows({
			sales: [sale('s1', '12:00:00', '45.00')],
			receipts: [receipt('r1', '12:00:10', '45.00', { merchantOrderNo: 'LW7' }), receipt('r2', '12:01:10', '45.00', { merchantOrderNo: 'LW7' })],
		});
		expect(gapsOf(outcome)).toEqual(['duplicate_charge: s1 r1 r2, 1, 4500']);
	});

	it('is not claimed without a sign, nor where each charge has its sale', () => {
		const unlike = compareRows({
			sales: [sale('s1', '12:00:00', '45.00')],
			receipts: [receipt('r1', '12:00:10', '45.00', { last4: '1111' }), receipt('r2', '12:00:50', '45.00', { last4: '2222' })],
		});
		expect(gapsOf(unlike)).toEqual(['missing_in_ledger: r1 r2, 1, 4500']);
		const twice = compareRows({
			sales: [sale('s1', '12:00:00', '45.00'), sale('s2', '12:01:00', '45.00')],
			receipts: [receipt('r1', '12:00:10', '45.00', { last4: '1111' }), receipt('r2', '12:01:10', '45.00', { last4: '1111' })],
		});
		expect(gapsOf(twice)).toEqual([]);
	});

	it('is not drawn to a missing sale of the same amount half an hour away', () => {
		const outcome = compareRows({
			sales: [sale('s1', '12:00:00', '45.00', { tender: 'card' }), sale('s2', '12:31:00', '45.00', { tender: 'card' })],
			receipts: [receipt('r1', '12:00:10', '45.00', same), receipt('r2', '12:00:55', '45.00', same)],
		});
		expect(gapsOf(outcome)).toEqual(['duplicate_charge: s1 r1 r2, 1, 4500', 'missing_at_terminal: s2, 1, 4500']);
	});
});

describe('voids and reversals', () => {
	const reversal = sale('s2', '12:02', '50.00', { kind: 'reversal', ref: 's1' });
	const undo = receipt('r2', '12:02:10', '50.00', { kind: 'void', originalRef: '317161000195' });
	const charged = receipt('r1', '12:00:10', '50.00', { rrn: '317161000195' });

	it('net a sale and its reversal where the terminal has nothing', () => {
		const outcome = compareRows({ sales: [sale('s1', '12:00', '50.00'), reversal] });
		expect(outcome.netted).toEqual([{ sales: ['s1', 's2'], receipts: [], reason: 'reversal' }]);
		expect(gapsOf(outcome)).toEqual([]);
	});

	it('net all four where both sides undid it', () => {
		const outcome = compareRows({ sales: [sale('s1', '12:00', '50.00'), reversal], receipts: [charged, undo] });
		expect(gapsOf(outcome)).toEqual([]);
		expect([...placesOf(outcome)].map(([id, place]) => `${id} ${place}`).sort()).toEqual(['r1 netted', 'r2 netted', 's1 netted', 's2 netted']);
	});

	it('mismatch where the ledger reversed and the receipt stands', () => {
		const outcome = compareRows({ sales: [sale('s1', '12:00', '50.00'), reversal], receipts: [charged] });
		expect(outcome.discrepancies).toMatchObject([{ kind: 'status_mismatch', receipts: ['r1'], amountMinor: 5_000, count: 1 }]);
		expect(outcome.discrepancies[0]?.sales).toContain('s1');
		expect(outcome.matches).toEqual([]);
		expect([...placesOf(outcome).values()]).toEqual(['status_mismatch', 'status_mismatch', 'status_mismatch']);
	});

	it.each([
		['voided', [charged, undo], ['r1', 'r2']],
		['marked reversed', [{ ...charged, status: 'reversed' as const }], ['r1']],
	])('mismatch where the sale stands and the receipt is %s', (_, receipts, named) => {
		const outcome = compareRows({ sales: [sale('s1', '12:00', '50.00')], receipts });
		expect(outcome.discrepancies).toMatchObject([{ kind: 'status_mismatch', sales: ['s1'], receipts: named }]);
		expect(outcome.matches).toEqual([]);
		expect(outcome.netted).toEqual([]);
	});

	it('nets a sale given back here and undone there once, although the refund was undone there as well', () => {
		const sales = [sale('s1', '12:00', '21.00'), sale('s2', '12:00', '21.00', { kind: 'refund', ref: 's1' })];
		const receipts = [receipt('r1', '12:00', '21.00', { status: 'reversed' }), receipt('r2', '12:00', '21.00', { kind: 'refund', status: 'reversed' })];
		const outcome = compareRows({ sales, receipts });
		expect(gapsOf(outcome)).toEqual([]);
		expect(outcome.netted.flatMap((one) => [...one.sales, ...one.receipts]).sort()).toEqual(['r1', 'r2', 's1', 's2']);
	});

	it('match the corrected sale after a reversal', () => {
		const outcome = compareRows({
			sales: [sale('s1', '12:00', '50.00'), reversal, sale('s3', '12:02:30', '55.00')],
			receipts: [receipt('r1', '12:00:10', '55.00')],
		});
		expect(outcome.netted).toEqual([{ sales: ['s1', 's2'], receipts: [], reason: 'reversal' }]);
		expect(matchesOf(outcome)).toEqual(['s3 = r1']);
	});

	it('match the corrected sale of the same amount too', () => {
		const outcome = compareRows({
			sales: [sale('s1', '12:00', '50.00'), reversal, sale('s3', '12:02:30', '50.00', { tender: 'card' })],
			receipts: [receipt('r1', '12:00:10', '50.00', { tender: 'card' })],
		});
		expect(matchesOf(outcome)).toEqual(['s3 = r1']);
		expect(gapsOf(outcome)).toEqual([]);
	});

	it('net a voided charge that was charged again', () => {
		const outcome = compareRows({
			sales: [sale('s1', '12:00', '50.00')],
			receipts: [charged, undo, receipt('r3', '12:03:00', '50.00', { rrn: '317161000199' })],
		});
		expect(matchesOf(outcome)).toEqual(['s1 = r3']);
		expect(outcome.netted).toEqual([{ sales: [], receipts: ['r1', 'r2'], reason: 'void' }]);
	});

	it('take a reversal of a reversal as if neither had been', () => {
		const outcome = compareRows({
			sales: [sale('s1', '12:00', '50.00'), reversal, sale('s3', '12:03', '50.00', { kind: 'reversal', ref: 's2' })],
			receipts: [charged],
		});
		expect(matchesOf(outcome)).toEqual(['s1 = r1']);
		expect(outcome.netted).toEqual([{ sales: ['s2', 's3'], receipts: [], reason: 'reversal' }]);
	});

	it('report a void or reversal of something unknown', () => {
		const outcome = compareRows({
			sales: [sale('s9', '12:00', '50.00', { kind: 'reversal', ref: 'nobody' })],
			receipts: [receipt('r9', '12:00', '50.00', { kind: 'void', originalRef: 'nothing' })],
		});
		expect([...placesOf(outcome)]).toEqual([
			['r9', 'original_unknown'],
			['s9', 'original_unknown'],
		]);
	});

	it('agree where the terminal voided what the ledger gave back as a refund', () => {
		const outcome = compareRows({
			sales: [sale('s1', '12:00', '50.00'), sale('s2', '12:02', '50.00', { kind: 'refund', ref: 's1' })],
			receipts: [charged, undo],
		});
		expect(gapsOf(outcome)).toEqual([]);
		expect(new Set(placesOf(outcome).values())).toEqual(new Set(['netted']));
	});

	it('agree where the ledger reversed what the terminal gave back as a refund', () => {
		const refund = receipt('r2', '12:05', '50.00', { kind: 'refund', originalRef: '317161000195' });
		const outcome = compareRows({ sales: [sale('s1', '12:00', '50.00'), reversal], receipts: [charged, refund] });
		expect(gapsOf(outcome)).toEqual([]);
		expect(new Set(placesOf(outcome).values())).toEqual(new Set(['netted']));
	});
});

describe('declined and unfinished', () => {
	it('is declined offline where the only fitting receipt failed', () => {
		const outcome = compareRows({ sales: [sale('s1', '12:00', '50.00')], receipts: [receipt('r1', '12:00:10', '50.00', { status: 'failed' })] });
		expect(gapsOf(outcome)).toEqual(['offline_declined: s1 r1, 1, 5000']);
		expect(outcome.excluded).toEqual([]);
	});

	it('excludes a failed attempt before the one that went through', () => {
		const outcome = compareRows({
			sales: [sale('s1', '12:00:50', '50.00')],
			receipts: [receipt('r1', '12:00:10', '50.00', { status: 'failed' }), receipt('r2', '12:00:40', '50.00')],
		});
		expect(matchesOf(outcome)).toEqual(['s1 = r2']);
		expect(outcome.excluded).toEqual([{ sale: null, receipt: 'r1', reason: 'failed' }]);
	});

	it.each(['failed', 'unpaid_left'] as const)('expects no receipt for a sale in state %s, and finds one strange', (state) => {
		const sales = [sale('s1', '12:00', '50.00', { state })];
		expect(compareRows({ sales }).excluded).toEqual([{ sale: 's1', receipt: null, reason: 'failed' }]);
		expect(gapsOf(compareRows({ sales, receipts: [receipt('r1', '12:00:10', '50.00')] }))).toEqual(['status_mismatch: s1 r1, 1, 5000']);
	});

	it('excludes what takes no part', () => {
		const outcome = compareRows({
			receipts: [
				receipt('r1', '12:00', '1.00', { kind: 'fee' }),
				receipt('r2', '12:01', '2.00', { kind: 'payout' }),
				receipt('r3', '12:02', '3.00', { kind: 'adjustment' }),
				receipt('r4', '12:03', '4.00', { status: 'pending' }),
				receipt('r5', '12:04', '5.00', { status: 'failed' }),
				receipt('r6', '12:05', '6.00', { tender: 'cash' }),
				receipt('r7', '12:06', '7.00', { leg: 'bank' }),
			],
		});
		expect(outcome.excluded.map(({ receipt: id, reason }) => `${id} ${reason}`)).toEqual([
			...['r1 fee', 'r2 payout', 'r3 adjustment', 'r4 pending', 'r5 failed', 'r6 cash_sale', 'r7 payout'],
		]);
		expect(gapsOf(outcome)).toEqual([]);
	});

	it('reports a chargeback with the sale that it takes back', () => {
		const outcome = compareRows({
			sales: [sale('s1', '12:00', '50.00', { tender: 'card' })],
			receipts: [
				receipt('r1', '12:00:10', '50.00', { tender: 'card', rrn: '77' }),
				receipt('r2', '2026-11-21T09:00:00+08:00', '50.00', { kind: 'chargeback', originalRef: '77' }),
			],
		});
		expect(gapsOf(outcome)).toEqual(['chargeback: s1 r2, 1, 5000']);
	});
});

describe('refunds', () => {
	it('match refunds only, and follow the sale that both name', () => {
		const outcome = compareRows({
			sales: [
				sale('s1', '12:00', '28.00'),
				sale('s2', '12:30', '28.00'),
				sale('f1', '14:00', '28.00', { kind: 'refund', ref: 's1' }),
				sale('f2', '14:01', '28.00', { kind: 'refund', ref: 's2' }),
			],
			receipts: [
				receipt('r1', '12:00:10', '28.00', { rrn: '11' }),
				receipt('r2', '12:30:10', '28.00', { rrn: '22' }),
				receipt('q2', '14:00:05', '28.00', { kind: 'refund', originalRef: '22' }),
				receipt('q1', '14:01:05', '28.00', { kind: 'refund', originalRef: '11' }),
			],
		});
		expect(matchesOf(outcome).sort()).toEqual(['f1 = q1', 'f2 = q2', 's1 = r1', 's2 = r2']);
	});

	it('never pair with a sale, however equal', () => {
		const outcome = compareRows({ sales: [sale('s1', '12:00', '28.00')], receipts: [receipt('r1', '12:00:10', '28.00', { kind: 'refund' })] });
		expect(outcome.matches).toEqual([]);
		expect(gapsOf(outcome)).toEqual(['missing_at_terminal: s1, 1, 2800', 'missing_in_ledger: r1, 1, 2800']);
	});

	it('given back in excess are money that the shop is short of', () => {
		const outcome = compareRows({
			sales: [sale('s1', '12:00', '18.00', { kind: 'refund', keys: { rrn: '317161000195' } })],
			receipts: [receipt('r1', '12:00:10', '81.00', { kind: 'refund', rrn: '317161000195' })],
		});
		expect(outcome.matches[0]?.differenceMinor).toBe(-6_300);
		expect(gapsOf(outcome)).toEqual(['amount_short: s1 r1, 1, 6300']);
	});
});

describe('a lost batch', () => {
	const times = ['12:00', '12:06', '12:11', '12:19', '12:27', '12:33'];
	const lost = times.map((time, k) => sale(`s${k}`, time, `${30 + k}.00`, { tender: 'card' }));

	it('stays one discrepancy per sale, each naming the run', () => {
		const outcome = compareRows({ sales: lost, receipts: [receipt('far', '18:00', '9.00')] });
		const clusters = new Set(outcome.discrepancies.filter((one) => one.sales.length > 0).map((one) => one.cluster));
		expect(outcome.discrepancies.filter((one) => one.kind === 'missing_at_terminal')).toHaveLength(6);
		expect(clusters.size).toBe(1);
		expect([...clusters][0]).toBeTruthy();
	});

	it('may have one matched sale in between, and takes in sales without a terminal', () => {
		const between = sale('m', '12:15', '77.00', { tender: 'card' });
		const loose = sale('loose', '12:20', '66.00', { tender: 'card', terminalId: null });
		const outcome = compareRows({ sales: [...lost, between, loose], receipts: [receipt('r', '12:15:10', '77.00', { tender: 'card' })] });
		expect(new Set(outcome.discrepancies.map((one) => one.cluster)).size).toBe(1);
		expect(outcome.discrepancies).toHaveLength(7);
		expect(outcome.discrepancies[0]?.cluster).not.toBeNull();
	});

	it('is not made of four, of two terminals, or of sales with matches between them', () => {
		const four = compareRows({ sales: lost.slice(0, 4) });
		const twoTerminals = compareRows({ sales: lost.map((row, k) => ({ ...row, terminalId: k % 2 ? 'T1' : 'T2' })) });
		const scattered = compareRows({
			sales: [...lost, ...times.map((time, k) => sale(`m${k}`, `${time}:40`, `${70 + k}.00`, { tender: 'card' }))],
			receipts: times.map((time, k) => receipt(`r${k}`, `${time}:50`, `${70 + k}.00`, { tender: 'card' })),
		});
		for (const outcome of [four, twoTerminals, scattered]) expect(outcome.discrepancies.every((one) => one.cluster === null)).toBe(true);
	});
});

describe('rows', () => {
	it('count once where they are given twice, and conflict where they differ', () => {
		const outcome = compareRows({
			sales: [sale('s1', '12:00', '50.00'), sale('s1', '12:00', '50.00'), sale('s1', '12:05', '51.00')],
			receipts: [receipt('r1', '12:00:10', '50.00', { line: 2 }), receipt('r1', '12:00:10', '50.00', { line: 9 })],
		});
		expect(matchesOf(outcome)).toEqual(['s1 = r1']);
		expect(outcome.problems).toMatchObject([{ sale: 's1', code: 'id_conflict' }]);
	});

	it('come in a fixed order: first instant, then id', () => {
		const outcome = compareRows({ sales: [sale('b', '12:00', '5.00'), sale('a', '12:00', '6.00'), sale('c', '11:00', '7.00')] });
		expect(outcome.discrepancies.map((one) => one.sales[0])).toEqual(['c', 'a', 'b']);
	});

	it('of a provider bill that names its records otherwise still match', () => {
		const outcome = compareRows({
			sales: [sale('s1', '12:00', '50.00', { terminalId: 'till 1' })],
			receipts: [billed('p1', '12:00:10', '50.00', { terminalId: '01086601' })],
			coverage: [covering('provider')],
		});
		expect(matchesOf(outcome)).toEqual(['s1 = p1']);
	});
});
