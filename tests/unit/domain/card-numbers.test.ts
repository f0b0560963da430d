import { expect, test } from 'vitest';
import { holdsCardNumber, last4Of, maskCardNumbers } from '../../../src/domain/card-numbers.ts';

test.each([
	['paid with 4111111111111111 today', 'paid with ************1111 today'],
	['4111 1111 1111 1111', '**** **** **** 1111'],
	['4111-1111-1111-1111', '****-****-****-1111'],
	['4111\u00a01111\u30001111\u20111111', '****\u00a0****\u3000****\u20111111'],
	['卡号４１１１１１１１１１１１１１１１', '卡号************１１１１'],
	['378282246310005', '***********0005'],
	['on 2026-11-20 4111111111111111', 'on 2026-11-20 ************1111'],
	['6222801234567890124 and 4111111111111111', '***************0124 and ************1111'],
])('cuts the card number in %j to its last four digits', (text, masked) => {
	expect(maskCardNumbers(text)).toBe(masked);
	expect(holdsCardNumber(text)).toBe(true);
});

test.each([
	'4111111111111112', // fails the Luhn check
	'411111111111', // twelve digits
	'42000973942026110235800507510000', // longer than a card number
	'4111\t1111\t1111\t1111', // four cells
	'no digits at all',
	'',
])('leaves %j as it is', (text) => {
	expect(maskCardNumbers(text)).toBe(text);
	expect(holdsCardNumber(text)).toBe(false);
});

test('masks a million digits, and a million groups of one digit, without slowing down', () => {
	expect(maskCardNumbers('7'.repeat(1_000_000))).toHaveLength(1_000_000);
	expect(maskCardNumbers('7 '.repeat(100_000))).toHaveLength(200_000);
});

test.each([
	['622575******1595', '1595'],
	['4111 1111 1111 1111', '1111'],
	['６２２５７５******１５９５', '1595'],
	['**** **** **** 0042', '0042'],
	['9908', '9908'],
	['770', '0770'],
	['', null],
	['138****', null],
	['张三', null],
	['o-XFTw5595', null],
])('of the card column %j keeps %j', (cell, last4) => {
	expect(last4Of(cell)).toBe(last4);
});
