import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/domain/matching/outcome.ts';
import { at, billed, compareRows, covering, gapsOf, matchesOf, placesOf, receipt, sale } from '../support/matching-rows.ts';

/** Ways in which reconciliation has gone wrong elsewhere, as users reported them; each must not happen here. */
describe('equal amounts', () => {
	const week = ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20'];
	const stamp = (day: string, time: string) => `${day}T${time}+08:00`;

	it('do not pull a sale to an unrelated receipt of days before', () => {
		const outcome = compareRows({
			sales: [sale('s1', '12:00', '50.00')],
			receipts: [receipt('r1', stamp('2026-11-17', '12:00:00'), '50.00')],
			coverage: [covering('terminal', week)],
		});
		expect(matchesOf(outcome)).toEqual([]);
		expect(outcome.discrepancies).toHaveLength(2);
	});

	it('of every day stay with their day when one is missing', () => {
		const lost = '2026-11-18';
		const outcome = compareRows({
			sales: week.map((day) => sale(`s${day}`, stamp(day, '12:00:00'), '100.00')),
			receipts: week.filter((day) => day !== lost).map((day) => receipt(`r${day}`, stamp(day, '12:00:20'), '100.00')),
			coverage: [covering('terminal', week)],
		});
		expect(matchesOf(outcome)).toEqual(week.filter((day) => day !== lost).map((day) => `s${day} = r${day}`));
		expect(outcome.discrepancies.map((one) => one.sales)).toEqual([[`s${lost}`]]);
	});

	it('on one day all live, identical as they may be', () => {
		const rows = Array.from({ length: 4 }, (_, k) => k);
		const outcome = compareRows({ sales: rows.map((k) => sale(`s${k}`, '12:00', '3.50')), receipts: rows.map((k) => receipt(`r${k}`, '12:00', '3.50')) });
		expect(matchesOf(outcome)).toHaveLength(4);
		expect(gapsOf(outcome)).toEqual([]);
	});

	it('still pending do not collapse into one', () => {
		const outcome = compareRows({
			sales: [sale('s1', '12:00:00', '3.50'), sale('s2', '12:00:30', '3.50')],
			receipts: [receipt('r1', '12:00:05', '3.50', { status: 'pending' }), receipt('r2', '12:00:35', '3.50', { status: 'pending' })],
		});
		expect(matchesOf(outcome)).toHaveLength(2);
	});

	it('are not mistaken for a part of a split payment that is already explained', () => {
		const outcome = compareRows({
			sales: [sale('s1', '12:00', '100.00'), sale('s2', '13:00', '50.00')],
			receipts: [receipt('r1', '12:00:10', '50.00'), receipt('r2', '12:00:50', '50.00'), receipt('r3', '13:00:10', '50.00')],
		});
		expect(matchesOf(outcome)).toEqual(['s1 = r1 r2', 's2 = r3']);
	});
});

describe('time', () => {
	it('is looked at on both sides of the sale alike', () => {
		const around = (seconds: number): Outcome =>
			compareRows({ sales: [sale('s1', '12:00', '50.00')], receipts: [{ ...receipt('r1', '12:00', '50.00'), at: at('12:00') + seconds * 1_000 }] });
		for (const seconds of [30, 240, 600]) expect(matchesOf(around(seconds))).toEqual(matchesOf(around(-seconds)));
	});

	it('is compared as an instant, whatever zone it was written in', () => {
		const outcome = compareRows({
			sales: [sale('s1', '2026-11-20T23:30:00+08:00', '50.00')],
			receipts: [receipt('r1', '2026-11-20T15:30:10+00:00', '50.00', { offset: 0 })],
		});
		expect(matchesOf(outcome)).toEqual(['s1 = r1']);
	});

	it('of the nearest counts, before or after', () => {
		const outcome = compareRows({
			sales: [sale('s1', '12:00', '50.00')],
			receipts: [receipt('before', '11:58:00', '50.00'), receipt('after', '12:00:20', '50.00'), receipt('later', '12:30:00', '50.00')],
		});
		expect(matchesOf(outcome)).toEqual(['s1 = after']);
	});

	it('of a row that turns up later with an earlier date is as good as any', () => {
		const sales = [sale('s1', '12:00', '50.00'), sale('s2', '18:00', '20.00')];
		const first = [receipt('r2', '18:00:10', '20.00')];
		expect(matchesOf(compareRows({ sales, receipts: [...first, receipt('r1', '12:00:10', '50.00')] }))).toEqual(['s1 = r1', 's2 = r2']);
	});
});

