import { describe, expect, it } from 'vitest';
import { learnedHabits, SHOP_HABITS } from '../../src/domain/matching/habits.ts';
import type { ReconcileInput } from '../../src/domain/matching/rows.ts';
import { compareRows, covering, gapsOf, matchesOf, placesOf, receipt, sale } from '../support/matching-rows.ts';
import { rowsOf } from '../support/row-script.ts';

const MONTH = ['2026-11-01', '2026-11-30'] as const;
const coverage = [covering('terminal', MONTH)];

type Row = {
	readonly failure: string;
	readonly rows: string;
	/** Matches that count, as "s1 = r1". */
	readonly matches: readonly string[];
	/** Kinds of discrepancies. */
	readonly gaps?: readonly string[];
	readonly change?: Partial<ReconcileInput>;
};

/** Ways in which other products went wrong, by the numbers under which they were collected; the rows show each, the rest what must come of it. */
const REPORTED: readonly Row[] = [
	{
		failure: '1: a new row merged into an unrelated older one of the same amount',
		rows: `s1 12:00 50.00
			r1 17/12:00 50.00`,
		matches: [],
		gaps: ['missing_in_ledger', 'missing_at_terminal'],
	},
	{
		failure: '2: a weekly payment taken for last week’s',
		rows: `s1 06/12:00 100.00
			s2 13/12:00 100.00
			s3 20/12:00 100.00
			r2 13/12:00:10 100.00
			r3 20/12:00:10 100.00`,
		matches: ['s2 = r2', 's3 = r3'],
		gaps: ['missing_at_terminal'],
	},
	{
		failure: '3: equal rows of every day skipped as already there',
		rows: ['16', '17', '18', '19', '20'].map((day) => `s${day} ${day}/09:00 1.23\nr${day} ${day}/09:00:05 1.23`).join('\n'),
		matches: ['s16 = r16', 's17 = r17', 's18 = r18', 's19 = r19', 's20 = r20'],
	},
	{
		failure: '4: of two identical purchases only one survives',
		rows: `s1 12:00 12.00
			s2 12:00 12.00
			r1 12:00 12.00
			r2 12:00 12.00`,
		matches: ['s1 = r1', 's2 = r2'],
	},
	{
		failure: '5: a payment matched to a part of yesterday’s split',
		rows: `s1 19/12:00 100.00
			r1 19/12:00:10 50.00
			r2 19/12:00:50 50.00
			s2 12:00 50.00
			r3 12:00:10 50.00`,
		matches: ['s1 = r1 r2', 's2 = r3'],
	},
	{
		failure: '6: a window that looks farther back than ahead',
		rows: `s1 12:00 50.00
			r1 12:09 50.00
			s2 15:09 60.00
			r2 15:00 60.00`,
		matches: ['s1 = r1', 's2 = r2'],
	},
	{
		failure: '7: a new file takes matches from earlier days',
		rows: `s1 18/12:00 50.00
			r1 18/12:00:08 50.00
			r2 20/12:00:08 50.00`,
		matches: ['s1 = r1'],
		gaps: ['missing_in_ledger'],
	},
	{
		failure: '8: equal pending payments collapse into one',
		rows: `s1 12:00:00 3.50
			s2 12:00:30 3.50
			r1 12:00:05 3.50 pending
			r2 12:00:35 3.50 pending`,
		matches: ['s1 = r1', 's2 = r2'],
	},
	{
		failure: '9: a cent apart cannot be joined',
		rows: `s1 12:00 50.00
			r1 12:00:10 50.01`,
		matches: ['s1 = r1'],
		gaps: ['amount_over'],
	},
	{
		failure: '11: a row that appears later with an earlier date is skipped for ever',
		rows: `s1 18/12:00 50.00
			s2 20/12:00 20.00
			r2 20/12:00:10 20.00
			r1 18/12:00:10 50.00`,
		matches: ['s1 = r1', 's2 = r2'],
	},
	{
		failure: '13: a payment with another reference number is taken',
		rows: `s1 12:00 50.00 card rrn:317161000195
			r1 12:00:20 50.00 card rrn:317161009444
			r2 12:06:00 50.00 card rrn:317161000195`,
		matches: ['s1 = r2'],
		gaps: ['missing_in_ledger'],
	},
	{
		failure: '14: equal candidates that nobody can tell apart',
		rows: ['00', '20', '40', '55', '59'].map((second, k) => `s${k} 12:00:${second} 8.00\nr${k} 12:01:0${k} 8.00`).join('\n'),
		matches: ['s0 = r0', 's1 = r1', 's2 = r2', 's3 = r3', 's4 = r4'],
	},
	{
		failure: '15: a residue of floating point blocks a sum',
		rows: `s1 12:00 0.30
			r1 12:00:10 0.10
			r2 12:00:40 0.20`,
		matches: ['s1 = r1 r2'],
	},
	{
		failure: '18: equal amounts are not matched for want of another word',
		rows: `s1 12:00 50.00 ?
			r1 12:00:10 50.00 ?`,
		matches: ['s1 = r1'],
	},
	{
		failure: '22: rows of the same day and amount dropped on import',
		rows: `s1 10:00 15.00
			s2 13:00 15.00
			s3 19:00 15.00
			r1 10:00:05 15.00
			r2 13:00:05 15.00
			r3 19:00:05 15.00`,
		matches: ['s1 = r1', 's2 = r2', 's3 = r3'],
	},
	{
		failure: '24: numbers used twice in one file taken for duplicates',
		rows: `s1 12:00 50.00
			s2 14:00 20.00
			r1 12:00:10 50.00 order:NOTPROVIDED
			r2 14:00:10 20.00 order:NOTPROVIDED`,
		matches: ['s1 = r1', 's2 = r2'],
	},
	{
		failure: '25: a tip after the payment changes its amount',
		rows: `s1 12:00 80.00 card
			r1 12:04 92.00 card tip:12.00`,
		matches: ['s1 = r1'],
	},
	{
		failure: '26: a refund taken for a sale, because signs are dropped',
		rows: `s1 12:00 50.00
			r1 12:00:05 50.00 refund`,
		matches: [],
		gaps: ['missing_at_terminal', 'missing_in_ledger'],
	},
	{
		failure: '27: an imprecise candidate earlier in the list beats a precise one',
		rows: `s1 12:00 50.00
			r1 12:00:01 50.10
			r2 12:00:40 50.00`,
		matches: ['s1 = r2'],
		gaps: ['missing_in_ledger'],
	},
	{
		failure: '28: the closest date is taken by a signed difference',
		rows: `s1 12:00 50.00
			r1 11:30 50.00
			r2 12:00:20 50.00`,
		matches: ['s1 = r2'],
		gaps: ['missing_in_ledger'],
	},
	{
		failure: '29: two receipts claim one sale',
		rows: `s1 12:00 50.00
			r1 12:00:10 50.00
			r2 12:20:00 50.00`,
		matches: ['s1 = r1'],
		gaps: ['missing_in_ledger'],
	},
];

