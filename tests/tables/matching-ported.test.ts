import { describe, expect, it } from 'vitest';
import type { Match } from '../../src/domain/matching/outcome.ts';
import type { ReconcileInput } from '../../src/domain/matching/rows.ts';
import { compareRows, covering, matchesOf, placesOf } from '../support/matching-rows.ts';
import { rowsOf } from '../support/row-script.ts';

const coverage = [covering('terminal', ['2026-11-01', '2026-11-30'])];

type Row = readonly [name: string, rows: string, matches: readonly string[], change?: Partial<ReconcileInput>];
const run = (rows: string, change: Partial<ReconcileInput> = {}) => compareRows({ coverage, ...rowsOf(rows), ...change });

/** Bank reconciliation as accountants know it: statement lines are receipts, ledger entries are sales, document numbers are typed keys. */
const BANK: readonly Row[] = [
	['one entry, several lines: the amount decides over the terminal', 's1 12:00 50.00 T1\n r1 12:00:20 50.00 T2\n r2 12:00:20 61.00 T1', ['s1 = r1']],
	['one entry, several lines: the amount decides over the time', 's1 12:00 50.00\n r1 12:04 50.00\n r2 12:00 49.00', ['s1 = r1']],
	['one entry, several lines: of equal amounts the nearest in time', 's1 12:00 50.00\n r1 12:04 50.00\n r2 12:00:15 50.00\n r3 11:57 50.00', ['s1 = r2']],
	['one entry, several lines: of equal amounts and times the terminal', 's1 12:00 50.00 T2\n r1 12:00:10 50.00 T1\n r2 12:00:10 50.00 T2', ['s1 = r2']],
	[
		'one entry, several lines: of equal amounts and times the tender',
		's1 12:00 50.00 alipay\n r1 12:00:10 50.00 wechat\n r2 12:00:10 50.00 alipay',
		['s1 = r2'],
	],
	[
		'one entry, several lines: a typed number decides over the time',
		's1 12:00 50.00 card auth:7QK42M\n r1 12:00:10 50.00 card auth:310077\n r2 12:05 50.00 card auth:7QK42M',
		['s1 = r2'],
	],
	[
		'one entry, several lines: a typed number decides over the terminal',
		's1 12:00 50.00 card T1 auth:7QK42M\n r1 12:01 50.00 card T1 auth:310077\n r2 12:01 50.00 card T2 auth:7QK42M',
		['s1 = r2'],
	],
	[
		'one entry, several lines: a whole number decides over its end',
		's1 12:00 50.00 card rrn:317161000195\n r1 12:01 50.00 card rrn:990000000195\n r2 12:01 50.00 card rrn:317161000195',
		['s1 = r2'],
	],
	[
		'one entry, several lines: all that is known agrees with one',
		's1 12:00 50.00 card T1 auth:7QK42M last4:1188\n r1 12:00:30 50.00 card T1 auth:7QK42M last4:1188\n r2 12:00:30 50.00 card T2 auth:884211 last4:3050',
		['s1 = r1'],
	],
	['several entries, one line: the amount decides over the terminal', 's1 12:00 50.00 T2\n s2 12:00 61.00 T1\n r1 12:00:20 50.00 T1', ['s1 = r1']],
	['several entries, one line: the amount decides over the time', 's1 12:04 50.00\n s2 12:00 44.00\n r1 12:00 50.00', ['s1 = r1']],
	['several entries, one line: of equal amounts the nearest in time', 's1 11:55 50.00\n s2 12:00 50.00\n s3 12:05 50.00\n r1 12:00:15 50.00', ['s2 = r1']],
	['several entries, one line: of equal amounts and times the terminal', 's1 12:00 50.00 T1\n s2 12:00 50.00 T2\n r1 12:00:10 50.00 T2', ['s2 = r1']],
	['several entries, one line: of equal amounts and times the tender', 's1 12:00 50.00 wechat\n s2 12:00 50.00 card\n r1 12:00:10 50.00 card', ['s2 = r1']],
	[
		'several entries, one line: a typed number decides over the time',
		's1 12:00 50.00 card auth:7QK42M\n s2 12:04 50.00 card auth:310077\n r1 12:00:10 50.00 card auth:310077',
		['s2 = r1'],
	],
	[
		'several entries, one line: a typed number decides over none',
		's1 12:00 50.00 card\n s2 12:03 50.00 card auth:310077\n r1 12:00:30 50.00 card auth:310077',
		['s2 = r1'],
	],
	[
		'several entries, one line: an order number’s end decides',
		's1 12:00 50.00 order:990112\n s2 12:01 50.00 order:990113\n r1 12:00:05 50.00 order:LW20261120990113',
		['s2 = r1'],
	],
	[
		'several of both: amounts that differ fall to their equals',
		's1 12:00 50.00\n s2 12:00 70.00\n r1 12:00:10 70.00\n r2 12:00:10 50.00',
		['s1 = r2', 's2 = r1'],
	],
	['several of both: times fall in order', 's1 12:00 50.00\n s2 12:10 50.00\n r1 12:00:10 50.00\n r2 12:10:10 50.00', ['s1 = r1', 's2 = r2']],
	[
		'several of both: terminals fall to their own',
		's1 12:00 50.00 T1\n s2 12:00 50.00 T2\n r1 12:00:10 50.00 T2\n r2 12:00:10 50.00 T1',
		['s1 = r2', 's2 = r1'],
	],
	[
		'several of both: tenders fall to their own',
		's1 12:00 50.00 card\n s2 12:00 50.00 alipay\n r1 12:00:10 50.00 alipay\n r2 12:00:10 50.00 card',
		['s1 = r2', 's2 = r1'],
	],
	[
		'several of both: numbers cross over the times',
		's1 12:00 50.00 card auth:7QK42M\n s2 12:03 50.00 card auth:310077\n r1 12:00:05 50.00 card auth:310077\n r2 12:03:05 50.00 card auth:7QK42M',
		['s1 = r2', 's2 = r1'],
	],
	[
		'several of both: one number is enough to place both',
		's1 12:00 50.00 card auth:7QK42M\n s2 12:01 50.00 card\n r1 12:00:05 50.00 card auth:310077\n r2 12:01:05 50.00 card auth:7QK42M',
		['s1 = r2', 's2 = r1'],
	],
	[
		'several of both, one line more: the odd one stays',
		's1 12:00 50.00\n s2 12:10 60.00\n r1 12:00:10 50.00\n r2 12:10:10 60.00\n r3 15:00 70.00',
		['s1 = r1', 's2 = r2'],
	],
	[
		'several of both, one entry more: the odd one stays',
		's1 12:00 50.00\n s2 12:10 60.00\n s3 15:00 70.00\n r1 12:00:10 50.00\n r2 12:10:10 60.00',
		['s1 = r1', 's2 = r2'],
	],
	['many entries to one line are supported', 's1 12:00 30.00\n s2 12:00:20 20.00\n r1 12:00:40 50.00', ['s1 s2 = r1']],
	['three entries to one line are supported', 's1 12:00 31.00\n s2 12:00:20 22.50\n s3 12:00:30 17.00\n r1 12:00:45 70.50', ['s1 s2 s3 = r1']],
	['one entry to many lines is supported', 's1 12:00 50.00\n r1 12:00:10 20.00\n r2 12:00:40 30.00', ['s1 = r1 r2']],
	[
		'many entries to many lines are never joined, but paired',
		's1 12:00 30.00\n s2 12:00:10 20.00\n r1 12:00:20 26.50\n r2 12:00:30 23.50',
		['s1 = r1', 's2 = r2'],
	],
	[
		'the same digits in another order are no number',
		's1 12:00 50.00 card auth:123456\n r1 12:00:20 50.00 card auth:653214\n r2 12:01:30 50.00 card auth:123456',
		['s1 = r2'],
	],
	['a number of three digits is no number', 's1 12:00 50.00 card auth:195\n r1 12:04 50.00 card auth:880195\n r2 12:00:10 50.00 card auth:412778', ['s1 = r2']],
	['an amount far off is not matched, number or not', 's1 12:00 50.00 card T1 auth:7QK42M\n r1 16:00 4321.00 card T2 auth:7QK42M', []],
	['an exact amount is matched without any word', 's1 12:00 50.00 ?\n r1 12:00:30 50.00 ?', ['s1 = r1']],
	['a different amount hours away is not matched without any word', 's1 12:00 50.00 ?\n r1 17:00 51.00 ?', []],
	['an exact amount days away is not matched without any word', 's1 10/12:00 50.00 ?\n r1 20/12:00 50.00 ?', []],
	['a line a few hours late is matched by its number', 's1 12:00 50.00 card auth:7QK42M\n r1 18:30 50.00 card auth:7QK42M', ['s1 = r1']],
	['a line two days late is matched by its number', 's1 18/12:00 50.00 card auth:7QK42M\n r1 20/09:00 50.00 card auth:7QK42M', ['s1 = r1']],
	['money back is matched with money back', 's1 12:00 50.00 refund\n r1 12:00:20 50.00\n r2 12:00:40 50.00 refund', ['s1 = r2']],
	['another currency is never matched', 's1 12:00 50.00 in:CNY\n r1 12:00:10 50.00 in:HKD', []],
	['an entry that was undone stays out', 's1 12:00 50.00\n s2 12:01 50.00 reversal of:s1\n s3 12:02 50.00\n r1 12:02:05 50.00', ['s3 = r1']],
	['a line that failed stays out', 's1 12:00 50.00\n r1 11:59:40 50.00 failed\n r2 12:00:10 50.00', ['s1 = r2']],
	[
		'a confirmed match is kept when a better line comes',
		's1 12:00 50.00\n r1 12:09 50.00\n r2 12:00:05 50.00',
		['s1 = r1'],
		{ decisions: { confirmed: [{ sales: ['s1'], receipts: ['r1'] }], rejected: [] } },
	],
	[
		'a rejected match is not found again',
		's1 12:00 50.00\n r1 12:00:05 50.00',
		[],
		{ decisions: { confirmed: [], rejected: [{ sale: 's1', receipt: 'r1' }] } },
	],
	[
		'a rejected match leaves room for the next best',
		's1 12:00 50.00\n r1 12:00:05 50.00\n r2 12:03 50.00',
		['s1 = r2'],
		{ decisions: { confirmed: [], rejected: [{ sale: 's1', receipt: 'r1' }] } },
	],
];

