import { describe, expect, test } from 'vitest';
import type { Coverage } from '../../src/domain/receipts/reading.ts';
import { at, compareRows, gapsOf, receipt, sale } from '../support/matching-rows.ts';

/** A terminal that is listened to as it goes, from 09:00 until the time given. */
const heardUntil = (time: string, change: Partial<Coverage> = {}): Coverage => ({
	source: 'till',
	leg: 'terminal',
	interval: { from: at('09:00'), to: at(time) },
	tenders: null,
	dueWhenCovered: true,
	...change,
});

describe('a live terminal', () => {
	test.each([
		['passed over a sale: it is missing at once', heardUntil('12:10'), '12:00', ['missing_at_terminal s1'], []],
		['has not come so far yet: the sale waits', heardUntil('11:50'), '12:00', [], ['s1']],
		['is only a moment past it: the payment may still be on its way', heardUntil('12:00:30'), '12:00', [], ['s1']],
		['does not speak for the tender: the sale waits', heardUntil('12:10', { tenders: ['card'] }), '12:00', [], ['s1']],
		['that is a bill speaks only once it is due', heardUntil('12:10', { dueWhenCovered: false }), '12:00', [], ['s1']],
		['that is a provider speaks only once it is due', heardUntil('12:10', { leg: 'provider' }), '12:00', [], ['s1']],
	] as const)('%s', (_, coverage, time, gaps, waiting) => {
		const outcome = compareRows({ sales: [sale('s1', time, '50.00')], coverage: [coverage], now: at('12:15') });
		expect(outcome.discrepancies.map((found) => `${found.kind} ${found.sales.join(' ')}`)).toEqual(gaps);
		expect(outcome.awaiting.map((row) => row.sale)).toEqual(waiting);
	});

	test('that posts the receipt later clears the gap', () => {
		const outcome = compareRows({
			sales: [sale('s1', '12:00', '50.00')],
			receipts: [receipt('r1', '12:00:20', '50.00')],
			coverage: [heardUntil('12:10')],
			now: at('12:15'),
		});
		expect(gapsOf(outcome)).toEqual([]);
	});
});