describe('a reported failure that must not happen here', () => {
	it.each(REPORTED)('$failure', ({ rows, matches, gaps = [], change }) => {
		const outcome = compareRows({ coverage, ...rowsOf(rows), ...change });
		expect(matchesOf(outcome)).toEqual(matches);
		expect(outcome.discrepancies.map(({ kind }) => kind).sort()).toEqual([...gaps].sort());
	});

	it('9: a payment minutes later that is larger by what may be a tip cannot be joined', () => {
		const outcome = compareRows(rowsOf('s1 12:00 50.00 card\n r1 12:03 57.50 card'));
		expect(matchesOf(outcome)).toEqual(['s1 = r1']);
		expect(outcome.discrepancies[0]?.hypotheses[0]?.code).toBe('tip_added');
	});

	it('10: dates shifted by a zone, or by a clock with the wrong date', () => {
		const times = ['10:03', '11:17', '12:05', '12:40', '13:22', '15:10', '17:48', '18:20', '18:55', '19:31'];
		const sales = times.map((time, k) => sale(`s${k}`, time, `${21 + k * 3}.50`));
		const shifted = (ms: number, offset: number) =>
			sales.map((row, k) => ({ ...receipt(`r${k}`, '12:00', `${21 + k * 3}.50`), at: row.at + 7_000 + ms, offset }));
		const wanted = sales.map((row) => `${row.id} = r${row.id.slice(1)}`);
		expect(matchesOf(compareRows({ sales, receipts: shifted(0, 0), coverage }))).toEqual(wanted);
		expect(matchesOf(compareRows({ sales, receipts: shifted(86_400_000, 480), coverage }))).toEqual(wanted);
		expect(matchesOf(compareRows({ sales, receipts: shifted(-8 * 3_600_000, 480), coverage }))).toEqual(wanted);
	});

	it('12: the same and overlapping files change what was there', () => {
		const first = rowsOf('s1 12:00 50.00\n s2 13:00 20.00\n r1 12:00:10 50.00\n r2 13:00:10 20.00');
		const again = first.receipts.map((row) => ({ ...row, line: 77 }));
		const once = compareRows(first);
		expect(compareRows({ ...first, receipts: [...first.receipts, ...again] })).toEqual(once);
		expect(compareRows({ ...first, receipts: [...again.slice(1), ...first.receipts] })).toEqual(once);
	});

	it('13: nor is one with another number ever taken without a person, though it is the only one', () => {
		const outcome = compareRows(rowsOf('s1 12:00 50.00 card rrn:317161000195\n r1 12:00:05 50.00 card rrn:904411887321'));
		expect(outcome.matches.map((match) => match.band)).toEqual(['suggested']);
	});

	it('16: ten thousand rows are never finished', () => {
		const rows = Array.from({ length: 10_000 }, (_, k) => k);
		const time = (k: number) => new Date(Date.UTC(2026, 10, 1, 1) + k * 230_000).toISOString();
		const sales = rows.map((k) => sale(`s${k}`, time(k), `${5 + (k % 61)}.00`));
		const receipts = rows.map((k) => ({ ...receipt(`r${k}`, time(k), `${5 + (k % 61)}.00`), at: (sales[k]?.at ?? 0) + 1_000 * (k % 17) }));
		expect(matchesOf(compareRows({ sales, receipts, coverage }))).toHaveLength(10_000);
	}, 60_000);

	it('17: what was learned matches the whole backlog anew', () => {
		const rows = rowsOf('s1 18/12:00 50.00 card auth:7QK42M\n r1 18/12:01 50.00 card auth:7QK42M\n s2 20/12:00 20.00\n r2 20/12:01 20.00');
		const before = compareRows({ ...rows, coverage });
		const learned = learnedHabits(
			'counter',
			Array.from({ length: 500 }, () => before.matches[0]).flatMap((match) => (match ? [{ ...match, confirmed: true }] : [])),
		);
		expect(learned.keyWrong).toBeGreaterThanOrEqual(SHOP_HABITS.counter.keyWrong / 5);
		const confirmed = compareRows({ ...rows, coverage, decisions: { confirmed: [{ sales: ['s2'], receipts: ['r2'] }], rejected: [] } });
		expect(confirmed.matches.filter((match) => match.sales[0] === 's1')).toEqual(before.matches.filter((match) => match.sales[0] === 's1'));
	});

	it('19: thirteen equal tickets make 4,096 candidates', () => {
		const tickets = Array.from({ length: 13 }, (_, k) => `s${k + 10} 12:00:${10 + k * 3} 2.75\nr${k + 10} 12:00:${12 + k * 3} 2.75`).join('\n');
		const outcome = compareRows(rowsOf(tickets));
		expect(outcome.matches).toHaveLength(13);
		for (const match of outcome.matches) expect(match.band).toBe('auto');
	});

	it('20: a confirmed row is matched again by a new file', () => {
		const rows = rowsOf('s1 12:00 50.00\n r1 12:10 50.00\n r2 12:00:02 50.00');
		const decisions = { confirmed: [{ sales: ['s1'], receipts: ['r1'] }], rejected: [] };
		expect(matchesOf(compareRows({ ...rows, decisions }))).toEqual(['s1 = r1']);
	});

	it('21: legal equal rows are refused, and a changed note lets a copy through', () => {
		const twins = rowsOf('s1 12:00 9.00\n s2 12:00 9.00\n r1 12:00 9.00\n r2 12:00 9.00');
		expect(matchesOf(compareRows(twins))).toHaveLength(2);
		const copy = { ...twins.receipts[0], line: 9, source: 'another-name' } as (typeof twins.receipts)[number];
		const outcome = compareRows({ ...twins, receipts: [...twins.receipts, copy] });
		expect(matchesOf(outcome)).toHaveLength(2);
		expect(placesOf(outcome).size).toBe(4);
	});

	it('23: ties fall by the order of the table, and greed takes the best pair first', () => {
		const rows = rowsOf('s1 12:00:00 50.00\n s2 12:03:00 50.00\n r1 12:01:10 50.00\n r2 12:03:40 50.00');
		const turned = { sales: [...rows.sales].reverse(), receipts: [...rows.receipts].reverse() };
		expect(compareRows(turned)).toEqual(compareRows(rows));
		expect(matchesOf(compareRows(rows))).toEqual(['s1 = r1', 's2 = r2']);
	});

	it('29: a row that one group leaves over is reported though the next group takes it', () => {
		const outcome = compareRows(rowsOf('s1 12:00 100.00\n r1 12:00:10 60.00\n r2 12:00:40 40.00\n s2 12:05 75.00\n r3 12:05:10 35.00\n r4 12:05:50 40.00'));
		expect(matchesOf(outcome)).toEqual(['s1 = r1 r2', 's2 = r3 r4']);
		expect(gapsOf(outcome)).toEqual([]);
	});
});