/** A budget book that joins imported rows with entered ones, by the cases of its own tests. */
const BUDGET: readonly Row[] = [
	[
		'rows with different identifiers are never merged',
		's1 12:00 50.00 card rrn:317161000195\n s2 12:00 50.00 card rrn:317161000777\n r1 12:00:10 50.00 card rrn:317161000777',
		['s2 = r1'],
	],
	[
		'of two candidates the one that nothing else claims wins',
		's1 12:00 50.00 card auth:7QK42M\n s2 12:01 50.00 card\n r1 12:00:30 50.00 card auth:7QK42M\n r2 12:00:35 50.00 card auth:310077',
		['s1 = r1', 's2 = r2'],
	],
	['the closer of two incoming rows wins, though it is listed second', 's1 12:00 50.00\n r1 12:09 50.00\n r2 12:00:20 50.00', ['s1 = r2']],
	[
		'parts of a split that is already explained are not taken',
		's1 12:00 100.00\n s2 12:10 50.00\n r1 12:00:10 50.00\n r2 12:00:40 50.00\n r3 12:10:10 50.00',
		['s1 = r1 r2', 's2 = r3'],
	],
	['parts of a sum that nothing explains may be taken', 's1 12:00 50.00\n s2 12:05 30.00\n r1 12:00:10 50.00\n r2 12:05:10 30.00', ['s1 = r1', 's2 = r2']],
	['a row that was taken away and comes again finds its match', 's1 12:00 50.00\n r9 12:00:10 50.00', ['s1 = r9']],
	['a week away is too far without a number', 's1 12/12:00 50.00 ?\n r1 19/13:00 50.00 ?', []],
	['a week away before is too far as well', 's1 19/13:00 50.00 ?\n r1 12/12:00 50.00 ?', []],
	[
		'rows without any word are still matched by amount and time',
		's1 12:00 19.90 ?\n s2 12:30 23.10 ?\n r1 12:00:10 19.90 ?\n r2 12:30:05 23.10 ?',
		['s1 = r1', 's2 = r2'],
	],
	[
		'equal rows of several days stay with their days',
		's1 18/12:00 9.00\n s2 19/12:00 9.00\n r1 18/12:00:09 9.00\n r2 19/12:00:09 9.00',
		['s1 = r1', 's2 = r2'],
	],
	['a row is used once, however many want it', 's1 12:00 9.00 T1\n s2 12:20 9.00 T1\n s3 12:40 9.00 T1\n r1 12:20:05 9.00 T1', ['s2 = r1']],
	[
		'the same words count for more than a few minutes',
		's1 12:00 50.00 card T2 last4:4455\n r1 12:01 50.00 card T2 last4:9020\n r2 12:05 50.00 card T2 last4:4455',
		['s1 = r2'],
	],
];

