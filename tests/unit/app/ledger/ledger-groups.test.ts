import { describe, expect, test } from 'vitest';
import { linesOf, NO_FILTER, passes } from '../../../../src/app/screens/ledger/ledger-groups.ts';
import { asEntryId } from '../../../../src/domain/ids.ts';
import { NO_KEYS, type Sale } from '../../../../src/domain/ledger/sale.ts';
import { parseIso } from '../../../../src/domain/time.ts';
import type { LedgerRow, LedgerStanding } from '../../../../src/storage/queries/ledger/ledger-list.ts';

test('sales stand under their hour, and the hour says how many and how much', () => {
	const lines = linesOf([row('2026-11-20T19:58:20+08:00'), row('2026-11-20T19:12:21+08:00', { amountMinor: 500 }), row('2026-11-20T18:57:20+08:00')], 'hour');
	expect(lines.map((line) => (line.kind === 'head' ? `${line.hour}: ${line.count} ${line.sumMinor}` : 'sale'))).toEqual([
		'19: 2 1500',
		'sale',
		'sale',
		'18: 1 1000',
		'sale',
	]);
});

test('a refund lowers the sum, and what was undone or not paid is in neither', () => {
	const lines = linesOf(
		[
			row('2026-11-20T19:00:00+08:00'),
			row('2026-11-20T19:01:00+08:00', { kind: 'refund', amountMinor: 300 }),
			row('2026-11-20T19:02:00+08:00', { reversedBy: asEntryId('r') }),
			row('2026-11-20T19:03:00+08:00', { state: 'failed' }),
		],
		'hour',
	);
	expect(lines[0]).toMatchObject({ count: 1, sumMinor: 700 });
});

test('an hour after midnight belongs to its business day', () => {
	const lines = linesOf([row('2026-11-21T00:30:00+08:00'), row('2026-11-20T23:59:00+08:00')], 'hour');
	expect(lines.flatMap((line) => (line.kind === 'head' ? [line.hour] : []))).toEqual([0, 23]);
});

test('found on several days, sales stand under their day', () => {
	const lines = linesOf([row('2026-11-20T19:00:00+08:00'), row('2026-11-20T08:00:00+08:00'), row('2026-11-19T19:00:00+08:00', { day: '2026-11-19' })], 'day');
	expect(lines.flatMap((line) => (line.kind === 'head' ? [`${line.day} ${line.count}`] : []))).toEqual(['2026-11-20 2', '2026-11-19 1']);
});

describe('a filter', () => {
	const matched = row('2026-11-20T19:00:00+08:00', {}, { kind: 'matched', sales: 1 });
	const missing = row('2026-11-20T19:00:00+08:00', { tender: 'wechat', cashier: '阿芳' }, { kind: 'gap', gap: 'missing_at_provider', work: 'open' });
	test('by standing keeps what is to be checked', () => {
		expect([matched, missing].map((each) => passes(each, { ...NO_FILTER, standing: 'check' }))).toEqual([false, true]);
	});
	test('by tender and by cashier', () => {
		expect(passes(missing, { ...NO_FILTER, tender: 'wechat', cashier: '阿芳' })).toBe(true);
		expect(passes(missing, { ...NO_FILTER, tender: 'card' })).toBe(false);
		expect(passes(missing, { ...NO_FILTER, cashier: '小李' })).toBe(false);
	});
});

function row(iso: string, change: Partial<Sale> = {}, standing: LedgerStanding = { kind: 'unjudged' }): LedgerRow {
	const at = parseIso(iso)?.at ?? 0;
	const sale: Sale = {
		id: asEntryId(iso),
		seq: 1,
		number: 1,
		at,
		offset: 480,
		day: '2026-11-20',
		kind: 'sale',
		amountMinor: 1000,
		tipMinor: null,
		currency: 'CNY',
		tender: 'card',
		terminalId: null,
		cashier: '小李',
		state: 'paid_confirmed',
		keys: NO_KEYS,
		paperSlipNo: null,
		note: null,
		refundOf: null,
		outageId: null,
		reversedBy: null,
		enteredLater: false,
		clockSuspect: false,
		...change,
	};
	return { sale, standing };
}
