import { describe, expect, test } from 'vitest';
import { compareRows, covering, gapsOf, matchesOf, receipt, sale } from '../support/matching-rows.ts';

/** Sales that were logged one after the other within seconds: after an outage, or by a program. */
describe('many different amounts within a few seconds', () => {
	const amounts = ['31.00', '42.00', '53.00', '64.00', '75.00', '86.00', '97.00', '108.00'];
	const second = (index: number) => `12:00:${String(index * 3).padStart(2, '0')}`;
	const sales = amounts.map((amount, index) => sale(`s${index + 1}`, second(index), amount, { terminalId: '1', tender: index % 2 === 0 ? 'card' : 'wechat' }));
	const paid = (index: number, id = `r${index + 1}`, amount = amounts[index] ?? '') =>
		receipt(id, second(index + 1), amount, { terminalId: '01086601', tender: index % 2 === 0 ? 'card' : 'wechat' });

	test('each finds its own, and a sale without a receipt is simply missing', () => {
		const outcome = compareRows({ sales, receipts: [0, 2, 3, 4, 5, 7].map((index) => paid(index)), coverage: [covering('terminal')] });
		expect(matchesOf(outcome)).toEqual(['s1 = r1', 's3 = r3', 's4 = r4', 's5 = r5', 's6 = r6', 's8 = r8']);
		expect(gapsOf(outcome)).toEqual(['missing_at_terminal: s2, 1, 4200', 'missing_at_terminal: s7, 1, 9700']);
	});

	test('a receipt of an amount that nobody logged is not taken for a sale of another amount', () => {
		const stray = receipt('stray', '12:00:12', '58.40', { terminalId: '01086601', tender: 'alipay' });
		const outcome = compareRows({ sales, receipts: [...[0, 2, 3, 4, 5, 6, 7].map((index) => paid(index)), stray], coverage: [covering('terminal')] });
		expect(gapsOf(outcome)).toEqual(['missing_at_terminal: s2, 1, 4200', 'missing_in_ledger: stray, 1, 5840']);
	});

	test('a payment charged twice is not taken for a sale of another amount', () => {
		const twice = [paid(4, 'r5a'), paid(4, 'r5b')].map((row) => ({ ...row, last4: '3456' }));
		const outcome = compareRows({ sales, receipts: [...[0, 2, 3, 5, 6, 7].map((index) => paid(index)), ...twice], coverage: [covering('terminal')] });
		expect(gapsOf(outcome).sort()).toEqual(['duplicate_charge: s5 r5a r5b, 1, 7500', 'missing_at_terminal: s2, 1, 4200']);
	});
});