describe('numbers', () => {
	it('that differ keep an equal amount apart from its neighbour with the right number', () => {
		const outcome = compareRows({
			sales: [sale('s1', '12:00', '50.00', { keys: { rrn: '317161000195' } }), sale('s2', '12:01', '50.00', { keys: { rrn: '317161000777' } })],
			receipts: [receipt('r2', '12:00:05', '50.00', { rrn: '317161000777' }), receipt('r1', '12:01:05', '50.00', { rrn: '317161000195' })],
		});
		expect(matchesOf(outcome)).toEqual(['s1 = r1', 's2 = r2']);
	});

	it('used twice by a source are two payments', () => {
		const outcome = compareRows({
			sales: [sale('s1', '12:00', '50.00'), sale('s2', '14:00', '20.00')],
			receipts: [receipt('r1', '12:00:10', '50.00', { merchantOrderNo: 'E2E-1' }), receipt('r2', '14:00:10', '20.00', { merchantOrderNo: 'E2E-1' })],
		});
		expect(matchesOf(outcome)).toEqual(['s1 = r1', 's2 = r2']);
	});

	it('are not needed for a match', () => {
		const outcome = compareRows({ sales: [sale('s1', '12:00', '50.00', { tender: null, terminalId: null })], receipts: [receipt('r1', '12:00:10', '50.00')] });
		expect(outcome.matches[0]?.band).toBe('auto');
	});

	it('whose digits only look alike decide nothing', () => {
		const outcome = compareRows({
			sales: [sale('s1', '12:00', '50.00', { keys: { rrn: '591' } })],
			receipts: [receipt('r1', '12:04:00', '50.00', { rrn: '317161000195' }), receipt('r2', '12:00:10', '50.00', { rrn: '317161000778' })],
		});
		expect(matchesOf(outcome)).toEqual(['s1 = r2']);
	});
});

describe('amounts', () => {
	it('a cent apart are one payment with a difference', () => {
		const outcome = compareRows({ sales: [sale('s1', '12:00', '50.00')], receipts: [receipt('r1', '12:00:10', '50.01')] });
		expect(outcome.matches[0]).toMatchObject({ band: 'suggested', differenceMinor: 1 });
	});

	it('stay whole numbers, however large', () => {
		const outcome = compareRows({ sales: [sale('s1', '12:00', '99999999.99')], receipts: [receipt('r1', '12:00:10', '99999999.98')] });
		for (const one of outcome.discrepancies) expect(Number.isSafeInteger(one.amountMinor)).toBe(true);
		expect(outcome.matches[0]?.differenceMinor).toBe(-1);
	});

	it('of a tip added after payment do not turn one payment into two gaps', () => {
		const outcome = compareRows({
			sales: [sale('s1', '12:00', '50.00', { tender: 'card' })],
			receipts: [receipt('r1', '12:09:00', '59.00', { tender: 'card', tipMinor: 900 })],
		});
		expect(matchesOf(outcome)).toEqual(['s1 = r1']);
		expect(gapsOf(outcome)).toEqual([]);
	});
});

