import { describe, expect, it } from 'vitest';
import { NO_KEYS } from '../../../../src/domain/ledger/sale.ts';
import { SHOP_HABITS } from '../../../../src/domain/matching/habits.ts';
import { calendarOf } from '../../../../src/domain/matching/preparing/calendar.ts';
import { paymentOf } from '../../../../src/domain/matching/preparing/payments.ts';
import { clockOf, paymentRows, saleRows, tenderOf } from '../../../../src/domain/matching/preparing/side-rows.ts';
import type { Receipt } from '../../../../src/domain/receipts/receipt.ts';
import { billed, receipt, sale } from '../../../support/matching-rows.ts';

const calendar = calendarOf({ zone: null, cutoverMinutes: 240, due: { days: 1, atMinutes: 600 } });
const rules = { calendar, lateDays: 3, habits: SHOP_HABITS.counter };
const rowOf = (first: Receipt, ...more: readonly Receipt[]) => paymentRows([paymentOf([first, ...more], new Map())], rules).row(0);

describe('a record’s clock', () => {
	it('is its terminal’s own, and its provider’s servers’', () => {
		expect(clockOf(receipt('t1', '12:00', '50.00', { terminalId: 'T7' }))).toBe('T7');
		expect(clockOf(receipt('t1', '12:00', '50.00', { terminalId: null }))).toBe('canonical-receipts');
		expect(clockOf(billed('p1', '12:00', '50.00', { terminalId: 'T7' }))).toBe('wechat-trade-bill');
	});
});

describe('a record’s tender', () => {
	it('is not known where its source names none that is known here', () => {
		const [other, card, unnamed] = ['other', 'card', null].map((tender, k) => receipt(`t${k}`, '12:00', '50.00', { tender: tender as Receipt['tender'] }));
		expect([tenderOf([other as Receipt]), tenderOf([unnamed as Receipt])]).toEqual([null, null]);
		expect(tenderOf([other as Receipt, card as Receipt])).toBe('card');
		expect(tenderOf([unnamed as Receipt, card as Receipt])).toBe('card');
	});
});

describe('a payment of two records', () => {
	it('says what either says, the terminal’s first', () => {
		const slip = receipt('t1', '12:00', '50.00', { tender: null, authCode: 'A1', rrn: '111' });
		const bill = billed('p1', '03:00', '49.00', { tender: 'card', tipMinor: 300, rrn: '222', channelOrderNo: 'C1', terminalId: 'T9' });
		expect(rowOf(bill, slip)).toMatchObject({
			...{ id: 't1', amountMinor: 5_000, tipMinor: 300, tender: 'card', terminalId: 'T1', clock: 'T1', day: '2026-11-20', standing: 'live', names: false },
			keys: { ...NO_KEYS, authCode: 'A1', rrn: '111', channelOrderNo: 'C1' },
		});
		expect(rowOf(bill)).toMatchObject({ id: 'p1', day: '2026-11-19', clock: 'wechat-trade-bill', terminalId: 'T9' });
	});

	it('takes each key from the first record that has it', () => {
		const keys = { authCode: 'A', rrn: '1', traceNo: '22', batchNo: '33', last4: '4444', merchantOrderNo: 'M', channelOrderNo: 'C' };
		const bare = receipt('t1', '12:00', '50.00');
		expect(rowOf(bare, billed('p1', '12:00', '50.00', keys)).keys).toEqual(rowOf(billed('p1', '12:00', '50.00', keys)).keys);
		expect(rowOf(bare).keys).toEqual(NO_KEYS);
	});
});

describe('a ledger row', () => {
	it('names another only where it is a refund that says of what', () => {
		const names = (change: Parameters<typeof sale>[3]) => saleRows([{ row: sale('s1', '12:00', '50.00', change), standing: 'live' }]).row(0).names;
		expect(names({ kind: 'refund', ref: 's0' })).toBe(true);
		expect(names({ kind: 'refund' })).toBe(false);
		expect(names({ kind: 'sale', ref: 's0' })).toBe(false);
	});

	it('keeps its standing and what it says', () => {
		const row = sale('s1', '12:00', '55.00', { tipMinor: 500, keys: { rrn: '111' } });
		expect(saleRows([{ row, standing: 'reversed' }]).row(0)).toMatchObject({
			...{ id: 's1', day: '2026-11-20', amountMinor: 5_500, tipMinor: 500, tender: 'wechat', terminalId: 'T1', standing: 'reversed' },
			keys: { ...NO_KEYS, rrn: '111' },
		});
	});
});
