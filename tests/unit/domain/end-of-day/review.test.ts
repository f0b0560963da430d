import { describe, expect, test } from 'vitest';
import { clearedThemselves, gapTrend, groupRows, hourBars } from '../../../../src/domain/end-of-day/review.ts';
import { asEntryId } from '../../../../src/domain/ids.ts';
import { DAY_MS, HOUR_MS } from '../../../../src/domain/time.ts';
import { discrepancy, sale } from '../../../support/builders.ts';
import { DAY, NOON } from '../../../support/ledger-fixture.ts';

const clock = { offset: 480, cutoverMinutes: 240 };

describe('the day by hour', () => {
	test('shows each hour from the first to the last that has anything, quiet ones too', () => {
		const bars = hourBars(
			[sale('a'), sale('b', { amountMinor: 100 }), sale('c', { at: NOON + 2 * HOUR_MS })],
			[discrepancy('missing_in_ledger', {}, { at: NOON - HOUR_MS, amountMinor: 40 })],
			clock,
		);
		expect(bars.map((bar) => [bar.hour, bar.salesCount, bar.salesMinor, bar.gaps, bar.gapMinor])).toEqual([
			[11, 0, 0, 1, 40],
			[12, 2, 2950, 0, 0],
			[13, 0, 0, 0, 0],
			[14, 1, 2850, 0, 0],
		]);
	});

	test('the hours after midnight come last, since they belong to the same business day', () => {
		const hours = hourBars([sale('late', { at: NOON + 13 * HOUR_MS }), sale('noon')], [], clock).map((bar) => bar.hour);
		expect([hours[0], hours.at(-1)]).toEqual([12, 1]);
	});

	test('leaves out refunds, undone sales and what cleared itself', () => {
		const none = [sale('r', { kind: 'refund' }), sale('u', { reversedBy: asEntryId('e') }), sale('f', { state: 'failed' })];
		expect(hourBars(none, [discrepancy('amount_short', {}, { state: 'cleared' })], clock)).toEqual([]);
	});
});

describe('terminals and cashiers', () => {
	test('are compared only with enough sales and enough gaps', () => {
		const many = Array.from({ length: 30 }, (_, i) => sale(`s${i}`));
		const gaps = [0, 1, 2].map((i) => discrepancy('missing_at_terminal', { sales: [`s${i}`] }));
		expect(groupRows(many, gaps, 'cashier')).toMatchObject([{ name: 'Mei', salesCount: 30, gaps: 3, gapMinor: 8550, comparable: true }]);
		expect(groupRows(many.slice(1), gaps, 'cashier')).toMatchObject([{ comparable: false }]);
		expect(groupRows(many, gaps.slice(1), 'cashier')).toMatchObject([{ comparable: false }]);
	});

	test('a gap without a sale is nobody’s, and the unknown terminal comes last', () => {
		const rows = groupRows(
			[sale('a', { terminalId: null }), sale('b', { terminalId: '2' }), sale('c')],
			[discrepancy('missing_in_ledger', { receipts: ['r1'] })],
			'terminalId',
		);
		expect(rows.map((row) => [row.name, row.gaps])).toEqual([
			['1', 0],
			['2', 0],
			[null, 0],
		]);
	});
});

describe('what needs nobody', () => {
	test('counts only gaps that went away without a decision', () => {
		const gaps = [
			discrepancy('missing_at_terminal', { sales: ['a'] }, { state: 'cleared' }),
			discrepancy('missing_at_terminal', { sales: ['b'] }, { state: 'cleared', decision: asEntryId('e') }),
			discrepancy('missing_at_terminal', { sales: ['c'] }, { state: 'written_off' }),
		];
		expect(clearedThemselves(gaps)).toEqual({ count: 1, amountMinor: 2850 });
	});
});

describe('gaps over days', () => {
	test('keeps short and over apart and shows quiet days as zero', () => {
		const before = '2026-11-19';
		const gaps = [
			discrepancy('missing_at_terminal', { sales: ['a'] }, { amountMinor: 700 }),
			discrepancy('missing_in_ledger', { receipts: ['r'] }, { amountMinor: 400 }),
			discrepancy('tender_mismatch', { sales: ['b'] }, { amountMinor: 999 }),
			discrepancy('amount_short', { sales: ['c'] }, { state: 'cleared' }),
		];
		expect(gapTrend([before, DAY], gaps, [sale('a'), sale('b'), sale('c')])).toEqual([
			{ day: before, gaps: 0, shortMinor: 0, overMinor: 0 },
			{ day: DAY, gaps: 3, shortMinor: 700, overMinor: 400 },
		]);
	});

	test('an undone sale whose payment stands is over, with or without its sale at hand', () => {
		const gap = discrepancy('status_mismatch', { sales: ['a'], receipts: ['r'] }, { risk: 'owed' });
		const over = [{ day: DAY, gaps: 1, shortMinor: 0, overMinor: 2850 }];
		expect(gapTrend([DAY], [gap], [sale('a', { reversedBy: asEntryId('e'), at: NOON - DAY_MS })])).toEqual(over);
		expect(gapTrend([DAY], [gap], [])).toEqual(over);
	});
});