const cases = (rows: readonly Row[]) => rows.map(([name, script, matches, change]) => ({ name, rows: script, matches, change }));
const sortedMatches = (list: readonly string[]) => [...list].sort();

describe('bank reconciliation', () => {
	it.each(cases(BANK))('$name', ({ rows, matches, change }) => {
		expect(sortedMatches(matchesOf(run(rows, change)))).toEqual(sortedMatches(matches));
	});

	it('has all forty-four', () => {
		expect(new Set(BANK.map(([name]) => name)).size).toBe(44);
	});
});

describe('a budget book', () => {
	it.each(cases(BUDGET))('$name', ({ rows, matches, change }) => {
		expect(sortedMatches(matchesOf(run(rows, change)))).toEqual(sortedMatches(matches));
	});

	it('has all twelve', () => {
		expect(new Set(BUDGET.map(([name]) => name)).size).toBe(12);
	});
});

describe('every input', () => {
	it.each(cases([...BANK, ...BUDGET]))('ends in one place: $name', ({ rows, change }) => {
		const { sales, receipts } = rowsOf(rows);
		const outcome = run(rows, change);
		const places = placesOf(outcome);
		expect([...places.keys()].sort()).toEqual([...sales, ...receipts].map(({ id }) => id as string).sort());
		expect([...places.values()].filter((place) => place.startsWith('twice'))).toEqual([]);
	});

	it.each(cases([...BANK, ...BUDGET]))('gives reasons where it is matched: $name', ({ rows, change }) => {
		for (const match of run(rows, change).matches) expect(isExplained(match)).toBe(true);
	});
});

function isExplained({ evidence, probabilityMillionths, confirmed }: Match): boolean {
	const fields = evidence.map(({ field }) => field);
	return fields.includes('amount') && fields.includes('time') && (confirmed || (probabilityMillionths > 0 && probabilityMillionths < 1_000_000));
}
