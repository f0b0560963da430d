import { describe, expect, test } from 'vitest';
import { isFound, searchTerms } from '../../../../src/app/screens/ledger/search-terms.ts';
import { asEntryId } from '../../../../src/domain/ids.ts';
import { NO_KEYS, type Sale } from '../../../../src/domain/ledger/sale.ts';
import { parseIso } from '../../../../src/domain/time.ts';

const at = parseIso('2026-11-20T18:31:09+08:00');
const sale: Sale = {
	id: asEntryId('s1'),
	seq: 431,
	number: 122,
	at: at?.at ?? 0,
	offset: 480,
	day: '2026-11-20',
	kind: 'sale',
	amountMinor: 2850,
	tipMinor: null,
	currency: 'CNY',
	tender: 'card',
	terminalId: '1',
	cashier: '小李',
	state: 'paid_confirmed',
	keys: { ...NO_KEYS, last4: '3456', authCode: 'A8K201' },
	paperSlipNo: null,
	note: '大碗牛肉面',
	refundOf: null,
	outageId: null,
	reversedBy: null,
	enteredLater: false,
	clockSuspect: false,
};
const finds = (typed: string) => {
	const terms = searchTerms(typed, 'CNY');
	return terms !== null && isFound(sale, terms);
};

describe('one box finds a sale by', () => {
	test.each([
		['28.5', 'its amount'],
		['28.50', 'its amount in full'],
		['¥28.5', 'its amount with the sign'],
		['２８。５', 'its amount in full width'],
		['20-30', 'a range'],
		['30~20', 'a range the wrong way round'],
		['20到30', 'a range in words'],
		['3456', 'the end of a number'],
		['k201', 'the end of a number, any case'],
		['#122', 'its number'],
		['第122笔', 'its number in words'],
		['18:31', 'the minute'],
		['18:31:09', 'the second'],
		['18:3', 'the minutes so far typed'],
		['18点', 'the hour'],
		['小李', 'the cashier'],
		['牛肉', 'the note'],
	])('%s: %s', (typed) => {
		expect(finds(typed)).toBe(true);
	});
});

describe('and does not find it by', () => {
	test.each(['28', '28.51', '30-40', '56', '9456', '#12', '18:32', '17点', '小王'])('%s', (typed) => {
		expect(finds(typed)).toBe(false);
	});
});

test('an empty box looks for nothing', () => {
	expect(searchTerms('  ', 'CNY')).toBeNull();
});

test('an amount is read by the digits of the currency', () => {
	expect(searchTerms('1200', 'JPY')?.amount).toEqual({ fromMinor: 1200, toMinor: 1200 });
	expect(searchTerms('28.555', 'CNY')?.amount).toBeNull();
});
