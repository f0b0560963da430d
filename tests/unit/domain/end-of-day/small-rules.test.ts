import { describe, expect, test } from 'vitest';
import { adjustmentsSince } from '../../../../src/domain/end-of-day/adjustments.ts';
import { coveredTenders } from '../../../../src/domain/end-of-day/covered-tenders.ts';
import type { DayTotal } from '../../../../src/domain/end-of-day/entries.ts';
import { countedMinor } from '../../../../src/domain/end-of-day/expected-cash.ts';
import { openWork } from '../../../../src/domain/end-of-day/open-work.ts';
import type { Tender } from '../../../../src/domain/ledger/tender.ts';
import type { Coverage } from '../../../../src/domain/receipts/reading.ts';
import { discrepancy } from '../../../support/builders.ts';

const total = (tender: Tender, change: Partial<DayTotal> = {}): DayTotal => ({
	tender,
	salesCount: 1,
	ledgerMinor: 100,
	receiptsCount: 1,
	receiptsMinor: 100,
	shortMinor: 0,
	overMinor: 0,
	awaitingCount: 0,
	...change,
});

describe('tenders that some source covers', () => {
	const time = { from: 1000, to: 2000 };
	const part = (change: Partial<Coverage>): Coverage => ({ source: 's', leg: 'provider', interval: { from: 1500, to: 3000 }, tenders: ['wechat'], ...change });

	test('are those of a bill, or all but cash for a source that names none', () => {
		expect(coveredTenders([part({})], time)).toEqual(['wechat']);
		expect(coveredTenders([part({ tenders: null })], time)).toEqual(['card', 'wechat', 'alipay', 'unionpay_qr', 'other']);
	});

	test('need a source that touches the day; payouts do not count', () => {
		expect(coveredTenders([part({ interval: { from: 2000, to: 3000 } }), part({ interval: { from: 0, to: 1000 } }), part({ leg: 'bank' })], time)).toEqual([]);
	});
});

describe('what changed since the close', () => {
	test('is the difference per tender, those unchanged left out', () => {
		const now = [total('card', { receiptsMinor: 60, shortMinor: 40 }), total('wechat')];
		expect(adjustmentsSince({ totals: [total('card'), total('wechat')] }, now)).toEqual([
			{ tender: 'card', salesCount: 0, ledgerMinor: 0, receiptsMinor: -40, shortMinor: 40, overMinor: 0 },
		]);
	});

	test('tells tenders that came or went, and bills that came only now', () => {
		const adjustments = adjustmentsSince({ totals: [total('alipay', { receiptsMinor: null }), total('cash')] }, [
			total('alipay'),
			total('card', { salesCount: 2 }),
		]);
		expect(adjustments).toMatchObject([
			{ tender: 'card', salesCount: 2, ledgerMinor: 100 },
			{ tender: 'alipay', salesCount: 0, receiptsMinor: 100 },
			{ tender: 'cash', salesCount: -1, ledgerMinor: -100 },
		]);
	});
});

describe('pieces in the drawer', () => {
	test('are added up by their worth', () => {
		expect(countedMinor({ '10000': 3, '50': 7, '10': 0 })).toBe(30_350);
		expect(countedMinor({})).toBe(0);
	});

	test.each([{ '0': 1 }, { '1e3': 1 }, { '-5': 1 }, { '100': -1 }, { '100': 0.5 }, { '100': Number.NaN }, { '9999999999': 9_007_199_254_740_991 }])(
		'%j cannot be',
		(pieces) => {
			expect(countedMinor(pieces as Record<string, number>)).toBeNull();
		},
	);
});

describe('the gaps that a day is closed with', () => {
	test('are those in the queue, put off or with the provider; a wrong tender counts but is no money', () => {
		const states = ['open', 'snoozed', 'escalated', 'entered', 'collected', 'explained', 'written_off', 'cleared'] as const;
		const gaps = states.map((state, i) => discrepancy('missing_at_terminal', { sales: [`s${i}`] }, { state, amountMinor: 100 }));
		expect(openWork([...gaps, discrepancy('tender_mismatch', { sales: ['t'] })])).toEqual({ open: 4, openMinor: 300 });
	});
});
