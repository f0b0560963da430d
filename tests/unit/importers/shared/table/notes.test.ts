import { expect, test } from 'vitest';
import { billOf, receiptsTable, wechatBill, wechatRow } from '../../../../support/bills.ts';

const HEADER = 'occurred_at,kind,amount,loyalty points,customer name,持卡人';
const notesOf = (cells: Readonly<Record<string, string>>) => billOf(receiptsTable([cells], HEADER)).receipts[0]?.notes;

test('what a column says that the format does not know is kept with the row', () => {
	expect(notesOf({ loyaltypoints: '12' })).toBeUndefined();
	expect(notesOf({ 'loyalty points': '12' })).toEqual({ loyaltypoints: '12' });
});

test('but not who somebody is, nor a card number', () => {
	expect(notesOf({ 'customer name': 'Wang', 持卡人: '王小明' })).toBeUndefined();
	expect(notesOf({ 'loyalty points': '4111111111111111' })).toEqual({ loyaltypoints: '************1111' });
});

test('a bill of the usual columns has no notes', () => {
	expect(billOf(wechatBill([wechatRow()])).receipts[0]).not.toHaveProperty('notes');
});
