import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { confirmMatch } from '../../../../src/commands/matching/confirm-match.ts';
import { rejectMatch } from '../../../../src/commands/matching/reject-match.ts';
import { latestMatchDay, matchDay } from '../../../../src/storage/queries/match/match-day.ts';
import { certainPairs, type MatchRow, tabOf } from '../../../../src/storage/queries/match/rows.ts';
import { type DemoBooks, demoBooks } from '../../../support/demo-books.ts';
import { practiceFile } from '../../../support/practice-files.ts';

const DAY = '2026-11-20';
let books: DemoBooks;
const view = () => matchDay(books.db, DAY);
const pairs = (rows: readonly MatchRow[]) => rows.filter((row) => row.kind === 'pair');

beforeEach(async () => {
	books = await demoBooks(practiceFile);
});
afterEach(() => books.db.delete());

describe('the match board of the demo day', () => {
	test('says ours minus theirs as short and over, which are never netted and add up exactly', async () => {
		const { equation } = await view();
		// Ledger: card 1193.00 + WeChat 2103.00 + Alipay 1117.00 − refund 28.00; bills: 1050.00 + 1966.00 + 1227.00 − 28.00.
		expect(equation.ours.minor).toBe(438_500);
		expect(equation.theirs.minor).toBe(421_500);
		expect(equation.short).toEqual({ count: 4, minor: 8_600 + 6_400 + 5_200 + 5_000 });
		expect(equation.over).toEqual({ count: 2, minor: 3_700 + 4_500 });
		expect(equation.ours.minor - equation.theirs.minor).toBe(equation.short.minor - equation.over.minor);
	});

	test('shows the planted gaps to check, everything else in place, and cash as one figure', async () => {
		const { rows, cash } = await view();
		const check = rows.filter((row) => tabOf(row) === 'check');
		expect(check.map((row) => ('discrepancy' in row ? row.discrepancy?.kind : row.kind)).sort()).toEqual([
			'amount_short',
			'duplicate_charge',
			'missing_at_provider',
			'missing_at_provider',
			'missing_at_provider',
			'missing_in_ledger',
			'tender_mismatch',
		]);
		expect(rows.filter((row) => tabOf(row) === 'matched')).toHaveLength(112);
		expect(cash).toEqual({ count: 22, minor: 86_800 });
		expect(rows.filter((row) => row.kind === 'out')).toHaveLength(0);
	});

	test('puts every charge of a double charge on the line of its sale', async () => {
		const double = pairs((await view()).rows).find((row) => row.discrepancy?.kind === 'duplicate_charge');
		expect(double?.match.receipts).toHaveLength(1);
		expect(double?.receipts).toHaveLength(2);
	});

	test('awaits what is not due, on neither side of the equation', async () => {
		await books.db.delete();
		books = await demoBooks(practiceFile, { now: Date.parse('2026-11-21T09:40:00+08:00') });
		const { rows, equation } = await view();
		expect(rows.filter((row) => row.kind === 'wait')).toHaveLength(3);
		expect(equation.short).toEqual({ count: 1, minor: 5_000 });
		expect(equation.ours.minor).toBe(438_500 - 8_600 - 6_400 - 5_200);
	});

	test('a confirmation names who said it, binds the pair and leaves fewer certain ones to confirm', async () => {
		const before = certainPairs((await view()).rows);
		const [first] = before;
		if (!first) throw new Error('there are certain pairs');
		await confirmMatch(books.ports, { groups: [{ sales: first.match.sales, receipts: first.match.receipts }] });
		await books.compare();
		const { rows } = await view();
		const now = pairs(rows).find((row) => row.match.sales[0] === first.match.sales[0]);
		expect(now?.confirmation).toMatchObject({ actor: '小李' });
		expect(certainPairs(rows)).toHaveLength(before.length - 1);
	});

	test('a rejected pair stands apart: both halves are gaps, and the equation still holds', async () => {
		const [first] = certainPairs((await view()).rows);
		if (!first) throw new Error('there are certain pairs');
		await rejectMatch(books.ports, first.match);
		await books.compare();
		const { rows, equation } = await view();
		expect(pairs(rows).some((row) => row.match.sales[0] === first.match.sales[0] && row.match.receipts[0] === first.match.receipts[0])).toBe(false);
		expect(equation.ours.minor - equation.theirs.minor).toBe(equation.short.minor - equation.over.minor);
		expect(equation.ours.minor).toBe(438_500);
	});

	test('opens on the latest day that was compared with a bill', async () => {
		expect(await latestMatchDay(books.db)).toBe(DAY);
		const empty = await demoBooks(practiceFile, { bills: false });
		expect(await latestMatchDay(empty.db)).toBeNull();
		await empty.db.delete();
	});
});
