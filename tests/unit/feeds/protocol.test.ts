import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asReceiptId } from '../../../src/domain/ids.ts';
import { TENDERS } from '../../../src/domain/ledger/tender.ts';
import { RECEIPT_KINDS, RECEIPT_STATUSES, type Receipt } from '../../../src/domain/receipts/receipt.ts';
import { coverageFromWire, coverageToWire, readHealth, readPage, readReceipt, receiptFromWire, receiptToWire } from '../../../src/feeds/protocol.ts';

const text = fc.string({ minLength: 1, maxLength: 30 });
const reference = fc.option(text, { nil: null });
const minor = fc.integer({ min: 0, max: 9_999_999_999 });
const signed = fc.option(fc.integer({ min: -9_999_999_999, max: 9_999_999_999 }), { nil: null });

const anyReceipt: fc.Arbitrary<Receipt> = fc.record({
	id: text.map(asReceiptId),
	leg: fc.constantFrom('terminal', 'provider', 'bank'),
	source: text,
	at: fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2099, 0) }),
	offset: fc.integer({ min: -48, max: 56 }).map((quarters) => quarters * 15),
	kind: fc.constantFrom(...RECEIPT_KINDS),
	status: fc.constantFrom(...RECEIPT_STATUSES),
	amountMinor: minor,
	tipMinor: fc.option(minor, { nil: null }),
	feeMinor: signed,
	netMinor: signed,
	currency: fc.constantFrom('CNY', 'JPY', 'KWD', 'EUR'),
	tender: fc.option(fc.constantFrom(...TENDERS), { nil: null }),
	terminalId: reference,
	originalRef: reference,
	settlementDate: fc.constantFrom(null, '2026-11-20'),
	line: fc.option(fc.integer({ min: 1, max: 100_000 }), { nil: null }),
	authCode: reference,
	rrn: reference,
	traceNo: reference,
	batchNo: reference,
	last4: reference,
	merchantOrderNo: reference,
	channelOrderNo: reference,
});

const good = receiptToWire(
	{
		...{ id: asReceiptId('r1'), leg: 'terminal', source: 'x', at: Date.UTC(2026, 10, 20, 4, 1, 9), offset: 480, kind: 'sale', status: 'success' },
		...{ amountMinor: 2850, tipMinor: null, feeMinor: 17, netMinor: null, currency: 'CNY', tender: 'wechat', terminalId: null, originalRef: null },
		...{ settlementDate: null, line: 2, authCode: null, rrn: null, traceNo: null, batchNo: null, last4: null, merchantOrderNo: 'M1', channelOrderNo: null },
	},
	'folder:bills',
);

describe('a receipt on the wire', () => {
	test('is as in the answer of `read`, with its source and leg', () => {
		expect(good).toEqual({
			...{ id: 'r1', source: 'folder:bills', leg: 'terminal', occurredAt: '2026-11-20T12:01:09+08:00', kind: 'sale', status: 'success', amount: '28.50' },
			...{ tip: null, fee: '0.17', currency: 'CNY', tender: 'wechat', terminalId: null, batchNo: null, traceNo: null, rrn: null, authCode: null, last4: null },
			...{ merchantOrderNo: 'M1', channelOrderNo: null, originalRef: null, settlementDate: null, line: 2 },
		});
	});

	test.each([
		['the word of its provider, as where the bill is imported by hand', { format: 'wechat-trade-bill' }, 'wechat-trade-bill'],
		['that of its source where it came in no bill', {}, 'folder:bills'],
		['invented all the same where it is practice', { source: 'practice', format: 'wechat-trade-bill' }, 'practice'],
	])('counts as %s', (_, change, source) => {
		expect(receiptFromWire({ ...good, ...change }).source).toBe(source);
		const covered = { source: good.source, leg: 'provider', from: good.occurredAt, to: '2026-11-21T00:00:00+08:00', ...change } as const;
		expect(coverageFromWire(covered).source).toBe(source);
	});

	test('comes back as it went, through JSON', () => {
		fc.assert(
			fc.property(anyReceipt, (receipt) => {
				const wire = readReceipt(JSON.parse(JSON.stringify(receiptToWire(receipt, receipt.source))));
				if (!wire.ok) throw new Error(wire.error);
				expect(receiptFromWire(wire.value)).toEqual(receipt);
			}),
		);
	});

	test.each([
		['an amount as a number', { amount: 28.5 }],
		['a negative amount', { amount: '-28.50' }],
		['more decimals than the currency has', { amount: '28.505' }],
		['yen with decimals', { amount: '28.50', currency: 'JPY', fee: null }],
		['a time without an offset', { occurredAt: '2026-11-20T12:01:09' }],
		['a day that does not exist', { occurredAt: '2026-02-30T12:01:09+08:00' }],
		['an unknown kind', { kind: 'gift' }],
		['an unknown tender', { tender: 'gold' }],
		['a lower-case currency', { currency: 'cny' }],
		['no id', { id: '' }],
		['a line 0', { line: 0 }],
		['an endless reference', { rrn: '1'.repeat(257) }],
	])('is refused with %s', (_, change) => {
		expect(readReceipt({ ...good, ...change }).ok).toBe(false);
	});

	test('may carry fields that are not known yet', () => {
		expect(readReceipt({ ...good, colour: 'blue' })).toEqual({ ok: true, value: good });
	});

	test('is refused without repeating what stands there', () => {
		const refused = readReceipt({ ...good, amount: '4111111111111111x' });
		expect(refused.ok ? '' : refused.error).toContain('amount');
		expect(refused.ok ? '' : refused.error).not.toContain('4111');
	});
});

describe('an answer', () => {
	const page = {
		receipts: [good],
		next: 'abc',
		more: false,
		coverage: [{ source: 's', leg: 'terminal', from: '2026-11-20T04:00:00+08:00', to: '2026-11-21T04:00:00+08:00' }],
		withdrawn: [],
	};

	test('is read whole or not at all', () => {
		expect(readPage(page).ok).toBe(true);
		expect(readPage({ ...page, receipts: [good, { ...good, amount: 'x' }] })).toMatchObject({ ok: false, error: expect.stringContaining('receipts.1.amount') });
		expect(readPage({ ...page, more: undefined }).ok).toBe(false);
		expect(readPage('<html>').ok).toBe(false);
	});

	test('keeps coverage and the tenders it is limited to', () => {
		const coverage = { source: 's', leg: 'provider' as const, interval: { from: 1_790_000_000_000, to: 1_790_086_400_000 }, tenders: ['wechat' as const] };
		expect(coverageFromWire(coverageToWire(coverage, 480))).toEqual(coverage);
		expect(coverageFromWire(coverageToWire({ ...coverage, tenders: null }, 0))).toEqual({ ...coverage, tenders: null });
	});

	test('about health comes from a hub and nobody else', () => {
		const health = { name: 'counterfoil-hub', version: '1', time: '2026-11-20T12:00:00+08:00', sources: [] };
		expect(readHealth(health).ok).toBe(true);
		expect(readHealth({ ...health, name: 'router' }).ok).toBe(false);
	});
});