describe('one to one', () => {
	it('holds: no receipt serves two sales', () => {
		const outcome = compareRows({ sales: [sale('s1', '12:00', '50.00'), sale('s2', '12:20', '50.00')], receipts: [receipt('r1', '12:00:10', '50.00')] });
		expect(matchesOf(outcome)).toEqual(['s1 = r1']);
		expect(gapsOf(outcome)).toEqual(['missing_at_terminal: s2, 1, 5000']);
	});

	it('lets two weaker pairs win over one stronger and two gaps', () => {
		const outcome = compareRows({
			sales: [sale('s1', '12:00:00', '50.00'), sale('s2', '12:03:00', '50.00')],
			receipts: [receipt('r1', '12:01:10', '50.00'), receipt('r2', '12:03:40', '50.00')],
		});
		expect(matchesOf(outcome)).toEqual(['s1 = r1', 's2 = r2']);
	});

	it('prefers the precise to the imprecise, wherever it stands in the list', () => {
		const outcome = compareRows({
			sales: [sale('s1', '12:00', '50.00')],
			receipts: [receipt('a', '12:00:01', '50.10'), receipt('b', '12:00:40', '50.00')],
		});
		expect(matchesOf(outcome)).toContain('s1 = b');
	});

	it('remembers what is already paired when a new file comes', () => {
		const sales = [sale('s1', '12:00', '50.00'), sale('s2', '12:30', '50.00')];
		const before = compareRows({ sales, receipts: [receipt('r1', '12:00:10', '50.00')] });
		const after = compareRows({ sales, receipts: [receipt('r1', '12:00:10', '50.00'), receipt('r2', '12:30:05', '50.00')] });
		expect(matchesOf(before)).toEqual(['s1 = r1']);
		expect(matchesOf(after)).toEqual(['s1 = r1', 's2 = r2']);
	});
});

describe('crowds', () => {
	const crowd = (count: number, seconds: number, lost: readonly number[]) => {
		const time = (k: number) => new Date(Date.UTC(2026, 10, 20, 2) + k * seconds * 1_000).toISOString();
		const sales = Array.from({ length: count }, (_, k) => sale(`s${String(k).padStart(5, '0')}`, time(k), '12.00'));
		const receipts = sales.flatMap((row, k) => (lost.includes(k) ? [] : [{ ...receipt(`r${row.id}`, time(k), '12.00'), at: row.at + ((k * 7) % 11) * 1_000 }]));
		return compareRows({ sales, receipts });
	};

	it.each([
		['thirteen equal tickets', 13, 30],
		['three hundred equal amounts in an hour', 300, 12],
		['two thousand equal amounts in a day', 2_000, 30],
	])('of %s are all matched but the one that is missing', (_, count, seconds) => {
		const outcome = crowd(count, seconds, [Math.floor(count / 2)]);
		expect(matchesOf(outcome)).toHaveLength(count - 1);
		expect(outcome.discrepancies.map((one) => [one.kind, one.count])).toEqual([['missing_at_terminal', 1]]);
		expect(outcome.matches.flatMap((match) => match.evidence).filter((one) => one.relation === 'approximate')).toEqual([]);
	});

	it('of parts that add up in many ways do not explode', () => {
		const sales = Array.from({ length: 150 }, (_, k) => sale(`s${k}`, new Date(Date.UTC(2026, 10, 20, 4, 0, k * 4)).toISOString(), '20.00'));
		const receipts = Array.from({ length: 300 }, (_, k) => receipt(`r${k}`, new Date(Date.UTC(2026, 10, 20, 4, 0, k * 2)).toISOString(), '10.00'));
		const outcome = compareRows({ sales, receipts });
		expect(placesOf(outcome).size).toBe(450);
	});
});

describe('signs', () => {
	it('are minded: a refund is no sale, on either leg', () => {
		const outcome = compareRows({
			sales: [sale('s1', '12:00', '50.00', { kind: 'refund' })],
			receipts: [receipt('r1', '12:00:05', '50.00'), billed('p1', '12:00:05', '50.00', { kind: 'refund' })],
			coverage: [covering('terminal'), covering('provider')],
		});
		expect(matchesOf(outcome)).toEqual(['s1 = p1']);
		expect(placesOf(outcome).get('r1')).toBe('missing_in_ledger');
	});
});
