import { beforeAll, describe, expect, test } from 'vitest';
import type { Messages } from '../../../../src/app/messages/messages-context.ts';
import { filterChoices, filterRows, isFiltering, type MatchFilter, NO_FILTER, rowSide } from '../../../../src/app/screens/match/match-filter.ts';
import { seamText } from '../../../../src/app/screens/match/seam-text.ts';
import { asEntryId } from '../../../../src/domain/ids.ts';
import type { DiscrepancyKind } from '../../../../src/domain/matching/kinds.ts';
import type { Match } from '../../../../src/domain/matching/outcome.ts';
import type { MatchRow } from '../../../../src/storage/queries/match/rows.ts';
import { discrepancy, match, sale } from '../../../support/builders.ts';
import { receipt } from '../../../support/ledger-fixture.ts';
import { wordsOf } from '../../../support/words.ts';

type Pair = Extract<MatchRow, { kind: 'pair' }>;
const pair = (key: string, change: Partial<Match> = {}, kind: DiscrepancyKind | null = null): Pair => ({
	kind: 'pair',
	key,
	at: 1,
	sales: [sale(`s${key}`, key === 'wechat' ? { tender: 'wechat', terminalId: null } : {})],
	receipts: [receipt(`r${key}`, key === 'wechat' ? { tender: 'wechat', terminalId: null } : {})],
	match: match([`s${key}`], [`r${key}`], change),
	discrepancy: kind === null ? null : discrepancy(kind, {}),
	confirmation: null,
});
const gap = (kind: DiscrepancyKind, sales = [sale('s9')], receipts: MatchRow['receipts'] = []): MatchRow => ({
	kind: 'gap',
	key: kind,
	at: 2,
	sales,
	receipts,
	discrepancy: discrepancy(kind, {}),
});
const rows: readonly MatchRow[] = [
	pair('card'),
	pair('wechat', { band: 'suggested' }),
	gap('missing_at_terminal'),
	pair('short', { differenceMinor: -5_000 }, 'amount_short'),
];
const keys = (filter: Partial<MatchFilter>) => filterRows(rows, { ...NO_FILTER, ...filter }).map((row) => row.key);

describe('filtering', () => {
	test('lets everything through where nothing is chosen', () => {
		expect(isFiltering(NO_FILTER)).toBe(false);
		expect(keys({})).toHaveLength(4);
	});
	test('by tender, by terminal (also none noted), and by band, which only pairs have', () => {
		expect(keys({ tenders: new Set(['wechat']) })).toEqual(['wechat']);
		expect(keys({ terminals: new Set(['']) })).toEqual(['wechat']);
		expect(keys({ bands: new Set(['suggested']) })).toEqual(['wechat']);
	});
	test('by side of the equation', () => {
		expect(keys({ side: 'short' })).toEqual(['missing_at_terminal', 'short']);
		expect(keys({ side: 'over' })).toEqual([]);
	});
	test('offers nothing that no line has', () => {
		expect(filterChoices(rows)).toEqual({ terminals: ['', '1'], tenders: ['card', 'wechat'], bands: ['auto', 'suggested'] });
	});
});

describe('on which side a line weighs', () => {
	test('a receipt without a sale is over, a refund without a ledger entry is short', () => {
		expect(rowSide(gap('missing_in_ledger', [], [receipt('r1')]))).toBe('over');
		expect(rowSide(gap('missing_in_ledger', [], [receipt('r1', { kind: 'refund' })]))).toBe('short');
	});
	test('a payment that stands for a sale undone here is over, one voided there is short', () => {
		expect(rowSide(gap('status_mismatch', [sale('s1', { reversedBy: asEntryId('e1') })], [receipt('r1')]))).toBe('over');
		expect(rowSide(gap('status_mismatch', [sale('s1')], [receipt('r1')]))).toBe('short');
	});
	test('pairs that agree and wrong tenders weigh on none', () => {
		expect(rowSide(pair('card'))).toBeNull();
		expect(rowSide(pair('card', {}, 'tender_mismatch'))).toBeNull();
	});
});

describe('the seam between two halves', () => {
	let zh: Messages;
	beforeAll(async () => {
		zh = await wordsOf('zh-CN');
	});
	test.each([
		[pair('a', { differenceMinor: -5_000 }, 'amount_short'), '少 ¥50.00'],
		[pair('a', { differenceMinor: 300 }, 'amount_over'), '多 ¥3.00'],
		[pair('a', {}, 'tender_mismatch'), '方式不同'],
		[pair('a', {}, 'duplicate_charge'), '多扣 ¥28.50'],
		[pair('a'), null],
	] as const)('says what they disagree about', (row, words) => {
		expect(seamText(zh, row)).toBe(words);
	});
});
